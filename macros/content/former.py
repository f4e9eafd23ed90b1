"""What was written before an update is read as it is called now, and is told: an update stops no copy."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from macros.model.files import FILES, FORMER, OWN
from macros.model.former import Former, Place
from macros.source.problems import Position, Problem
from macros.source.validate import MISSING
from macros.source.yaml_source import Path_, Source, Value
from macros.talen import N_, _

_NAME = N_("'{old}' heet nu '{new}'. Zo werkt het nog wel. Schrijf voortaan: '{new}: …'.")
_BOTH = N_("'{old}' heet nu '{new}', en dat staat hier ook al. Haal '{old}' weg.")
_WORD = N_("'{old}' heet nu '{new}'. Zo werkt het nog wel. Schrijf voortaan: '{field}: {new}'.")
_FILE = N_(
    "Dit bestand heet nu '{new}', en hier leest niemand het meer. Zet daar wat jullie veranderden, en haal dit weg."
)


def left(root: Path) -> Iterator[Problem]:
    """The files that were called otherwise before, and are still there under that name."""
    for shape in FILES.values():
        if shape.vroeger and (root / shape.vroeger).exists():
            yield Problem(shape.vroeger, Position(), _(_FILE).format(new=shape.pad))


def current(sources: Mapping[str, Source]) -> tuple[list[Problem], list[Problem]]:
    """Let every former name and word in the sources be the present one, in place.

    Returns:
        what is told of it; and what is wrong: a field that came later than a copy may be missing in its own files only.
    """
    told: list[Problem] = []
    wrong: list[Problem] = []
    for file, source in sources.items():
        for place in FORMER[file]:
            *parent, field = place.path[:-1] if place.path[-1] == "*" else place.path
            items = [(path, item) for path, item in source.found((*parent,)) if isinstance(item, dict)]
            if isinstance(place.mark, Former):
                for path, item in items:
                    told += _renamed(source, path, item, place.mark.name, str(field))
                told += _reworded(source, place, place.mark.words)
            else:
                lacking = _(MISSING).format(veld=field, hint=f" {_(place.description)}")
                found = [source.problem(path, lacking) for path, item in items if field not in item]
                told, wrong = (told + found, wrong) if file in OWN else (told, wrong + found)
    return told, wrong


def _renamed(source: Source, path: Path_, item: dict[str, Value], old: str, new: str) -> Iterator[Problem]:
    if old not in item:
        return
    sentence = _BOTH if new in item else _NAME
    yield source.problem((*path, old), _(sentence).format(old=old, new=new), at_key=True)
    if new in item:
        del item[old]
        return
    for inside in [*_paths(item[old], (*path, old))]:
        for table in (source.values, source.keys):
            if inside in table:
                table[(*path, new, *inside[len(path) + 1 :])] = table.pop(inside)
    renamed = {new if name == old else name: value for name, value in item.items()}
    item.clear()
    item.update(renamed)


def _reworded(source: Source, place: Place, words: Mapping[str, str]) -> Iterator[Problem]:
    for path, word in source.texts(place.path):
        if word in words:
            field = next(part for part in reversed(path) if isinstance(part, str))
            text = _(_WORD).format(old=word, new=words[word], field=field)
            yield source.problem(path, text)
            source.at(path[:-1])[path[-1]] = words[word]


def _paths(value: Value, path: Path_) -> Iterator[Path_]:
    """The way to a value and to everything inside it."""
    yield path
    if not isinstance(value, str):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _paths(inner, (*path, key))
