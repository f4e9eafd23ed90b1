"""The pages that exist because the data says so: their addresses, titles and the one macro call that fills each."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from macros.content.content import Content
from macros.model import Checklist, Scenario, Sessie, Thema
from macros.own import prose


@dataclass(frozen=True)
class Page:
    """A generated page.

    `source` is its Markdown address; `body` holds a macro call and nothing from the data but an id; `zoekgewicht` is how
    much heavier than other pages it counts in the search.
    """

    source: str
    title: str
    description: str
    body: str
    zoekgewicht: float = 1

    @property
    def url(self) -> str:
        """The address in the site."""
        return self.source.removesuffix(".md") + ".html"


def generated(content: Content) -> Iterator[Page]:
    """All generated pages, in the order of the data; a kind of content that is not there has no overview either."""
    for thema in content.themas:
        yield Page(f"themas/{thema.id}.md", thema.titel, thema.belofte, _call("thema", thema.id), zoekgewicht=4)
    if content.checklists:
        yield Page(
            "nu/index.md",
            "Welk gesprek heb je straks?",
            "Welk gesprek heb je straks? Kies de kaart van 30 seconden.",
            _call("nu_overzicht"),
        )
        yield Page("checklists/index.md", "Lijstjes", "Lijstjes om af te vinken, op je telefoon of op papier.", _call("checklists"))
    for checklist in content.checklists:
        yield Page(f"nu/{checklist.id}.md", f"{checklist.titel} in 30 seconden", checklist.nu.openingszin, _call("nu", checklist.id))
        yield Page(f"checklists/{checklist.id}.md", checklist.titel, checklist.kort, _call("checklist", checklist.id))
    if content.scenarios:
        about = "Oefen lastige gesprekken met ouders. Kies wat je zegt en zie wat er gebeurt."
        yield Page("scenarios/index.md", "Oefen een lastig gesprek", about, _call("scenarios"))
    for scenario in content.scenarios:
        yield Page(f"scenarios/{scenario.id}.md", scenario.titel, scenario.kort, _call("scenario", scenario.id))
    if content.sessies:
        about = "Geef zelf training. Draaiboeken, presentaties, kaarten en alles op een usb-stick."
        yield Page("trainer/index.md", "Ik geef training", about, _call("trainer"))
    for sessie in content.sessies:
        yield Page(f"trainer/{sessie.id}.md", sessie.titel, sessie.kort, _call("draaiboek", sessie.id))

    for own in content.eigen_paginas:
        yield Page(f"{prose.FOLDER}/{own.naam}.md", own.titel, own.titel, _call("eigen_pagina", own.naam))


def _call(macro: str, id_: str | None = None) -> str:
    """The whole text of a generated page: one macro call, with at most a validated id."""
    return f'{{{{ {macro}("{id_}") }}}}\n' if id_ else f"{{{{ {macro}() }}}}\n"


@lru_cache(maxsize=2)
def by_source(content: Content) -> dict[str, Page]:
    """The generated pages by their Markdown address."""
    return {page.source: page for page in generated(content)}


def moved(content: Content) -> Iterator[tuple[str, str]]:
    """Addresses of former ids, each with the address where the page is now."""
    items: list[Thema | Scenario | Checklist | Sessie] = [*content.themas, *content.scenarios, *content.checklists, *content.sessies]
    for item in items:
        folder = item.pagina.partition("/")[0]
        yield from ((f"{folder}/{old}.html", item.pagina) for old in item.oude_ids)
    for checklist in content.checklists:
        yield from ((f"nu/{old}.html", checklist.kaart) for old in checklist.oude_ids)


def navigation(content: Content, titles: bool = True) -> list[dict[str, object]]:
    """The whole site in reading order, in the form of MkDocs' `nav`.

    Without `titles` a generated page is called after its file: mkdocs-macros runs what looks like Jinja in the title of a
    page, so that words from the data may only get there after it.
    """
    pages = list(generated(content))

    def section(title: str, folder: str, *first: dict[str, str]) -> list[dict[str, object]]:
        inside = [*first, *({page.title if titles else page.source: page.source} for page in pages if page.source.startswith(folder))]
        return [{title: inside}] if inside else []

    return [
        {"Begin": "index.md"},
        *section("Nu", "nu/"),
        *section("Oefenen", "scenarios/"),
        *section("Checklists", "checklists/"),
        *section("Thema’s", "themas/", {"Alle thema’s": "themas/index.md"}),
        {"Hulp dichtbij": "hulp.md"},
        *section(f"Van {content.organisatie.roepnaam if content.organisatie else 'ons'}", f"{prose.FOLDER}/"),
        *section("Training", "trainer/"),
        {"Downloads": "downloads/index.md"},
        {"Begrippen": "begrippen.md"},
        {"Bron": "bron.md"},
        {"Privacy": "privacy.md"},
        {"Toegankelijkheid": "toegankelijkheid.md"},
        {"Colofon": "colofon.md"},
    ]
