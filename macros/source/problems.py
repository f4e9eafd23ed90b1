"""What is wrong in the data, where, and how to say it."""

import difflib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice

from macros.source import signs
from macros.talen import _, ngettext, speaking, spoken

#: How many problems are told; nobody reads more.
MOST = 50
#: How much of a word is repeated to who typed it, in characters.
LONGEST = 60
#: With how many words another one is compared, to find what was meant.
MOST_KNOWN = 2000


@dataclass(frozen=True, order=True)
class Position:
    """A place in a file; line and column count from 1, as editors do."""

    line: int = 1
    column: int = 1

    @classmethod
    def at(cls, text: str, index: int) -> "Position":
        """Where in a text the sign with this index stands."""
        return cls(text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))


@dataclass(frozen=True)
class Problem:
    """One mistake: the file (from the root of the project, with `/`), the place, and what to write instead.

    `meant` says what may have been meant, which takes a while to find: only for who reads the problem. A `cause` may
    have made other mistakes.
    """

    file: str
    position: Position
    said: str
    meant: Callable[[], str] = field(default=str, compare=False, repr=False)
    cause: bool = field(default=False, compare=False)

    @classmethod
    def unseen(cls, file: str, text: str, index: int, sign: str) -> "Problem":
        """That at this index of a text stands, or is written, a sign that readers do not see."""
        said = _("Hier staat een teken dat lezers niet zien: {teken}. Haal het weg en typ de regel opnieuw.")
        return cls(file, Position.at(text, index), said.format(teken=signs.number(sign)), cause=True)

    def order(self) -> tuple[bool, str, int, int, str]:
        """Causes first, then as in the files; of plain values, which many can be sorted by."""
        return not self.cause, self.file, self.position.line, self.position.column, self.said

    @property
    def text(self) -> str:
        """What to write instead, with what may have been meant."""
        return self.said + self.meant()

    def in_full(self) -> "Problem":
        """The same, with what may have been meant in it, in the language that is spoken now."""
        return replace(self, said=self.text, meant=str)

    def __str__(self) -> str:
        line = f"{self.file}:{self.position.line}:{self.position.column}: {self.text}"
        return signs.visible(line).replace("\n", " ")

    def as_github_annotation(self) -> str:
        """The workflow command that shows the problem at its line in the GitHub web page."""
        place = f"file={_escape_property(signs.visible(self.file))},line={self.position.line},col={self.position.column}"
        return f"::error {place}::{_escape_data(signs.visible(self.text))}"


class DataError(Exception):
    """The data is not right; carries every problem that was found: causes first, then in file order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems), key=Problem.order)
        self._language = spoken()  # whoever tells them may speak another one
        super().__init__()

    def __str__(self) -> str:
        return "\n".join(self.lines())

    @cached_property
    def told(self) -> list[Problem]:
        """As many as anybody reads, each said in full."""
        with speaking(self._language):
            return [problem.in_full() for problem in self.problems[:MOST]]

    def lines(self) -> list[str]:
        """One line a problem as far as they are told, and a last line that counts them all."""
        with speaking(self._language):
            count = len(self.problems)
            more = [_("En nog {n}.").format(n=count - MOST)] if count > MOST else []
            total = ngettext("1 fout gevonden.", "{n} fouten gevonden.", count).format(n=count)
            return [*map(str, self.told), *more, f"{total} {_('Er is niets veranderd aan de site.')}"]


def shown(value: str) -> str:
    """A word as a problem repeats it: on one line, and not longer than anybody reads."""
    value = " ".join(value[: 2 * LONGEST].split())
    return value if len(value) <= LONGEST else value[: LONGEST - 3] + "…"


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that `word` most resembles, or None when nothing comes close."""
    found = difflib.get_close_matches(word[:LONGEST], [*islice(known, MOST_KNOWN)], n=1, cutoff=0.6)
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
