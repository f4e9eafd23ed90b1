"""Marks a term of the glossary where it first occurs on a page."""

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

from macros.model import Begrip

_TERM = Markup('<button type="button" class="begrip" popovertarget="begrip-{id}">{word}</button>')


class Glossary:
    """The terms of one page: `met` holds those that occur; each is marked once a screen."""

    def __init__(self, begrippen: Iterable[Begrip]) -> None:
        self._by_word = {
            word.lower(): begrip for begrip in begrippen if begrip.markeren for word in begrip.woorden
        }
        words = sorted(self._by_word, key=len, reverse=True)
        self._pattern = (
            re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, words))})(?![\w-])", re.IGNORECASE)
            if words
            else None
        )
        self.met: dict[str, Begrip] = {}
        self._seen: set[str] = set()

    def opnieuw(self) -> str:
        """Start a new screen of the same page, on which terms are marked again; shows nothing."""
        self._seen.clear()
        return ""

    def mark(self, text: str) -> Markup:
        """Plain text as HTML, with a button on each term that the page has not explained yet."""
        if self._pattern is None:
            return escape(text)
        parts, end = [], 0
        for match in self._pattern.finditer(text):
            begrip = self._by_word[match[0].lower()]
            if begrip.id in self._seen:
                continue
            self._seen.add(begrip.id)
            self.met[begrip.id] = begrip
            parts += [escape(text[end : match.start()]), _TERM.format(id=begrip.id, word=match[0])]
            end = match.end()
        return Markup("").join([*parts, escape(text[end:])])
