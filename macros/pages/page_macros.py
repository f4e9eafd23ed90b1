"""The macros that pages use: every template `naam.md.j2` is one. No engine is named: all can have them."""

from dataclasses import dataclass
from functools import cached_property

from macros.content.content import Content
from macros.content.site import Site
from macros.model.files import KINDS
from macros.pages.listing import Page
from macros.pages.render import TEMPLATES, render
from macros.source.computer import Refused
from macros.source.problems import did_you_mean
from macros.talen import N_, _

_NOTHING = N_("Op de pagina {pagina} staat {macro}, en dat is er niet.")

#: The names by which pages call them, each with its template.
NAMES = {
    path.name.removesuffix(".md.j2").replace("-", "_"): path.name
    for path in sorted(TEMPLATES.glob("*.md.j2"))
}


@dataclass(frozen=True)
class PageMacros:
    """What macros show: the content, the site, the list of its pages, and what there is to print."""

    content: Content
    site: Site
    pages: tuple[Page, ...]
    prints: object

    def make(self, name: str, url: str, id_: str = "") -> str:
        """The HTML that the macro `name` makes on the page at `url`; `id_` says about what.

        The template of a kind of content has the item under the name of its kind, other templates have `id`.
        """
        about = {name: getattr(self.content, name).get(id_)} if name in KINDS else {"id": id_}
        if None in about.values():
            asked = f"{{{{ {name}('{id_}') }}}}"
            said = _(_NOTHING).format(pagina=url, macro=asked)
            raise Refused(said + did_you_mean(id_, getattr(self.content, name)))
        pages = {"pagina": self._by_url[url], "paginas": self.pages}
        return render(NAMES[name], self.content, self.site, url, prints=self.prints, **pages, **about)

    @cached_property
    def _by_url(self) -> dict[str, Page]:
        return {page.url: page for page in self.pages}
