"""An organisation's colour is always readable, whatever colour it is."""

import random
import re

import pytest
from conftest import PROJECT

from macros.own import colours

#: WCAG 2.2: what text needs (1.4.3), and lines that mean something (1.4.11).
TEXT, LINE = 4.5, 3
SOME = ["#000000", "#ffffff", "#ffff00", "#767676", "#777777", "#00ff00", "#0000ff", "#ff0000", "#7a3e8e"]
RANDOM = [f"#{random.Random(seed).randrange(0x1000000):06x}" for seed in range(300)]


@pytest.mark.parametrize("colour", SOME + RANDOM)
def test_text_reads(colour: str) -> None:
    assert colours.contrast(colours.text_on(colour), colour) >= TEXT
    for surfaces, towards in ((colours.PAPER, colours.BLACK), (colours.NIGHT, colours.WHITE)):
        link = colours.readable(colour, surfaces, towards)
        assert all(colours.contrast(link, surface) >= TEXT for surface in surfaces)


@pytest.mark.parametrize("accent", SOME + RANDOM)
def test_a_line_beside_a_sentence_is_seen(accent: str) -> None:
    """With what is beside it, in light and in dark."""
    pairs = re.findall(r"--([\w-]+): light-dark\((#\w+), (#\w+)\)", colours.stylesheet(None, accent))
    (_, *surfaces), (_, *lines) = pairs
    for surface, line in zip(surfaces, lines, strict=True):
        assert colours.contrast(surface, line) >= LINE


def test_the_surfaces_are_those_of_the_stylesheet() -> None:
    style = (PROJECT / "docs" / "assets" / "css" / "palet.css").read_text(encoding="utf-8")
    for surface in (*colours.PAPER, *colours.NIGHT):
        assert surface in style


def test_contrast_is_that_of_wcag() -> None:
    assert colours.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert colours.contrast("#ffffff", "#ffffff") == pytest.approx(1)
    assert colours.contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_a_colour_that_reads_is_left_alone() -> None:
    assert colours.readable("#135e5b", colours.PAPER, colours.BLACK) == "#135e5b"


@pytest.mark.parametrize("colour", SOME + RANDOM)
def test_everything_in_the_style_reads(colour: str) -> None:
    """Links on every surface, also on that of a sentence to say; and what stands on the colour itself."""
    accent = RANDOM[int(colour[1:], 16) % len(RANDOM)]
    pairs = re.findall(r"--([\w-]+): light-dark\((#\w+), (#\w+)\)", colours.stylesheet(colour, accent))
    style = {name: shown for name, *shown in pairs}
    assert style.keys() == {"spraak", "spraak-lijn", "merk", "op-merk", "link"}
    for side, surfaces in enumerate((colours.PAPER, colours.NIGHT)):
        for surface in (*surfaces, style["spraak"][side]):
            assert colours.contrast(style["link"][side], surface) >= TEXT
        assert colours.contrast(style["op-merk"][side], style["merk"][side]) >= TEXT
        assert colours.contrast(style["spraak-lijn"][side], style["spraak"][side]) >= LINE
    assert style["merk"][0] == colour


def test_a_colour_stays_as_near_as_it_can() -> None:
    """In steps of a twentieth towards black or white; pale and dim for surfaces, deep for the header in the dark."""
    assert colours.stylesheet("#ffd500", "#c02060") == (
        "@media screen {\n  :root { --spraak: light-dark(#f6e0e9, #260613); --spraak-lijn: light-dark(#c02060, #c02060);"
        " --merk: light-dark(#ffd500, #a68a00); --op-merk: light-dark(#000000, #000000);"
        " --link: light-dark(#736000, #ffd500); }\n}\n"
    )
    assert "merk" not in colours.stylesheet(None, "#c02060")
    assert "spraak" not in colours.stylesheet("#ffd500", None)
    assert colours.on_paper("#ffd500") == "#806a00"
