"""Plain values to models, with pydantic's complaints in plain words at the right line."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from macros.source.problems import Problem, choose, did_you_mean, nearest, shown
from macros.source.shape import choices, model_in
from macros.source.yaml_source import Source
from macros.talen import N_, _

M = TypeVar("M", bound=BaseModel)

#: How many complaints about a file are worked out: nobody reads more, and one can be made to give a million.
MOST = 100
#: The type of a complaint that a model words itself: a sentence below, with the same blanks.
OWN_WORDS = "own_words"
#: And of one about an address, which brings along why it cannot be used.
ADDRESS = "address"
#: What is told of a field that is needed and not there; also of one that came later, see macros/content/former.py.
MISSING = N_("Hier mist het veld '{veld}'.{hint} Schrijf: '{veld}: …'")
_LIST = N_("'{veld}' is een lijst. Zet elk deel op een eigen regel, met '- ' ervoor.")
_DATE = N_("'{veld}' is geen bestaande datum: '{waarde}'.")
_OTHER = N_("'{veld}' klopt niet: '{waarde}'. Kijk naar het voorbeeld boven in het bestand.")
_NO_TEXT: dict[type, str] = {list: N_("een lijst"), dict: N_("een groep velden")}
#: pydantic's name of a complaint -> what to say.
_SENTENCES = {
    "missing": MISSING,
    "extra_forbidden": N_("'{veld}' is geen bekend veld.{hint}"),
    "literal_error": N_("'{veld}' kan niet '{waarde}' zijn.{hint}"),
    "tuple_type": _LIST,
    "list_type": _LIST,
    "model_type": N_(
        "{waar} horen velden, elk op een eigen regel, zoals: '{eerste}: …'. Hier staat: {waarde}."
    ),
    "string_type": N_(
        "'{veld}' is een tekst. Hier staat {waarde}. Staat er ': ' in je tekst? Zet hem dan tussen \"…\"."
    ),
    "too_short": N_("'{veld}' heeft er {aantal}. Het moeten er minstens {min_length} zijn."),
    "too_long": N_("'{veld}' heeft er {aantal}. Het mogen er hooguit {max_length} zijn."),
    "string_too_short": N_("'{veld}' is leeg. Schrijf er iets achter, of haal de regel weg."),
    "string_too_long": N_("'{veld}' is te lang: {aantal} tekens. Het mogen er {max_length} zijn."),
    "int_parsing": N_("'{veld}' is een getal, zonder tekst erbij. Hier staat: '{waarde}'."),
    "int_type": N_("'{veld}' is een getal. Hier staat {waarde}."),
    "bool_parsing": N_("'{veld}' is 'ja' of 'nee'. Hier staat: '{waarde}'."),
    "bool_type": N_("'{veld}' is 'ja' of 'nee'. Hier staat {waarde}."),
    "date_from_datetime_parsing": _DATE,
    "date_parsing": _DATE,
    "greater_than_equal": N_("'{veld}' is {waarde}. Het moet minstens {ge} zijn."),
    "less_than_equal": N_("'{veld}' is {waarde}. Het mag hooguit {le} zijn."),
    "value_error": "{error}",
    ADDRESS: N_("'{veld}' kan zo niet: '{waarde}'. {uitleg}"),
}


@dataclass(frozen=True)
class Context:
    """What a model cannot know by itself: the country of phone numbers, and what it has to leave out (kind, id)."""

    land: str | None = None
    hidden: Collection[tuple[str, str]] = ()


def validate(source: Source, model: type[M], context: Context = Context()) -> tuple[M | None, list[Problem]]:
    """Make the model of a file, or say everything that is wrong with it."""
    try:
        return model.model_validate(source.data, context=context), []
    except ValidationError as error:
        details = error.errors(include_url=False)[:MOST]
        own = [detail for detail in details if not _follows(detail, details, model)]
        return None, [_problem(source, model, detail) for detail in own]


def _follows(detail: ErrorDetails, details: list[ErrorDetails], model: type[BaseModel]) -> bool:
    """Is this complaint only a consequence of another one?

    pydantic does not count items that are wrong themselves, and a field with a typing error is also missing.
    """
    if detail["type"] == "too_short":
        return len(detail["input"]) >= detail["ctx"]["min_length"]
    if detail["type"] == "missing":
        *inside, field = detail["loc"]
        typed = [other["loc"] for other in details if other["type"] == "extra_forbidden"]
        here = [str(loc[-1]) for loc in typed if list(loc[:-1]) == inside]
        return any(nearest(name, _fields(model, inside)) == field for name in here)
    return False


def _problem(source: Source, model: type[BaseModel], detail: ErrorDetails) -> Problem:
    kind, value, where = detail["type"], detail["input"], list(detail["loc"])
    while where and not isinstance(where[-1], str):
        where.pop()  # the number of an item; it is called after its list
    name = str(where[-1]) if where else _("bestand")
    blanks = {
        "veld": _shown(name),
        "waar": _("Bij '{veld}'").format(veld=_shown(name)) if where else _("In dit bestand"),
        "eerste": next(iter(_fields(model, where)), "naam"),
        "waarde": _shown(value),
        "aantal": len(value) if isinstance(value, str | list) else 0,
        "hint": _hint(kind, name, value, _fields(model, where[:-1])),
        **detail.get("ctx", {}),
    }
    sentence = detail["msg"] if kind == OWN_WORDS else _SENTENCES.get(kind, _OTHER)
    return source.problem(detail["loc"], _(sentence).format(**blanks), at_key=kind == "extra_forbidden")


def _hint(kind: str, name: str, value: Any, fields: dict[str, FieldInfo]) -> str:
    """What to write instead, where the model knows it."""
    if kind == "extra_forbidden":
        in_a_text = _('Hoort het bij een tekst? Zet dan die hele tekst tussen "…".')
        return f" {in_a_text}" if " " in name else did_you_mean(name, fields)
    if kind == "missing" and (description := fields[name].description):
        return f" {_(description)}"
    if kind == "literal_error":
        known = choices(fields[name].annotation)
        near = did_you_mean(value, known) if isinstance(value, str) else ""
        return near or f" {choose(known)}"
    return ""


def _shown(value: Any) -> str:
    return shown(_(_NO_TEXT.get(type(value), "")) or str(value))


def _fields(model: type[BaseModel], loc: Sequence[int | str]) -> dict[str, FieldInfo]:
    """The fields of the model that stands at pydantic's location; none where no model stands."""
    current: type[BaseModel] | None = model
    for part in loc:
        if isinstance(part, str) and current is not None:
            field = current.model_fields.get(part)
            current = model_in(field.annotation) if field else None
    return current.model_fields if current else {}
