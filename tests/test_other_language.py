"""A site in another language: nothing of ours in Dutch, and everything that follows from the language follows it."""

import json
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import elsewhere
import pytest
import yaml
from building import run
from conftest import PROJECT, SMALL
from pptx import Presentation
from pypdf import PdfReader
from selectolax.lexbor import LexborHTMLParser
from test_bad_yaml import CASES, _folder

from macros.content.load import PAGES, load
from macros.content.site import Site
from macros.engine import export, settings
from macros.pages.render import render
from macros.source.problems import DataError
from macros.talen import DUTCH, Language, blanks
from macros.talen.language import catalogue

#: A shorter piece of a sentence may be a word of the small set as well.
LONG = 14


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return elsewhere.site(tmp_path_factory.mktemp("en") / "garden", "en", "GB")


@pytest.fixture(scope="module")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return elsewhere.site(tmp_path_factory.mktemp("ar") / "garden", "ar", "EG")


def _dutch() -> Iterator[str]:
    """The longest fixed piece of every sentence that is another one in English."""
    for message in catalogue("en"):
        pairs = (
            [(message.id, message.string)]
            if isinstance(message.id, str)
            else zip(message.id, message.string, strict=True)
        )
        for ours, said in pairs:
            piece = max(re.split("|".join(map(re.escape, blanks(ours))) or "$^", ours), key=len).strip()
            if ours != said and len(piece) >= LONG:
                yield piece


def _texts(site: Path) -> Iterator[tuple[str, str]]:
    """What people read of each file that is no prose of the project."""
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        address = path.relative_to(site)
        if path.suffix == ".html" and not (PROJECT / "docs" / address).with_suffix(".md").exists():
            tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
            tree.strip_tags(["style", "script"])
            yield address.as_posix(), tree.html or ""
        if address.parts[:2] == ("assets", "js") or path.name in {"sw.js", "manifest.webmanifest"}:
            yield address.as_posix(), path.read_text(encoding="utf-8")
        if path.suffix == ".pdf":
            yield address.as_posix(), "\n".join(page.extract_text() for page in PdfReader(path).pages)
        if path.suffix == ".pptx":
            slides = Presentation(str(path)).slides
            shapes = [shape for slide in slides for shape in (*slide.shapes, *slide.notes_slide.shapes)]
            yield (
                address.as_posix(),
                "\n".join(shape.text_frame.text for shape in shapes if shape.has_text_frame),
            )


def test_nothing_of_ours_is_in_dutch(english: Path) -> None:
    sentences = set(_dutch())
    assert len(sentences) > 300
    texts = {address: " ".join(text.split()) for address, text in _texts(english)}
    assert {Path(address).suffix for address in texts} >= {".html", ".js", ".pdf", ".pptx", ".webmanifest"}
    assert {
        address: found for address, text in texts.items() if (found := {s for s in sentences if s in text})
    } == {}


def test_every_page_says_its_language(english: Path, arabic: Path) -> None:
    for site, code, direction in ((english, "en", "ltr"), (arabic, "ar", "rtl")):
        for path in site.rglob("*.html"):
            tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
            root, body = tree.css_first("html").attributes, tree.css_first("body").attributes
            assert root["lang"] == code, path
            if "presentatie" not in path.parts:  # slides run from left to right
                assert direction in (root.get("dir"), body.get("dir")), path


def test_every_print_says_its_language(english: Path, arabic: Path) -> None:
    for site, code in ((english, "en"), (arabic, "ar")):
        for path in site.rglob("*.pdf"):
            assert str(PdfReader(path).trailer["/Root"]["/Lang"]).partition("-")[0] == code, path


def test_a_powerpoint_says_its_language(english: Path) -> None:
    assert {Presentation(str(path)).core_properties.language for path in english.rglob("*.pptx")} == {"en-GB"}


def test_the_home_screen_says_the_language(arabic: Path) -> None:
    manifest = json.loads((arabic / "manifest.webmanifest").read_text(encoding="utf-8"))
    assert (manifest["lang"], manifest["dir"]) == ("ar", "rtl")


@pytest.mark.parametrize(
    ("name", "stemmers"), [("english", ["en", "stemmer"]), ("arabic", ["ar", "stemmer"])]
)
def test_the_search_knows_the_language(
    name: str, stemmers: list[str], request: pytest.FixtureRequest
) -> None:
    site: Path = request.getfixturevalue(name)
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    assert index["config"]["lang"] == stemmers[:1]
    there = {path.name.split(".")[1] for path in site.glob("assets/javascripts/lunr/min/*.js")}
    assert there == set(stemmers) - {"en"}


def test_a_language_without_a_stemmer_is_searched_word_by_word() -> None:
    assert settings.search(Language("pl", "PL")) == {"lang": ["en"], "pipeline": []}


def test_words_of_every_script_are_found(arabic: Path) -> None:
    index = json.loads((arabic / "search" / "search_index.json").read_text(encoding="utf-8"))
    words = re.split(index["config"]["separator"], "خطتي، الموضوع؟ ‘Größe’ – één... naïeve; 日本 12")
    assert [word for word in words if word] == ["خطتي", "الموضوع", "Größe", "één", "naïeve", "日本", "12"]


