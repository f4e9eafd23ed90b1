"""What the content is: pydantic models, one module a kind. The kinds, what refers to what, the shape of a copy's own
content and the schemas for editors follow from them.

In: plain values. Out: frozen models. The only place that knows the shape of the data; must not know how files are
read, forks or pages.
Every attribute carries a Dutch description; it is the help that editors show (see `macros.model.schema`).
"""

from macros.model.andere_bron import UITWERKING, AndereBron
from macros.model.basis import Model
from macros.model.bron import Begrip, Bron, GewoonWoord, Punt
from macros.model.checklist import Checklist
from macros.model.factoren import Factor, Thema, Uitspraak
from macros.model.items import Item
from macros.model.onderwerp import (
    Code,
    Hulpsoort,
    Nummer,
    Omgeving,
    Onderwerp,
    OnderwerpBestand,
    Plek,
    Trainingsregels,
)
from macros.model.organisatie import Contact, HulpBestand, OrganisatieBestand
from macros.model.scenario import Einde, Keuze, Scenario, ScenariosBestand, Stap
from macros.model.sessie import Dia, Onderdeel, Sessie, SessiesBestand, Werkvorm
from macros.model.woorden import WoordenBestand
