"""A page in Markdown: what stands above its text, between two lines of dashes, its headings, and the title that the two give it."""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from macros.source import yaml_source
from macros.source.files import broken
from macros.source.markup import plain
from macros.source.problems import Position
from macros.talen import N_, _

_NO_FIELDS = N_("Tussen de twee regels met --- horen velden, elk op een eigen regel: 'naam: tekst'.")
_HEADING = re.compile(r"^(#{1,6}) (.*)$", re.MULTILINE)
#: What Markdown takes for the attributes of a heading.
_ATTRIBUTES = re.compile(r"\{[^{}]*\}$")
_ID = re.compile(r"#([\w-]+)")


def split(markdown: str) -> tuple[dict[str, Any], str]:
    """The front matter of a page, and its text."""
    about, text = _parts(markdown)
    return yaml.safe_load(about) or {}, text


def look(markdown: str, name: str) -> None:
    """Look whether `split` can read a page; `name` is how to call it in the `DataError` that this raises when it cannot."""
    source = yaml_source.parse(f"\n{_parts(markdown)[0]}".encode(), name)  # behind the first line of dashes
    if not isinstance(source.data, dict):
        raise broken(name, Position(2), _(_NO_FIELDS))


def _parts(markdown: str) -> tuple[str, str]:
    if not markdown.startswith("---\n"):
        return "", markdown
    about, _, text = markdown.removeprefix("---\n").partition("\n---\n")
    return about, text


def join(about: dict[str, Any], text: str) -> str:
    """A page: its front matter, and its text."""
    return (
        f"---\n{yaml.safe_dump(about, allow_unicode=True, sort_keys=False, width=120)}---\n{text.strip()}\n"
    )


def title(markdown: str, name: str) -> str:
    """What a page is called, as plain text: its `title`, else its heading, else the `name` of its file."""
    about, text = split(markdown)
    first = next((heading for level, heading, _ in headings(text) if level == 1), None)
    return str(about.get("title") or (plain(first).replace("`", "") if first else _spoken(name)))


def headings(markdown: str) -> Iterator[tuple[int, str, str]]:
    """Every heading: its level, its words as they were typed, and the place that it names itself, if it does."""
    for marks, rest in _HEADING.findall(markdown):
        words = rest.strip()
        attributes = _ATTRIBUTES.search(words)
        place = _ID.search(attributes[0]) if attributes else None
        words = words.removesuffix(attributes[0] if attributes else "").rstrip().rstrip("#").rstrip()
        if words:
            yield len(marks), words, place[1] if place else ""


def _spoken(name: str) -> str:
    words = name.replace("-", " ").replace("_", " ")
    return words.capitalize() if words.islower() else words
