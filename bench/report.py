"""Figures beside their targets, as Dutch Markdown."""

import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path
from statistics import median

RESULTS = Path(__file__).with_name("results.md")
PEERS = ("mkdocs", "mkdocs-material", "mkdocs-macros-plugin")
_HEAD = ("wat", "gemeten", "doel", "gehaald")


@dataclass(frozen=True)
class Figure:
    """What was measured, in `unit`, and the most that it may be where that is agreed."""

    name: str
    value: float
    unit: str
    most: float | None = None

    @property
    def met(self) -> bool:
        """Whether it is no more than agreed."""
        return self.most is None or self.value <= self.most

    def row(self) -> tuple[str, ...]:
        """The figure as a row of the table."""
        goal = ("", "")
        if self.most is not None:
            goal = (f"hooguit {number(self.most)} {self.unit}", "ja" if self.met else "**nee**")
        return self.name, f"{number(self.value)} {self.unit}", *goal


@dataclass(frozen=True)
class Section:
    """One part of the report: how it was measured, and what came out."""

    title: str
    method: str
    figures: Sequence[Figure]

    def markdown(self) -> str:
        """The section with its table, whose columns are as wide as what is in them."""
        rows = [_HEAD, *(figure.row() for figure in self.figures)]
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        rows.insert(1, tuple("-" * width for width in widths))
        lines = (map(str.ljust, row, widths) for row in rows)
        table = (f"| {' | '.join(line)} |" for line in lines)
        return "\n".join([f"## {self.title}", "", self.method, "", *table])


def whole(sections: Sequence[Section], runs: int) -> str:
    """The whole report; `runs` is how many times was measured."""
    agreed = [figure for section in sections for figure in section.figures if figure.most is not None]
    machine = f"{os.cpu_count()} kernen, {platform.system()}, Python {platform.python_version()}"
    packages = ", ".join(f"{name} {version(name)}" for name in PEERS)
    head = f"""# Metingen

Gemaakt door `make bench` op {date.today().isoformat()}. Machine: {machine}, {packages}.
Vergelijk alleen getallen van dezelfde keer. Elke tijd is de mediaan van {runs}, als er niets anders staat.
Gehaald: {sum(figure.met for figure in agreed)} van {len(agreed)} doelen."""
    return "\n\n".join([head, *(section.markdown() for section in sections)]) + "\n"


def spread(name: str, milliseconds: Sequence[float], most: float) -> list[Figure]:
    """The middle and the worst of many waits; the worst has a target."""
    worst = Figure(f"{name}, slechtste van {len(milliseconds)}", max(milliseconds), "ms", most)
    return [Figure(f"{name}, mediaan", median(milliseconds), "ms"), worst]


def number(value: float) -> str:
    """A number as the Dutch write it: two decimals below ten, one above, none where it is whole."""
    decimals = 0 if value == int(value) else 2 if abs(value) < 10 else 1
    return f"{value:,.{decimals}f}".translate(str.maketrans(",.", ".,"))
