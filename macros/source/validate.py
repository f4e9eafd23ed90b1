"""Plain values to models, with pydantic's complaints in Dutch at the right line."""

import types
import typing
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from macros.source.problems import Problem, did_you_mean, nearest
from macros.source.yaml_source import Path_, Source

M = TypeVar("M", bound=BaseModel)

#: How many complaints about one file are worked out: nobody reads more, and a file can be made to give a million.
MOST = 100
_IN_A_TEXT = ' Hoort het bij een tekst? Zet dan die hele tekst tussen "…".'


def validate(source: Source, model: type[M]) -> tuple[M | None, list[Problem]]:
    """Make the model of a file, or say everything that is wrong with it."""
    try:
        return model.model_validate(source.data), []
    except ValidationError as error:
        details = error.errors(include_url=False)[:MOST]
        return None, [_problem(source, model, detail) for detail in details if not _follows(detail, details, model)]


def _follows(detail: ErrorDetails, details: list[ErrorDetails], model: type[BaseModel]) -> bool:
    """Is this complaint only a consequence of another one?

    pydantic does not count items that are wrong themselves, and a field with a typing error is also missing.
    """
    if detail["type"] == "too_short":
        return len(detail["input"]) >= detail["ctx"]["min_length"]
    if detail["type"] == "missing":
        fields = _fields(model, detail["loc"][:-1])
        typed = (other["loc"] for other in details if other["type"] == "extra_forbidden")
        return any(loc[:-1] == detail["loc"][:-1] and nearest(str(loc[-1]), fields) == detail["loc"][-1] for loc in typed)
    return False


def _problem(source: Source, model: type[BaseModel], detail: ErrorDetails) -> Problem:
    path = _known(source, detail["loc"])
    name = _field_name(detail["loc"])
    kind, context, value = detail["type"], detail.get("ctx", {}), detail["input"]
    if kind == "extra_forbidden":
        typed = str(detail["loc"][-1])
        hint = _IN_A_TEXT if " " in typed else did_you_mean(typed, _fields(model, detail["loc"][:-1]))
        text = f"'{_shown(typed)}' is geen bekend veld.{hint}"
        return source.problem(path, text, at_key=True)
    if kind == "missing":
        field = str(detail["loc"][-1])
        help_ = _description(model, detail["loc"])
        return source.problem(path, f"Hier mist het veld '{field}'.{help_} Schrijf: '{field}: …'")
    text = _MESSAGES.get(kind, _other)(name, value, context)
    if kind == "string_pattern_mismatch":
        text = _pattern_text(name, value, context["pattern"])
    return source.problem(path, text)


def _known(source: Source, loc: tuple[int | str, ...]) -> Path_:
    """The part of pydantic's location that the file has; its own markers for unions and functions are not in there."""
    path: Path_ = ()
    for part in loc:
        if (*path, part) in source.values or (*path, part) in source.keys:
            path = (*path, part)
    return path


def _field_name(loc: tuple[int | str, ...]) -> str:
    return next((part for part in reversed(loc) if isinstance(part, str)), "bestand")


def _shown(value: Any) -> str:
    text = value if isinstance(value, str) else "een lijst" if isinstance(value, list) else "een groep velden"
    return text if len(text) <= 60 else text[:57] + "…"


def _enumerate(expected: str) -> list[str]:
    return [part.strip(" '") for part in expected.replace(" or ", ", ").split(",")]


def _literal(name: str, value: Any, context: dict[str, Any]) -> str:
    known = _enumerate(context["expected"])
    hint = did_you_mean(value, known) if isinstance(value, str) else ""
    return f"'{name}' kan niet '{_shown(value)}' zijn.{hint or ' Kies uit: ' + ', '.join(known) + '.'}"


def _needs_list(name: str, value: Any, context: dict[str, Any]) -> str:
    return f"'{name}' is een lijst. Zet elk deel op een eigen regel, met '- ' ervoor."


def _needs_group(name: str, value: Any, context: dict[str, Any]) -> str:
    return f"Bij '{name}' horen velden, elk op een eigen regel: 'naam: tekst'. Hier staat: {_shown(value)}."


def _needs_text(name: str, value: Any, context: dict[str, Any]) -> str:
    return f"'{name}' is een tekst. Hier staat {_shown(value)}. Staat er ': ' in je tekst? Zet hem dan tussen \"…\"."


def _too_few(name: str, value: Any, context: dict[str, Any]) -> str:
    return f"'{name}' heeft er {len(value)}. Het moeten er minstens {context['min_length']} zijn."


