"""All pages: those of the list, and what follows from the data and from the files in `docs`."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from typing import Any

from markupsafe import escape

from macros.content.content import Content
from macros.model import Checklist, Thema
from macros.model.files import KINDS
from macros.own import prose as own_prose
from macros.pages import listing
from macros.pages.listing import Page
from macros.source.problems import DataError, Position, Problem
from macros.talen import _, speaking


def pages(content: Content, prose: Mapping[str, str]) -> tuple[Page, ...]:
    """All pages in reading order, their names filled in: behind an overview come the pages of its folder.

    Args:
        content: what the generated pages are about.
        prose: the title of every page in `docs`, by its Markdown address.

    Raises:
        DataError: when the list names a page that is not in `docs`.
    """
    with speaking(content.taal):
        return tuple(map(_with_names, _pages(content, prose)))


def _with_names(page: Page) -> Page:
    name = page.name or page.title
    return replace(page, name=name, label=page.label or name, wish=page.wish or name)


def _pages(content: Content, prose: Mapping[str, str]) -> Iterator[Page]:
    items = [*_items(content)]
    for line in listing.PAGES:
        for page in _meant(line, content, prose, items):
            yield page
            if page.is_overview:
                yield from (item for item in items if item.folder == page.folder)


def _meant(line: Page, content: Content, prose: Mapping[str, str], items: Iterable[Page]) -> Iterable[Page]:
    """The pages for which a line of the list stands."""
    if line is listing.OWN:
        return _of_organisation(content)
    if line is listing.OTHERS:
        return _not_named(prose, items)
    if not line.macro and line.source in prose:
        return (replace(_said(line), title=prose[line.source]),)
    if line.needs and not getattr(content, line.needs):
        return ()
    if line.macro:
        said = _said(line)
        return (replace(said, description=said.description.format(anderen=content.onderwerp.anderen)),)
    text = _("'{pagina}' staat in deze lijst, maar docs/{pagina} is er niet. Haal de regel weg.")
    raise DataError([Problem("macros/pages/listing.py", Position(), text.format(pagina=line.source))])


def _said(line: Page) -> Page:
    """A line of the list in the language that is spoken."""
    return replace(
        line,
        title=_(line.title),
        description=_(line.description),
        name=_(line.name),
        label=_(line.label),
        wish=_(line.wish),
        hint=_(line.hint),
    )


def _of_organisation(content: Content) -> Iterator[Page]:
    for own in content.eigen_paginas:
        source = f"{own_prose.FOLDER}/{own.naam}.md"
        yield Page(source, own.titel, own.titel, macro="eigen_pagina", about=own.naam)


def _not_named(prose: Mapping[str, str], items: Iterable[Page]) -> Iterator[Page]:
    """Pages in `docs`, and overviews of folders of generated pages: none may be out of reach."""
    named = {line.source for line in listing.PAGES}
    yield from (Page(source, title) for source, title in prose.items() if source not in named)
    for folder, kind in {item.folder: item.macro for item in items}.items():
        source = f"{folder}/index.md"
        title = (_(KINDS[kind].meervoud) if kind in KINDS else folder).capitalize()
        if source not in {*named, *prose}:
            yield Page(source, title, title, macro="overzicht", about=folder)


def _items(content: Content) -> Iterator[Page]:
    """A page for everything in the data that has one, filled by the macro of its kind."""
    for item in _with_page(content):
        source, kind = _source(item.pagina), item.SOORT.naam
        page = Page(source, item.titel, item.kort, macro=kind, about=item.id, places=())
        if isinstance(item, Thema):
            page = replace(page, description=item.belofte, weight=4)
        if isinstance(item, Checklist):
            source, title = _source(item.kaart), _("{titel} in 30 seconden").format(titel=item.titel)
            yield Page(source, title, item.nu.openingszin, macro="nu", about=item.id, places=())
        yield page


def _with_page(content: Content) -> Iterator[Any]:
    """The items with a page of their own; these have a `titel`, and a line about themselves: `kort`."""
    return (item for item in content.alles if item.pagina and "#" not in item.pagina)


def _source(url: str) -> str:
    return url.removesuffix(".html") + ".md"


def body(page: Page) -> str:
    """The Markdown of a generated page: one macro call, with at most a validated id."""
    about = repr(page.about) if page.about else ""
    return f"{{{{ {page.macro}({about}) }}}}\n"


def moved(content: Content) -> Iterator[tuple[str, str]]:
    """Addresses of former ids, each with the address where the page is now."""
    return (moved for item in content.alles for moved in item.verhuisd.items())


def navigation(pages: Iterable[Page]) -> list[dict[str, object]]:
    """The whole site in the form of MkDocs' `nav`: an overview and the pages of its folder make a section.

    Names are escaped in it, because themes do not.
    """
    found: list[dict[str, object]] = []
    for __, group in groupby(pages, key=lambda page: page.folder):
        inside = [*group]
        entries: list[dict[str, object]] = [{str(escape(page.title)): page.source} for page in inside]
        found += (
            [{str(escape(inside[0].label)): entries}]
            if inside[0].is_overview and len(inside) > 1
            else entries
        )
    return found
