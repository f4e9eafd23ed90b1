"""What stands above the text of a page, between two lines of dashes, and the title that the two give it."""

import re
from typing import Any

import yaml

from macros.source.markup import plain

_HEADING = re.compile(r"^# +(.+?)(?: +#*)?(?: *\{[^}]*\})? *$", re.MULTILINE)


def split(markdown: str) -> tuple[dict[str, Any], str]:
    """The front matter of a page, and its text."""
    if not markdown.startswith("---\n"):
        return {}, markdown
    about, _, text = markdown.removeprefix("---\n").partition("\n---\n")
    return yaml.safe_load(about) or {}, text


def join(about: dict[str, Any], text: str) -> str:
    """A page: its front matter, and its text."""
    return (
        f"---\n{yaml.safe_dump(about, allow_unicode=True, sort_keys=False, width=120)}---\n{text.strip()}\n"
    )


def title(markdown: str, name: str) -> str:
    """What a page is called, as plain text: its `title`, else its heading, else the `name` of its file."""
    about, text = split(markdown)
    heading = _HEADING.search(text)
    return str(about.get("title") or (plain(heading[1]).replace("`", "") if heading else _spoken(name)))


def _spoken(name: str) -> str:
    words = name.replace("-", " ").replace("_", " ")
    return words.capitalize() if words.islower() else words
