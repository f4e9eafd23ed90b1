"""An organisation's own content over the project's: what it adds, replaces and hides, item by item, by id.

It works on the sources, before the models are made, so that every later check sees one whole and still tells each
mistake at its own line in its own file.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from macros.source.problems import Position, Problem, did_you_mean
from macros.source.yaml_source import Path_, Source, Value

#: Where the items of each list stand: list -> (file, what one of them is called).
LISTS = {
    "themas": ("success_factors", "thema"),
    "factoren": ("success_factors", "factor"),
    "scenarios": ("scenarios", "scenario"),
    "checklists": ("checklists", "checklist"),
    "werkvormen": ("sessies", "werkvorm"),
    "sessies": ("sessies", "sessie"),
}
#: A site without one of these is none.
NEEDED = {"themas", "factoren"}
#: What the id of an own item starts with, so that no later version of the project can have the same one.
OWN_PREFIX = "x-"


@dataclass(frozen=True)
class Merged:
    """The sources as one whole; `own` is the organisation's file, None where it has none.

    `added` and `replaced` hold (kind, id); `hidden` says for each (kind, id) where that is asked for in `own`.
    """

    sources: dict[str, Source]
    own: Source | None = None
    added: frozenset[tuple[str, str]] = frozenset()
    replaced: frozenset[tuple[str, str]] = frozenset()
    hidden: Mapping[tuple[str, str], Path_] = field(default_factory=dict)


@dataclass(frozen=True)
class _Item:
    """An item of a list: its id, its fields, and where they stand."""

    id: str
    value: Value
    source: Source
    path: Path_

    @property
    def former(self) -> list[str]:
        ids = self.value.get("oude_ids") if isinstance(self.value, dict) else None
        return [id_ for id_ in ids if isinstance(id_, str)] if isinstance(ids, list) else []


def merge(sources: dict[str, Source], own: Source) -> tuple[Merged, list[Problem]]:
    """Put the organisation's content over the project's; with problems, the project's own is given back."""
    problems: list[Problem] = []
    merged = dict(sources)
    added: set[tuple[str, str]] = set()
    replaced: set[tuple[str, str]] = set()
    hidden: dict[tuple[str, str], Path_] = {}
    for list_, (file, kind) in LISTS.items():
        plan = _Plan(sources[file], own, list_, kind)
        problems += plan.problems()
        added |= {(kind, item.id) for item in plan.added}
        replaced |= {(kind, id_) for id_ in plan.replaced}
        hidden |= {(kind, id_): path for id_, path in plan.hidden.items()}
        if not problems:
            merged[file] = _with_list(merged[file], list_, plan.result(), own)
    return (Merged(sources), problems) if problems else (Merged(merged, own, frozenset(added), frozenset(replaced), hidden), [])


class _Plan:
    """What happens to one list. A former id of an item of the project counts as its id."""

    def __init__(self, source: Source, own: Source, list_: str, kind: str) -> None:
        self.own, self.kind = own, kind
        self.needed = list_ in NEEDED
        self.base = list(_items(source, (list_,)))
        now = {old: item.id for item in self.base for old in item.former}
        self.added = list(_items(own, ("toevoegen", list_)))
        self.replacing = [(now.get(item.id, item.id), item) for item in _items(own, ("vervangen", list_))]
        self.hiding = [(now.get(id_, id_), path) for id_, path in _ids(own, ("verbergen", list_))]
        self.replaced = dict(self.replacing)
        self.hidden = dict(self.hiding)

    def problems(self) -> Iterator[Problem]:
        known = {item.id for item in self.base}
        kind, own = self.kind, self.own
        for item in self.added:
            if item.id in known:
                text = f"'{item.id}' bestaat al. Wil je hem veranderen? Zet hem dan bij 'vervangen'."
                yield own.problem((*item.path, "id"), text)
            elif not item.id.startswith(OWN_PREFIX):
                yield own.problem((*item.path, "id"), f"Een eigen id begint met '{OWN_PREFIX}'. Schrijf: '{OWN_PREFIX}{item.id}'.")
        wanted = [
            *(("vervangen", id_, (*item.path, "id")) for id_, item in self.replacing),
            *(("verbergen", *pair) for pair in self.hiding),
        ]
        seen: dict[str, tuple[str, int]] = {}
        for verb, id_, path in wanted:
            if id_ not in known:
                yield own.problem(path, f"'{id_}' is geen {kind} van het project.{did_you_mean(id_, known)}")
            elif id_ in seen:
                yield own.problem(path, f"'{id_}' staat ook al bij '{seen[id_][0]}', op regel {seen[id_][1]}. Haal er een weg.")
            seen.setdefault(id_, (verb, own.position(path).line))
        if self.hiding and self.needed and not self.result():
            yield own.problem(self.hiding[0][1], f"Zo blijft er geen {kind} over. Laat er minstens een staan.")

    def result(self) -> list[_Item]:
        kept = (item for item in self.base if item.id not in self.hidden)
        return [*(_in_place_of(item, self.replaced[item.id]) if item.id in self.replaced else item for item in kept), *self.added]


def _in_place_of(old: _Item, new: _Item) -> _Item:
    """The new item under the id and the former ids of the old one, so that every address keeps working."""
    assert isinstance(new.value, dict)
    former: list[Value] = [*dict.fromkeys([*old.former, *new.former])]
    value: dict[str, Value] = {**new.value, "id": old.id, **({"oude_ids": former} if former else {})}
    return _Item(old.id, value, new.source, new.path)


def _list(source: Source, path: Path_) -> list[Value]:
    value: Value = source.data
    for key in path:
        value = value.get(str(key), []) if isinstance(value, dict) else []
    return value if isinstance(value, list) else []


def _items(source: Source, path: Path_) -> Iterator[_Item]:
    for index, value in enumerate(_list(source, path)):
        id_ = value.get("id") if isinstance(value, dict) else None
        yield _Item(id_ if isinstance(id_, str) else "", value, source, (*path, index))


def _ids(source: Source, path: Path_) -> Iterator[tuple[str, Path_]]:
    return ((value, (*path, index)) for index, value in enumerate(_list(source, path)) if isinstance(value, str))


def _with_list(source: Source, list_: str, items: list[_Item], own: Source) -> Source:
    """The source with other items in one of its lists, each with the positions of where it stands."""
    if not isinstance(source.data, dict) or not isinstance(source.data.get(list_, []), list):
        return source  # wrong by itself, and said so when it is validated
    data: dict[str, Value] = {**source.data, list_: [item.value for item in items]}
    merged = {path: name for path, name in source.merged.items() if path[0] != list_}
    merged |= {(list_, index): own.name for index, item in enumerate(items) if item.source is own}
    values = _moved(source.values, own.values, list_, items)
    return Source(source.name, data, values, _moved(source.keys, own.keys, list_, items), merged)


def _moved(places: Mapping[Path_, Position], own: Mapping[Path_, Position], list_: str, items: list[_Item]) -> dict[Path_, Position]:
    """The positions of everything in a file, where one of its lists now holds these items."""
    inside: dict[Path_, list[tuple[Path_, Position]]] = {}
    result: dict[Path_, Position] = {}
    for path, at in places.items():
        if path[:1] == (list_,) and len(path) > 1:
            inside.setdefault(path[:2], []).append((path[2:], at))
        else:
            result[path] = at
    for path, at in own.items():
        inside.setdefault(path[:3], []).append((path[3:], at))
    for index, item in enumerate(items):
        result |= {(list_, index, *rest): at for rest, at in inside.get(item.path, ())}
    return result
