"""The loop that makes small faults: each is one, and none stands where nobody could see it."""

import ast
import random

import pytest
from conftest import PROJECT
from mutants import faults, other

SOURCE = b'''"""A docstring."""
LIMIT: Literal["a"] = 3
NAMES = {"een": 1, "twee": 2}

def few(items: list[str], most: int = 4) -> list[str]:
    """Another one."""
    found = [item for item in items if item and not len(item) > most]
    if LIMIT in items or most is None:
        found.append(call(frozen=True, timeout=10))
    return found
'''
MADE = {
    "vergelijking": [">", "in", "is"],
    "en/of": ["and", "or"],
    "niet": ["not len(item) > most"],
    "getal": ["3", "1", "2", "4"],
    "woord": ['"een"', '"twee"'],
    "filter weg": ["item and not len(item) > most"],
    "tak": ["LIMIT in items or most is None"],
    "uitkomst": ["found"],
    "aanroep weg": ["found.append(call(frozen=True, timeout=10))"],
    "deel weg": ['"een": 1, "twee": 2'],
}


def test_a_fault_for_every_place() -> None:
    found: dict[str, list[str]] = {}
    for fault in faults.of(SOURCE, random.Random(1)):
        found.setdefault(fault.kind, []).append(fault.was)
    assert {kind: sorted(places) for kind, places in found.items()} == {
        kind: sorted(places) for kind, places in MADE.items()
    }


@pytest.mark.parametrize("path", random.Random(1).sample(sorted(PROJECT.glob("macros/**/*.py")), 12))
def test_each_is_a_program_and_another_one(path) -> None:
    source = path.read_bytes()
    made = faults.of(source, random.Random(1))
    for fault in random.Random(1).sample(made, min(20, len(made))):
        spoilt = ast.parse(fault.applied(source))
        assert ast.dump(spoilt) != ast.dump(ast.parse(source)), fault


@pytest.mark.parametrize("kind", other.PLACES)
def test_what_is_no_python_has_faults_of_every_kind(kind: str) -> None:
    place = other.PLACES[kind]
    assert all((PROJECT / test).exists() for test in place.tests)
    found = set()
    for path in PROJECT.glob(place.files):
        source = path.read_bytes()
        for fault in other.of(kind, source, random.Random(1)):
            assert source[fault.start :].startswith(fault.was.encode())
            assert fault.applied(source) != source
            found.add(fault.kind)
    assert found == {rule[0] for rule in place.rules}
