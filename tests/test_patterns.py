"""No pattern of ours takes long on any text: nothing that repeats stands inside something that repeats, and it shows."""

import ast
import re
import time
from collections.abc import Iterator
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest
from conftest import PROJECT

CALLS = {"compile", "search", "match", "fullmatch", "findall", "finditer", "split", "sub"}
#: How long a text is on which each pattern is tried, and how long that may take, in seconds: with the square of the
#: length it is soon, with more it is not.
LENGTH, SOON = 3_000, 0.5


def _written() -> Iterator[str]:
    """Every pattern that stands in our code; what is filled in is an `x` here."""
    for path in (PROJECT / "macros").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = ast.unparse(node.func) if isinstance(node, ast.Call) and node.args else ""
            if called == "Vorm" or (called.startswith("re.") and called[3:] in CALLS):
                yield from _text(node.args[0])  # type: ignore[attr-defined]


def _text(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant):
        yield str(node.value)
    elif isinstance(node, ast.JoinedStr):
        yield "".join(str(part.value) if isinstance(part, ast.Constant) else "x" for part in node.values)


PATTERNS = sorted({*_written()} - {""})


def _parts(parsed: Any) -> Iterator[Any]:
    """What stands directly inside each part of a pattern."""
    for _, about in parsed:
        for part in about if isinstance(about, tuple) else (about,):
            for inner in part if isinstance(part, list) else (part,):
                if isinstance(inner, parser.SubPattern):
                    yield inner


def _repeated(parsed: Any) -> Iterator[Any]:
    """Everything in a pattern that repeats without end."""
    for op, about in parsed:
        if op in (ops.MAX_REPEAT, ops.MIN_REPEAT) and about[1] == ops.MAXREPEAT:
            yield about[2]
    for inner in _parts(parsed):
        yield from _repeated(inner)


def _one_way(turn: Any) -> bool:
    """Does each turn begin with a sign that stands nowhere else in it, as in `(-[a-z]+)*`? Then nothing is tried twice."""
    while len(turn) == 1 and turn[0][0] == ops.SUBPATTERN:
        turn = turn[0][1][-1]
    if turn[0][0] != ops.LITERAL:
        return False
    first = turn[0][1]
    rest = [item for inner in _repeated(turn) for item in inner]
    return all(
        op in (ops.IN, ops.LITERAL, ops.NOT_LITERAL) and not _holds(op, about, first) for op, about in rest
    )


def _holds(op: Any, about: Any, sign: int) -> bool:
    if op != ops.IN:
        return (about == sign) == (op == ops.LITERAL)
    negated = about[0][0] == ops.NEGATE
    inside = any(
        (kind == ops.LITERAL and value == sign)
        or (kind == ops.RANGE and value[0] <= sign <= value[1])
        or (
            kind == ops.CATEGORY
            and bool(re.match(r"\w" if "WORD" in str(value) else r"\s", chr(sign))) != ("NOT" in str(value))
        )
        for kind, value in about
    )
    return inside != negated


def test_there_are_as_many_as_people_would_say() -> None:
    assert len(PATTERNS) > 40


@pytest.mark.parametrize("pattern", PATTERNS)
def test_nothing_that_repeats_stands_in_what_repeats(pattern: str) -> None:
    for turn in _repeated(parser.parse(pattern)):
        assert not [*_repeated(turn)] or _one_way(turn), pattern


@pytest.mark.parametrize("pattern", PATTERNS)
def test_it_is_quick_on_a_text_full_of_what_it_looks_for(pattern: str) -> None:
    compiled = re.compile(pattern, re.MULTILINE)
    signs = {*re.sub(r"\\.", "", pattern), " ", "\n", "a", "0"} - {*"+?()^$|"}
    for begin in ("", "# a"):
        for sign in sorted(signs):
            text = begin + sign * LENGTH + "\x00"
            start = time.process_time()
            compiled.search(text)
            assert time.process_time() - start < SOON, (begin, sign)
