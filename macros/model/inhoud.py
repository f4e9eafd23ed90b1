"""What an organisation adds to, replaces in or hides from the project's content in its own copy."""

from collections.abc import Iterable
from typing import Any

from pydantic import Field, create_model

from macros.model.basis import Bestand, Model, Slugs
from macros.model.kinds import Kind


def shape(kinds: Iterable[Kind]) -> type[Bestand]:
    """The shape of `organisatie/inhoud.yml`: whole items and hidden ids, of each kind that a copy may own."""
    items: dict[str, Any] = {}
    ids: dict[str, Any] = {}
    for kind in kinds:
        if kind.eigen:
            like = f"{kind.meervoud.capitalize()}, met dezelfde velden als in data/{kind.file}.yml."
            hide = f"De ids van {kind.meervoud} die jullie niet laten zien."
            items[kind.lijst] = (tuple[kind.model, ...], Field((), description=like))  # type: ignore[name-defined]
            ids[kind.lijst] = (Slugs, Field((), description=hide))
    whole = create_model("Onderdelen", __base__=Model, __doc__="Whole items by kind.", **items)
    hidden = create_model("Verborgen", __base__=Model, __doc__="Ids by kind.", **ids)
    new = "Nieuwe onderdelen. Hun id begint met 'x-'."
    other = "Onderdelen van het project in jullie eigen woorden, met dezelfde id."
    away = "De ids van onderdelen die jullie niet laten zien."
    made = create_model(
        "InhoudBestand",
        __base__=Bestand,
        __doc__="Eigen inhoud: wat jullie toevoegen, vervangen of verbergen.",
        __cls_kwargs__={"title": "Eigen inhoud"},
        toevoegen=(whole, Field(whole(), description=new)),
        vervangen=(whole, Field(whole(), description=other)),
        verbergen=(hidden, Field(hidden(), description=away)),
    )
    made.pad = "organisatie/inhoud.yml"
    return made