def test_days_are_written_as_in_the_country(english: Path) -> None:
    assert "24 November 2026" in (english / "bron.html").read_text(encoding="utf-8")


def test_a_print_begins_where_the_language_does(english: Path, arabic: Path) -> None:
    """The heading of a page stands left in English, right in Arabic."""

    def place(site: Path) -> float:
        page = PdfReader(site / "downloads" / "kort-handout.pdf").pages[1]
        found: list[float] = []
        page.extract_text(
            visitor_text=lambda text, cm, tm, font, size: (
                found.append(cm[4] + tm[4]) if text.strip() else None
            )
        )
        return found[0] / float(page.mediabox.width)

    assert place(english) < 0.2
    assert place(arabic) > 0.6


def test_arabic_is_on_paper_and_in_pages(arabic: Path) -> None:
    assert elsewhere.ARABIC["Hier stopt deze tip"] in (arabic / "themas" / "grond.html").read_text(
        encoding="utf-8"
    )
    text = "".join(page.extract_text() for page in PdfReader(arabic / "downloads" / "kort-handout.pdf").pages)
    assert set(elsewhere.ARABIC["Mijn voornemen"]) <= set(text)


#: But for sentences that a copy words otherwise: it names them as its site says them.
MISTAKES = [case for case in CASES if not case.name.startswith("woorden-")]


@pytest.mark.parametrize("case", MISTAKES, ids=lambda case: case.name)
def test_every_mistake_is_said_in_the_language_of_the_subject(case: Path, tmp_path: Path) -> None:
    """At the same place as in Dutch, and in other words."""
    for part in ("data", "docs"):
        shutil.copytree(SMALL / part, tmp_path / part)
    (tmp_path / PAGES).mkdir(parents=True)
    for file in case.iterdir():
        shutil.copy(file, tmp_path / _folder(file) / file.name)
    said = []
    for code in ("nl", "en"):
        about = tmp_path / "data" / "onderwerp.yml"
        about.write_text(
            about.read_text(encoding="utf-8").replace("taal: nl", f"taal: {code}"), encoding="utf-8"
        )
        with pytest.raises(DataError) as error:
            load(tmp_path)
        said.append(error.value)
    dutch, english = said
    assert [p.position for p in dutch.problems] == [p.position for p in english.problems]
    assert not {p.text for p in dutch.problems} & {p.text for p in english.problems}
    assert dutch.lines()[-1] != english.lines()[-1]


def test_a_command_speaks_the_language_of_the_subject(tmp_path: Path) -> None:
    root = elsewhere.project(tmp_path / "garden", "en", "GB")
    done = run([sys.executable, "-m", "macros", "check"], root)
    assert done.returncode == 0, done.stderr
    assert "All is well." in done.stdout


def test_a_language_that_the_site_does_not_speak_is_refused(tmp_path: Path) -> None:
    about = elsewhere.project(tmp_path / "garden", "xx", "NL") / "data" / "onderwerp.yml"
    with pytest.raises(DataError, match=r"De site spreekt 'xx' nog niet\. Kies uit: en, nl\.") as error:
        load(tmp_path / "garden")
    line = about.read_text(encoding="utf-8").splitlines().index("  taal: xx") + 1
    assert [(problem.file, problem.position.line) for problem in error.value.problems] == [
        ("data/onderwerp.yml", line)
    ]


def test_another_engine_is_told_the_language(tmp_path: Path) -> None:
    export.write(tmp_path / "uit", elsewhere.project(tmp_path / "garden", "en", "GB"))
    told = yaml.safe_load((tmp_path / "uit" / "mkdocs.yml").read_text(encoding="utf-8"))
    assert told["theme"]["language"] == "en"
    assert [plugin["search"]["lang"] for plugin in told["plugins"] if "search" in plugin] == [["en"]]
    options = {
        name: value
        for entry in told["markdown_extensions"]
        if isinstance(entry, dict)
        for name, value in entry.items()
    }
    assert (options["toc"]["title"], options["footnotes"]["BACKLINK_TITLE"]) == (
        "On this page",
        "Back to the text at note {}",
    )
    assert '"Close"' in (tmp_path / "uit" / "docs" / "assets" / "js" / "zoeken.js").read_text(
        encoding="utf-8"
    )


def test_two_languages_in_one_process_do_not_mix(tmp_path: Path) -> None:
    content = load(elsewhere.project(tmp_path / "garden", "en", "GB"))
    small = load(SMALL)
    assert (content.taal.code, small.taal) == ("en", DUTCH)
    site = Site("x", "", "")
    shown = [render("geen-papier.html.j2", one, site, "sw.js") for one in (content, small, content)]
    assert ["This file" in page for page in shown] == [True, False, True]


def test_the_help_of_a_command_is_in_the_language_of_the_subject(tmp_path: Path) -> None:
    root = elsewhere.project(tmp_path / "garden", "en", "GB")
    for command, said in ((["--help"], "Checks the data"), (["schema", "--help"], "Where to put them.")):
        assert said in run([sys.executable, "-m", "macros", *command], root).stdout
