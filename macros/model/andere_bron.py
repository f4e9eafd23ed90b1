"""A source beside the source document: of a statement, of a scenario, of a checklist, of the code."""

from typing import Annotated

from pydantic import ConfigDict, Field

from macros.model.basis import Adres, Datum, Model, Regel
from macros.model.former import Later
from macros.talen import N_, _, spoken

#: The label of what the project added to the source.
UITWERKING = N_("onze uitwerking")


class AndereBron(Model):
    """Who says it, where, and when somebody of the project last looked whether it still stands there."""

    #: Editors and forms ask for the day too.
    model_config = ConfigDict(json_schema_extra={"required": ["naam", "adres", "bekeken"]})

    naam: Regel = Field(description="Naam van de bron, zoals lezers hem zien.")
    adres: Adres = Field(description="Webadres van de bron.")
    bekeken: Annotated[Datum | None, Later()] = Field(
        None, description="De dag waarop iemand dit adres bekeek, als jjjj-mm-dd."
    )

    @property
    def label(self) -> str:
        """What readers see of it, on every page and print."""
        text = _("andere bron: {naam}, nagekeken op {dag}") if self.bekeken else _("andere bron: {naam}")
        return text.format(naam=self.naam, dag=self.bekeken and spoken().in_words(self.bekeken))


#: What a whole item rests on beside our own words.
Bronnen = tuple[AndereBron, ...]
