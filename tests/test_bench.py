"""What `make bench` reckons with; what it measures needs a browser and a quiet machine."""

import ast
import gzip
from pathlib import Path
from urllib.request import urlopen

import pytest
import yaml
from conftest import PROJECT

from bench import builds, pages, report, visits
from bench.report import Figure, Section
from macros.content.load import load


@pytest.mark.parametrize("path", sorted((PROJECT / "bench").glob("*.py")), ids=lambda path: path.name)
def test_it_knows_the_commands_of_the_project_and_nothing_inside_it(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        assert not [name for name in names if name.split(".")[0] in {"macros", "mkdocs", "tests"}]


@pytest.mark.parametrize(("value", "told"), [(3, "3"), (1.004, "1,00"), (14.04, "14,0"), (1234.5, "1.234,5")])
def test_numbers_are_dutch(value: float, told: str) -> None:
    assert report.number(value) == told


def test_a_figure_stands_beside_its_target() -> None:
    assert Figure("a", 14, "kB", 14).row() == ("a", "14 kB", "hooguit 14 kB", "ja")
    assert Figure("a", 14.5, "kB", 14).row() == ("a", "14,5 kB", "hooguit 14 kB", "**nee**")
    assert Figure("a", 14.5, "kB").row() == ("a", "14,5 kB", "", "")


def test_of_many_waits_the_worst_has_a_target() -> None:
    middle, worst = report.spread("tik", [9, 7, 50], 40)
    assert (middle.value, middle.most) == (9, None)
    assert (worst.value, worst.met) == (50, False)


def test_the_report_counts_what_has_a_target() -> None:
    figures = [Figure("a", 1, "s", 2), Figure("b", 3, "s", 2), Figure("een langere naam", 3, "s")]
    text = report.whole([Section("Deel", "Zo gemeten.", figures)], 5)
    assert "1 van 2 doelen" in text
    assert len({len(line) for line in text.splitlines() if line.startswith("|")}) == 1


def test_pages_are_sorted_by_their_folder(tmp_path: Path) -> None:
    for name in ("index.html", "404.html", "themas/een.html", "themas/twee.html", "presentatie/dia.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    kinds = {"losse pagina’s": ["index.html"], "themas": ["themas/een.html", "themas/twee.html"]}
    assert pages.by_kind(tmp_path) == kinds


def test_a_page_by_hand_has_the_article_and_nothing_else() -> None:
    page = pages.by_hand("<title>A &amp; B</title>weg<article><p>Tekst</p><script>1</script></article>")
    assert "<title>A &amp; B</title>" in page
    assert "<main><p>Tekst</p></main>" in page
    assert "weg" not in page
    assert "<script" not in page


def test_the_server_counts_what_it_sends(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("tekst " * 1000, encoding="utf-8")
    with visits.serving(tmp_path) as host:
        with urlopen(host.address) as answer:
            body = answer.read()
            headers = sum(len(f"{name}: {value}\r\n") for name, value in answer.headers.items())
        assert gzip.decompress(body).decode() == "tekst " * 1000
        status = "HTTP/1.1 200 OK\r\n"
        assert (host.asked, sum(host.sent)) == (["/"], len(body) + headers + len(status))
        host.forget()
        assert host.sent == []


def test_enlarged_data_are_good_data(copy: Path) -> None:
    expected = {}
    for name, times in builds.MORE.items():
        path = copy / "data" / f"{name}.yml"
        text = path.read_text(encoding="utf-8")
        path.write_text(builds.enlarged(text, times), encoding="utf-8")
        expected[name] = times * len(yaml.safe_load(text)[name])
    found = load(copy)
    assert {"scenarios": len(found.scenarios), "checklists": len(found.checklists)} == expected


def test_a_changed_sentence_is_good_data_too(copy: Path) -> None:
    path = copy / builds.THEMES
    path.write_text(builds.changed(path.read_text(encoding="utf-8"), "Proef1"), encoding="utf-8")
    promises = [thema.belofte.startswith("Proef1. ") for thema in load(copy).themas]
    assert promises == [True] + [False] * (len(promises) - 1)


def test_a_copy_of_the_project_builds_and_is_measured(tmp_path: Path) -> None:
    root = builds.copied(tmp_path / "project")
    done = builds.build(root)
    assert (root / "site" / "index.html").exists()
    assert 0.1 < done.seconds < 300
    assert 20 < done.megabytes < 5000
