"""What every model shares: kinds of text with their Dutch words, and a base that refuses unknown fields."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationInfo,
)
from pydantic import GetCoreSchemaHandler as CoreHandler
from pydantic import GetJsonSchemaHandler as JsonHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from macros.source import addresses, phone
from macros.source.validate import ADDRESS, OWN_WORDS
from macros.talen import N_


@dataclass(frozen=True)
class Vorm:
    """The form of a text: a pattern, for editors too, and the sentence for a text that has another form.

    In the sentence `{veld}` stands for the name of the field and `{waarde}` for what was typed.
    """

    patroon: str
    zin: str

    def __get_pydantic_core_schema__(self, source: Any, handler: CoreHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self.fits, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: JsonHandler) -> dict[str, Any]:
        return {**handler(schema), "pattern": self.patroon}

    def fits(self, value: object) -> object:
        """The value itself, when it is a text of this form."""
        if not isinstance(value, str) or not re.fullmatch(self.patroon, value):
            raise PydanticCustomError(OWN_WORDS, self.zin)
        return value


def _is_known(number: str, info: ValidationInfo) -> str:
    """The context of a validation knows the country in which the number is."""
    land = info.context.land if info.context else None
    if land and phone.dialled(number, land) is None:
        raise PydanticCustomError(OWN_WORDS, _NUMMER)
    return number


def _right(wrong: Callable[[str], str]) -> AfterValidator:
    """That an address has to be one of which nothing is said."""

    def check(address: str) -> str:
        if said := wrong(address):
            raise PydanticCustomError(ADDRESS, "{uitleg}", {"uitleg": said})
        return address

    return AfterValidator(check)


def _yes_or_no(value: object) -> object:
    return {"ja": True, "nee": False}.get(value, value) if isinstance(value, str) else value


_NAAM = N_("In '{veld}' kan geen <, >, \", {{, }} of \\ staan. Hier staat: '{waarde}'.")
_KLEUR = N_(
    "'{veld}' is geen kleur: '{waarde}'. Schrijf een # en zes tekens, tussen aanhalingstekens: \"#7a3e8e\"."
)
_SLUG = N_(
    "'{waarde}' kan geen '{veld}' zijn. Gebruik kleine letters, cijfers en streepjes, zoals 'een-goed-begin'."
)
_REGEL = N_("'{veld}' moet op één regel passen. Hier staat een tekst met regeleinden.")
_DATUM = N_("Dit is geen datum. Schrijf het jaar, de maand en de dag: jjjj-mm-dd, zoals 2026-11-01.")
_NUMMER = N_(
    "'{veld}' is geen nummer dat bestaat: '{waarde}'. Mist er een cijfer? Een nummer uit een ander land begint met +."
)
_TELEFOON = N_("'{veld}' is geen telefoonnummer: '{waarde}'. Schrijf cijfers, spaties en streepjes.")

Slug = Annotated[
    str,
    StringConstraints(max_length=60),
    Vorm(r"^[a-z0-9]+(-[a-z0-9]+)*$", _SLUG),
    Field(description="Vaste naam in kleine letters, cijfers en streepjes. Verandert nooit meer."),
]
Slugs = tuple[Slug, ...]
Tekst = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000)]
Regel = Annotated[Tekst, Vorm(r"^[^\n]*$", _REGEL)]
Adres = Annotated[
    Tekst,
    StringConstraints(max_length=addresses.LONGEST),
    _right(lambda address: addresses.wrong(address, addresses.WEB)),
    Field(json_schema_extra={"pattern": "^[Hh][Tt][Tt][Pp][Ss]?://"}),
]
#: Of this site itself.
Siteadres = Annotated[Adres, _right(addresses.wrong_for_site)]
#: With the spaces and hyphens that a word processor makes of ours.
Telefoon = Annotated[
    Regel,
    Vorm(r"^\+?\(?[0-9][0-9 ()/.\u00a0\u202f\u2010-\u2015-]{1,30}$", _TELEFOON),
    AfterValidator(_is_known),
]
#: A name reaches titles and scripts of the theme, which do not escape it.
_VEILIG = Vorm(r"^[^<>\"{}\\\n]*$", _NAAM)
Naam = Annotated[Tekst, StringConstraints(max_length=60), _VEILIG]
KorteNaam = Annotated[Tekst, StringConstraints(max_length=12), _VEILIG]
Licentie = Annotated[Tekst, StringConstraints(max_length=120), _VEILIG]
Kleur = Annotated[str, Vorm(r"^#[0-9a-fA-F]{6}$", _KLEUR)]
#: Everyday words that people type to find something. Matched by the search, never shown.
Zoekwoorden = Annotated[
    tuple[Regel, ...],
    Field(
        description="Gewone woorden waarmee mensen dit zoeken. Je ziet ze nergens; alleen de zoeker leest ze."
    ),
]
Datum = Annotated[date, BeforeValidator(Vorm(r"^\d{4}-\d{2}-\d{2}$", _DATUM).fits)]
JaNee = Annotated[bool, BeforeValidator(_yes_or_no, json_schema_input_type=Literal["ja", "nee"])]


class Model(BaseModel):
    """The base of all models: frozen, and no field that we do not know."""

    model_config = ConfigDict(extra="forbid", frozen=True, ignored_types=(cached_property,))


class Bestand(Model):
    """A file of data. `pad` is where it stands, from the root of the project; `vroeger` where such a file was before."""

    pad: ClassVar[str]
    vroeger: ClassVar[str] = ""
