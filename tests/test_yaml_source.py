"""Reading YAML: scalars stay as typed, positions are right, and what is too large or too deep is refused in time."""

import time

import pytest

from macros.source.problems import DataError, Position
from macros.source.yaml_source import MAX_BYTES, parse


@pytest.mark.parametrize("typed", ["no", "ja", "12:30", "0123", "1e3", "null", "~", "2024-04-19", "0800-2000", "1_000", "yes"])
def test_scalars_are_read_as_typed(typed: str) -> None:
    assert parse(f"veld: {typed}\n".encode(), "x.yml").data == {"veld": typed}


def test_positions_count_from_one() -> None:
    source = parse("a:\n  - b: één\n    c: [x, y]\n".encode(), "x.yml")
    assert source.position(("a", 0, "b")) == Position(2, 8)
    assert source.problem(("a", 0, "c"), "", at_key=True).position == Position(3, 5)
    assert source.position(("a", 0, "c", 1)) == Position(3, 12)
    assert source.position(("a", 0, "weg")) == Position(2, 5)


def test_bom_and_crlf_are_fine() -> None:
    source = parse("\ufeffa: b\r\nc: d\r\n".encode(), "x.yml")
    assert source.data == {"a": "b", "c": "d"}
    assert source.position(("a",)) == Position(1, 4)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"a: " + b"x" * MAX_BYTES, "te groot"),
        (b"[" * 500_000, "te diep"),
        (b"{a: " * 100_000, "te diep"),
        (b"\n".join(b" " * i + b"a:" for i in range(1000)), "te diep"),
        ("a: é".encode("latin-1"), "geen UTF-8"),
        ("a: b".encode("utf-16"), "geen UTF-8"),
        (b"? [x]\n: y\n", "naam van een veld"),
        (b"a: &b c\n", "anker"),
        (b"a: *b\n", "verwijzing"),
        (b"a: !!python/object:os.system x\n", "tag"),
        (b"a: 'b\n", "aanhalingsteken"),
        (b"a: {b\n", ""),
        (b"%YAML 9.9\n---\na: b\n", ""),
        (b"a: @b\n", "teken beginnen"),
    ],
)
def test_refused_in_dutch_and_in_time(raw: bytes, said: str) -> None:
    start = time.perf_counter()
    with pytest.raises(DataError) as error:
        parse(raw, "x.yml")
    assert said in error.value.problems[0].text
    assert time.perf_counter() - start < 5
