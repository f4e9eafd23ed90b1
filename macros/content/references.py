"""Checks that cross the borders of one item: ids are unique, and every reference points at something that exists.

It reads the raw sources, not the models, so that a mistake in one factor does not hide a wrong reference in another.
"""

from collections.abc import Iterator, Mapping

from macros.own.merge import Merged
from macros.source.problems import Problem, did_you_mean
from macros.source.yaml_source import Path_, Source, Value

SUCCESS, BRON, BEGRIPPEN, LANDELIJK = "success_factors", "bron", "begrippen", "landelijk"
SCENARIOS, CHECKLISTS, SESSIES = "scenarios", "checklists", "sessies"

#: What has an id: kind -> (file, where the ids stand). `*` stands for every item of a list.
IDS = {
    "thema": (SUCCESS, ("themas", "*", "id")),
    "factor": (SUCCESS, ("factoren", "*", "id")),
    "scenario": (SCENARIOS, ("scenarios", "*", "id")),
    "checklist": (CHECKLISTS, ("checklists", "*", "id")),
    "werkvorm": (SESSIES, ("werkvormen", "*", "id")),
    "sessie": (SESSIES, ("sessies", "*", "id")),
    "bronpunt": (BRON, ("punten", "*", "id")),
    "begrip": (BEGRIPPEN, ("begrippen", "*", "id")),
    "nummer": (LANDELIJK, ("nummers", "*", "id")),
}

#: A Dutch adjective gets an e, unless the noun is neuter.
_E = {kind: "" if kind in ("thema", "bronpunt", "begrip", "nummer", "scenario") else "e" for kind in IDS}

#: What refers to an id: (file, where, kind).
REFERENCES = (
    (SUCCESS, ("factoren", "*", "thema"), "thema"),
    (SUCCESS, ("factoren", "*", "verwant", "*"), "factor"),
    (SUCCESS, ("factoren", "*", "principe", "bronpunten", "*"), "bronpunt"),
    (SUCCESS, ("factoren", "*", "waarom", "*", "bronpunten", "*"), "bronpunt"),
    (SUCCESS, ("factoren", "*", "doen", "*", "bronpunten", "*"), "bronpunt"),
    (SCENARIOS, ("scenarios", "*", "stappen", "*", "keuzes", "*", "factoren", "*"), "factor"),
    (CHECKLISTS, ("checklists", "*", "items", "*", "factoren", "*"), "factor"),
    (CHECKLISTS, ("checklists", "*", "scenarios", "*"), "scenario"),
    (SESSIES, ("sessies", "*", "onderdelen", "*", "werkvorm"), "werkvorm"),
    (SESSIES, ("sessies", "*", "onderdelen", "*", "scenario"), "scenario"),
    (SESSIES, ("sessies", "*", "onderdelen", "*", "factoren", "*"), "factor"),
    (SESSIES, ("sessies", "*", "onderdelen", "*", "dias", "*", "factor"), "factor"),
    (SESSIES, ("sessies", "*", "onderdelen", "*", "dias", "*", "scenario"), "scenario"),
)

#: References of the project that fall away together with what an organisation hides; the others have to stay.
LOOSE = {path for _, path, _ in REFERENCES if path[-1] == "*"} | {("sessies", "*", "onderdelen", "*", "dias", "*", "factor")}

#: Former ids, which may not be anybody's id now.
FORMER = (
    ("thema", SUCCESS, ("themas", "*", "oude_ids", "*")),
    ("factor", SUCCESS, ("factoren", "*", "oude_ids", "*")),
    ("scenario", SCENARIOS, ("scenarios", "*", "oude_ids", "*")),
    ("checklist", CHECKLISTS, ("checklists", "*", "oude_ids", "*")),
    ("sessie", SESSIES, ("sessies", "*", "oude_ids", "*")),
)


def check(merged: Merged) -> list[Problem]:
    """Every double id and every reference into nothing."""
    sources = merged.sources
    ids = {kind: dict(_ids(sources, kind)) for kind in IDS}
    return [*_doubles(sources), *_former(sources, ids), *_unknown(merged, ids), *_themes_without_factors(merged)]


