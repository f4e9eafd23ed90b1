"""An organisation's own content over the project's: what it adds, replaces and hides, item by item, by id.

It works on the sources, before the models are made: every later check sees one whole, and still tells each mistake
at its own line in its own file.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from macros.model.files import KINDS
from macros.model.kinds import Kind
from macros.source.problems import Problem, did_you_mean, shown
from macros.source.yaml_source import Path_, Source, Value
from macros.talen import N_, _

#: What the id of an own item starts with, so that no later version of the project can have the same one.
OWN_PREFIX = "x-"
#: An item by its kind and id.
Key = tuple[str, str]


@dataclass(frozen=True)
class Merged:
    """The sources as one whole; `own` is the organisation's file, None where it has none.

    `words` says what the organisation did to an item, with a blank for who that is; `hidden` where in `own` it asks
    to hide one.
    """

    sources: dict[str, Source]
    own: Source | None = None
    words: Mapping[Key, str] = field(default_factory=dict)
    hidden: Mapping[Key, Path_] = field(default_factory=dict)


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
    plans = [_Plan(sources[kind.file], own, kind) for kind in KINDS.values() if kind.eigen]
    problems = [problem for plan in plans for problem in plan.problems()]
    if problems:
        return Merged(sources), problems
    whole = dict(sources)
    words: dict[Key, str] = {}
    hidden: dict[Key, Path_] = {}
    for plan in plans:
        kind = plan.kind
        whole[kind.file] = _with_list(whole[kind.file], kind.lijst, plan.result())
        words |= {(kind.naam, item.id): N_("Toegevoegd door {wie}") for item in plan.added}
        words |= {(kind.naam, id_): N_("Aangepast door {wie}") for id_ in plan.replaced}
        hidden |= {(kind.naam, id_): path for id_, path in plan.hidden.items()}
    return Merged(whole, own, words, hidden), []


class _Plan:
    """What happens to one list. A former id of an item of the project counts as its id."""

    def __init__(self, source: Source, own: Source, kind: Kind) -> None:
        self.own, self.kind, list_ = own, kind, kind.lijst
        self.base = list(_items(source, (list_, "*")))
        now = {old: item.id for item in self.base for old in item.former}
        self.added = list(_items(own, ("toevoegen", list_, "*")))
        self.replacing = [(now.get(new.id, new.id), new) for new in _items(own, ("vervangen", list_, "*"))]
        self.hiding = [(now.get(id_, id_), path) for path, id_ in own.texts(("verbergen", list_, "*"))]
        self.replaced = dict(self.replacing)
        self.hidden = dict(self.hiding)

    def problems(self) -> Iterator[Problem]:
        known = {item.id for item in self.base}
        kind, own = self.kind.naam, self.own
        for item in self.added:
            if item.id in known:
                text = _("'{id}' bestaat al. Wil je hem veranderen? Zet hem dan bij 'vervangen'.")
                yield own.problem((*item.path, "id"), text.format(id=item.id))
            elif not item.id.startswith(OWN_PREFIX):
                text = _("Een eigen id begint met '{begin}'. Schrijf: '{begin}{id}'.")
                yield own.problem((*item.path, "id"), text.format(begin=OWN_PREFIX, id=item.id))
        wanted = [("vervangen", id_, (*item.path, "id")) for id_, item in self.replacing]
        wanted += [("verbergen", *pair) for pair in self.hiding]
        seen: dict[str, tuple[str, int]] = {}
        for verb, id_, path in wanted:
            if id_ not in known:
                text = _("'{id}' is geen {soort} van het project.").format(id=shown(id_), soort=_(kind))
                yield own.problem(path, text, meant=partial(did_you_mean, id_, known))
            elif id_ in seen:
                text = _("'{id}' staat ook al bij '{lijst}', op regel {regel}. Haal er een weg.")
                yield own.problem(path, text.format(id=id_, lijst=seen[id_][0], regel=seen[id_][1]))
            seen.setdefault(id_, (verb, own.position(path).line))
        if self.hiding and self.kind.nodig and not self.result():
            text = _("Zo blijft er geen {soort} over. Laat er minstens een staan.").format(soort=_(kind))
            yield own.problem(self.hiding[0][1], text)

    def result(self) -> list[_Item]:
        kept = [item for item in self.base if item.id not in self.hidden]
        return [*(_in_place_of(item, self.replaced.get(item.id)) for item in kept), *self.added]


def _in_place_of(old: _Item, new: _Item | None) -> _Item:
    """The new item under the id and the former ids of the old one, so that every address keeps working."""
    if new is None or not isinstance(new.value, dict):
        return old
    former: list[Value] = [*dict.fromkeys([*old.former, *new.former])]
    return replace(
        new, id=old.id, value={**new.value, "id": old.id, **({"oude_ids": former} if former else {})}
    )


def _items(source: Source, pattern: Path_) -> Iterator[_Item]:
    for path, value in source.found(pattern):
        id_ = value.get("id") if isinstance(value, dict) else None
        yield _Item(id_ if isinstance(id_, str) else "", value, source, path)


def _with_list(source: Source, list_: str, items: list[_Item]) -> Source:
    """The source with other items in one of its lists, each still at its own place in its own file."""
    if not isinstance(source.data, dict) or not isinstance(source.data.get(list_, []), list):
        return source  # wrong by itself, and said so when it is validated
    data: dict[str, Value] = {**source.data, list_: [item.value for item in items]}
    moved = dict(source.moved)
    moved.update({(list_, index): (item.source, item.path) for index, item in enumerate(items)})
    return replace(source, data=data, moved=moved)
