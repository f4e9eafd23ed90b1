"""A source beside the source document: of a statement, of a scenario, of a checklist, of the code."""

from pydantic import Field

from macros.model.basis import Adres, Datum, Model, Regel
from macros.talen import N_, _, spoken

#: The label of what the project added to the source.
UITWERKING = N_("onze uitwerking")


class AndereBron(Model):
    """Who says it, where, and when somebody of the project last looked whether it still stands there."""

    naam: Regel = Field(description="Naam van de bron, zoals lezers hem zien.")
    adres: Adres = Field(description="Webadres van de bron.")
    bekeken: Datum = Field(description="De dag waarop iemand dit adres bekeek, als jjjj-mm-dd.")

    @property
    def label(self) -> str:
        """What readers see of it, on every page and print."""
        text = _("andere bron: {naam}, nagekeken op {dag}")
        return text.format(naam=self.naam, dag=spoken().in_words(self.bekeken))


#: What a whole item rests on beside our own words.
Bronnen = tuple[AndereBron, ...]
