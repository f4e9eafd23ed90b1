"""YAML text to plain values that remember their line and column.

Every scalar stays the text that was typed: `no`, `12:30` and `0123` are words, not False, 750 and 83. What makes YAML
surprising (aliases, tags, double keys, several documents) is refused. The parser is libyaml's, where that is there.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from macros.source import files, signs
from macros.source.files import broken, decode
from macros.source.problems import MOST, DataError, Position, Problem, shown
from macros.source.yaml_messages import in_words
from macros.talen import N_, _

MAX_DEPTH = 30
#: Each costs memory, and much more of it when it is wrong; the largest file of ours has five thousand.
MAX_VALUES = 30_000

#: What a YAML file can hold: text, or lists and mappings of it.
Value = str | list["Value"] | dict[str, "Value"]
#: The way to a value: keys and list indices from the top of the file.
Path_ = tuple[str | int, ...]

#: What the parser itself does not take, not in a comment either.
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")
_TAB = N_("Hier staat een tab. Gebruik spaties: twee voor elke stap naar rechts.")
#: What YAML takes for the end of a line and nobody else does; the parser gets something else in their place.
_BREAKS = str.maketrans("\x85\u2028\u2029", "\ufdd0\ufdd1\ufdd2")
_ALIAS = N_("Een verwijzing met '*{naam}' kan hier niet. Schrijf de tekst zelf op, of zet hem tussen \"…\".")
_ANCHOR = N_("Een anker '&{naam}' kan hier niet. Zet tekst die met & begint tussen \"…\".")
_TAG = N_(
    'Een woord met ! ervoor is in YAML een tag, en die kan hier niet. Zet tekst die met ! begint tussen "…".'
)
_MANY = N_("Dit bestand heeft te veel delen: meer dan {meeste}. Haal er iets uit.")
_DEEP = N_("Dit zit te diep in elkaar: meer dan {lagen} lagen. Kijk of het inspringen klopt.")
_TWICE = N_("'{naam}' staat hier voor de tweede keer. De eerste staat op regel {regel}. Haal er een weg.")
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))", re.DOTALL)
_Start = yaml.ScalarEvent | yaml.CollectionStartEvent
_Parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Source:
    """One file that was read: its name for people, its values, and where each value and key stands."""

    name: str
    data: Value
    values: dict[Path_, Position] = field(repr=False)
    keys: dict[Path_, Position] = field(repr=False)
    #: Items (a list's key and an index) that stand elsewhere: in which source, and where in it.
    moved: dict[Path_, tuple["Source", Path_]] = field(default_factory=dict, repr=False)

    def origin(self, path: Path_) -> tuple["Source", Path_]:
        """The source in which the value at `path` was written, and where in it: there, or its nearest parent."""
        source, item = self.moved.get(path[:2], (self, path[:2]))
        path = (*item, *path[2:])
        while path and path not in source.values:
            path = path[:-1]
        return source, path

    def problem(
        self, path: Path_, text: str, at_key: bool = False, meant: Callable[[], str] = str
    ) -> Problem:
        """A problem with the value at `path` (or with its key), in the file that the value stands in."""
        source, path = self.origin(path)
        position = (source.keys.get(path) if at_key else None) or source.values.get(path, Position())
        return Problem(source.name, position, text, meant)

    def position(self, path: Path_) -> Position:
        """Where the value at `path` starts, or its nearest known parent when it is not there."""
        return self.problem(path, "").position

    def at(self, path: Path_) -> Any:
        """The value at `path`, which is one of the paths in `values`."""
        value: Any = self.data
        for key in path:
            value = value[key]
        return value

    def found(self, pattern: Path_) -> Iterator[tuple[Path_, Value]]:
        """Every value at a pattern, with its path; `*` stands for each item of a list."""

        def walk(value: Value, rest: Path_, path: Path_) -> Iterator[tuple[Path_, Value]]:
            if not rest:
                yield path, value
            elif rest[0] == "*" and isinstance(value, list):
                for index, item in enumerate(value):
                    yield from walk(item, rest[1:], (*path, index))
            elif isinstance(value, dict) and rest[0] in value:
                yield from walk(value[str(rest[0])], rest[1:], (*path, rest[0]))

        return walk(self.data, pattern, ())

    def texts(self, pattern: Path_) -> Iterator[tuple[Path_, str]]:
        """Every text at a pattern, with its path."""
        return ((path, value) for path, value in self.found(pattern) if isinstance(value, str))


def read(path: Path, name: str) -> Source:
    """Read one YAML file of at most `files.MAX_BYTES` bytes; `name` is how to call it in messages.

    Raises:
        DataError: with the first thing that makes the file unreadable.
    """
    return parse(files.raw(path, name), name)


def parse(raw: bytes, name: str) -> Source:
    """Turn the bytes of a YAML file into a `Source`; raises `DataError` as `read` does."""
    text = decode(raw, name)
    if found := _UNREADABLE.search(text):
        raise DataError([Problem.unseen(name, text, found.start(), found[0])])
    if "\t" in text:
        raise broken(name, Position.at(text, text.index("\t")), _(_TAB))
    try:
        return _Reader(name, text).build()
    except yaml.YAMLError as error:
        raise unreadable(error, text, name) from None


def unreadable(error: yaml.YAMLError, text: str, name: str) -> DataError:
    """What the parser says of a text, in our words and in its place."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    before = text[mark.index - 1 : mark.index] if mark else ""
    return broken(name, _position(mark), in_words(error, before))


