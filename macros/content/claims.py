"""An address leads to one place: no two things make the same file of the site, or the same place on a page."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from macros.content import links
from macros.content.content import Content
from macros.model.files import KINDS
from macros.source.files import visible
from macros.source.problems import Problem
from macros.source.yaml_source import Source
from macros.talen import _

#: A place that a template makes: with a name of its own, or with the id of an item, maybe with something before it.
_PLACE = re.compile(r'\sid="(?:([\w-]+)|([\w-]*){{ ((?:inhoud\.)?\w+)\.id }})"')
_INCLUDED = re.compile(r'{% include "([\w.-]+)" %}')


def check(sources: Mapping[str, Source], content: Content, docs: Path, templates: Path) -> list[Problem]:
    """Every id from which follows an address that is taken: by a page in `docs`, a template, or another item."""
    return [*_check(sources, content, links.headings(docs), templates)]


def _check(
    sources: Mapping[str, Source], content: Content, prose: Mapping[str, set[str]], templates: Path
) -> Iterator[Problem]:
    taken = dict.fromkeys(prose, _("een pagina in docs"))
    for kind in KINDS.values():
        made = _made(kind.naam, content, templates) if "#" in kind.adres else set()
        for index, item in enumerate(getattr(content, kind.lijst)):
            for address in dict.fromkeys((*item.bestanden, *item.adressen)):
                page, __, place = address.partition("#")
                owner = (
                    _("iets anders op die pagina")
                    if place and place in made | prose.get(page, set())
                    else taken.get(address)
                )
                if owner:
                    text = _(
                        "Hieruit volgt het adres '{adres}', maar dat is al van {ander}. Kies een andere id."
                    )
                    said = text.format(adres=address, ander=owner)
                    yield sources[kind.file].problem((kind.lijst, index, "id"), said)
                    break
                taken[address] = f"{_(kind.naam)} '{item.id}'"


def _made(kind: str, content: Content, templates: Path) -> set[str]:
    """The places that templates make beside those of items of a kind, on the page on which these are shown."""
    made = {"inhoud"}  # where every article begins
    for page in visible(templates, ".md.j2"):
        places = _PLACE.findall(_whole(page))
        if ("", "", kind) in places:
            made |= {place for place, __, __ in places if place}
            made |= {
                before + item.id
                for __, before, of in places
                if (before, of) != ("", kind)
                for item in _items(content, of)
            }
    return made


def _items(content: Content, name: str) -> list[Any]:
    """What a template calls so: every item of a kind, or what the content has under one name."""
    if name in KINDS:
        return [*getattr(content, KINDS[name].lijst)]
    one = getattr(content, name.removeprefix("inhoud."), None) if name.startswith("inhoud.") else None
    return [one] if one else []


def _whole(template: Path) -> str:
    """A template with everything that it includes."""
    text = template.read_text(encoding="utf-8")
    return text + "".join(_whole(template.with_name(name)) for name in _INCLUDED.findall(text))
