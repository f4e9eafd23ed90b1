"""What kinds of content there are and what refers to them, read from the models of the data files."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.model.basis import Bestand
from macros.model.items import Item, LooseRef, Ref, Soort
from macros.source.shape import fields, model_in, parts

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
    return [reference for file, shape in files.items() for reference in _inside(file, shape)]


def _inside(file: str, shape: type[Bestand]) -> Iterator[Reference]:
    """The references in a file, each with the nearest list out of which what it names falls."""
    lists: list[tuple[str, Pattern]] = []
    for path, field in fields(shape):
        inside = (mark for part in parts(field.annotation) for mark in getattr(part, "__metadata__", ()))
        refs = [mark for mark in (*field.metadata, *inside) if isinstance(mark, Ref)]
        at = path[:-1] if path[-1] == "*" else path
        lists += [(ref.soort, at) for ref in refs if isinstance(ref, LooseRef)]
        if model_in(field.annotation):
            continue
        for ref in refs:
            around = [list_ for soort, list_ in lists if soort == ref.soort and path[: len(list_)] == list_]
            yield Reference(file, path, ref.soort, around[-1] if around else None)