def _position(mark: Any) -> Position:
    return Position(mark.line + 1, mark.column + 1) if mark else Position()


@dataclass
class _Open:
    """A mapping or list that is being read, and the key in it that has no value yet."""

    path: Path_
    value: list[Value] | dict[str, Value]
    key: str | None = None

    def add(self, value: Value) -> None:
        if isinstance(self.value, list):
            self.value.append(value)
        elif self.key is not None:
            self.value[self.key] = value
            self.key = None


class _Reader:
    """Builds the values from the parser's events, without recursion, so that deep nesting cannot hurt."""

    def __init__(self, name: str, text: str) -> None:
        self.name, self.text = name, text
        self.values: dict[Path_, Position] = {}
        self.keys: dict[Path_, Position] = {}
        self.open: list[_Open] = []
        self.unseen: list[Problem] = []

    def error(self, position: Position, text: str) -> DataError:
        return broken(self.name, position, text)

    def build(self) -> Source:
        whole = _Open((), [])
        for event in yaml.parse(self.text.translate(_BREAKS), Loader=_Parser):
            position = _position(event.start_mark)
            if isinstance(event, yaml.DocumentStartEvent) and whole.value:
                raise self.error(position, _("Hier begint een tweede document. Haal de regel met '---' weg."))
            if isinstance(event, yaml.AliasEvent):
                raise self.error(position, _(_ALIAS).format(naam=shown(event.anchor or "")))
            if isinstance(event, yaml.CollectionEndEvent):
                self.open.pop()
            if isinstance(event, yaml.ScalarEvent):
                self._look(event)
            if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent):
                self._node(event, position, self.open[-1] if self.open else whole)
        if self.unseen:
            raise DataError(self.unseen)
        return Source(self.name, next(iter(whole.value), "") or {}, self.values, self.keys)

    def _look(self, event: yaml.ScalarEvent) -> None:
        """Look for signs that nobody sees, typed or written as `\\u200b`: each is told where it stands."""
        if len(self.unseen) >= MOST or not signs.hides(event.value):
            return
        assert event.start_mark
        assert event.end_mark
        begin = event.start_mark.index
        typed = self.text[begin : event.end_mark.index]
        found = {at: typed[at] for at in signs.unseen(typed)}
        if event.style == '"':
            escaped = {match.start(): _unescaped(match) for match in _ESCAPE.finditer(typed)}
            found |= {at: sign for at, sign in escaped.items() if signs.hides(sign)}
        for at, sign in sorted(found.items())[:MOST]:
            self.unseen.append(Problem.unseen(self.name, self.text, begin + at, sign))

    def _node(self, event: _Start, position: Position, parent: _Open) -> None:
        if event.anchor:
            raise self.error(position, _(_ANCHOR).format(naam=shown(event.anchor)))
        if event.tag is not None:
            raise self.error(position, _(_TAG))
        if isinstance(parent.value, dict) and parent.key is None:
            parent.key = self._key(event, position, parent)
            return
        if len(self.values) >= MAX_VALUES:
            raise self.error(position, _(_MANY).format(meeste=MAX_VALUES))
        path = (*parent.path, len(parent.value) if parent.key is None else parent.key) if self.open else ()
        self.values[path] = position
        value: Value = event.value if isinstance(event, yaml.ScalarEvent) else []
        if isinstance(event, yaml.MappingStartEvent):
            value = {}
        parent.add(value)
        if not isinstance(value, str):
            if len(self.open) >= MAX_DEPTH:
                raise self.error(position, _(_DEEP).format(lagen=MAX_DEPTH))
            self.open.append(_Open(path, value))

    def _key(self, event: _Start, position: Position, parent: _Open) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            raise self.error(position, _("Hier hoort de naam van een veld, met een dubbele punt erachter."))
        key = str(event.value)
        path = (*parent.path, key)
        if path in self.keys:
            raise self.error(position, _(_TWICE).format(naam=shown(key), regel=self.keys[path].line))
        self.keys[path] = position
        return key


def _unescaped(match: re.Match[str]) -> str:
    """The sign that stands in a text between double quotes as a backslash and more."""
    *numbers, letter = match.groups()
    code = next(filter(None, numbers), None)
    return chr(int(code, 16)) if code else yaml.scanner.Scanner.ESCAPE_REPLACEMENTS.get(letter, letter)
