"""YAML text to plain values that remember their line and column.

Every scalar stays the text that was typed: `no`, `12:30` and `0123` are words, not False, 750 and 83. What makes YAML
surprising (aliases, tags, double keys, several documents) is refused. The parser is libyaml's, where that is there.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from macros.source.problems import DataError, Position, Problem
from macros.source.yaml_messages import in_words
from macros.talen import N_, _

MAX_BYTES = 2_000_000
MAX_DEPTH = 30
BOM = "\ufeff"

#: What a YAML file can hold: text, or lists and mappings of it.
Value = str | list["Value"] | dict[str, "Value"]
#: The way to a value: keys and list indices from the top of the file.
Path_ = tuple[str | int, ...]

#: What may not stand in a file -> what to say of it.
CONTROL = {
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]": N_(
        "Hier staat een onzichtbaar stuurteken. Haal het weg en typ de regel opnieuw."
    )
}
TAB = {"\t": N_("Hier staat een tab. Gebruik spaties: twee voor elke stap naar rechts.")}
_ALIAS = N_("Een verwijzing met '*{naam}' kan hier niet. Schrijf de tekst zelf op, of zet hem tussen \"…\".")
_ANCHOR = N_("Een anker '&{naam}' kan hier niet. Zet tekst die met & begint tussen \"…\".")
_TAG = N_(
    'Een woord met ! ervoor is in YAML een tag, en die kan hier niet. Zet tekst die met ! begint tussen "…".'
)
_DEEP = N_("Dit zit te diep in elkaar: meer dan {lagen} lagen. Kijk of het inspringen klopt.")
_TWICE = N_("'{naam}' staat hier voor de tweede keer. De eerste staat op regel {regel}. Haal er een weg.")
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

    def problem(self, path: Path_, text: str, at_key: bool = False) -> Problem:
        """A problem with the value at `path` (or with its key), in the file that the value stands in."""
        source, path = self.origin(path)
        position = (source.keys.get(path) if at_key else None) or source.values.get(path, Position())
        return Problem(source.name, position, text)

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
    """Read one YAML file of at most `MAX_BYTES` bytes.

    Args:
        path: the file.
        name: how to call it in messages.

    Raises:
        DataError: with the first thing that makes the file unreadable.
    """
    try:
        raw = path.read_bytes()
    except OSError:
        text = _("Dit bestand is er niet of is niet te lezen. Zet het terug.")
        raise DataError([Problem(name, Position(), text)]) from None
    return parse(raw, name)


def parse(raw: bytes, name: str) -> Source:
    """Turn the bytes of a YAML file into a `Source`; raises `DataError` as `read` does."""
    reader = _Reader(name)
    text = decode(raw, name, {**CONTROL, **TAB})
    try:
        return reader.build(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        raise reader.error(_position(mark), in_words(error)) from None


def decode(raw: bytes, name: str, forbidden: dict[str, str]) -> str:
    """The text of a file in UTF-8, with or without a byte order mark.

    Args:
        raw: what is in the file, at most `MAX_BYTES`.
        name: how to call it in messages.
        forbidden: patterns of characters that may not be in it -> what to say then.

    Raises:
        DataError: with the first thing that makes the file unreadable.
    """
    if len(raw) > MAX_BYTES:
        said = _(
            "Dit bestand is te groot: {bytes} bytes. Meer dan {meeste} kan niet. Maak het kleiner."
        ).format(bytes=len(raw), meeste=MAX_BYTES)
        raise DataError([Problem(name, Position(), said)])
    try:
        text = raw.decode("utf-8").removeprefix(BOM)
    except UnicodeDecodeError as error:
        said = _("Dit bestand is geen UTF-8. Kies in je editor 'Opslaan met codering: UTF-8'.")
        raise DataError([Problem(name, _end_of(raw[: error.start].decode()), said)]) from None
    for pattern, said in forbidden.items():
        if match := re.search(pattern, text):
            raise DataError([Problem(name, _end_of(text[: match.start()]), _(said))])
    return text


def _end_of(text: str) -> Position:
    """The position behind a text."""
    return Position(text.count("\n") + 1, len(text) - text.rfind("\n"))


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

    def __init__(self, name: str) -> None:
        self.name = name
        self.values: dict[Path_, Position] = {}
        self.keys: dict[Path_, Position] = {}
        self.open: list[_Open] = []

    def error(self, position: Position, text: str) -> DataError:
        return DataError([Problem(self.name, position, text)])

    def build(self, text: str) -> Source:
        whole = _Open((), [])
        for event in yaml.parse(text, Loader=_Parser):
            position = _position(event.start_mark)
            if isinstance(event, yaml.DocumentStartEvent) and whole.value:
                raise self.error(position, _("Hier begint een tweede document. Haal de regel met '---' weg."))
            if isinstance(event, yaml.AliasEvent):
                raise self.error(position, _(_ALIAS).format(naam=event.anchor))
            if isinstance(event, yaml.CollectionEndEvent):
                self.open.pop()
            if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent):
                self._node(event, position, self.open[-1] if self.open else whole)
        return Source(self.name, next(iter(whole.value), "") or {}, self.values, self.keys)

    def _node(self, event: _Start, position: Position, parent: _Open) -> None:
        if event.anchor:
            raise self.error(position, _(_ANCHOR).format(naam=event.anchor))
        if event.tag is not None:
            raise self.error(position, _(_TAG))
        if isinstance(parent.value, dict) and parent.key is None:
            parent.key = self._key(event, position, parent)
            return
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
            raise self.error(position, _(_TWICE).format(naam=key, regel=self.keys[path].line))
        self.keys[path] = position
        return key
