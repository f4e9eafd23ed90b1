"""The one list of pages: in what order they come, what menus call them, and where they are shown.

Header, footer, home page, navigation and what may not be old offline all follow it (see site_map.py).
"""

from dataclasses import dataclass

from macros.talen import N_

#: Where it is shown: in the header, there on a wide screen only, as a way in on the home page, in the footer.
HEADER, WIDE, HOME, FOOTER = "kop", "breed", "begin", "voet"
#: And what a device that has a network never shows from what it kept.
FRESH = "vers"


@dataclass(frozen=True)
class Page:
    """A page of the site, and how menus show it."""

    #: Its Markdown file, from the root of the site.
    source: str
    #: Its heading. A page in `docs` has it there: nobody writes it twice.
    title: str = ""
    #: For who finds it in a search engine or gets it shared. `{anderen}` is with whom the readers talk.
    description: str = ""
    #: The macro that fills it, and the id of what it is about. Without a macro it stands in `docs`.
    macro: str = ""
    about: str = ""
    #: How much heavier than other pages it counts in the search.
    weight: float = 1
    #: The list of the content without which there is no such page.
    needs: str = ""
    #: Where it is shown.
    places: tuple[str, ...] = (FOOTER,)
    #: What menus call it, where that is not its title; and for below an icon, in a word.
    name: str = ""
    label: str = ""
    #: The name of its drawing.
    icon: str = ""
    #: What somebody wants who goes there from the home page, where that is not its name; and what they get.
    wish: str = ""
    hint: str = ""

    @property
    def url(self) -> str:
        """The address in the site."""
        return self.source.replace("README.md", "index.md").removesuffix(".md") + ".html"

    @property
    def folder(self) -> str:
        """The folder in which it is; empty at the root."""
        return self.source.rpartition("/")[0]

    @property
    def is_overview(self) -> bool:
        """Is it the first page of a folder?"""
        return self.source.endswith("/index.md")

    def holds(self, url: str) -> bool:
        """Is `url` this page, or one of which it is the overview?"""
        return url.startswith(f"{self.folder}/" if self.is_overview else self.url)


#: In the list below these are the pages of an organisation, and all that it does not name.
OWN, OTHERS = Page("eigen/"), Page("")

#: The list. A page in `docs` needs only its file: then it is among the others. A line gives it its place.
PAGES = (
    Page("index.md", places=()),
    OWN,
    Page(
        "nu/index.md",
        N_("Welk gesprek heb je straks?"),
        N_("Welk gesprek heb je straks? Kies de kaart van 30 seconden."),
        macro="nu_overzicht",
        needs="checklists",
        places=(HEADER, HOME, FOOTER),
        name=N_("Ik heb straks een gesprek"),
        label=N_("Nu"),
        icon="nu",
        hint=N_("Een kaart van 30 seconden"),
    ),
    Page(
        "checklists/index.md",
        N_("Lijstjes"),
        N_("Lijstjes om af te vinken, op je telefoon of op papier."),
        macro="checklists",
        needs="checklists",
        places=(HOME, FOOTER),
        icon="lijstje",
        wish=N_("Ik wil een lijstje"),
        hint=N_("Om af te vinken"),
    ),
    Page(
        "werkbladen/index.md",
        N_("Werkbladen"),
        N_("Papier om in te vullen, alleen of met anderen."),
        macro="overzicht",
        about="werkbladen",
        needs="werkbladen",
    ),
    Page(
        "scenarios/index.md",
        N_("Oefen een lastig gesprek"),
        N_("Oefen lastige gesprekken met {anderen}. Kies wat je zegt en zie wat er gebeurt."),
        macro="scenarios",
        needs="scenarios",
        places=(HEADER, HOME, FOOTER),
        name=N_("Oefenen"),
        icon="oefenen",
        wish=N_("Ik wil oefenen"),
        hint=N_("Lastige gesprekken"),
    ),
    Page(
        "themas/index.md",
        places=(HEADER, HOME, FOOTER),
        icon="weten",
        wish=N_("Ik wil meer weten"),
        hint=N_("Tips en zinnen om te zeggen"),
    ),
    Page(
        "trainer/index.md",
        N_("Ik geef training"),
        N_("Geef zelf training. Draaiboeken, presentaties, kaarten en alles op een usb-stick."),
        macro="trainer",
        needs="sessies",
        places=(HEADER, WIDE, HOME, FOOTER),
        label=N_("Training"),
        icon="training",
        hint=N_("Draaiboek, dia’s en kaarten"),
    ),
    Page("hulp.md", places=(HEADER, FOOTER, FRESH), label=N_("Hulp"), icon="hulp"),
    Page("downloads/index.md"),
    Page("begrippen.md"),
    OTHERS,
    Page("bron.md", needs="bron"),
    Page("privacy.md"),
    Page("toegankelijkheid.md"),
    Page("colofon.md"),
)
