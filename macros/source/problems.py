"""What is wrong in the data, where, and how to say it."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

from macros.talen import _, ngettext


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
        self._lines = self._said()
        super().__init__("\n".join(self._lines))

    def lines(self) -> list[str]:
        """One line a problem, and a last line that counts them."""
        return self._lines

    def _said(self) -> list[str]:
        count = len(self.problems)
        total = ngettext("1 fout gevonden.", "{n} fouten gevonden.", count).format(n=count)
        return [*map(str, self.problems), f"{total} {_('Er is niets veranderd aan de site.')}"]


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that `word` most resembles, or None when nothing comes close."""
    found = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return found[0] if found else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """' Bedoel je 'x'?' for the nearest known word; otherwise the known words, when they fit on a line."""
    words = sorted(known)
    match = nearest(word, words)
    if match:
        return " " + _("Bedoel je '{woord}'?").format(woord=match)
    return " " + choose(words) if words and len(", ".join(words)) <= 160 else ""


def choose(words: Iterable[str]) -> str:
    """The words of which one is right."""
    return _("Kies uit: {woorden}.").format(woorden=", ".join(words))


def _escape_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape_data(text).replace(":", "%3A").replace(",", "%2C")
