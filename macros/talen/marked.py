"""Sentences in text that is no Python and no template: scripts and typst say `gettext("…")`."""

import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from macros.talen.language import _, spoken

_TEXT = r'"((?:[^"\\\n]|\\.)*)"'
_CALL = re.compile(rf"\b(n?gettext)\(\s*{_TEXT}(?:,\s*{_TEXT})?")


def sentences(text: str) -> Iterator[str]:
    """Every sentence that a text marks."""
    return (_read(found[2]) for found in _CALL.finditer(text))


def translated(script: str) -> str:
    """A script that says its sentences in the language that is spoken; for a count it gets all forms of one."""
    return _CALL.sub(_said, script)


def _said(found: re.Match[str]) -> str:
    name, one, many = found[1], _read(found[2]), found[3]
    if name == "ngettext":
        return f"ngettext({_written(spoken().forms(one, _read(many)))}"
    return f"{name}({_written(_(one))}"


def _read(quoted: str) -> str:
    return str(json.loads(f'"{quoted}"'))


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def extract(
    file: BinaryIO, keywords: object, tags: object, options: object
) -> Iterator[tuple[int, str, Any, list[str]]]:
    """What Babel asks of who reads a kind of file: line, function, sentence or sentences, and comments."""
    text = file.read().decode()
    for found in _CALL.finditer(text):
        said = (_read(found[2]), _read(found[3])) if found[1] == "ngettext" else _read(found[2])
        yield text.count("\n", 0, found.start()) + 1, found[1], said, []
