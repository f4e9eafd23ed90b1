"""What stands on each PDF of the themes, checklists and scenarios: plain values for the typst templates."""

from typing import Any

from macros.content.content import Content
from macros.content.site import Site
from macros.model import Checklist, Factor, Scenario
from macros.pages.render import TEMPLATES, naam
from macros.paper import booklet
from macros.source.markup import plain

#: How many numbers fit on a list that has to stay readable in a pocket.
MAX_CONTACTS = 3
HERKOMST = {"brondocument": "uit de bron", "uitwerking": "onze uitwerking", "andere-bron": "andere bron"}


def checklist(content: Content, checklist: Checklist, formaat: str) -> dict[str, Any]:
    hulp = [f"{c.naam} {c.telefoon} ({c.nagekeken})" for c in content.bellen[:MAX_CONTACTS]]
    groepen = [{"moment": moment.capitalize(), "items": [plain(i.tekst) for i in items]} for moment, items in checklist.per_moment]
    return {"formaat": formaat, "kort": plain(checklist.kort), "groepen": groepen, "grens": plain(checklist.grens), "hulp": hulp}


def sentences(factor: Factor) -> list[dict[str, str]]:
    return [{"moment": plain(zin.moment), "zin": plain(zin.zin)} for zin in factor.zo_zeg_je_het]


def cards(content: Content, site: Site) -> dict[str, Any]:
    total = len(content.factoren)
    return {
        "bronregel": plain(content.bron.naamsvermelding),
        "factoren": [
            {
                "nummer": f"{index} van {total}",
                "titel": plain(factor.titel),
                "thema": plain(content.thema[factor.thema].titel),
                "tekening": drawing(content.thema[factor.thema].tekening, content.merk),
                "principe": plain(factor.principe.tekst),
                "zinnen": sentences(factor),
                "vraag": plain(factor.vraag),
                "qr": site.qr(factor.pagina),
                "eigen": content.eigen(factor),
            }
            for index, factor in enumerate(content.factoren, start=1)
        ],
    }


def drawing(name: str, kleur: str) -> str:
    """A drawing as a picture of its own: in one colour, and the namespace that inline SVG does not need."""
    svg = (TEMPLATES / "tekeningen" / f"{name}.svg").read_text(encoding="utf-8")
    return svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1).replace("currentColor", kleur)


def themes(content: Content) -> dict[str, Any]:
    return {
        "themas": [
            {
                "titel": plain(thema.titel),
                "belofte": plain(thema.belofte),
                "eigen": content.eigen(thema),
                "factoren": [
                    {
                        "titel": plain(factor.titel),
                        "eigen": content.eigen(factor),
                        "principe": plain(factor.principe.tekst),
                        "zinnen": sentences(factor),
                        "doen": [plain(uitspraak.tekst) for uitspraak in factor.doen],
                        "liever_niet": [{k: plain(v) for k, v in paar.model_dump().items()} for paar in factor.liever_niet],
                        "waarom": [{"tekst": plain(u.tekst), "label": HERKOMST[u.herkomst]} for u in factor.waarom],
                        "vraag": plain(factor.vraag),
                        "grens": plain(factor.grens),
                    }
                    for factor in content.factoren_van[thema.id]
                ],
            }
            for thema in content.themas
        ]
    }


def booklet_of(content: Content, book: booklet.Booklet) -> dict[str, Any]:
    scenario = book.scenario
    pieces = _pieces(book)
    meldcode = content.meldcode
    steps = {
        "titel": "Zo gaat het verder: de meldcode",
        "inleiding": plain(meldcode.inleiding),
        "stappen": [f"{plain(stap.titel)}. {plain(stap.tekst)}" for stap in meldcode.stappen],
        "let_op": [plain(zin) for zin in meldcode.let_op],
    }
    return {
        "gegevens": f"{naam(scenario.plek).capitalize()} · {naam(scenario.opvang)}",
        "situatie": [plain(alinea) for alinea in scenario.situatie],
        "stukken": [pieces[key] for key in book.order],
        "meldcode": [steps] if scenario.veiligheid == "meldcode" else [],
        "ogen": {"wie": plain(scenario.door_de_ogen_van.wie), "tekst": [plain(a) for a in scenario.door_de_ogen_van.tekst]},
        "verhalen": [plain(verhaal) for verhaal in scenario.mogelijke_verhalen],
        "grens": plain(scenario.grens),
        "factoren": [plain(content.factor[id_].titel) for id_ in scenario.factoren],
    }


def _pieces(book: booklet.Booklet) -> dict[str, dict[str, Any]]:
    """Every numbered piece by its key; a piece has all fields, so that the template only has to look."""
    empty: dict[str, Any] = {
        "titel": None, "alineas": [], "oordeel": None, "uitleg": "", "vraag": None, "keuzes": [], "meenemen": [], "naar": None, "terug": None
    }  # fmt: skip
    pieces = {}
    for stap in book.scenario.stappen:
        keuzes = [{"tekst": plain(keuze.tekst), "naar": book.of_choice(stap, keuze)} for keuze in stap.keuzes]
        pieces[stap.id] = empty | {"alineas": [plain(stap.tekst)], "vraag": plain(stap.vraag), "keuzes": keuzes}
        for keuze in stap.keuzes:
            pieces[f"{stap.id}/{keuze.id}"] = empty | {
                "alineas": [plain(keuze.reactie)],
                "oordeel": keuze.oordeel.capitalize(),
                "uitleg": plain(keuze.uitleg),
                "naar": book.numbers[keuze.naar],
                "terug": book.numbers[stap.id],
            }
    for einde in book.scenario.eindes:
        meenemen = [plain(zin) for zin in einde.meenemen]
        pieces[einde.id] = empty | {"titel": plain(einde.titel), "alineas": [plain(einde.tekst)], "meenemen": meenemen}
    return {key: piece | {"nummer": book.numbers[key]} for key, piece in pieces.items()}


def choice_map(book: booklet.Booklet) -> dict[str, Any]:
    scenario: Scenario = book.scenario
    return {
        "stappen": [
            {
                "nummer": book.numbers[stap.id],
                "vraag": plain(stap.vraag),
                "tekst": plain(stap.tekst),
                "keuzes": [
                    {
                        "nummer": book.of_choice(stap, keuze),
                        "tekst": plain(keuze.tekst),
                        "oordeel": keuze.oordeel,
                        "naar": f"einde: {plain(scenario.einde[keuze.naar].titel)}"
                        if keuze.naar in scenario.einde
                        else str(book.numbers[keuze.naar]),
                    }
                    for keuze in stap.keuzes
                ],
            }
            for stap in scenario.stappen
        ],
        "rollen": [{"naam": plain(rol.naam), "kaart": plain(rol.kaart)} for rol in scenario.rollen],
    }
