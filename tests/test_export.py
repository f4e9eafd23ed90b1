"""The export: the same site as plain Markdown. Zensical and ProperDocs make of it the same articles as our own build."""

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

import engines
import fork as forks
import pytest
from click.testing import CliRunner
from conftest import ADDRESS, PROJECT, SMALL, build
from selectolax.lexbor import LexborHTMLParser
from test_build import spoil

from macros.__main__ import main
from macros.content.load import load
from macros.engine import export


@dataclass(frozen=True)
class Case:
    """A project, the site that our own build makes of it, and its export."""

    root: Path
    site: Path
    exported: Path


@pytest.fixture(scope="module", params=["project", "kopie", "moestuin"])
def case(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Case:
    """The project itself, an organisation's copy with pages of its own, and another subject with text that looks like code."""
    folder = tmp_path_factory.mktemp("export") / "map"
    if request.param == "project":
        case = Case(PROJECT, request.getfixturevalue("built"), folder)
        done = CliRunner(env={"SITE_URL": ADDRESS}).invoke(main, ["export", str(folder)])
        assert done.exit_code == 0, done.output
        return case
    root = (
        request.getfixturevalue("forked")
        if request.param == "kopie"
        else _garden(request.getfixturevalue("project"))
    )
    export.write(folder, root)
    return Case(root, root / "site", folder)


def _garden(project: Path) -> Path:
    """The project with the small set for content, built."""
    root = project.parent / "moestuin"
    forks.git(project, "clone", "-q", str(project), str(root))
    shutil.copytree(SMALL, root, dirs_exist_ok=True)
    done = build(root)
    assert done.returncode == 0, done.stderr
    return root


@pytest.fixture(scope="module", params=engines.BUILD)
def rebuilt(request: pytest.FixtureRequest, case: Case) -> Path:
    """The site that another engine makes of the export, strictly."""
    root = shutil.copytree(case.exported, case.exported.with_name(request.param))
    return engines.build(request.param, root)


def _articles(site: Path) -> dict[str, LexborHTMLParser]:
    """Every page with an article, by its address."""
    pages = {
        path.relative_to(site).as_posix(): LexborHTMLParser(path.read_text(encoding="utf-8"))
        for path in site.rglob("*.html")
    }
    return {
        address: tree
        for address, tree in pages.items()
        if tree.css_first("article") and address != "404.html"
    }


def _inside(tree: LexborHTMLParser) -> list[tuple[str, dict[str, str | None], str]]:
    """All elements in the article: tag, attributes and words. Scripts stand elsewhere in ours; Zensical adds a target for its
    link that skips the menu, and takes away the mark for what is not searched."""
    return [
        (
            node.tag,
            {name: value for name, value in node.attributes.items() if name != "data-search-exclude"},
            " ".join(node.text().split()),
        )
        for node in tree.css("article :not(script)")
        if node.attributes.get("id") != "__skip"
    ]


def test_the_articles_are_the_same(case: Case, rebuilt: Path) -> None:
    ours, theirs = _articles(case.site), _articles(rebuilt)
    assert ours.keys() == theirs.keys()
    for address in ours:
        assert _inside(theirs[address]) == _inside(ours[address]), address


def test_titles_and_descriptions_are_the_same(case: Case, rebuilt: Path) -> None:
    ours, theirs = _articles(case.site), _articles(rebuilt)
    for address, tree in ours.items():
        same = 'meta[name="description"]'
        assert theirs[address].css_first(same).attributes == tree.css_first(same).attributes, address
        if address != "index.html":  # ours has the name of the site only
            assert _name(theirs[address], " - ") == _name(tree, " – ")


def _name(tree: LexborHTMLParser, before_site: str) -> str:
    return tree.css_first("title").text().rpartition(before_site)[0]


def test_the_scripts_of_a_page_are_the_same(case: Case, rebuilt: Path) -> None:
    theirs = _articles(rebuilt)
    for address, tree in _articles(case.site).items():
        assert _scripts(theirs[address]) == _scripts(tree), address


def _scripts(tree: LexborHTMLParser) -> list[str]:
    """The project's own scripts on a page, but for those of every page."""
    named = [Path(node.attributes["src"] or "").stem for node in tree.css('script[src*="assets/js/"]')]
    ours = [
        name
        for node in tree.css("script[data-scripts]")
        for name in (node.attributes["data-scripts"] or "").split()
    ]
    return [name for name in [*named, *ours] if name not in {"pagina", "woorden", "opslag", "iframe-worker"}]


def test_what_articles_link_to_is_there(rebuilt: Path, case: Case) -> None:
    missing = set()
    for address, tree in _articles(rebuilt).items():
        for node in tree.css("article a[href], article [src]"):
            link = urlsplit(node.attributes.get("href") or node.attributes.get("src") or "")
            if (
                not link.scheme
                and link.path
                and not (rebuilt / address).parent.joinpath(unquote(link.path)).resolve().is_file()
            ):
                missing.add(link.path.removeprefix("../"))
    # made from the finished site, so it comes after the engine: EXIT.md says how
    assert missing <= {load(case.root).onderwerp.zip}


def test_nothing_is_fetched_from_elsewhere(rebuilt: Path) -> None:
    for address, tree in _articles(rebuilt).items():
        for node in tree.css("[src], link[href]:not([rel=canonical])"):
            assert not urlsplit(node.attributes.get("src") or node.attributes.get("href") or "").netloc, (
                address
            )


def test_every_page_has_a_title_and_no_macro_is_left(case: Case) -> None:
    for path in (case.exported / "docs").rglob("*.md"):
        about, text = re.fullmatch(
            r"---\n(.*?)\n---\n(.*)", path.read_text(encoding="utf-8"), re.DOTALL
        ).groups()
        assert re.match(r"title: \S", about), path
        assert re.search(r"^description: \S", about, re.MULTILINE), path
        assert not re.search(r"\{\{ *\w+\(", text), path


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("van mij", encoding="utf-8")
    done = CliRunner().invoke(main, ["export", str(tmp_path)])
    assert done.exit_code == 1
    assert (
        done.output == f"{tmp_path} is niet leeg. Kies een nieuwe map. Er is niets veranderd aan de site.\n"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["brief.txt"]


def test_a_place_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("van mij", encoding="utf-8")
    done = CliRunner().invoke(main, ["export", str(tmp_path / "brief.txt" / "map")])
    assert done.exit_code == 1
    assert "lukt het niet." in done.output


def test_wrong_data_gives_the_errors_of_check(copy: Path) -> None:
    spoil(copy)
    said = [
        subprocess.run(
            [sys.executable, "-m", "macros", *command], cwd=copy, capture_output=True, text=True, check=False
        )
        for command in (["check"], ["export", "map"])
    ]
    assert [done.returncode for done in said] == [1, 1]
    assert said[0].stderr == said[1].stderr != ""
    assert not (copy / "map").exists()


def test_no_engine_is_needed() -> None:
    names = (
        "import sys, macros.engine.export; print(*{'mkdocs', 'mkdocs_macros', 'material'} & set(sys.modules))"
    )
    assert (
        subprocess.run(
            [sys.executable, "-c", names], cwd=PROJECT, capture_output=True, text=True, check=True
        ).stdout.strip()
        == ""
    )
