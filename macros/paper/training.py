"""What stands on the prints of a session: run sheet, handout, and posters for the walk along the factors."""

from typing import Any

from macros.content.content import Content
from macros.content.site import Site
from macros.model import Factor, Sessie, Werkvorm
from macros.paper.sheets import MAX_CONTACTS, drawing, sentences
from macros.source.markup import plain

#: How many factors fit on the front of a handout.
MAX_FACTORS = 6


def run_sheet(content: Content, sessie: Sessie) -> dict[str, Any]:
    """The parts with their minutes, work forms and slides."""
    return {
        "kort": plain(sessie.kort),
        "minuten": sessie.minuten,
        "groep": plain(sessie.groep),
        "vooraf": [plain(sessie.nazorg), "Gebruik alleen bedachte situaties.", "Passen mag altijd."],
        "materiaal": content.materiaal_van(sessie),
        "onderdelen": [
            {
                "titel": plain(onderdeel.titel),
                "van": sessie.begin_van[onderdeel.id],
                "tot": sessie.begin_van[onderdeel.id] + onderdeel.minuten,
                "minuten": onderdeel.minuten,
                "minstens": onderdeel.minstens,
                "voorrang": onderdeel.blijft,
                "werkvorm": _werkvorm(content.werkvorm[onderdeel.werkvorm]) if onderdeel.werkvorm else None,
                "dias": [plain(dia.titel) for dia in onderdeel.dias],
            }
            for onderdeel in sessie.onderdelen
        ],
    }


def _werkvorm(werkvorm: Werkvorm) -> dict[str, Any]:
    stappen = [plain(stap) for stap in werkvorm.stappen]
    return {"titel": plain(werkvorm.titel), "stappen": stappen, "slotvraag": plain(werkvorm.slotvraag)}


def handout(content: Content, sessie: Sessie) -> dict[str, Any]:
    """The factors of the session with a sentence each, room for an intention, the meldcode and the numbers."""
    meldcode = content.meldcode
    return {
        "factoren": [_factor(content, content.factor[id_]) for id_ in content.factoren_van_sessie(sessie)[:MAX_FACTORS]],
        "na_afloop": [plain(punt) for punt in sessie.na_afloop],
        "meldcode": {
            "inleiding": plain(meldcode.inleiding),
            "stappen": [f"{plain(stap.titel)}. {plain(stap.tekst)}" for stap in meldcode.stappen],
            "let_op": [plain(zin) for zin in meldcode.let_op],
        },
        "nummers": [
            *({"naam": plain(n.naam), "telefoon": n.telefoon, "open": plain(n.open)} for n in content.nummers),
            *({"naam": c.naam, "telefoon": c.telefoon, "open": c.open or c.nagekeken} for c in content.bellen[:MAX_CONTACTS]),
        ],
    }


def _factor(content: Content, factor: Factor) -> dict[str, Any]:
    eigen = content.eigen(factor)
    return {"titel": plain(factor.titel), "principe": plain(factor.principe.tekst), "eigen": eigen, **sentences(factor)[0]}


def _on_poster(content: Content, factoren: tuple[Factor, ...]) -> list[dict[str, Any]]:
    """Every sentence where there is room; one each on a full poster, because it is read from two metres."""
    most = 4 if len(factoren) <= 2 else 1
    return [_factor(content, factor) | {"zinnen": sentences(factor)[:most]} for factor in factoren]


def posters(content: Content, site: Site) -> dict[str, Any]:
    """Every theme with its factors."""
    return {
        "themas": [
            {
                "titel": plain(thema.titel),
                "belofte": plain(thema.belofte),
                "eigen": content.eigen(thema),
                "tekening": drawing(thema.tekening, content.merk),
                "qr": site.qr(thema.pagina),
                "factoren": _on_poster(content, content.factoren_van[thema.id]),
            }
            for thema in content.themas
        ]
    }
