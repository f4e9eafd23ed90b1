"""The styles and scripts of the site: which are put together, which go along, and which of the theme are left out."""

from functools import lru_cache
from pathlib import Path

from macros import lean
from macros.content import Content
from macros.own_copy import style

#: The script of every page, in order: one request for all of it.
PAGE_SCRIPT = "assets/js/pagina.js"
PARTS = ("opslag", "kleuren", "zoekknop", "voorlezen", "offline")
#: What only some pages need: the first part of their address -> scripts, in order.
SOME = {
    "scenarios": ("scenario", "filter"),
    "checklists": ("checklist",),
    "hulp.html": ("hulp",),
    "themas": ("hulp",),
    "nu": ("hulp",),
    "trainer": ("inkorten", "draaiboek", "checklist"),
    "privacy.html": ("bewaard",),
}
#: Comes when somebody searches; works on any page.
LATER = ("zoeken",)
#: Material's search worker under a name without its fingerprint, and what it fetches for Dutch.
WORKER = "assets/javascripts/workers/search.js"
_OF_THEME = ("assets/javascripts/lunr/min/lunr.nl.min.js", "assets/javascripts/lunr/min/lunr.stemmer.support.min.js")


def scripts_on(url: str, content: Content) -> tuple[str, ...]:
    """The names of the scripts that the page at `url` has beside the script of every page; without contacts none for those."""
    return tuple(name for name in SOME.get(url.partition("/")[0], ()) if name != "hulp" or content.hulp)


def page_script(docs: Path, content: Content) -> str:
    """The script of every page, from its parts in `docs`; a copy that keeps nothing on devices lacks the last one."""
    parts = PARTS if content.organisatie is None or content.organisatie.offline else PARTS[:-1]
    return "".join((docs / "assets" / "js" / f"{part}.js").read_text(encoding="utf-8") for part in parts)


def goes_along(address: str) -> bool:
    """Does a file of the theme or of `docs` belong in the site? Styles stand in the pages; parts are put together."""
    if address.startswith(("assets/javascripts/", "assets/stylesheets/")):
        return address in _OF_THEME
    return address not in {"assets/css/samen.css", *(f"assets/js/{part}.js" for part in PARTS)} and address != "assets/images/favicon.png"


def all_styles(theme: Path, docs: Path, content: Content) -> str:
    """All styles of the pages: the theme's, ours, and an organisation's colours."""
    base = next(theme.glob("assets/stylesheets/main.*.min.css")).read_text(encoding="utf-8")
    ours = (docs / "assets" / "css" / "samen.css").read_text(encoding="utf-8")
    return base + ours + style(content)


@lru_cache(maxsize=2)
def stylesheet(theme: Path, docs: Path, content: Content) -> lean.Stylesheet:
    """The same, ready to be cut for a page."""
    return lean.parse(all_styles(theme, docs, content))


@lru_cache(maxsize=64)
def scripts_of(docs: Path, names: tuple[str, ...], content: Content) -> tuple[str, ...]:
    """The texts of the scripts that may change a page: those that it names, by their names, and those that come later."""
    return (page_script(docs, content), *((docs / "assets" / "js" / f"{name}.js").read_text(encoding="utf-8") for name in (*names, *LATER)))
