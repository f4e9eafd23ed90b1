"""A logo is a drawing and nothing else: what runs, listens or fetches is refused, what only draws is not."""

import base64
import io
import time
from pathlib import Path

import pytest
from conftest import PROJECT
from garden import garden
from lxml import etree
from PIL import Image

from macros.content.content import Content
from macros.own import logo, pictures, svg
from macros.source.problems import DataError

PROGRAMS = sorted((Path(__file__).parent / "logos").glob("*.svg"))
PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
ADVICE = "Sla het bestand op als 'gewone SVG'."


def _load(root: Path, inside: str) -> Content:
    box = "<rect id='a' width='9' height='9'/>"
    drawing = f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>\n{box}\n{inside}</svg>"
    return garden(root, {"organisatie.yml": "naam: De Tuin\nlogo: logo.svg\n", "logo.svg": drawing})


def _said(root: Path, inside: str) -> str:
    with pytest.raises(DataError) as error:
        _load(root, inside)
    (problem,) = error.value.problems
    return str(problem)


@pytest.mark.parametrize(
    "name",
    [
        "script", "foreignObject", "iframe", "object", "embed", "audio", "video", "handler", "listener", "link", "a", "set",
        "animate", "animateTransform", "animateMotion", "discard", "view", "cursor", "font-face", "feImage", "SCRIPT", "img",
    ],
)  # fmt: skip
def test_what_does_more_than_draw_is_refused(name: str, tmp_path: Path) -> None:
    said = f"organisatie/logo.svg:4:4: '{name}' kan niet in een tekening. {ADVICE}"
    assert _said(tmp_path, f"<g>\n  <{name} x='1'>y</{name}></g>") == said


@pytest.mark.parametrize(
    "inside",
    [
        "<img xmlns='http://www.w3.org/1999/xhtml' src='https://elders.example/x.png'/>",
        "<h:meta xmlns:h='http://www.w3.org/1999/xhtml' http-equiv='refresh' content='0;url=https://elders.example/'/>",
        "<img xmlns='' src='https://elders.example/x.png'/>",
    ],
)
def test_what_is_of_a_page_is_refused(inside: str, tmp_path: Path) -> None:
    assert _said(tmp_path, inside).startswith("organisatie/logo.svg:3:")


@pytest.mark.parametrize(
    ("inside", "column", "name"),
    [
        ("<rect onclick='alert(1)'/>", 7, "onclick"),
        ("<rect ONLOAD='alert(1)'/>", 7, "ONLOAD"),
        ("<rect width='9'\n   onbegin='x'/>", 4, "onbegin"),
    ],
)
def test_what_listens_is_refused(inside: str, column: int, name: str, tmp_path: Path) -> None:
    line = 3 + inside.count("\n")
    assert (
        _said(tmp_path, inside)
        == f"organisatie/logo.svg:{line}:{column}: '{name}' kan niet in een tekening. {ADVICE}"
    )


@pytest.mark.parametrize(
    "inside",
    [
        "<image href='//elders.example/x.png'/>",
        "<image href='data:image/svg+xml;base64,PHN2Zy8+'/>",
        "<use xmlns:xlink='http://www.w3.org/1999/xlink' xlink:href='https://elders.example/x.svg#a'/>",
        "<use href='data:image/png;base64,AAAA'/>",
        "<use href='x.svg#a'/>",
        "<rect fill='url(https://elders.example/x)'/>",
        "<rect fill='url(#a) url(x)'/>",
        "<rect style='fill: URL( \"https://elders.example/x\")'/>",
        "<rect style='fill: u\\72l(https://elders.example/x)'/>",
        "<rect style='fill: ur/**/l(https://elders.example/x)'/>",
        "<rect style='background: image-set(\"x.png\" 1x)'/>",
        "<rect style='-moz-binding: url(https://elders.example/x)'/>",
        "<rect style='width: expression(alert(1))'/>",
        "<rect fill='vbscript:x'/>",
        "<rect clip-path='path(\"M0 0\")'/>",
        "<style>@import 'x.css';</style>",
        "<style>@IMPORT url(x.css);</style>",
        "<style>@\\69mport 'x.css';</style>",
        "<style>rect { fill: url('x.svg') }</style>",
        "<style>rect { fill: url(x.svg#a) }</style>",
        "<style>rect { fill: u\\72l(x) }</style>",
        "<style>rect { fill: red } @font-face { src: url(x) }</style>",
        "<style>rect { fill: red </style>",
        "<style>rect { color: red; a { b: c } }</style>",
    ],
)
def test_what_fetches_is_refused(inside: str, tmp_path: Path) -> None:
    said = _said(tmp_path, inside)
    assert said.startswith("organisatie/logo.svg:3:")
    assert said.endswith(ADVICE)
    assert "' kan niet in een tekening" in said


