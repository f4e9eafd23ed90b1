"""Small faults in what is no Python, found by pattern: templates, typst, scripts."""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

from mutants.faults import Fault

#: A kind of fault: where it can be (the first group, or else all of it), and what stands there then.
_Rule = tuple[str, str, Callable[[str], str]]


def _swapped(*pairs: tuple[str, str]) -> Callable[[str], str]:
    return {**dict(pairs), **{now: was for was, now in pairs}}.__getitem__


def _nothing(was: str) -> str:
    return ""


def _one_more(was: str) -> str:
    return str(int(was) + 1)


_COMMENT = re.compile(r"\{#.*?#\}|(?<!:)//[^\n]*", re.DOTALL)
_COMPARED = _swapped(("===", "!=="), ("==", "!="), ("<", "<="), (">", ">="))

_JINJA: tuple[_Rule, ...] = (
    ("tak", r"\{%-? (?:el)?if (.+?) -?%\}", lambda was: f"not ({was})"),
    ("lus", r"\{%-? for [\w, ]+ in (.+?)(?: if .+?)? -?%\}", lambda was: f"({was} | list)[1:]"),
    ("woord weg", r"\{\{ .+? \}\}", _nothing),
    ("filter weg", r"\{\{[^}|]+( \| \w+(?:\([^)]*\))?)", _nothing),
    ("attribuut weg", r'<[^<>]*( [a-z-]+="[^"<>]*")', _nothing),
    ("en/of", r"(?<= )(and|or)(?= )", _swapped(("and", "or"))),
)
_TYPST: tuple[_Rule, ...] = (
    ("tak", r"\bif ([^{}\[\]\n]+?) (?=[{\[])", lambda was: f"not ({was})"),
    ("vergelijking", r"(?<= )(==|!=|<=|>=|<|>)(?= )", _COMPARED),
    ("getal", r"(?<![\w.#])(\d+)(?=[\s,);]|mm|pt|em|%|fr)", _one_more),
    ("veld weg", r"(?<=[#\s(])([a-z]+\.[a-z_]+)(?=[\s,)\]·])", lambda was: "none"),
    ("lus", r"\bfor \S+ in ([\w.]+) ", lambda was: f"{was}.slice(1)"),
)
_SCRIPT: tuple[_Rule, ...] = (
    ("vergelijking", r"(?<= )(===|!==|<=|>=|<|>)(?= )", _COMPARED),
    ("en/of", r"(?<= )(&&|\|\|)(?= )", _swapped(("&&", "||"))),
    ("getal", r"(?<![\w.\"#-])(\d+)(?![\w.\"])", _one_more),
    ("tak", r"\bif \((.+?)\)(?= [\w{])", lambda was: f"!({was})"),
    ("niet", r"(!)(?=[\w(])", _nothing),
    ("uitkomst", r"\breturn ([^;\n]+);", lambda was: "undefined"),
    ("aanroep weg", r"^ *(\w[\w.?]*\([^\n]*\);)$", _nothing),
)

#: Tests that look at a whole site and at what it gives to print.
_SITES = ("tests/test_own_copy.py", "tests/test_fork.py", "tests/test_links.py")


@dataclass(frozen=True)
class Place:
    """Where files of a kind are, the faults that they can have, and the tests that touch them.

    Best judges first.
    """

    files: str
    rules: tuple[_Rule, ...]
    tests: tuple[str, ...]


PLACES = {
    "sjabloon": Place(
        "macros/pages/templates/*.j2",
        _JINJA,
        (
            *(
                "tests/test_golden.py",
                "tests/test_golden_files.py",
                "tests/test_labels.py",
                "tests/test_listing.py",
            ),
            *(
                "tests/test_finished_site.py",
                "tests/test_scenario_numbers.py",
                *_SITES,
                "tests/test_build.py",
            ),
            *("tests/journeys", "tests/browser"),
        ),
    ),
    "typst": Place(
        "macros/paper/*.typ",
        _TYPST,
        (
            *(
                "tests/test_golden_files.py",
                "tests/test_prints.py",
                "tests/test_labels.py",
                "tests/test_contacts.py",
            ),
            *(*_SITES, "tests/test_attack_texts.py", "tests/journeys", "tests/browser/test_paper.py"),
        ),
    ),
    "script": Place("docs/assets/js/*.js", _SCRIPT, ("tests/journeys", "tests/browser")),
}


def of(where: str, source: bytes, chance: random.Random) -> list[Fault]:
    """One fault for every place in a file where one can be; comments are none."""
    text, faults = source.decode(), []
    for kind, pattern, becomes in PLACES[where].rules:
        for found in re.finditer(pattern, _COMMENT.sub(_blank, text), re.MULTILINE):
            group = min(1, found.re.groups)
            at, was = found.start(group), found[group]
            line, start = text.count("\n", 0, at) + 1, len(text[:at].encode())
            faults.append(Fault(kind, line, start, was, becomes(was)))
    return faults


def _blank(comment: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", comment[0])
