"""An organisation's colour is always readable, whatever colour it is."""

import random
import re

import pytest
from conftest import PROJECT

from macros.own import colours

SOME = ["#000000", "#ffffff", "#ffff00", "#767676", "#777777", "#00ff00", "#0000ff", "#ff0000", "#7a3e8e"]
RANDOM = [f"#{random.Random(seed).randrange(0x1000000):06x}" for seed in range(300)]


@pytest.mark.parametrize("colour", SOME + RANDOM)
def test_text_reads(colour: str) -> None:
    assert colours.contrast(colours.text_on(colour), colour) >= colours.ENOUGH
    for surfaces, towards in ((colours.PAPER, colours.BLACK), (colours.NIGHT, colours.WHITE)):
        link = colours.readable(colour, surfaces, towards)
        assert all(colours.contrast(link, surface) >= colours.ENOUGH for surface in surfaces)


@pytest.mark.parametrize("accent", SOME + RANDOM)
def test_a_line_beside_a_sentence_is_seen(accent: str) -> None:
    """WCAG 2.2, 1.4.11: 3 to 1 with what is beside it, in light and in dark."""
    pairs = re.findall(r"--([\w-]+): light-dark\((#\w+), (#\w+)\)", colours.stylesheet(None, accent))
    (_, *surfaces), (_, *lines) = pairs
    for surface, line in zip(surfaces, lines, strict=True):
        assert colours.contrast(surface, line) >= 3


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