@pytest.mark.parametrize(
    "inside",
    [
        "<use href='#a'/>",
        "<rect fill='url(#a)'/>",
        "<rect fill='url( \"#a\" ) #fff'/>",
        "<style>rect, .a > .b{fill:url(#a);stroke:red}</style>",
        "<linearGradient id='b'><stop offset='0.5' stop-color='red'/></linearGradient>",
        "<rect transform='matrix(1,0,0,1,2,3) rotate(-3)' style='fill:rgb(1,2,3)'/>",
        "<text x='1' font-family='Arial'>De <tspan>Boom</tspan> &amp; co</text>",
    ],
)
def test_what_only_draws_is_fine(inside: str, tmp_path: Path) -> None:
    made = _load(tmp_path, inside).logo
    assert made
    before = (tmp_path / "organisatie" / "logo.svg").read_bytes()
    assert etree.canonicalize(made.svg) == etree.canonicalize(before.decode())


def test_what_nobody_sees_is_left_out(tmp_path: Path) -> None:
    made = _load(
        tmp_path,
        "<!-- van wie --><?xml-stylesheet href='x.css'?><metadata><a href='x:y'/></metadata><rect data-x='van ons' xml:base='x'/>"
        "<filter id='f'><feImage href='x:y'/></filter>"
        "<i:note xmlns:i='http://ns.example/' i:x='y'>klad</i:note><rect xmlns:i='http://ns.example/' i:label='klad' fill='red'/>",
    ).logo
    assert made
    for word in (b"van", b"stylesheet", b"metadata", b"x:y", b"base", b"klad", b"ns.example", b"filter"):
        assert word not in made.inhoud
    assert made.inhoud.count(b"<rect") == 3


@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.stem)
def test_a_logo_as_a_program_saves_it_is_right(path: Path, tmp_path: Path) -> None:
    content = garden(
        tmp_path,
        {"organisatie.yml": "naam: De Tuin\nlogo: logo.svg\n", "logo.svg": path.read_text(encoding="utf-8")},
    )
    assert content.logo
    drawn = etree.fromstring(content.logo.inhoud)
    assert {etree.QName(node).namespace for node in drawn.iter()} == {svg.SVG}
    before, after = (
        {*Image.open(io.BytesIO(logo.picture(text, 64))).getdata()}
        for text in (path.read_text(encoding="utf-8"), content.logo.svg)
    )
    if path.stem != "figma":  # of which the shadow is left out
        assert before == after
    assert len(after) > 1


def test_a_picture_in_a_drawing_is_written_again(tmp_path: Path) -> None:
    photo = Image.new("RGB", (40, 20), "red")
    exif = photo.getexif()
    exif[0x0112], exif[0x010E] = 6, "De Boom, thuis"
    written = io.BytesIO()
    photo.save(written, format="JPEG", exif=exif)
    address = f"data:image/jpeg;base64,{base64.b64encode(written.getvalue()).decode()}"
    made = _load(tmp_path, f"<image width='9' height='9' href='{address}'/>").logo
    assert made
    found = etree.fromstring(made.inhoud).find(f"{{{svg.SVG}}}image").get("href")
    assert found.startswith("data:image/jpeg;base64,")
    raw = base64.b64decode(found.partition(",")[2])
    assert b"thuis" not in raw
    assert Image.open(io.BytesIO(raw)).size == (20, 40)
    said = _said(tmp_path / "fout", "<image href='data:image/png;base64,PGh0bWw+'/>")
    assert "In deze tekening zit een plaatje dat niet open kan." in said


def _over_and_over(kind: str, deep: int) -> str:
    if kind == "use":
        parts = [
            f"<g id='p{at}'><use href='#p{at - 1}'/><use href='#p{at - 1}'/></g>" for at in range(1, deep)
        ]
        return f"<defs><g id='p0'><rect/></g>{''.join(parts)}</defs><use href='#p{deep - 1}'/>"
    fill = "fill='url(#p{})'" if kind == "pattern" else "class='p{}'"
    parts = [
        f"<pattern id='p{at}'><rect {fill.format(at - 1)}/><rect x='1' {fill.format(at - 1)}/></pattern>"
        for at in range(1, deep)
    ]
    rules = "".join(f".p{at}{{fill:url(#p{at})}}" for at in range(deep))
    sheet = f"<style>{rules}</style>" if kind == "klasse" else ""
    return f"{sheet}<pattern id='p0'><rect/></pattern>{''.join(parts)}<rect {fill.format(deep - 1)}/>"


