"""Checks that cross the borders of one item: ids are unique, and every reference points at something that exists.

It reads the raw sources, not the models, so that a mistake in one factor does not hide a wrong reference in another.
"""

from collections.abc import Iterator, Mapping

from macros.problems import Problem, did_you_mean
from macros.yaml_source import Path_, Source, Value

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

#: Former ids, which may not be anybody's id now.
FORMER = (
    ("thema", SUCCESS, ("themas", "*", "oude_ids", "*")),
    ("factor", SUCCESS, ("factoren", "*", "oude_ids", "*")),
    ("scenario", SCENARIOS, ("scenarios", "*", "oude_ids", "*")),
    ("checklist", CHECKLISTS, ("checklists", "*", "oude_ids", "*")),
    ("sessie", SESSIES, ("sessies", "*", "oude_ids", "*")),
)


def check(sources: Mapping[str, Source]) -> list[Problem]:
    """Every double id and every reference into nothing."""
    ids = {kind: dict(_ids(sources, kind)) for kind in IDS}
    return [*_doubles(sources), *_former(sources, ids), *_unknown(sources, ids), *_themes_without_factors(sources)]


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
            position = sources[file].position(path)
            if value in first:
                yield Problem(
                    sources[file].name, position, f"De id '{value}' is al van een {kind} op regel {first[value]}. Kies een andere."
                )
            first.setdefault(value, position.line)


def _former(sources: Mapping[str, Source], ids: Mapping[str, Mapping[str, Path_]]) -> Iterator[Problem]:
    for kind, file, pattern in FORMER:
        for path, value in found(sources[file], pattern):
            if value in ids[kind]:
                text = f"'{value}' staat bij 'oude_ids', maar is nog de id van een {kind}. Haal hem hier weg."
                yield Problem(sources[file].name, sources[file].position(path), text)


def _unknown(sources: Mapping[str, Source], ids: Mapping[str, Mapping[str, Path_]]) -> Iterator[Problem]:
    for file, pattern, kind in REFERENCES:
        for path, value in found(sources[file], pattern):
            if value not in ids[kind]:
                text = f"'{value}' is geen bekend{_E[kind]} {kind}.{did_you_mean(value, ids[kind])}"
                yield Problem(sources[file].name, sources[file].position(path), text)


def _themes_without_factors(sources: Mapping[str, Source]) -> Iterator[Problem]:
    source = sources[SUCCESS]
    used = {value for _, value in found(source, ("factoren", "*", "thema"))}
    for path, value in found(source, ("themas", "*", "id")):
        if value not in used:
            yield Problem(
                source.name, source.position(path), f"Thema '{value}' heeft nog geen factor. Voeg een factor toe met 'thema: {value}'."
            )