def current(sources: Mapping[str, Source]) -> None:
    """Let every reference to a former id name the present one, in place."""
    now = {(kind, old): _id_of(sources[file], path) for kind, file, pattern in FORMER for path, old in found(sources[file], pattern)}
    for file, pattern, kind in REFERENCES:
        for path, value in found(sources[file], pattern):
            if (kind, value) in now:
                sources[file].at(path[:-1])[path[-1]] = now[kind, value]


def found(source: Source, pattern: Path_) -> Iterator[tuple[Path_, str]]:
    """The texts in the source at `pattern`, with their paths."""

    def walk(value: Value, rest: Path_, path: Path_) -> Iterator[tuple[Path_, str]]:
        if not rest:
            if isinstance(value, str):
                yield path, value
        elif rest[0] == "*":
            for index, item in enumerate(value if isinstance(value, list) else []):
                yield from walk(item, rest[1:], (*path, index))
        elif isinstance(value, dict) and rest[0] in value:
            yield from walk(value[str(rest[0])], rest[1:], (*path, rest[0]))

    return walk(source.data, pattern, ())


def _ids(sources: Mapping[str, Source], kind: str) -> Iterator[tuple[str, Path_]]:
    file, pattern = IDS[kind]
    return ((value, path) for path, value in found(sources[file], pattern))


def _doubles(sources: Mapping[str, Source]) -> Iterator[Problem]:
    for kind, (file, pattern) in IDS.items():
        first: dict[str, int] = {}
        for path, value in found(sources[file], pattern):
            if value in first:
                yield sources[file].problem(path, f"De id '{value}' is al van een {kind} op regel {first[value]}. Kies een andere.")
            first.setdefault(value, sources[file].position(path).line)


def _former(sources: Mapping[str, Source], ids: Mapping[str, Mapping[str, Path_]]) -> Iterator[Problem]:
    for kind, file, pattern in FORMER:
        for path, value in found(sources[file], pattern):
            if value in ids[kind]:
                text = f"'{value}' staat bij 'oude_ids', maar is nog de id van een {kind}. Haal hem hier weg."
                yield sources[file].problem(path, text)


def _unknown(merged: Merged, ids: Mapping[str, Mapping[str, Path_]]) -> Iterator[Problem]:
    for file, pattern, kind in REFERENCES:
        source = merged.sources[file]
        for path, value in found(source, pattern):
            if value in ids[kind]:
                continue
            if (kind, value) not in merged.hidden:
                text = f"'{value}' is geen bekend{_E[kind]} {kind}.{did_you_mean(value, ids[kind])}"
                yield source.problem(path, text)
            elif path[:2] in source.merged:
                yield source.problem(path, f"'{value}' hebben jullie verborgen. Haal de verwijzing hier weg, of verberg hem niet.")
            elif pattern not in LOOSE:
                yield _needed(merged, source, path, kind, value)


def _id_of(source: Source, path: Path_) -> str:
    """The id of the item in which `path` lies."""
    return str(source.at(path[:2]).get("id", ""))


def _needed(merged: Merged, source: Source, path: Path_, kind: str, hidden: str) -> Problem:
    """What the project cannot do without was hidden: said where it is hidden, which is the only place to change it."""
    assert merged.own is not None
    owner = next(owner for owner, (_, pattern) in IDS.items() if pattern[0] == path[0])
    text = f"'{hidden}' hoort nog bij {owner} '{_id_of(source, path)}'. Verberg die ook, of vervang hem."
    return merged.own.problem(merged.hidden[kind, hidden], text)


def _themes_without_factors(merged: Merged) -> Iterator[Problem]:
    source, own = merged.sources[SUCCESS], merged.own
    used = {value for _, value in found(source, ("factoren", "*", "thema"))}
    for path, value in found(source, ("themas", "*", "id")):
        if value in used:
            continue
        if own is None or path[:2] in source.merged:
            yield source.problem(path, f"Thema '{value}' heeft nog geen factor. Voeg een factor toe met 'thema: {value}'.")
        else:
            text = f"Thema '{value}' heeft nu geen factor meer. Zet '{value}' ook bij 'verbergen', onder 'themas'."
            yield own.problem(("verbergen", "factoren"), text)
