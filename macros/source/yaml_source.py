"""YAML text to plain values that remember their line and column.

Every scalar stays the text that was typed: `no`, `12:30` and `0123` are words, not False, 750 and 83. What makes
YAML surprising (aliases, tags, double keys, several documents) is refused. The parser is libyaml's, where it is there.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from macros.source.problems import DataError, Position, Problem
from macros.source.yaml_messages import in_dutch

MAX_BYTES = 2_000_000
MAX_DEPTH = 30
BOM = "\ufeff"

#: What a YAML file can hold: text, or lists and mappings of it.
Value = str | list["Value"] | dict[str, "Value"]
#: The way to a value: keys and list indices from the top of the file.
Path_ = tuple[str | int, ...]

#: What may not stand in a file -> what to say of it.
CONTROL = {
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]": "Hier staat een onzichtbaar stuurteken. Haal het weg en typ de regel opnieuw."
}
TAB = {"\t": "Hier staat een tab. Gebruik spaties: twee voor elke stap naar rechts."}
_Start = yaml.ScalarEvent | yaml.SequenceStartEvent | yaml.MappingStartEvent
_Parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Source:
    """One file that was read: its name for people, its values, and where each value and key stands."""

    name: str
    data: Value
    values: dict[Path_, Position] = field(repr=False)
    keys: dict[Path_, Position] = field(repr=False)
    #: The items (a list's key and an index) that were merged in from another file, with the name of that file.
    merged: dict[Path_, str] = field(default_factory=dict, repr=False)

    def position(self, path: Path_) -> Position:
        """Where the value at `path` starts, or its nearest known parent when it is not there."""
        while path and path not in self.values:
            path = path[:-1]
        return self.values.get(path, Position())

    def at(self, path: Path_) -> Any:
        """The value at `path`, which is one of the paths in `values`."""
        value: Any = self.data
        for key in path:
            value = value[key]
        return value

    def problem(self, path: Path_, text: str, at_key: bool = False) -> Problem:
        """A problem with the value at `path` (or with its key), in the file that the value stands in."""
        position = (self.keys.get(path) if at_key else None) or self.position(path)
        return Problem(self.file(path), position, text)

    def file(self, path: Path_) -> str:
        """The name of the file in which the value at `path` stands."""
        return self.merged.get(path[:2], self.name)


@dataclass
class _Open:
    """A mapping or list that is being read."""

    path: Path_
    value: list[Value] | dict[str, Value]
    key: str | None = None


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
        raise DataError([Problem(name, Position(), "Dit bestand is er niet of is niet te lezen. Zet het terug.")]) from None
    return parse(raw, name)


def parse(raw: bytes, name: str) -> Source:
    """Turn the bytes of a YAML file into a `Source`; raises `DataError` as `read` does."""
    reader = _Reader(name)
    text = decode(raw, name, {**CONTROL, **TAB})
    try:
        return reader.build(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        raise reader.error(_position(mark), in_dutch(error)) from None


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
        text = f"Dit bestand is te groot: {len(raw)} bytes. Meer dan {MAX_BYTES} kan niet. Maak het kleiner."
        raise DataError([Problem(name, Position(), text)])
    try:
        text = raw.decode("utf-8").removeprefix(BOM)
    except UnicodeDecodeError as error:
        place = Position(raw.count(b"\n", 0, error.start) + 1, error.start - raw.rfind(b"\n", 0, error.start))
        raise DataError([Problem(name, place, "Dit bestand is geen UTF-8. Kies in je editor 'Opslaan met codering: UTF-8'.")]) from None
    for pattern, message in forbidden.items():
        if match := re.search(pattern, text):
            line = text.count("\n", 0, match.start()) + 1
            raise DataError([Problem(name, Position(line, match.start() - text.rfind("\n", 0, match.start())), message)])
    return text


class _Reader:
    def __init__(self, name: str) -> None:
        self.name = name
        self.values: dict[Path_, Position] = {}
        self.keys: dict[Path_, Position] = {}

    def error(self, position: Position, text: str) -> DataError:
        return DataError([Problem(self.name, position, text)])

    def build(self, text: str) -> Source:
        """Build the values from the parser's events, without recursion, so that deep nesting cannot hurt."""
        stack: list[_Open] = []
        data: Value | None = None
        documents = 0
        for event in yaml.parse(text, Loader=_Parser):
            position = _position(event.start_mark)
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise self.error(position, "Hier begint een tweede document. Haal de regel met '---' weg.")
            elif isinstance(event, yaml.AliasEvent):
                raise self.error(
                    position, f"Een verwijzing met '*{event.anchor}' kan hier niet. Schrijf de tekst zelf op, of zet hem tussen \"…\"."
                )
            elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                stack.pop()
            elif isinstance(event, (yaml.ScalarEvent, yaml.SequenceStartEvent, yaml.MappingStartEvent)):
                value = self._node(event, position, stack)
                if data is None:
                    data = value
        return Source(self.name, {} if data in (None, "") else data, self.values, self.keys)

    def _node(self, event: _Start, position: Position, stack: list[_Open]) -> Value:
        if event.anchor:
            raise self.error(position, f"Een anker '&{event.anchor}' kan hier niet. Zet tekst die met & begint tussen \"…\".")
        if event.tag is not None:
            raise self.error(
                position, 'Een woord met ! ervoor is in YAML een tag, en die kan hier niet. Zet tekst die met ! begint tussen "…".'
            )
        parent = stack[-1] if stack else None
        if parent is not None and isinstance(parent.value, dict) and parent.key is None:
            return self._key(event, position, parent)
        path = self._path(parent)
        self.values[path] = position
        value: Value = event.value if isinstance(event, yaml.ScalarEvent) else {} if isinstance(event, yaml.MappingStartEvent) else []
        if parent is not None:
            self._add(parent, value)
        if not isinstance(value, str):
            if len(stack) >= MAX_DEPTH:
                raise self.error(position, f"Dit zit te diep in elkaar: meer dan {MAX_DEPTH} lagen. Kijk of het inspringen klopt.")
            stack.append(_Open(path, value))
        return value

    def _key(self, event: _Start, position: Position, parent: _Open) -> Value:
        if not isinstance(event, yaml.ScalarEvent) or not isinstance(parent.value, dict):
            raise self.error(position, "Hier hoort de naam van een veld, met een dubbele punt erachter.")
        key = event.value
        path = (*parent.path, key)
        if key in parent.value:
            raise self.error(
                position, f"'{key}' staat hier voor de tweede keer. De eerste staat op regel {self.keys[path].line}. Haal er een weg."
            )
        self.keys[path] = position
        parent.key = key
        return key

    @staticmethod
    def _path(parent: _Open | None) -> Path_:
        if parent is None:
            return ()
        return (*parent.path, parent.key if parent.key is not None else len(parent.value))

    @staticmethod
    def _add(parent: _Open, value: Value) -> None:
        if isinstance(parent.value, dict):
            assert parent.key is not None
            parent.value[parent.key] = value
            parent.key = None
        else:
            parent.value.append(value)


def _position(mark: Any) -> Position:
    if mark is None:
        return Position()
    return Position(mark.line + 1, mark.column + 1)
