"""All PDFs: which there are, what stands on them, and how typst makes them (tagged PDF/UA-1, in Dutch)."""

import json
import os
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import groupby
from pathlib import Path
from typing import Any

import font_source_sans_pro
import typst

from macros import booklet, print_data, print_sessions
from macros.content import Content
from macros.markup import plain
from macros.site import Site
from macros.version import VERSION

PRINT = Path(__file__).parent / "print"
FONTS = Path(font_source_sans_pro.__file__).parent / "files"

#: The groups of the downloads page, in order: id -> (title, explanation).
SOORTEN = {
    "themas": ("Alles in één", "Alle tips op papier."),
    "kaarten": ("Kaarten", "Alle tips als kaart. Print dubbelzijdig over de lange kant. Snijd daarna elk vel in vieren."),
    "checklist": ("Lijstjes op A4", "Voor aan de muur of in de map."),
    "zak": ("Lijstjes voor in je zak", "Klein formaat: A6."),
    "boekje": ("Oefenen op papier", "Een boekje per gesprek. Lees steeds het nummer waar je heen gaat."),
    "draaiboek": ("Draaiboeken", "Voor in de hand, tijdens een training."),
    "handout": ("Om mee te nemen", "Twee bladzijden per training, voor wie meedeed."),
    "posters": ("Posters op A3", "Eén per thema, voor de factorenwandeling."),
    "stemkaarten": ("Stemkaarten", "A, B en C. Snijd elk vel in vieren."),
    "trainer": ("Voor wie het oefenen begeleidt", "De keuzekaart en drie rolkaarten per gesprek."),
}


KORT = {"checklist": "Pdf A4", "zak": "Pdf voor in je zak", "draaiboek": "Draaiboek (pdf)", "handout": "Om mee te nemen (pdf)"}


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

    @property
    def kort(self) -> str:
        """What a button says."""
        return KORT.get(self.soort, "Pdf")


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
    own = content.organisatie
    logo = {"svg": content.logo.svg, "van": own.naam} if own and content.logo else None
    shared = {
        "naam": site.naam,
        "versie": VERSION,
        "licentie": site.licentie,
        "naamsvermelding": plain(content.bron.naamsvermelding),
        "vangnet": plain(content.vangnet),
        "merk": content.merk,
        "logo": logo,
    }
    stamp = int(os.environ.get("SOURCE_DATE_EPOCH", "0"))
    with ThreadPoolExecutor(os.cpu_count()) as workers:  # typst works outside Python's lock; a compiler serves one thread
        return Prints(tuple(workers.map(lambda plan: _compile(stamp, shared, site, plan), plans(content, site))))


_of_thread = threading.local()


def _compiler() -> typst.Compiler:
    if not hasattr(_of_thread, "compiler"):
        _of_thread.compiler = typst.Compiler(root=str(PRINT), font_paths=typst.Fonts(False, True, [str(FONTS)]))
    compiler: typst.Compiler = _of_thread.compiler
    return compiler


@dataclass(frozen=True)
class Plan:
    """A PDF to be made: as `Print`, with the template, what it shows, and whose words it holds where those are not the project's."""

    adres: str
    titel: str
    soort: str
    pagina: str
    template: str
    data: dict[str, Any]
    eigen: str = ""


def _compile(stamp: int, shared: dict[str, Any], site: Site, plan: Plan) -> Print:
    data = {
        **shared,
        "titel": plan.titel,
        "eigen": plan.eigen,
        "adres": site.adres_van(plan.pagina),
        "qr": site.qr(plan.pagina),
        **plan.data,
    }
    pdf = _typeset(plan.template, json.dumps(data, ensure_ascii=False), stamp)
    return Print(plan.adres, plan.titel, plan.soort, plan.pagina, pdf)


@lru_cache(maxsize=5000)
def _typeset(template: str, data: str, stamp: int) -> bytes:
    """The PDF of a template and its data; kept, so that an edit during `serve` makes only what it changes."""
    compile_ = partial(_compiler().compile, input=str(PRINT / template), format="pdf", sys_inputs={"data": data}, timestamp=stamp)
    try:
        pdf = compile_(pdf_standards=["ua-1"])
    except typst.TypstError as error:
        if "could not be displayed" not in str(error):
            raise
        # A character that no font has, an emoji say, may not stop the site: the standard forbids it, so do without.
        pdf = compile_()
    assert isinstance(pdf, bytes)
    return pdf


def plans(content: Content, site: Site) -> Iterator[Plan]:
    """Every PDF that the content asks for."""
    yield Plan("downloads/alle-themas.pdf", "Alle thema’s", "themas", "themas/index.html", "themas.typ", print_data.themes(content))
    yield Plan(
        "downloads/kaarten.pdf", "Kaarten met alle tips", "kaarten", "themas/index.html", "kaarten.typ", print_data.cards(content, site)
    )
    for checklist in content.checklists:
        for soort, formaat in (("checklist", "a4"), ("zak", "a6")):
            adres = f"downloads/{checklist.id}-{formaat}.pdf"
            data = print_data.checklist(content, checklist, formaat)
            yield Plan(adres, checklist.titel, soort, checklist.pagina, "checklist.typ", data, content.eigen(checklist))
    for scenario in content.scenarios:
        book = booklet.number(scenario)
        adres = f"downloads/scenario-{scenario.id}"
        leader, eigen = f"{scenario.titel} – voor de begeleider", content.eigen(scenario)
        yield Plan(f"{adres}.pdf", scenario.titel, "boekje", scenario.pagina, "boekje.typ", print_data.booklet_of(content, book), eigen)
        yield Plan(f"{adres}-trainer.pdf", leader, "trainer", scenario.pagina, "trainer.typ", print_data.choice_map(book), eigen)
    if content.sessies:
        yield Plan(
            "downloads/posters.pdf", "Posters", "posters", "trainer/index.html", "posters.typ", print_sessions.posters(content, site)
        )
        yield Plan("downloads/stemkaarten.pdf", "Stemkaarten", "stemkaarten", "trainer/index.html", "stemkaarten.typ", {})
    for sessie in content.sessies:
        adres = f"downloads/{sessie.id}"
        sheet, handout = f"{sessie.titel} – draaiboek", f"{sessie.titel} – om mee te nemen"
        run_sheet, take_home, eigen = (
            print_sessions.run_sheet(content, sessie),
            print_sessions.handout(content, sessie),
            content.eigen(sessie),
        )
        yield Plan(f"{adres}-draaiboek.pdf", sheet, "draaiboek", sessie.pagina, "draaiboek.typ", run_sheet, eigen)
        yield Plan(f"{adres}-handout.pdf", handout, "handout", sessie.pagina, "handout.typ", take_home, eigen)
