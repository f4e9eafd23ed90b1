"""Who asks for the source or for the code, where the subject has none?"""

from collections.abc import Iterator, Mapping

from macros.source.problems import Problem
from macros.source.yaml_source import Path_, Source
from macros.talen import N_, _

#: Where these are asked for by name, and where all that is written asks for the code.
_BY_NAME: tuple[tuple[str, Path_], ...] = (
    ("onderwerp", ("training", "moet", "*")),
    ("scenarios", ("scenarios", "*", "veiligheid")),
    ("sessies", ("sessies", "*", "onderdelen", "*", "dias", "*", "soort")),
)
_OF_CODE: tuple[str, Path_] = ("hulp", ("bij_de_code", "*"))
_WITHOUT = {
    "bron": N_(
        "'bron' kan hier niet: dit onderwerp heeft geen bron. Haal dit weg, of zet een bron in data/bron.yml."
    ),
    "code": N_(
        "'code' kan hier niet: dit onderwerp heeft geen code. Haal dit weg, of zet een code in data/onderwerp.yml."
    ),
}


def check(sources: Mapping[str, Source]) -> Iterator[Problem]:
    """Everything that names a source or a code that is not there; `sources` are all files by name."""
    without = {
        name for name, file in (("bron", "bron"), ("code", "onderwerp")) if not _has(sources[file], name)
    }
    for file, pattern in _BY_NAME:
        for path, value in sources[file].texts(pattern):
            if value in without:
                yield sources[file].problem(path, _(_WITHOUT[value]))
    file, pattern = _OF_CODE
    if "code" in without and file in sources:
        for path, __ in sources[file].texts(pattern):
            yield sources[file].problem(path, _(_WITHOUT["code"]))


def _has(source: Source, name: str) -> bool:
    return not isinstance(source.data, dict) or bool(source.data.get(name))
