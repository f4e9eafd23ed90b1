"""The pages that exist because the data says so: their addresses, titles and the one macro call that fills each."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros.content import Content


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
    """All generated pages, in the order of the data."""
    for thema in content.themas:
        yield Page(f"themas/{thema.id}.md", thema.titel, thema.belofte, f'{{{{ thema("{thema.id}") }}}}\n', 4)
    for scenario in content.scenarios:
        yield Page(f"scenarios/{scenario.id}.md", scenario.titel, scenario.kort, f'{{{{ scenario("{scenario.id}") }}}}\n')
    for checklist in content.checklists:
        yield Page(f"checklists/{checklist.id}.md", checklist.titel, checklist.kort, f'{{{{ checklist("{checklist.id}") }}}}\n')
    for checklist in content.checklists:
        yield Page(f"nu/{checklist.id}.md", checklist.titel, checklist.nu.openingszin, f'{{{{ nu("{checklist.id}") }}}}\n')


def navigation(content: Content) -> list[dict[str, object]]:
    """The whole site in reading order, in the form of MkDocs' `nav`."""
    pages = list(generated(content))

    def below(folder: str) -> list[dict[str, str]]:
        return [{page.title: page.source} for page in pages if page.source.startswith(folder)]

    return [
        {"Begin": "index.md"},
        {"Nu": [{"Ik heb zo een gesprek": "nu/index.md"}, *below("nu/")]},
        {"Oefenen": [{"Alle gesprekken": "scenarios/index.md"}, *below("scenarios/")]},
        {"Checklists": [{"Alle lijstjes": "checklists/index.md"}, *below("checklists/")]},
        {"Thema’s": [{"Alle thema’s": "themas/index.md"}, *below("themas/")]},
        {"Hulp dichtbij": "hulp.md"},
        {"Downloads": "downloads/index.md"},
        {"Begrippen": "begrippen.md"},
        {"Bron": "bron.md"},
        {"Privacy": "privacy.md"},
        {"Toegankelijkheid": "toegankelijkheid.md"},
        {"Colofon": "colofon.md"},
    ]