def _too_many(name: str, value: Any, context: dict[str, Any]) -> str:
    return f"'{name}' heeft er {len(value)}. Het mogen er hooguit {context['max_length']} zijn."


def _other(name: str, value: Any, context: dict[str, Any]) -> str:
    return f"'{name}' klopt niet: '{_shown(value)}'. Kijk naar het voorbeeld boven in het bestand."


_MESSAGES = {
    "literal_error": _literal,
    "tuple_type": _needs_list,
    "list_type": _needs_list,
    "model_type": _needs_group,
    "string_type": _needs_text,
    "too_short": _too_few,
    "too_long": _too_many,
    "string_too_short": lambda name, value, context: f"'{name}' is leeg. Schrijf er iets achter, of haal de regel weg.",
    "string_too_long": lambda name, value, context: f"'{name}' is te lang: {len(value)} tekens. Het mogen er {context['max_length']} zijn.",
    "int_parsing": lambda name, value, context: f"'{name}' is een getal, zonder tekst erbij. Hier staat: '{_shown(value)}'.",
    "int_type": lambda name, value, context: f"'{name}' is een getal. Hier staat {_shown(value)}.",
    "bool_parsing": lambda name, value, context: f"'{name}' is 'ja' of 'nee'. Hier staat: '{_shown(value)}'.",
    "bool_type": lambda name, value, context: f"'{name}' is 'ja' of 'nee'. Hier staat {_shown(value)}.",
    "date_from_datetime_parsing": lambda name, value, context: f"'{name}' is geen bestaande datum: '{value}'.",
    "date_parsing": lambda name, value, context: f"'{name}' is geen bestaande datum: '{value}'.",
    "greater_than_equal": lambda name, value, context: f"'{name}' is {value}. Het moet minstens {context['ge']} zijn.",
    "less_than_equal": lambda name, value, context: f"'{name}' is {value}. Het mag hooguit {context['le']} zijn.",
    "value_error": lambda name, value, context: str(context["error"]),
}


def _pattern_text(name: str, value: str, pattern: str) -> str:
    if "svg|png" in pattern:
        return f"'{name}' is geen bestand dat kan: '{_shown(value)}'. Zet een .svg of .png in deze map en schrijf de naam, zoals logo.svg."
    if "a-z0-9" in pattern:
        return f"'{value}' kan geen '{name}' zijn. Gebruik kleine letters, cijfers en streepjes, zoals 'luisterend-oor'."
    if "a-fA-F" in pattern:
        return f"'{name}' is geen kleur: '{_shown(value)}'. Schrijf een # en zes tekens, tussen aanhalingstekens: \"#7a3e8e\"."
    if "@" in pattern:
        return f"'{name}' is geen e-mailadres: '{_shown(value)}'. Schrijf iets als naam@organisatie.nl."
    if '<>\\"{}' in pattern and not pattern.startswith("^https"):
        return f"In '{name}' kan geen <, >, \", {{, }} of \\ staan. Hier staat: '{_shown(value)}'."
    if "https" in pattern:
        return f"'{name}' is geen webadres: '{_shown(value)}'. Begin met 'https://'."
    if "^S" in pattern:
        return f"'{value}' is geen punt uit de bron. Een punt heet zoals 'S8'."
    if "0-9 ()" in pattern:
        return f"'{name}' is geen telefoonnummer: '{_shown(value)}'. Schrijf cijfers, spaties en streepjes."
    return f"'{name}' moet op één regel passen. Hier staat een tekst met regeleinden."


def _fields(model: type[BaseModel], loc: tuple[int | str, ...]) -> list[str]:
    found = _model_at(model, loc)
    return list(found.model_fields) if found else []


def _description(model: type[BaseModel], loc: tuple[int | str, ...]) -> str:
    found = _model_at(model, loc[:-1])
    field = found.model_fields.get(str(loc[-1])) if found else None
    return f" {field.description}" if field and field.description else ""


def _model_at(model: type[BaseModel], loc: tuple[int | str, ...]) -> type[BaseModel] | None:
    """Follow pydantic's location from `model` down to the model that stands there."""
    current: type[BaseModel] | None = model
    for part in loc:
        if isinstance(part, int) or current is None:
            continue
        field = current.model_fields.get(part)
        current = _model_in(field.annotation) if field else None
    return current


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in typing.get_args(annotation) if (found := _model_in(part))), None)
