"""Which styles and scripts go where: on another engine no frame of ours, and no script that keeps what a copy keeps not."""

from pathlib import Path

import pytest
from conftest import PROJECT
from garden import garden

from macros.finish import assets

DOCS = PROJECT / "docs"
#: Styles that another engine does not get: those of our frame, and those of files of their own.
NOT_ELSEWHERE = {"basis", "kop", "voet", "later", "proza", "presentatie"}


def _text(file: str) -> str:
    return (DOCS / "assets" / file).read_text(encoding="utf-8")


def test_another_engine_gets_the_look_of_articles() -> None:
    css = assets.styles_elsewhere(DOCS)
    missing = {
        path.stem for path in (DOCS / "assets" / "css").glob("*.css") if _text(f"css/{path.name}") not in css
    }
    assert missing == NOT_ELSEWHERE
    order = [css.index(_text(f"css/{name}.css")) for name in ("palet", "andere-machine", "letters", "papier")]
    assert order == sorted(order)
    inside = css.partition(".md-typeset.md-typeset {\n")[2]
    assert inside.partition("\n}\n")[0]
    assert _text("css/palet.css") not in inside


@pytest.mark.parametrize(
    ("own", "kept"),
    [
        ({}, True),
        ({"organisatie.yml": "naam: De Tuin\n"}, True),
        ({"organisatie.yml": "naam: De Tuin\noffline: nee\n"}, False),
    ],
)
def test_a_copy_that_keeps_nothing_has_no_script_for_it(
    own: dict[str, str], kept: bool, tmp_path: Path
) -> None:
    script = assets.page_script(DOCS, garden(tmp_path, own))
    parts = ["woorden", "opslag", "stijl", "kleuren", "zoekknop", "voorlezen", *(["offline"] if kept else [])]
    assert script == "".join(_text(f"js/{part}.js") for part in parts)


@pytest.mark.parametrize(("own", "scripts"), [({}, ()), ({"hulp.yml": "contacten: []\n"}, ("hulp",))])
def test_the_script_for_contacts_comes_with_contacts(
    own: dict[str, str], scripts: tuple[str, ...], tmp_path: Path
) -> None:
    content = garden(tmp_path, own)
    for page in ("hulp.html", "themas/grond.html", "nu/voor-het-planten.html"):
        assert assets.scripts_on(page, content) == scripts
    assert assets.scripts_on("index.html", content) == ()
    assert assets.scripts_on("trainer/kort.html", content) == ("inkorten", "draaiboek", "checklist")
