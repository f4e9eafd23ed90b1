"""The styles and scripts of the site: which are put together, which go along, and which of the theme are left out."""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import rcssmin

from macros.content.content import Content
from macros.talen import Language, marked, speaking

#: The script of every page, in order: one request for all of it.
PAGE_SCRIPT = "assets/js/pagina.js"
#: The styles of all pages, in order: each for the part of a page that it is named after.
_EVERYWHERE = (
    "palet", "basis", "letters", "kop", "eigen", "voet", "kaarten", "delen", "knoppen", "begrippen", "hulp",
)  # fmt: skip
#: And of some kinds of pages: the first part of their address -> styles, in order.
_OF_KIND = {
    "themas": ("thema",),
    "scenarios": ("scenario",),
    "checklists": ("lijstje",),
    "nu": ("nu",),
    "trainer": ("scenario", "lijstje", "trainer"),
    "bron.html": ("tabellen",),
    "begrippen.html": ("tabellen",),
    "downloads": ("tabellen",),
}
STYLES = (*_EVERYWHERE, *dict.fromkeys(name for names in _OF_KIND.values() for name in names))
#: Of those, what is no part of an article; and the style that only another engine needs.
_FRAME, ELSEWHERE = ("palet", "basis", "kop", "voet"), "andere-machine"
#: Styles in files of their own: for paper, for what opens later, for Markdown with more than text, and of the decks.
APART = ("papier", "later", "proza", "presentatie")
PARTS = ("woorden", "opslag", "stijl", "kleuren", "zoekknop", "voorlezen", "offline")
#: Of those, what decks use too, which have no other part.
OF_DECKS = ("woorden", "opslag")
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
#: Material's search worker under a name without its fingerprint, and what it fetches for a language.
WORKER = "assets/javascripts/workers/search.js"
_OF_SEARCH = "assets/javascripts/lunr/min/lunr.{}.min.js"


def scripts_on(url: str, content: Content) -> tuple[str, ...]:
    """The names of the scripts that the page at `url` has beside the script of every page; without contacts none for those."""
    return tuple(name for name in SOME.get(url.partition("/")[0], ()) if name != "hulp" or content.hulp)


def page_script(docs: Path, content: Content) -> str:
    """The script of every page, from its parts in `docs`; a copy that keeps nothing on devices lacks the last one."""
    parts = PARTS if content.organisatie is None or content.organisatie.offline else PARTS[:-1]
    return "".join(script(docs / "assets" / "js" / f"{part}.js", content) for part in parts)


def is_script(address: str) -> bool:
    """Is it a script of ours, which says its sentences in the language of the site?"""
    return address.startswith("assets/js/") and address.endswith(".js")


def script(path: Path, content: Content) -> str:
    """A script of ours as it stands in the site."""
    with speaking(content.taal):
        return marked.translated(path.read_text(encoding="utf-8"))


def goes_along(address: str, language: Language) -> bool:
    """Does a file of the theme or of `docs` belong in the site? Styles stand in the pages; parts are put together."""
    if address.startswith(("assets/javascripts/", "assets/stylesheets/")):
        return address in {_OF_SEARCH.format(name) for name in (language.code, "stemmer.support")}
    if address.startswith("assets/css/"):
        return address in {f"assets/css/{part}.css" for part in APART}
    together = {f"assets/js/{part}.js" for part in PARTS if part not in OF_DECKS}
    return address not in {"assets/images/favicon.png", *together}


def styles(docs: Path, parts: Iterable[str] = STYLES) -> str:
    """The styles of the pages, from their parts in `docs`."""
    return "".join((docs / "assets" / "css" / f"{part}.css").read_text(encoding="utf-8") for part in parts)


def styles_elsewhere(docs: Path) -> str:
    """The same for the pages of another engine: its own frame keeps the engine's look, what is in the article has ours."""
    article = styles(docs, (part for part in STYLES if part not in _FRAME))
    return f"{styles(docs, ('palet', ELSEWHERE))}.md-typeset.md-typeset {{\n{article}}}\n{styles(docs, ('papier',))}"


def styles_on(url: str) -> tuple[str, ...]:
    """The names of the styles of the page at `url`: those of all pages, and those of its kind."""
    return (*_EVERYWHERE, *_OF_KIND.get(url.partition("/")[0], ()))


@lru_cache(maxsize=16)
def stylesheet(docs: Path, content: Content, names: tuple[str, ...]) -> str:
    """These styles with an organisation's colours, as they stand in a page."""
    return str(rcssmin.cssmin(styles(docs, names) + content.stijl))


def forget() -> None:
    """Read everything anew: between two builds of `mkdocs serve` somebody may have changed it."""
    stylesheet.cache_clear()
