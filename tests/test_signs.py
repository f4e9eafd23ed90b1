"""Signs that readers do not see: none gets into the site, each is told by its number, none reaches a terminal."""

import sys
import unicodedata
from pathlib import Path

import pytest
from conftest import run

from macros.content.load import PAGES
from macros.own import prose
from macros.source import signs
from macros.source.problems import DataError, Position, Problem
from macros.source.yaml_source import parse

#: Of every kind that is refused, some.
UNSEEN = [
    *"\x1b\x85\t\r",  # control
    *"\u200b\u2060\ufeff\u200c\u200d\u180e",  # no width; the joiners where they join nothing
    *"\u200e\u200f\u061c\u202a\u202e\u2066\u2069",  # direction
    *"\u2028\u2029",  # breaks of lines that few programs know
    *"\ue000\uf0b7\U000f0000",  # private: a bullet of Word
    *"\ufdd0\uffff\U0001ffff\u0378\ufff9",  # no character
    *"\u034f\u115f\u3164\uffa0\U000e0041\U000e0100",  # seems a letter, and shows nothing
]
REFUSED = "Hier staat een teken dat lezers niet zien: U+{:04X}. Haal het weg en typ de regel opnieuw."


def _said(text: str) -> list[str]:
    with pytest.raises(DataError) as error:
        parse(text.encode("utf-8", "surrogatepass"), "x.yml")
    return [str(problem) for problem in error.value.problems]


@pytest.mark.parametrize("sign", UNSEEN, ids=ascii)
def test_written_by_its_number_it_is_told_where_it_stands(sign: str) -> None:
    for text, place in (
        ('a: "b{}c"\n', "1:6"),
        ('a: b\n"c{}": d\n', "2:3"),
        ('- [x, "é\\n\\"\n   {}"]\n', "2:4"),
    ):
        assert _said(text.format(f"\\U{ord(sign):08x}")) == [f"x.yml:{place}: {REFUSED.format(ord(sign))}"]


@pytest.mark.parametrize("sign", sorted({*UNSEEN} - {*"\t\r"}), ids=ascii)
def test_typed_it_is_told_where_it_stands(sign: str) -> None:
    for text, place in (
        ("a: b{}c\n", "1:5"),
        ("a: b\nc{}: d\n", "2:2"),
        ("a: |\n  een\n  tw{}ee\n", "3:5"),
        ("'a': 'b\n  {}c'\n", "2:3"),
    ):
        assert _said(text.format(sign)) == [f"x.yml:{place}: {REFUSED.format(ord(sign))}"]


def test_every_one_of_a_file_is_told() -> None:
    assert [line.partition(": ")[0] for line in _said('a: b\u200b\nc: "\\u200b \\L"\nd\u200b: e\n')] == [
        "x.yml:1:5", "x.yml:2:5", "x.yml:2:12", "x.yml:3:2",
    ]  # fmt: skip


def test_half_a_sign_is_refused() -> None:
    assert _said('a: "\\ud83d"\n')[0].startswith("x.yml:1:7: Het teken na deze '\\' bestaat niet.")
    assert _said("a: b\ud83d\n")[0].startswith("x.yml:1:5: Dit bestand is geen UTF-8.")


@pytest.mark.parametrize("sign", "\x85\u2028\u2029\u200b\u202e")
def test_in_a_comment_it_hurts_nobody_and_counts_as_no_line(sign: str) -> None:
    source = parse(f"# een{sign} [ twee: {{\na: b # c{sign}d: [\ne: f\n".encode(), "x.yml")
    assert source.data == {"a": "b", "e": "f"}
    assert source.position(("e",)) == Position(3, 4)


@pytest.mark.parametrize("written", ["{}", "&#{:d};", "&#x{:x};"])
@pytest.mark.parametrize("sign", ["\u200b", "\u202e", "\u2028", "\ue000", "\U000e0041"], ids=ascii)
def test_on_an_own_page_it_is_told_where_it_stands(sign: str, written: str, tmp_path: Path) -> None:
    shown = sign if written == "{}" else written.format(ord(sign))
    (tmp_path / "over-ons.md").write_text(
        f"# Over ons\n\nDit is &eacute;&eacute;n{shown} zin.\n", encoding="utf-8"
    )
    pages, found = prose.read(tmp_path, ())
    assert pages == ()
    assert [str(problem) for problem in found] == [
        f"organisatie/{tmp_path.name}/over-ons.md:3:25: {REFUSED.format(ord(sign))}"
    ]


def test_an_own_page_may_have_tabs_and_show_how_a_sign_is_written(tmp_path: Path) -> None:
    (tmp_path / "over-ons.md").write_text("# Over ons\n\n- a\n\n\t- b\xa0c\n\n`&#8203;`\n", encoding="utf-8")
    assert prose.read(tmp_path, ())[1] == []


@pytest.mark.parametrize("text", ["a\u200bb", "\x1b[31mrood", "\u202eachterstevoren", "\ue000"])
def test_a_message_shows_it_by_its_number(text: str) -> None:
    problem = Problem(f"organisatie/{text}.md", Position(), f"'{text}' kan niet.")
    for line in (str(problem), problem.as_github_annotation(), str(DataError([problem]))):
        assert not signs.hides(line)
        assert line.count("U+") == 2


def test_nothing_raw_reaches_the_terminal(copy: Path) -> None:
    folder = copy / PAGES
    folder.mkdir()
    (folder / "\x1b]0;x\x07.md").write_text("# T\n", encoding="utf-8")
    (copy / "organisatie" / "organisatie.yml").write_text('naam: x\n"\\e[31m": b\n', encoding="utf-8")
    (copy / "organisatie" / "hulp.yml").write_text("'\x9b31m': b\n", encoding="utf-8")
    done = run([sys.executable, "-m", "macros", "check"], copy)
    assert done.returncode == 1
    assert "U+001B" in done.stderr
    assert "U+009B" in done.stderr
    assert {unicodedata.category(sign) for sign in done.stdout + done.stderr if sign != "\n"} & {
        "Cc",
        "Cf",
    } == set()
