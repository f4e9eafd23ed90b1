"""What stands on the prints of a session: its run sheet and what people take home."""

from typing import Any

from macros.content.content import Content
from macros.model import Sessie
from macros.paper.sheets import MAX_CONTACTS, code, fields
from macros.source.markup import plain

#: How many factors fit on the front of a handout.
MAX_FACTORS = 6


def run_sheet(content: Content, sessie: Sessie) -> dict[str, Any]:
    """The parts with their minutes, work forms and slides."""
    parts = [
        fields(onderdeel)
        | {"van": sessie.begin_van[onderdeel.id], "tot": sessie.begin_van[onderdeel.id] + onderdeel.minuten}
        | {"blijft": onderdeel.blijft}
        | {"werkvorm": fields(content.werkvorm[onderdeel.werkvorm]) if onderdeel.werkvorm else None}
        for onderdeel in sessie.onderdelen
    ]
    return fields(sessie) | {"materiaal": content.materiaal_van(sessie), "onderdelen": parts}


def handout(content: Content, sessie: Sessie) -> dict[str, Any]:
    """The factors of the session with a sentence each, room for an intention, the code and the numbers."""
    factoren = [content.factor[id_] for id_ in content.factoren_van_sessie(sessie)[:MAX_FACTORS]]
    nearby = [fields(c) | {"open": c.open or c.nagekeken} for c in content.bellen[:MAX_CONTACTS]]
    return fields(sessie) | {
        "na_afloop": [plain(point) for point in sessie.na_afloop],
        "factoren": [fields(factor) | {"eigen": content.eigen(factor)} for factor in factoren],
        "code": code(content),
        "nummers": [*(fields(nummer) for nummer in content.nummers), *nearby],
    }
