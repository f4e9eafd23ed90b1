"""All PDFs: which there are, what stands on them, and how typst makes them (tagged PDF/UA-1, in Dutch)."""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any

import font_source_sans_pro
import typst

from macros import booklet
from macros.content import Content
from macros.markup import plain
from macros.model import Checklist, Factor, Scenario
from macros.render import TEMPLATES, naam
from macros.site import Site
from macros.version import VERSION

PRINT = Path(__file__).parent / "print"
FONTS = Path(font_source_sans_pro.__file__).parent / "files"

HERKOMST = {"brondocument": "uit de bron", "uitwerking": "onze uitwerking", "andere-bron": "andere bron"}

#: The groups of the downloads page, in order: id -> (title, explanation).
SOORTEN = {
    "themas": ("Alles in één", "Alle tips op papier."),
    "kaarten": ("Kaarten", "Alle tips als kaart. Print dubbelzijdig over de lange kant. Snijd daarna elk vel in vieren."),
    "checklist": ("Lijstjes op A4", "Voor aan de muur of in de map."),
    "zak": ("Lijstjes voor in je zak", "Klein formaat: A6."),
    "boekje": ("Oefenen op papier", "Een boekje per gesprek. Lees steeds het nummer waar je heen gaat."),
    "trainer": ("Voor wie het oefenen begeleidt", "De keuzekaart en drie rolkaarten per gesprek."),
}


@dataclass(frozen=True)
class Print:
    """One PDF: where it goes, what it is called, the page it belongs to, and its bytes."""

    adres: str
    titel: str
    soort: str
    pagina: str
    inhoud: bytes

    @property
    def grootte(self) -> str:
        """The size for people."""
        return f"{max(1, round(len(self.inhoud) / 1000))} kB"


@dataclass(frozen=True)
class Prints:
    """All PDFs of a site."""

    alle: tuple[Print, ...]

    def van(self, pagina: str) -> tuple[Print, ...]:
        """The PDFs that belong to a page."""
        return tuple(print_ for print_ in self.alle if print_.pagina == pagina)

    @property
    def per_soort(self) -> list[tuple[str, str, str, tuple[Print, ...]]]:
        """Groups for the downloads page: id, title, explanation, PDFs."""
        order = list(SOORTEN)
        by_kind = groupby(sorted(self.alle, key=lambda p: order.index(p.soort)), key=lambda p: p.soort)
        return [(soort, *SOORTEN[soort], tuple(prints)) for soort, prints in by_kind]


@lru_cache(maxsize=2)
def made(content: Content, site: Site) -> Prints:
    """Make all PDFs; the last ones made are kept while the content stays the same."""
    compiler = typst.Compiler(root=str(PRINT), font_paths=typst.Fonts(False, False, [str(FONTS)]))
    stamp = int(os.environ.get("SOURCE_DATE_EPOCH", "0"))
    return Prints(tuple(_compile(compiler, stamp, content, site, plan) for plan in _plans(content, site)))


@dataclass(frozen=True)
class _Plan:
    adres: str
    titel: str
    soort: str
    pagina: str
    template: str
    data: dict[str, Any]


def _compile(compiler: typst.Compiler, stamp: int, content: Content, site: Site, plan: _Plan) -> Print:
    data = {
        "titel": plan.titel,
        "naam": site.naam,
        "versie": VERSION,
        "licentie": site.licentie,
        "naamsvermelding": plain(content.bron.naamsvermelding),
        "vangnet": plain(content.vangnet),
        "adres": site.adres_van(plan.pagina),
        "qr": site.qr(plan.pagina),
        **plan.data,
    }
    pdf = compiler.compile(
        input=str(PRINT / plan.template),
        format="pdf",
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        pdf_standards=["ua-1"],
        timestamp=stamp,
    )
    assert isinstance(pdf, bytes)
    return Print(plan.adres, plan.titel, plan.soort, plan.pagina, pdf)


def _plans(content: Content, site: Site) -> Iterator[_Plan]:
    yield _Plan("downloads/alle-themas.pdf", "Alle thema’s", "themas", "themas/index.html", "themas.typ", _themes(content))
    yield _Plan("downloads/kaarten.pdf", "Kaarten met alle tips", "kaarten", "themas/index.html", "kaarten.typ", _cards(content, site))
    for checklist in content.checklists:
        for soort, formaat in (("checklist", "a4"), ("zak", "a6")):
            adres = f"downloads/{checklist.id}-{formaat}.pdf"
            yield _Plan(adres, checklist.titel, soort, checklist.pagina, "checklist.typ", _checklist(checklist, formaat))
    for scenario in content.scenarios:
        book = booklet.number(scenario)
        adres = f"downloads/scenario-{scenario.id}"
        yield _Plan(f"{adres}.pdf", scenario.titel, "boekje", scenario.pagina, "boekje.typ", _booklet(content, book))
        yield _Plan(f"{adres}-trainer.pdf", f"{scenario.titel} – voor de begeleider", "trainer", scenario.pagina, "trainer.typ", _map(book))


def _checklist(checklist: Checklist, formaat: str) -> dict[str, Any]:
    groepen = [{"moment": moment.capitalize(), "items": [plain(i.tekst) for i in items]} for moment, items in checklist.per_moment]
    return {"formaat": formaat, "kort": plain(checklist.kort), "groepen": groepen, "grens": plain(checklist.grens)}


def _sentences(factor: Factor) -> list[dict[str, str]]:
    return [{"moment": plain(zin.moment), "zin": plain(zin.zin)} for zin in factor.zo_zeg_je_het]


def _cards(content: Content, site: Site) -> dict[str, Any]:
    total = len(content.factoren)
    return {
        "bronregel": plain(content.bron.naamsvermelding),
        "factoren": [
            {
                "nummer": f"{index} van {total}",
                "titel": plain(factor.titel),
                "thema": plain(content.thema[factor.thema].titel),
                "tekening": _drawing(content.thema[factor.thema].tekening),
                "principe": plain(factor.principe.tekst),
                "zinnen": _sentences(factor),
                "vraag": plain(factor.vraag),
                "qr": site.qr(factor.pagina),
            }
            for index, factor in enumerate(content.factoren, start=1)
        ],
    }


def _drawing(name: str) -> str:
    """A drawing as a picture of its own: black lines, and the namespace that inline SVG does not need."""
    svg = (TEMPLATES / "tekeningen" / f"{name}.svg").read_text(encoding="utf-8")
    return svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1).replace("currentColor", "#135e5b")


def _themes(content: Content) -> dict[str, Any]:
    return {
        "themas": [
            {
                "titel": plain(thema.titel),
                "belofte": plain(thema.belofte),
                "factoren": [
                    {
                        "titel": plain(factor.titel),
                        "principe": plain(factor.principe.tekst),
                        "zinnen": _sentences(factor),
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


def _booklet(content: Content, book: booklet.Booklet) -> dict[str, Any]:
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


def _map(book: booklet.Booklet) -> dict[str, Any]:
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
