"""Which files of data there are, and the shape of each."""

from macros.model.basis import Model
from macros.model.bron import BegrippenBestand, BronBestand, LandelijkBestand
from macros.model.checklist import ChecklistsBestand
from macros.model.factoren import SuccesfactorenBestand
from macros.model.inhoud import InhoudBestand
from macros.model.organisatie import HulpBestand, OrganisatieBestand
from macros.model.scenario import ScenariosBestand
from macros.model.sessie import SessiesBestand

#: The data files, in the order in which people read them: name -> shape.
FILES: dict[str, type[Model]] = {
    "success_factors": SuccesfactorenBestand,
    "scenarios": ScenariosBestand,
    "checklists": ChecklistsBestand,
    "sessies": SessiesBestand,
    "bron": BronBestand,
    "begrippen": BegrippenBestand,
    "landelijk": LandelijkBestand,
}

#: What an organisation adds to its own copy; none of these has to be there.
OWN: dict[str, type[Model]] = {"organisatie": OrganisatieBestand, "hulp": HulpBestand, "inhoud": InhoudBestand}
