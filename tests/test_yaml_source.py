"""Reading YAML: scalars stay as typed, positions are right, and what is too large or too deep is refused in time."""

import time

import pytest

from macros.source.files import MAX_BYTES
from macros.source.problems import DataError, Position
from macros.source.yaml_source import MAX_DEPTH, MAX_VALUES, parse


@pytest.mark.parametrize(
    "typed", ["no", "ja", "12:30", "0123", "1e3", "null", "~", "2024-04-19", "0800-2000", "1_000", "yes"]
)
def test_scalars_are_read_as_typed(typed: str) -> None:
    assert parse(f"veld: {typed}\n".encode(), "x.yml").data == {"veld": typed}


def test_positions_count_from_one() -> None:
    source = parse("a:\n  - b: één\n    c: [x, y]\n".encode(), "x.yml")
    assert source.position(("a", 0, "b")) == Position(2, 8)
    assert source.problem(("a", 0, "c"), "", at_key=True).position == Position(3, 5)
    assert source.position(("a", 0, "c", 1)) == Position(3, 12)
    assert source.position(("a", 0, "weg")) == Position(2, 5)


@pytest.mark.parametrize("sign", "\x00\x08\x0b\x0c\x0e\x1f\x7f\x84\x86\x9f\ufeff\ufffe\uffff")
def test_a_sign_that_nobody_sees_is_told_where_it_stands(sign: str) -> None:
    for text, place in ((f"a: b\nc: é{sign}d\n", "2:5"), (f"a{sign}: b\n", "1:2")):
        with pytest.raises(DataError) as error:
            parse(text.encode(), "x.yml")
        said = f"Hier staat een teken dat lezers niet zien: U+{ord(sign):04X}. Haal het weg en typ de regel opnieuw."
        assert str(error.value.problems[0]) == f"x.yml:{place}: {said}"


@pytest.mark.parametrize(
    "typed",
    [
        "zacht\xadkoppel en vast\xa0en smal\u202f",  # as Word keeps words together and apart
        "‘krul’ “krul” Word\u2011streepje – …",
        "\U0001f468\u200d\U0001f469\u200d\U0001f467 \u2764\ufe0f \U0001f937\U0001f3fd\u200d\u2640\ufe0f",  # of a phone
        "\U0001fae8\U0001f6d8\U0001faef",  # emoji that an older Python does not know yet
        "\u0633\u0644\u0627\u0645 \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",  # Farsi writes this one
        "e\u0301",
    ],
)
def test_what_people_type_and_paste_is_kept(typed: str) -> None:
    assert parse(f"a: {typed}\n".encode(), "x.yml").data == {"a": typed}


def test_what_is_no_utf_8_is_told_where_it_stands() -> None:
    for raw, place in ((b"a: b\nc: d\xe9e\n", "2:5"), (b"\xe9\n", "1:1")):
        with pytest.raises(DataError) as error:
            parse(raw, "x.yml")
        assert str(error.value.problems[0]).startswith(f"x.yml:{place}: Dit bestand is geen UTF-8.")


def test_a_file_may_be_just_as_large_and_as_deep_as_is_said() -> None:
    assert parse(b"a: ".ljust(MAX_BYTES, b"x"), "x.yml")
    assert parse(b"[" * MAX_DEPTH + b"]" * MAX_DEPTH, "x.yml")
    for raw in (b"a: ".ljust(MAX_BYTES + 1, b"x"), b"[" * (MAX_DEPTH + 1) + b"]" * (MAX_DEPTH + 1)):
        with pytest.raises(DataError, match=f"{MAX_BYTES} |{MAX_DEPTH} lagen"):
            parse(raw, "x.yml")


def test_a_file_may_have_just_as_many_values_as_is_said() -> None:
    assert parse(b"- x\n" * (MAX_VALUES - 1), "x.yml")
    with pytest.raises(DataError, match=f"meer dan {MAX_VALUES}"):
        parse(b"- x\n" * MAX_VALUES, "x.yml")


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
