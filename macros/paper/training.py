"""What stands on the prints of a session: its run sheet and what people take home."""

from typing import Any

from macros.content.content import Content
from macros.model import Sessie
from macros.paper.sheets import MAX_CONTACTS, code, fields, quoted
from macros.source.markup import plain
from macros.talen import _

#: How many factors fit on the front of a handout.
MAX_FACTORS = 6


def run_sheet(content: Content, sessie: Sessie) -> dict[str, Any]:
    """The parts with their minutes, work forms and slides."""
    parts = [
        fields(onderdeel)
        | {"van": sessie.begin_van[onderdeel.id], "tot": sessie.begin_van[onderdeel.id] + onderdeel.minuten}
        | {"blijft": onderdeel.blijft}
        | {"doelen": [at for at, doel in enumerate(sessie.doelen, start=1) if doel.id in onderdeel.doelen]}
        | {"werkvorm": fields(content.werkvorm[onderdeel.werkvorm]) if onderdeel.werkvorm else None}
        for onderdeel in sessie.onderdelen
    ]
    titles = [
        *([_("het vragenblad")] if sessie.vragen else []),
        *(plain(content.werkblad[id_].titel) for id_ in sessie.werkbladen),
    ]
    return fields(sessie) | {
        "materiaal": content.materiaal_van(sessie),
        "bladen": titles,
        "labels": content.labels(sessie),
        "onderdelen": parts,
    }


def questions(content: Content, sessie: Sessie) -> dict[str, Any]:
    """The two questions, twice: for before the session and for after it."""
    return {"vragen": fields(sessie)["vragen"], "labels": content.labels(sessie)}


def handout(content: Content, sessie: Sessie) -> dict[str, Any]:
    """The factors of the session with a sentence each, room for an intention, the code and the numbers."""
    factoren = [content.factor[id_] for id_ in content.factoren_van_sessie(sessie)[:MAX_FACTORS]]
    nearby = [fields(c) | {"open": c.open or c.nagekeken} for c in content.bellen[:MAX_CONTACTS]]
    return fields(sessie) | {
        "na_afloop": [plain(point) for point in sessie.na_afloop],
        "factoren": [
            fields(factor) | {"eigen": content.eigen(factor), "label": content.label(factor.principe, factor)}
            for factor in factoren
        ],
        "labels": quoted(content, factoren),
        "code": code(content),
        "nummers": [*(fields(nummer) for nummer in content.nummers), *nearby],
    }
