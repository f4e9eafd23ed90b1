"""What every model shares: the kinds of text, ids and addresses, and a base that is frozen and refuses unknown fields."""

from functools import cached_property
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

Slug = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60),
    Field(description="Vaste naam in kleine letters, cijfers en streepjes. Verandert nooit meer."),
]
Tekst = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000)]
Regel = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000, pattern=r"^[^\n]*$")]
Adres = Annotated[Regel, StringConstraints(pattern=r"^https?://[^\s<>\"{}]+$")]
Telefoon = Annotated[Regel, StringConstraints(pattern=r"^\+?[0-9][0-9 ()-]{1,22}$")]
Bronpunt = Annotated[str, StringConstraints(pattern=r"^S[1-9][0-9]?$")]
Herkomst = Literal["brondocument", "uitwerking", "andere-bron"]


def _yes_or_no(value: object) -> object:
    return {"ja": True, "nee": False}.get(value, value) if isinstance(value, str) else value


JaNee = Annotated[bool, BeforeValidator(_yes_or_no, json_schema_input_type=Literal["ja", "nee"])]


class Model(BaseModel):
    """The base of all models: frozen, and no field that we do not know."""

    model_config = ConfigDict(extra="forbid", frozen=True, ignored_types=(cached_property,))
