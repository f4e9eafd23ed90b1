"""A source beside the source document: of a statement, of a scenario, of a checklist, of the meldcode."""

from pydantic import Field

from macros.model.basis import Adres, Datum, Model, Regel


class AndereBron(Model):
    """Who says it, where, and when somebody of the project last looked whether it still stands there."""

    naam: Regel = Field(description="Naam van de bron, zoals lezers hem zien.")
    adres: Adres = Field(description="Webadres van de bron.")
    bekeken: Datum = Field(description="De dag waarop iemand dit adres bekeek, als jjjj-mm-dd.")


#: What a whole item rests on beside our own words.
Bronnen = tuple[AndereBron, ...]
