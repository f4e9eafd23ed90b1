"""What is wrong in the data, where, and how to say it in Dutch."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Position:
    """A place in a file; line and column count from 1, as editors do."""

    line: int = 1
    column: int = 1


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake: the file (from the root of the project, with `/`), the place, and what to write instead."""

    file: str
    position: Position
    text: str

    def __str__(self) -> str:
        return f"{self.file}:{self.position.line}:{self.position.column}: {self.text}"

    def as_github_annotation(self) -> str:
        """The workflow command that shows the problem at its line in the GitHub web page."""
        place = f"file={_escape_property(self.file)},line={self.position.line},col={self.position.column}"
        return f"::error {place}::{_escape_data(self.text)}"


class DataError(Exception):
    """The data is not right; carries every problem that was found, in file order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(self.lines()))

    def lines(self) -> list[str]:
        """One line a problem, and a last line that counts them."""
        count = len(self.problems)
        total = "1 fout gevonden." if count == 1 else f"{count} fouten gevonden."
        return [*map(str, self.problems), f"{total} Er is niets veranderd aan de site."]


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that `word` most resembles, or None when nothing comes close."""
    found = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return found[0] if found else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """' Bedoel je 'x'?' for the nearest known word; otherwise the known words, when they fit on a line."""
    words = sorted(known)
    match = nearest(word, words)
    if match:
        return f" Bedoel je '{match}'?"
    listed = ", ".join(words)
    return f" Kies uit: {listed}." if words and len(listed) <= 160 else ""


def _escape_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape_data(text).replace(":", "%3A").replace(",", "%2C")
