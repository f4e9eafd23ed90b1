"""Whatever is in a file, few sentences come out, soon: the cause first, and nothing of what only follows from it."""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from garden import garden

from macros.content.load import load
from macros.source.problems import MOST, DataError, Position, Problem, did_you_mean
from macros.talen import Language, _, speaking

MANY = 200_000
WORDS = ", ".join(f"w{number}" for number in range(MANY))


def _told(root: Path) -> list[str]:
    with pytest.raises(DataError) as error:
        load(root)
    return str(error.value).split("\n")


def _with(root: Path, file: str, text: str) -> Path:
    garden(root)
    path = root / file
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return root


def _references(root: Path) -> Path:
    garden(root)
    path = root / "data" / "success_factors.yml"
    before, _, rest = path.read_text(encoding="utf-8").partition("verwant: [")
    path.write_text(f"{before}verwant: [{WORDS}]{rest.partition(']')[2]}", encoding="utf-8")
    return root


def _links(to: str) -> Callable[[Path], Path]:
    def edit(root: Path) -> Path:
        terms = "".join(
            f'  - {{id: w{term}, term: w{term}, uitleg: "'
            + "".join(f"[a]({to.format(term * 900 + link)}) " for link in range(700))
            + '"}\n'
            for term in range(110)
        )
        return _with(root, "data/begrippen.yml", f"begrippen:\n{terms}")

    return edit


LONG = {
    "verwijzingen": _references,
    "verbergen": lambda root: _with(root, "organisatie/inhoud.yml", f"verbergen:\n  factoren: [{WORDS}]\n"),
    "links": _links("weg{}.html"),
    "plekken": _links("hulp.html#weg{}"),
    "ids": lambda root: _with(
        root, "data/begrippen.yml", "begrippen:\n" + "  - {id: a, term: b, uitleg: c}\n" * 50_000
    ),
    "tekens": lambda root: _with(root, "data/begrippen.yml", "begrippen: " + "\u200b" * 600_000),
    "een woord": lambda root: _with(root, "organisatie/inhoud.yml", f"vervangen: {'x' * 1_900_000}\n"),
    "een naam": lambda root: _with(root, "organisatie/inhoud.yml", f"{'x' * 100_000}: y\n" * 2),
    "zinnen": lambda root: _with(
        root, "organisatie/woorden.yml", "woorden:\n" + "".join(f"  Zooken {n}: x\n" for n in range(100_000))
    ),
    "invullen": lambda root: _with(
        root,
        "organisatie/woorden.yml",
        f'woorden:\n  Zoeken: "{"".join(f"{{a{n}}}" for n in range(3000))}"\n',
    ),
    "een id": lambda root: _with(
        root, "data/begrippen.yml", "begrippen:\n" + f"  - {{id: {'b' * 900_000}, term: b, uitleg: c}}\n" * 2
    ),
}


@pytest.mark.parametrize("what", LONG)
def test_a_file_of_two_megabytes_gets_few_short_sentences_soon(what: str, tmp_path: Path) -> None:
    root = LONG[what](tmp_path / "root")
    assert max(path.stat().st_size for path in root.rglob("*.yml")) <= 2_000_000
    began = time.process_time()
    told = _told(root)
    assert time.process_time() - began < 5
    assert len(told) <= MOST + 2
    assert all(len(line) < 600 for line in told)


def test_what_is_not_told_is_counted() -> None:
    problems = [Problem("a.yml", Position(line), "Fout.") for line in range(1, 363)]
    lines = DataError(problems).lines()
    assert lines[:2] == ["a.yml:1:1: Fout.", "a.yml:2:1: Fout."]
    assert lines[50:] == ["En nog 312.", "362 fouten gevonden. Er is niets veranderd aan de site."]
    assert len(DataError(problems).told) == 50
    assert DataError(problems[:50]).lines()[50:] == ["50 fouten gevonden. Er is niets veranderd aan de site."]


def test_what_was_meant_is_looked_for_when_it_is_told() -> None:
    asked = []

    def meant(line: int) -> str:
        asked.append(line)
        return " Bedoel je 'x'?"

    error = DataError(
        Problem("a.yml", Position(line), "Fout.", lambda line=line: meant(line)) for line in range(1, 100)
    )
    assert asked == []
    assert error.lines()[0] == "a.yml:1:1: Fout. Bedoel je 'x'?"
    assert len(asked) == 50


def test_it_is_told_in_the_language_of_the_subject_whatever_who_tells_it_speaks() -> None:
    meant = partial(did_you_mean, "vrag", ["vraag"])
    with speaking(Language("en", "GB")):
        error = DataError([Problem("a.yml", Position(), "Wrong.", meant)])
        said, unchanged = meant(), _("Er is niets veranderd aan de site.")
    assert said != meant()
    assert error.told[0].text == f"Wrong.{said}"
    assert error.lines()[0] == f"a.yml:1:1: Wrong.{said}"
    assert error.lines()[1].endswith(unchanged)


def test_of_very_many_known_words_some_are_compared() -> None:
    began = time.process_time()
    assert did_you_mean("w1000x", (f"w{number}" for number in range(MANY))).startswith(" Bedoel je 'w")
    assert did_you_mean("x" * 1_000_000, ["y"]) == " Kies uit: y."
    assert time.process_time() - began < 2


@pytest.mark.parametrize(
    "broken", ["", "# alleen dit\n", "themas: [\n", "a: \u200b\n", "a: b\n", "- x\n", "tekst\n"]
)
def test_a_cause_is_told_first_and_nothing_that_follows(broken: str, tmp_path: Path) -> None:
    root = _with(tmp_path / "root", "data/success_factors.yml", broken)
    with (root / "data" / "begrippen.yml").open("a", encoding="utf-8") as file:
        file.write("onzin: x\n")
    told = _told(root)
    assert sum(line.startswith("data/begrippen.yml:") for line in told) == 1
    assert [line for line in told if "geen bekende factor" in line or "geen bekend thema" in line] == []
    if broken != "a: b\n" and not broken.startswith(("-", "t")):
        assert told[0].startswith("data/success_factors.yml:")


def test_a_list_that_is_wrong_as_a_whole_says_nothing_of_its_items(tmp_path: Path) -> None:
    garden(tmp_path)
    path = tmp_path / "data" / "success_factors.yml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("factoren:\n", "factooren:\n", 1), encoding="utf-8"
    )
    assert [line.partition(": ")[2] for line in _told(tmp_path)[:-1]] == [
        "'factooren' is geen bekend veld. Bedoel je 'factoren'?"
    ]


@pytest.mark.parametrize("text", ["", "# nog niets\n", "---\n"])
@pytest.mark.parametrize("name", ["hulp", "inhoud", "organisatie"])
def test_an_own_file_without_anything_in_it_is_as_good_as_none(name: str, text: str, tmp_path: Path) -> None:
    content = load(_with(tmp_path / "root", f"organisatie/{name}.yml", text))
    assert content.hulp is None
    assert content.organisatie is None
