"""The language that is spoken: its sentences, its dates and numbers, and the direction in which it is written."""

import gettext as catalogues
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.lists import format_list
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

FOLDER = Path(__file__).parent
#: The language in which sentences stand in code and templates.
SOURCE = "nl"
#: And into this one all of them are translated.
ENGLISH = "en"
_BLANK = re.compile(r"%\(\w+\)s|\{\w+\}|[{}]")
#: Counts up to here show every form that a language has for them.
_COUNTS = 200


def languages() -> list[str]:
    """The codes of the languages that the site can speak."""
    return sorted([SOURCE, *(path.stem for path in FOLDER.glob("*.po"))])


def catalogue(code: str) -> Catalog:
    """All sentences of the project with their translation."""
    with (FOLDER / f"{code}.po").open("rb") as file:
        return read_po(file, locale=code)


@lru_cache
def _translations(code: str) -> catalogues.NullTranslations:
    if code == SOURCE:
        return catalogues.NullTranslations()
    packed = io.BytesIO()
    write_mo(packed, catalogue(code))
    packed.seek(0)
    return catalogues.GNUTranslations(packed)


@dataclass(frozen=True)
class Language:
    """A language as a country writes it: their codes in CLDR, such as `nl` and `NL`.

    `own` holds what a copy says in its own way: a sentence of the site, and what stands in its place.
    """

    code: str = SOURCE
    country: str = "NL"
    own: Mapping[str, str] = field(default_factory=dict, compare=False)

    @cached_property
    def locale(self) -> Locale:
        """What CLDR knows of it."""
        try:
            return Locale.parse(f"{self.code}_{self.country}")
        except (UnknownLocaleError, ValueError):  # nobody there speaks it, or that is no country
            return Locale.parse(self.code)

    @property
    def tag(self) -> str:
        """Its name in HTML, PDF and PowerPoint, such as `nl-NL`."""
        return f"{self.code}-{self.country}"

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`."""
        return str(self.locale.text_direction)

    def gettext(self, sentence: str) -> str:
        """A sentence of ours in this language; as it is where nobody has translated it yet."""
        said = _translations(self.code).gettext(sentence) if sentence else ""
        return self.own.get(said, said)

    def ngettext(self, one: str, many: str, count: int) -> str:
        """The sentence for a count; it may hold a blank for that."""
        said = _translations(self.code).ngettext(one, many, count)
        return self.own.get(said, said)

    def forms(self, one: str, many: str) -> dict[str, str]:
        """The sentence for every kind of count, by the name that the kind has in CLDR (`one`, `few`, `other`)."""
        return {self.locale.plural_form(n): self.ngettext(one, many, n) for n in reversed(range(_COUNTS))}

    @cached_property
    def sentences(self) -> frozenset[str]:
        """Every sentence of the project as the site says it, before a copy words it otherwise."""
        plain = Language(self.code, self.country)
        found: set[str] = set()
        for message in catalogue(ENGLISH):
            if isinstance(message.id, tuple):
                found |= set(plain.forms(*message.id).values())
            elif message.id:
                found.add(plain.gettext(str(message.id)))
        return frozenset(found)

    def in_words(self, day: date) -> str:
        """A day in words: 24 november 2026."""
        return format_date(day, "long", self.locale)

    def in_figures(self, day: date) -> str:
        """A day in figures: 24-11-2026."""
        return format_date(day, "short", self.locale)

    def one_of(self, words: Sequence[str]) -> str:
        """Words of which one will do: a, b of c."""
        return format_list(words, "or", self.locale)

    def number(self, value: float, decimals: int = 0) -> str:
        """A number as people write it."""
        return format_decimal(value, f"0.{'0' * decimals}", self.locale)


#: Ours, in the country of the project.
DUTCH = Language()
_SPOKEN: ContextVar[Language] = ContextVar("spoken", default=DUTCH)


def blanks(sentence: str) -> frozenset[str]:
    """The places in a sentence that are filled in, `%(naam)s` or `{naam}`, and every other brace."""
    return frozenset(_BLANK.findall(sentence))


def spoken() -> Language:
    """The language that is spoken now."""
    return _SPOKEN.get()


def speak(language: Language) -> None:
    """From now on everything is said in a language."""
    _SPOKEN.set(language)


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Within this, everything is said in a language."""
    before = _SPOKEN.set(language)
    try:
        yield
    finally:
        _SPOKEN.reset(before)


def _(sentence: str) -> str:
    """A sentence of ours in the language that is spoken."""
    return spoken().gettext(sentence)


def ngettext(one: str, many: str, count: int) -> str:
    """The same, for a count."""
    return spoken().ngettext(one, many, count)


def N_(sentence: str) -> str:
    """Only marks a sentence that is said later, with `_`."""
    return sentence