@pytest.mark.parametrize("deep", [20, 2000])
@pytest.mark.parametrize("kind", ["use", "pattern", "klasse"])
def test_a_little_that_is_drawn_over_and_over_is_refused_soon(kind: str, deep: int, tmp_path: Path) -> None:
    began = time.process_time()
    said = _said(tmp_path, _over_and_over(kind, deep))
    assert "tekent te vaak hetzelfde." in said or "verwijst te vaak door." in said
    assert time.process_time() - began < 3
    assert _load(tmp_path / "goed", _over_and_over(kind, 6)).logo


def test_what_points_to_itself_does_not_hang(tmp_path: Path) -> None:
    assert _load(tmp_path, "<pattern id='b'><rect fill='url(#b)'/></pattern><rect fill='url(#b)'/>").logo


def test_a_logo_that_is_elsewhere_is_refused(tmp_path: Path) -> None:
    for name in ("logo.svg", "logo.png"):
        root = tmp_path / name
        outside = tmp_path / f"geheim-{name}"
        outside.write_bytes(PROGRAMS[0].read_bytes() if name.endswith("svg") else base64.b64decode(PIXEL))
        (root / "organisatie").mkdir(parents=True)
        (root / "organisatie" / name).symlink_to(outside)
        with pytest.raises(DataError) as error:
            garden(root, {"organisatie.yml": f"naam: De Tuin\nlogo: {name}\n"})
        assert [str(problem) for problem in error.value.problems] == [
            f"organisatie/organisatie.yml:2:7: Het bestand '{name}' verwijst naar een ander bestand. Zet het logo zelf in de map organisatie."
        ]


def test_a_photo_as_logo_becomes_small_and_tells_nothing(tmp_path: Path) -> None:
    photo = Image.effect_noise((2000, 1000), 60).convert("RGB")
    exif = photo.getexif()
    exif[0x0112], exif[0x010E] = 6, "De Boom, thuis"
    (tmp_path / "organisatie").mkdir()
    photo.save(tmp_path / "organisatie" / "logo.png", exif=exif)
    made = garden(tmp_path, {"organisatie.yml": "naam: De Tuin\nlogo: logo.png\n"}).logo
    assert made
    assert len(made.inhoud) <= pictures.LARGEST
    assert b"thuis" not in made.inhoud
    with Image.open(io.BytesIO(made.inhoud)) as image:
        assert image.height > image.width


@pytest.mark.parametrize("space", ["", f" xmlns='{svg.SVG}'"])
def test_a_drawing_of_the_subject_is_one_too(space: str, tmp_path: Path) -> None:
    drawing = f"<svg{space} viewBox='0 0 9 9' data-x='y'>\n<circle r='3'/></svg>"
    content = garden(tmp_path / "goed", {"../data/tekeningen/eigen.svg": drawing})
    assert content.tekeningen["eigen"] == (
        '<svg viewBox="0 0 9 9" class="tekening" aria-hidden="true" focusable="false">\n<circle r="3"/></svg>'
    )
    for number, (text, said) in enumerate(
        {
            drawing.replace("<circle", "<script"): "2:2: 'script' kan niet in een tekening. Sla",
            drawing.replace("r=", "onload="): "2:9: 'onload' kan niet in een tekening. Sla",
            "<html/>": "1:1: De tekening 'eigen.svg' is geen goede SVG. Sla",
            "": "1:1: De tekening 'eigen.svg' is geen goede SVG. Sla",
        }.items()
    ):
        with pytest.raises(DataError) as error:
            garden(tmp_path / str(number), {"../data/tekeningen/eigen.svg": text})
        assert str(error.value.problems[0]).startswith(f"data/tekeningen/eigen.svg:{said}")


def test_the_drawings_of_the_project_stay_as_they_are() -> None:
    for path in (PROJECT / "data" / "tekeningen").glob("*.svg"):
        assert svg.inline(path.read_bytes()) == path.read_text(encoding="utf-8").strip()
