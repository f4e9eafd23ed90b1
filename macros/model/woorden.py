"""Sentences of the site that an organisation says in its own way."""

from pydantic import Field

from macros.model.basis import Bestand, Regel


class WoordenBestand(Bestand, title="Eigen woorden"):
    """Zinnen van de site zoals jullie ze zeggen."""

    pad = "organisatie/woorden.yml"

    woorden: dict[str, Regel] = Field(
        description="Een zin van de site, en daarachter wat er bij jullie staat. Wat de site invult, blijft staan."
    )
