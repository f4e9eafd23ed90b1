"""Do links in the data to this site lead somewhere? MkDocs cannot see them: they are HTML by then."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from markdown.extensions.toc import slugify

from macros.content.content import Content
from macros.own.prose import OwnPage
from macros.source import files, front_matter, markup
from macros.source.problems import Problem, did_you_mean, shown
from macros.source.yaml_source import Path_, Source, Value
from macros.talen import _

#: What is wrong with a link, and what finds out what may have been meant.
_Complaint = tuple[str, Callable[[], str]]
_ID = re.compile(r'\sid="([^"]+)"')


def pages(content: Content, docs: Path) -> set[str]:
    """The addresses of all pages, from the root of the site; `docs` is the folder of the prose pages."""
    return set(_prose(docs)) | content.adressen


def places(content: Content, docs: Path, own: Iterable[OwnPage]) -> set[str]:
    """The places on pages (`page.html#place`): of items, of headings on prose pages, and on own pages.

    A prose page with a macro that shows no item may have any place: `page.html#*`.
    """
    found = {address for item in content.alles for address in item.adressen if "#" in address}
    with_items = {address.partition("#")[0] for address in found}
    found |= {f"{address}#{place}" for address, places in headings(docs).items() for place in places}
    for address, path in _prose(docs).items():
        if address not in with_items and "{{" in _text(docs, path):
            found.add(f"{address}#*")
    found |= {content.code.pagina} if content.code else set()
    return found | on_own(own)


def on_own(pages: Iterable[OwnPage]) -> set[str]:
    """The places on own pages alone."""
    return {f"{page.pagina}#{id_}" for page in pages for id_ in _ID.findall(page.html)}


def headings(docs: Path) -> dict[str, set[str]]:
    """The places of the headings of each prose page, by the address of the page."""
    return {
        address: {
            place or slugify(words, "-") for __, words, place in front_matter.headings(_text(docs, path))
        }
        for address, path in _prose(docs).items()
    }


def made_by(templates: Path) -> re.Pattern[str]:
    """The places that templates make beside those of items, on any page: `grens-kop`, `stap-{{ stap.id }}`."""
    ids = {
        id_
        for path in files.visible(templates, ".j2")
        for id_ in _ID.findall(path.read_text(encoding="utf-8"))
    }
    own = (re.split(r"{{.*?}}", id_) for id_ in sorted(ids) if not id_.startswith("{{"))
    return re.compile("|".join(r"[\w-]+".join(map(re.escape, pieces)) for pieces in own))


def check(
    sources: Mapping[str, Source], pages: Collection[str], places: Collection[str], made: re.Pattern[str]
) -> list[Problem]:
    """Every link in a text field that leads nowhere; what pages and places there are comes from the functions above."""
    here: dict[str, set[str]] = {"": set()}
    for page, __, place in (address.partition("#") for address in places):
        here.setdefault(page, set()).add(place)
        here[""].add(place)
    return [
        source.problem(path, said, meant=meant)
        for source in sources.values()
        for path, text in _texts(source.data, ())
        for said, meant in _in(text, pages, here, made)
    ]


def _in(
    text: str, pages: Collection[str], places: Mapping[str, Collection[str]], made: re.Pattern[str]
) -> Iterator[_Complaint]:
    for link in markup.own_links(text):
        yield from _complaints(link, pages, places, made)
    for link, why in markup.wrong_links(text):
        yield _("De link naar '{adres}' kan zo niet. {uitleg}").format(adres=shown(link), uitleg=why), str


def _complaints(
    link: str, pages: Collection[str], places: Mapping[str, Collection[str]], made: re.Pattern[str]
) -> Iterator[_Complaint]:
    """What is wrong with a link to this site, and what may have been meant."""
    page, __, place = link.partition("#")
    here = places.get(page, ())
    if page and page not in pages:
        text = _("De link naar '{adres}' gaat nergens heen.").format(adres=shown(page))
        yield text, partial(did_you_mean, page, pages)
    elif place and not (place in here or (page and "*" in here) or made.fullmatch(place)):
        text = (
            _("Op '{pagina}' is geen plek '#{plek}'.") if page else _("Op deze site is geen plek '#{plek}'.")
        )
        yield text.format(pagina=page, plek=shown(place)), partial(did_you_mean, place, here)


def _prose(docs: Path) -> dict[str, Path]:
    """The prose pages by their address."""
    return {
        path.relative_to(docs).with_suffix(".html").as_posix(): path for path in files.visible(docs, ".md")
    }


def _texts(value: Value, path: Path_) -> Iterator[tuple[Path_, str]]:
    if isinstance(value, str):
        yield path, value
    else:
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _texts(inner, (*path, key))


def _text(docs: Path, page: Path) -> str:
    return files.text(page, f"docs/{page.relative_to(docs).as_posix()}")
