"""What kinds of content there are and what refers to them, read from the models of the data files."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import get_origin

from pydantic import BaseModel

from macros.model.basis import Bestand
from macros.model.items import Item, LooseRef, Ref, Soort
from macros.source.shape import model_in, parts

Files = Mapping[str, type[Bestand]]
#: The way to values in a file: names of fields, and `*` for every item of a list.
Pattern = tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Kind(Soort):
    """A kind, and the list in a file that holds its items. `nodig`: without one of these there is no site."""

    model: type[Item]
    file: str
    lijst: str
    nodig: bool


@dataclass(frozen=True)
class Reference:
    """A place with ids of a kind; what a copy hides falls out of the list at `loose`, where that is not None."""

    file: str
    path: Pattern
    soort: str
    loose: Pattern | None


def kinds(files: Files) -> dict[str, Kind]:
    """The kinds by name."""
    found: dict[str, Kind] = {}
    for file, shape in files.items():
        for lijst, field in shape.model_fields.items():
            model = model_in(field.annotation)
            if model and issubclass(model, Item):
                nodig = any(getattr(mark, "min_length", 0) for mark in field.metadata)
                soort = vars(model.SOORT)
                found[model.SOORT.naam] = Kind(**soort, model=model, file=file, lijst=lijst, nodig=nodig)
    return found


def references(files: Files) -> list[Reference]:
    """Every place in the files of which a model says that it refers to something."""
    return [reference for file, shape in files.items() for reference in _inside(file, shape, (), {})]


def _inside(
    file: str, model: type[BaseModel], path: Pattern, loose: dict[str, Pattern]
) -> Iterator[Reference]:
    """The references in a model at `path`; `loose` is by kind the nearest list out of which one falls."""
    for name, field in model.model_fields.items():
        inside = list(parts(field.annotation))
        marks = [*field.metadata, *(mark for part in inside for mark in getattr(part, "__metadata__", ()))]
        refs = [mark for mark in marks if isinstance(mark, Ref)]
        lists = {**loose, **{ref.soort: (*path, name) for ref in refs if isinstance(ref, LooseRef)}}
        here = (*path, name, "*") if any(get_origin(part) is tuple for part in inside) else (*path, name)
        if inner := model_in(field.annotation):
            yield from _inside(file, inner, here, lists)
        else:
            yield from (Reference(file, here, ref.soort, lists.get(ref.soort)) for ref in refs)
