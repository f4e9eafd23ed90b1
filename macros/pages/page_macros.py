"""The macros that pages use; each is one template. No engine is named here, so that every engine can have them."""

from collections.abc import Callable
from dataclasses import dataclass

from macros.content.content import Content
from macros.content.site import Site
from macros.pages.render import render


@dataclass(frozen=True)
class PageMacros:
    """The macros for the page at `url` (from the root of the site). Every public method is one.

    `made` gives what there is to print, as templates read it; it is asked only where a page shows it.
    """

    _content: Content
    _site: Site
    _url: str
    _made: Callable[[], object]

    def _page(self, template: str, **values: object) -> str:
        return render(template, self._content, self._site, self._url, **values)

    @property
    def _prints(self) -> object:
        return self._made()

    def home(self) -> str:
        return self._page("home.md.j2")

    def themas(self) -> str:
        return self._page("themas.md.j2")

    def thema(self, id: str) -> str:
        return self._page("thema.md.j2", thema=self._content.thema[id], factoren=self._content.factoren_van[id])

    def scenarios(self) -> str:
        return self._page("scenarios.md.j2")

    def scenario(self, id: str) -> str:
        return self._page("scenario.md.j2", scenario=self._content.scenario[id], prints=self._prints)

    def checklists(self) -> str:
        return self._page("checklists.md.j2")

    def checklist(self, id: str) -> str:
        return self._page("checklist.md.j2", checklist=self._content.checklist[id], prints=self._prints)

    def nu_overzicht(self) -> str:
        return self._page("nu-overzicht.md.j2")

    def nu(self, id: str) -> str:
        return self._page("nu.md.j2", checklist=self._content.checklist[id])

    def trainer(self) -> str:
        return self._page("trainer.md.j2")

    def draaiboek(self, id: str) -> str:
        return self._page("draaiboek.md.j2", sessie=self._content.sessie[id], prints=self._prints)

    def downloads(self) -> str:
        return self._page("downloads.md.j2", prints=self._prints)

    def eigen_pagina(self, naam: str) -> str:
        return self._page("eigen-pagina.md.j2", eigen=self._content.eigen_pagina[naam])

    def begrippen(self) -> str:
        return self._page("begrippen.md.j2")

    def bron(self) -> str:
        return self._page("bron.md.j2")

    def aanbieder(self) -> str:
        return self._page("aanbieder.md.j2")

    def hulp(self) -> str:
        return self._page("hulp.md.j2")


#: The names by which pages call them.
NAMES = tuple(name for name in vars(PageMacros) if not name.startswith("_"))
