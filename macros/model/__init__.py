"""What the content is: pydantic models, one module a kind, and the schemas for editors that follow from them.

In: plain values. Out: frozen models. The only place that knows the shape of the data; must not know files, forks or pages.
Every attribute carries a Dutch description; it is the help that editors show (see `macros.model.schema`).
"""

from macros.model.basis import Model
from macros.model.bron import (
    Begrip,
    BegrippenBestand,
    Bron,
    BronBestand,
    GewoonWoord,
    LandelijkBestand,
    Meldcode,
    Nummer,
    Punt,
)
from macros.model.checklist import Checklist, ChecklistsBestand
from macros.model.factoren import Factor, SuccesfactorenBestand, Thema, Uitspraak
from macros.model.inhoud import InhoudBestand
from macros.model.organisatie import Contact, HulpBestand, OrganisatieBestand
from macros.model.scenario import Einde, Keuze, Scenario, ScenariosBestand, Stap
from macros.model.sessie import Dia, Onderdeel, Sessie, SessiesBestand, Werkvorm

__all__ = [
    "Begrip",
    "BegrippenBestand",
    "Bron",
    "BronBestand",
    "Checklist",
    "ChecklistsBestand",
    "Contact",
    "Dia",
    "Einde",
    "Factor",
    "GewoonWoord",
    "HulpBestand",
    "InhoudBestand",
    "Keuze",
    "LandelijkBestand",
    "Meldcode",
    "Model",
    "Nummer",
    "Onderdeel",
    "OrganisatieBestand",
    "Punt",
    "Scenario",
    "ScenariosBestand",
    "Sessie",
    "SessiesBestand",
    "Stap",
    "SuccesfactorenBestand",
    "Thema",
    "Uitspraak",
    "Werkvorm",
]
