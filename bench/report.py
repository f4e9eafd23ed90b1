"""Tables and targets as Dutch Markdown, for the terminal and for `bench/results.md`."""

import os
import platform
import statistics
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from bench import tools

RESULTS = tools.HERE / "results.md"


@dataclass(frozen=True)
class Target:
    """Something that must be at most `limit` (or at least, with `least`); both in `unit`."""

    name: str
    value: float
    limit: float
    unit: str = ""
    least: bool = False

    @property
    def met(self) -> bool:
        """Whether the target is met."""
        return self.value >= self.limit if self.least else self.value <= self.limit

    def row(self) -> list[str]:
        """The target as a row of the table."""
        bound = "minstens" if self.least else "hooguit"
        return [
            self.name,
            _with_unit(self.value, self.unit),
            f"{bound} {_with_unit(self.limit, self.unit)}",
            "ja" if self.met else "**nee**",
        ]


@dataclass(frozen=True)
class Table:
    """A table: its heading row and its rows, all text."""

    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]

    def markdown(self) -> str:
        """The table in Markdown, its columns as wide as what is in them."""
        widths = [max(len(row[i]) for row in [self.head, *self.rows]) for i in range(len(self.head))]
        line = ["-" * width for width in widths]
        lines = [
            "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
            for row in [self.head, line, *self.rows]
        ]
        return f"### {self.title}\n\n" + "\n".join(lines)


@dataclass(frozen=True)
class Section:
    """One part of the report: how it was measured, what came out, and the targets that it settles."""

    title: str
    method: str
    tables: list[Table] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)

    def markdown(self) -> str:
        """The section in Markdown."""
        goals = [Table("Doelen", ["doel", "gemeten", "mag", "gehaald"], [target.row() for target in self.targets])] if self.targets else []
        return "\n\n".join([f"## {self.title}", self.method, *(table.markdown() for table in [*self.tables, *goals])])


def whole(sections: Iterable[Section], runs: int) -> str:
    """The whole report."""
    sections = list(sections)
    targets = [target for section in sections for target in section.targets]
    met = sum(target.met for target in targets)
    known = ", ".join(f"{name} {number}" for name, number in tools.versions().items())
    head = f"""# Metingen

Gemaakt door `make bench` op {date.today().isoformat()}. Alles komt uit één keer meten; vergelijk alleen getallen van dezelfde keer.
Gehaalde doelen: {met} van {len(targets)}. Elk getal is de mediaan van {runs}, tenzij er iets anders bij staat.

- Machine: {os.cpu_count()} kernen, {_processor()}, {_memory_gb():.0f} GB geheugen, {platform.system()}
- Versies: {known}, {_browser_version()}"""
    return "\n\n".join([head, *(section.markdown() for section in sections)]) + "\n"


def number(value: float, digits: int = 1) -> str:
    """A number as the Dutch write it."""
    return f"{value:,.{digits}f}".translate(str.maketrans(",.", ".,"))


def kilobytes(size: float) -> str:
    """Bytes as kB (1000 bytes)."""
    return number(size / 1000)


def median(values: Iterable[float]) -> float:
    """The middle one."""
    return statistics.median(values)


def _with_unit(value: float, unit: str) -> str:
    digits = 0 if value == int(value) else 2 if abs(value) < 10 else 1
    return f"{number(value, digits)} {unit}".strip()


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())


def _memory_gb() -> float:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9


def _browser_version() -> str:
    return subprocess.run([tools.browser(), "--version"], capture_output=True, text=True, check=False).stdout.strip()
