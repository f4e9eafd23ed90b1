"""What a field was called and what it could hold before: an update stops no copy that still has it so.

Each stands at the field itself; loading reads it as it is now (see `macros.content.former`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel
from pydantic import GetJsonSchemaHandler as JsonHandler
from pydantic_core import CoreSchema

from macros.source.shape import fields
from macros.source.yaml_source import Path_
from macros.talen import N_, _

#: In a schema: what was called or said so before, until `in_schema` makes it something that editors know.
_MARK = "vroeger"
_NOW = N_("Heet nu '{naam}'.")


@dataclass(frozen=True)
class Former:
    """On a field: its former name; former words that it could hold, each with the word of now."""

    name: str = ""
    words: Mapping[str, str] = field(default_factory=dict)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: JsonHandler) -> dict[str, Any]:
        return {**handler(schema), _MARK: {"name": self.name, "words": self.words}}


@dataclass(frozen=True)
class Later:
    """On a field that may be left out: only a copy that has the item from before the field was there may do so."""


@dataclass(frozen=True)
class Place:
    """A field that is marked so: the way to its value in a file, and what is known of it."""

    path: Path_
    mark: Former | Later
    description: str


def places(shape: type[BaseModel]) -> Iterator[Place]:
    """Every marked field of a file, from outside in."""
    for path, info in fields(shape):
        for mark in info.metadata:
            if isinstance(mark, Former | Later):
                yield Place(path, mark, info.description or "")


def in_schema(schema: dict[str, Any]) -> dict[str, Any]:
    """A schema in which an editor knows former names and words too, and advises against them; in place."""
    for shape in [schema, *schema.get("$defs", {}).values()]:
        for name, known in [*shape.get("properties", {}).items()]:
            mark = Former(**known.pop(_MARK, {}))
            if mark.name:
                old = {"deprecated": True, "description": _(_NOW).format(naam=name)}
                shape["properties"][mark.name] = known | old
                _either(shape, name, mark.name)
            for word, now in mark.words.items():
                old = {"const": word, "deprecated": True, "description": _(_NOW).format(naam=now)}
                known["anyOf"] = [*known.get("anyOf", [{"enum": known.pop("enum", [])}]), old]
    return schema


def _either(shape: dict[str, Any], name: str, old: str) -> None:
    """What needs a field is content with its former name."""
    if name in shape.get("required", ()):
        shape["required"].remove(name)
        shape.setdefault("allOf", []).append({"anyOf": [{"required": [name]}, {"required": [old]}]})
