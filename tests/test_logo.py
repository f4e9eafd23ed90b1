"""A logo is a drawing and nothing else: what runs, listens or fetches is refused, what only draws is not."""

from pathlib import Path

import pytest
from garden import garden

from macros.content.content import Content
from macros.source.problems import DataError

#: Inside these a document may run a script, load another one, or change the page.
ALIVE = [
    "script",
    "foreignObject",
    "iframe",
    "object",
    "embed",
    "audio",
    "video",
    "handler",
    "listener",
    "set",
    "animate",
    "link",
]
ALIVE += ["animateTransform", "animateMotion"]
PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="


def _load(root: Path, inside: str) -> Content:
    box = "<rect id='a' width='9' height='9'/>"
    drawing = f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>{box}{inside}</svg>"
    return garden(root, {"organisatie.yml": "naam: De Tuin\nlogo: logo.svg\n", "logo.svg": drawing})


@pytest.mark.parametrize(
    "inside",
    [
        *(f"<{name}/>" for name in ALIVE),
        "<g><g><script>alert(1)</script></g></g>",
        "<a href='https://elders.example/'/>",
        "<a href='javascript:alert(1)'/>",
        "<image href='//elders.example/x.png'/>",
        "<image href='data:image/svg+xml;base64,PHN2Zy8+'/>",
        "<use xmlns:xlink='http://www.w3.org/1999/xlink' xlink:href='https://elders.example/x.svg#a'/>",
        "<rect onclick='alert(1)'/>",
        "<rect ONLOAD='alert(1)'/>",
        "<rect fill='url(https://elders.example/x)'/>",
        "<rect style='fill: URL( \"https://elders.example/x\")'/>",
        "<rect style='width: expression(alert(1))'/>",
        "<rect fill='vbscript:x'/>",
    ],
)
def test_what_does_more_than_draw_is_refused(inside: str, tmp_path: Path) -> None:
    with pytest.raises(DataError) as error:
        _load(tmp_path, inside)
    (problem,) = error.value.problems
    assert problem.file == "organisatie/organisatie.yml"
    assert problem.text.startswith(
        "Het logo 'logo.svg' bevat een script of iets van buiten, en dat kan niet."
    )


@pytest.mark.parametrize(
    "style",
    ["@import 'x.css'", "@IMPORT url(x.css)", "rect { fill: url('x.svg') }", "rect { fill: url(x.svg#a) }"],
)
def test_a_style_that_fetches_is_refused(style: str, tmp_path: Path) -> None:
    with pytest.raises(DataError) as error:
        _load(tmp_path, f"<style>{style}</style>")
    assert error.value.problems[0].text.startswith(
        "Het logo 'logo.svg' haalt iets van buiten op, en dat kan niet."
    )


@pytest.mark.parametrize(
    "inside",
    [
        "<use href='#a'/>",
        "<rect fill='url(#a)'/>",
        "<style>rect { fill: url(#a); stroke: red }</style>",
        f"<image href='data:image/png;base64,{PIXEL}'/>",
        "<linearGradient id='b'><stop offset='0.5' stop-color='red'/></linearGradient>",
    ],
)
def test_what_only_draws_is_fine(inside: str, tmp_path: Path) -> None:
    logo = _load(tmp_path, inside).logo
    assert logo
    assert inside.partition(" ")[0].encode() in logo.inhoud


def test_what_nobody_sees_is_left_out(tmp_path: Path) -> None:
    logo = _load(tmp_path, "<!-- van wie --><?xml-stylesheet href='x.css'?><rect/>").logo
    assert logo
    assert b"van wie" not in logo.inhoud
    assert b"stylesheet" not in logo.inhoud
