"""Checks that cross the borders of one item: ids are unique, and every reference points at something.

It reads the sources, not the models: a mistake in one factor does not hide a wrong reference in another.
"""

from collections.abc import Collection, Iterator, Mapping
from functools import partial

from macros.model.files import FILES, KINDS, REFERENCES
from macros.model.kinds import Kind, Reference
from macros.own.merge import Merged
from macros.source.names import RESERVED
from macros.source.problems import Problem, did_you_mean, shown
from macros.source.yaml_source import Path_, Source
from macros.talen import _

Sources = Mapping[str, Source]


def check(merged: Merged, elsewhere: Mapping[str, Collection[str]]) -> list[Problem]:
    """Every double id, wrong former id and wrong reference in the whole.

    Args:
        merged: all sources by the name of their file, with what an organisation hides.
        elsewhere: ids by kind of what has them outside the sources.
    """
    sources = merged.sources
    there = {
        name: {value for _, value in _ids(sources, kind)}
        for name, kind in KINDS.items()
        if _listed(sources, kind)
    }
    ids = {**elsewhere, **there}
    return [*_claims(sources), *_unknown(merged, ids), *_themes_without_factors(merged)]


def current(sources: Sources) -> None:
    """Let every reference to a former id name the present one, in place."""
    now = {
        (kind.naam, old): _id_of(sources[kind.file], path)
        for kind in KINDS.values()
        for path, old in _former_ids(sources, kind)
    }
    for reference, source in _referring(sources):
        for path, value in source.texts(reference.path):
            if (reference.soort, value) in now:
                source.at(path[:-1])[path[-1]] = now[reference.soort, value]


def _referring(sources: Sources) -> Iterator[tuple[Reference, Source]]:
    """Every place that refers to something, and its source; an organisation's own files need not be there."""
    return ((place, sources[place.file]) for place in REFERENCES if place.file in sources)


def _listed(sources: Sources, kind: Kind) -> bool:
    """Can it be known which items of a kind there are? A list that is wrong as a whole says nothing of its items."""
    data, field = sources[kind.file].data, FILES[kind.file].model_fields[kind.lijst]
    there = data.get(kind.lijst, None if field.is_required() else []) if isinstance(data, dict) else None
    return isinstance(there, list)


def _ids(sources: Sources, kind: Kind) -> Iterator[tuple[Path_, str]]:
    return sources[kind.file].texts((kind.lijst, "*", "id"))


def _former_ids(sources: Sources, kind: Kind) -> Iterator[tuple[Path_, str]]:
    return sources[kind.file].texts((kind.lijst, "*", "oude_ids", "*"))


def _id_of(source: Source, path: Path_) -> str:
    """The id of the item in which `path` lies."""
    return str(source.at(path[:2]).get("id", ""))


def _claims(sources: Sources) -> Iterator[Problem]:
    """Ids that two items claim, and former ids that are somebody's: an address leads to one place."""
    for kind in KINDS.values():
        source = sources[kind.file]
        now: dict[str, int] = {}
        for path, value in _ids(sources, kind):
            if value in now:
                text = _("De id '{id}' is al van een {soort} op regel {regel}. Kies een andere.")
                yield source.problem(path, text.format(id=shown(value), soort=_(kind.naam), regel=now[value]))
            now.setdefault(value, source.position(path).line)
            yield from _reserved(source, path, value)
        former: dict[str, Path_] = {}
        for path, value in _former_ids(sources, kind):
            if value in now:
                text = _("'{id}' staat bij 'oude_ids', maar is nog de id van een {soort}. Haal hem hier weg.")
                yield source.problem(path, text.format(id=shown(value), soort=_(kind.naam)))
            elif value in former:
                text = _(
                    "'{id}' staat ook bij 'oude_ids' van {soort} '{ander}', op regel {regel}. Haal er een weg."
                )
                other, line = shown(_id_of(source, former[value])), source.position(former[value]).line
                said = text.format(id=shown(value), soort=_(kind.naam), ander=other, regel=line)
                yield source.problem(path, said)
            former.setdefault(value, path)
            yield from _reserved(source, path, value)


def _reserved(source: Source, path: Path_, id_: str) -> Iterator[Problem]:
    if id_ in RESERVED:
        text = _(
            "Een id kan niet '{id}' zijn: een computer of de site gebruikt dat woord zelf. Kies een ander."
        )
        yield source.problem(path, text.format(id=id_))


def _unknown(merged: Merged, ids: Mapping[str, Collection[str]]) -> Iterator[Problem]:
    for reference, source in _referring(merged.sources):
        soort = reference.soort
        for path, value in source.texts(reference.path):
            if value in ids.get(soort, [value]):
                continue
            if (soort, value) not in merged.hidden:
                neuter = soort in KINDS and KINDS[soort].het
                text = _("'{id}' is geen bekend {soort}.") if neuter else _("'{id}' is geen bekende {soort}.")
                said = text.format(id=shown(value), soort=_(soort))
                yield source.problem(path, said, meant=partial(did_you_mean, value, ids[soort]))
            elif source.origin(path)[0] is merged.own:
                text = _("'{id}' hebben jullie verborgen. Haal de verwijzing hier weg, of verberg hem niet.")
                yield source.problem(path, text.format(id=value))
            elif not _can_be_missed(merged, reference, source, path):
                yield _needed(merged, source, path, soort, value)


def _can_be_missed(merged: Merged, reference: Reference, source: Source, path: Path_) -> bool:
    """Does a reference of the project fall away with what is hidden? The last item of a list may not."""
    if reference.loose is None:
        return False
    at = len(reference.loose)
    if len(path) == at + 1:
        return True  # a list of ids may become empty
    ids = (str(item.get(path[-1])) for item in source.at(path[:at]) if isinstance(item, dict))
    return any((reference.soort, id_) not in merged.hidden for id_ in ids)


def _needed(merged: Merged, source: Source, path: Path_, kind: str, hidden: str) -> Problem:
    """What the project cannot do without was hidden: said where that is asked, the only place to change it."""
    assert merged.own is not None
    owner = next(kind.naam for kind in KINDS.values() if kind.lijst == path[0])
    text = _("'{id}' hoort nog bij {soort} '{ander}'. Verberg die ook, of vervang hem.")
    said = text.format(id=hidden, soort=_(owner), ander=shown(_id_of(source, path)))
    return merged.own.problem(merged.hidden[kind, hidden], said)


def _themes_without_factors(merged: Merged) -> Iterator[Problem]:
    kind = KINDS["thema"]
    if not _listed(merged.sources, KINDS["factor"]):
        return
    source, own = merged.sources[kind.file], merged.own
    used = {value for _, value in source.texts((KINDS["factor"].lijst, "*", "thema"))}
    for path, value in _ids(merged.sources, kind):
        if value in used:
            continue
        if own is None or source.origin(path)[0] is own:
            text = _("Thema '{id}' heeft nog geen factor. Voeg een factor toe met 'thema: {id}'.")
            yield source.problem(path, text.format(id=shown(value)))
        else:
            text = _(
                "Thema '{id}' heeft nu geen factor meer. Zet '{id}' ook bij 'verbergen', onder 'themas'."
            )
            yield own.problem(("verbergen", "factoren"), text.format(id=value))
