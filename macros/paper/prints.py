"""All PDFs: which there are, what stands on them, and how typst makes them (tagged PDF/UA-1).

They are made behind the pages: typst works outside Python's lock, so that both get on with it.
"""

import json
import os
import re
import threading
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from importlib import metadata
from itertools import groupby
from pathlib import Path
from typing import Any

import font_source_sans_pro
import typst
from markupsafe import Markup

from macros.content.content import Content
from macros.content.remembered import code, remembered
from macros.content.site import Site
from macros.content.version import VERSION, moment
from macros.model import Item
from macros.paper import booklet, sheets, training
from macros.source.files import visible
from macros.source.markup import plain
from macros.talen import N_, _, marked, speaking

PRINT = Path(__file__).parent
FONTS = Path(font_source_sans_pro.__file__).parent / "files"

#: The groups of the downloads page, in order: id -> (title, explanation).
SOORTEN = {
    "themas": (N_("Alles in één"), N_("Alle tips op papier.")),
    "kaarten": (
        N_("Kaarten"),
        N_("Alle tips als kaart. Print dubbelzijdig over de lange kant. Snijd daarna elk vel in vieren."),
    ),
    "checklist": (N_("Lijstjes op A4"), N_("Voor aan de muur of in de map.")),
    "zak": (N_("Lijstjes voor in je zak"), N_("Klein formaat: A6.")),
    "werkblad": (N_("Werkbladen"), N_("Om in te vullen, met ruimte om te schrijven.")),
    "boekje": (
        N_("Oefenen op papier"),
        N_("Een boekje per gesprek. Lees steeds het nummer waar je heen gaat."),
    ),
    "draaiboek": (N_("Draaiboeken"), N_("Voor in de hand, tijdens een training.")),
    "handout": (N_("Om mee te nemen"), N_("Twee bladzijden per training, voor wie meedeed.")),
    "vragen": (N_("Vooraf en na afloop"), N_("Twee vragen per training, twee keer op één blad.")),
    "posters": (N_("Posters op A3"), N_("Eén per thema, voor aan de muur.")),
    "stemkaarten": (N_("Stemkaarten"), N_("A, B en C. Snijd elk vel in vieren.")),
    "trainer": (N_("Voor wie het oefenen begeleidt"), N_("De keuzekaart en drie rolkaarten per gesprek.")),
}


KORT = {
    "checklist": N_("Pdf A4"),
    "zak": N_("Pdf voor in je zak"),
    "draaiboek": N_("Draaiboek (pdf)"),
    "handout": N_("Om mee te nemen (pdf)"),
    "werkblad": N_("Pdf om in te vullen"),
    "vragen": N_("Vragenblad (pdf)"),
}
_OTHER = N_("Pdf")

#: Stands in a page for the size of a PDF. What people write is escaped, so that it can never be one of these.
_SIZE = re.compile("<!--grootte van ([^>]+)-->")


@dataclass(frozen=True)
class Print:
    """One PDF: where it goes, what it is called, the page it belongs to, and its bytes, which may still be in the making."""

    adres: str
    titel: str
    soort: str
    pagina: str
    _pdf: "Future[bytes]"

    @property
    def inhoud(self) -> bytes:
        """The PDF; waits until it is there."""
        return self._pdf.result()

    @property
    def grootte(self) -> Markup:
        """A mark for its size, so that a page need not wait for it; see `Prints.with_sizes`."""
        return Markup(f"<!--grootte van {self.adres}-->")

    @property
    def kort(self) -> str:
        """What a button says."""
        return _(KORT.get(self.soort, _OTHER))


@dataclass(frozen=True)
class Prints:
    """All PDFs of a site."""

    alle: tuple[Print, ...]

    def van(self, pagina: str) -> tuple[Print, ...]:
        """The PDFs that belong to a page."""
        return self._per_pagina.get(pagina, ())

    @cached_property
    def _per_pagina(self) -> dict[str, tuple[Print, ...]]:
        by_page = groupby(sorted(self.alle, key=lambda p: p.pagina), key=lambda p: p.pagina)
        return {pagina: tuple(prints) for pagina, prints in by_page}

    @cached_property
    def _by_address(self) -> dict[str, Print]:
        return {print_.adres: print_ for print_ in self.alle}

    @property
    def per_soort(self) -> list[tuple[str, str, str, tuple[Print, ...]]]:
        """Groups for the downloads page: id, title, explanation, PDFs."""
        order = list(SOORTEN)
        by_kind = groupby(sorted(self.alle, key=lambda p: order.index(p.soort)), key=lambda p: p.soort)
        return [(soort, *map(_, SOORTEN[soort]), tuple(prints)) for soort, prints in by_kind]

    def with_sizes(self, html: str) -> str:
        """A page with, for people, the size of every PDF that it names one of; waits for those only."""
        return _SIZE.sub(
            lambda mark: f"{max(1, round(len(self._by_address[mark[1]].inhoud) / 1000))} kB", html
        )

    def write(self, folder: Path) -> None:
        """Write all of them into the site in `folder`."""
        for print_ in self.alle:
            path = folder / print_.adres
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(print_.inhoud)


_WORKERS = ThreadPoolExecutor(os.cpu_count())


@lru_cache(maxsize=2)
def made(content: Content, site: Site) -> Prints:
    """Begin to make all PDFs; those of the last content are kept."""
    with speaking(content.taal):
        return _made(content, site)


def _made(content: Content, site: Site) -> Prints:
    own = content.organisatie
    logo = {"svg": content.logo.svg, "van": own.naam} if own and content.logo else None
    shared = {
        "naam": site.naam,
        "versie": VERSION,
        "licentie": site.licentie,
        "vangnet": plain(content.vangnet),
        "geen_namen": plain(content.geen_namen),
        "merk": content.merk,
        "logo": logo,
        "taal": content.taal.code,
        "richting": content.taal.direction,
        "woorden": _words(),
    }
    stamp = moment()
    return Prints(
        tuple(
            Print(
                plan.adres,
                plan.titel,
                plan.soort,
                plan.pagina,
                _WORKERS.submit(_compile, stamp, shared | about(content, plan), site, plan),
            )
            for plan in plans(content, site)
        )
    )


def _words() -> dict[str, str]:
    """What the templates say otherwise in the language that is spoken."""
    return {sentence: said for sentence in _sentences() if (said := _(sentence)) != sentence}


@lru_cache
def _sentences() -> tuple[str, ...]:
    return tuple(
        sentence
        for path in PRINT.glob("*.typ")
        for sentence in marked.sentences(path.read_text(encoding="utf-8"))
    )


def names_sizes(html: str) -> bool:
    """Does a page name the size of a PDF?"""
    return _SIZE.search(html) is not None


def stop() -> None:
    """Make no more of them: nobody waits for what has not begun yet."""
    _WORKERS.shutdown(wait=False, cancel_futures=True)


_of_thread = threading.local()


def _compiler() -> typst.Compiler:
    if not hasattr(_of_thread, "compiler"):
        _of_thread.compiler = typst.Compiler(
            root=str(PRINT), font_paths=typst.Fonts(False, True, [str(FONTS)])
        )
    compiler: typst.Compiler = _of_thread.compiler
    return compiler


@dataclass(frozen=True)
class Plan:
    """A PDF to be made: as `Print`, with the template, what it shows, and the item that it shows where that is one."""

    adres: str
    titel: str
    soort: str
    pagina: str
    template: str
    data: dict[str, Any]
    item: Item | None = None


def _compile(stamp: int, shared: dict[str, Any], site: Site, plan: Plan) -> bytes:
    data = {
        **plan.data,
        **shared,
        "titel": plan.titel,
        "adres": site.adres_van(plan.pagina),
        "qr": site.qr(plan.pagina),
    }
    return typeset(plan.template, json.dumps(data, ensure_ascii=False), stamp)


def about(content: Content, plan: Plan) -> dict[str, str]:
    """Whose words these are, the source line where the source has a part in them, and what to do when something is wrong."""
    file = plan.adres.rpartition("/")[2]
    item, name = plan.item, _("{naam}, versie {versie}").format(naam=file, versie=VERSION)
    return {
        "eigen": content.eigen(item) if item else "",
        "naamsvermelding": ""
        if content.bron is None or (item and content.is_toegevoegd(item))
        else plain(content.bron.naamsvermelding),
        "klopt": content.klopt_niet(name, item),
    }


def typeset(template: str, data: str, stamp: int) -> bytes:
    """The PDF of a template and its data (JSON), dated `stamp` (seconds since 1970)."""
    return remembered([template, data, str(stamp), _made_with()], lambda: _compiled(template, data, stamp))


@lru_cache
def _made_with() -> bytes:
    """Everything else that a PDF depends on."""
    return metadata.version("typst").encode() + code(*visible(PRINT, ".typ"), *visible(FONTS))


def _compiled(template: str, data: str, stamp: int) -> bytes:
    compile_ = partial(
        _compiler().compile,
        input=str(PRINT / template),
        format="pdf",
        sys_inputs={"data": data},
        timestamp=stamp,
    )
    try:
        pdf = compile_(pdf_standards=["ua-1"])
    except typst.TypstError as error:
        if "could not be displayed" not in str(error):
            raise
        # A character that no font has, an emoji say, may not stop the site: the standard forbids it, so do without.
        pdf = compile_()
    assert isinstance(pdf, bytes)
    return pdf


def plans(content: Content, site: Site) -> list[Plan]:
    """Every PDF that the content asks for."""
    with speaking(content.taal):
        return [*_plans(content, site)]


def _plans(content: Content, site: Site) -> Iterator[Plan]:
    for checklist in content.checklists:
        for soort, formaat in (("checklist", "a4"), ("zak", "a6")):
            data = sheets.checklist(content, checklist, formaat)
            yield Plan(
                checklist.vel(formaat),
                checklist.titel,
                soort,
                checklist.pagina,
                "checklist.typ",
                data,
                checklist,
            )
    for blad in content.werkbladen:
        data = sheets.worksheet(content, blad)
        yield Plan(blad.papier, blad.titel, "werkblad", blad.pagina, "werkblad.typ", data, blad)
    for scenario in content.scenarios:
        book = booklet.number(scenario)
        leader = _("{titel} – voor de begeleider").format(titel=scenario.titel)
        yield Plan(
            scenario.boekje,
            scenario.titel,
            "boekje",
            scenario.pagina,
            "boekje.typ",
            sheets.booklet(content, book),
            scenario,
        )
        yield Plan(
            scenario.keuzekaart,
            leader,
            "trainer",
            scenario.pagina,
            "trainer.typ",
            sheets.choice_map(book),
            scenario,
        )
    if content.sessies:
        yield Plan(
            "downloads/stemkaarten.pdf",
            _("Stemkaarten"),
            "stemkaarten",
            "trainer/index.html",
            "stemkaarten.typ",
            {},
        )
    for sessie in content.sessies:
        sheet = _("{titel} – draaiboek").format(titel=sessie.titel)
        handout = _("{titel} – om mee te nemen").format(titel=sessie.titel)
        run_sheet, take_home = training.run_sheet(content, sessie), training.handout(content, sessie)
        yield Plan(sessie.draaiboek, sheet, "draaiboek", sessie.pagina, "draaiboek.typ", run_sheet, sessie)
        yield Plan(sessie.handout, handout, "handout", sessie.pagina, "handout.typ", take_home, sessie)
        if sessie.vragen:
            asked, titel = (
                training.questions(content, sessie),
                _("{titel} – vooraf en na afloop").format(titel=sessie.titel),
            )
            yield Plan(sessie.vragenblad, titel, "vragen", sessie.pagina, "vragen.typ", asked, sessie)
    yield from _large(content, site)


def _large(content: Content, site: Site) -> Iterator[Plan]:
    """With everything in one. They come last: what typst remembers of a large one makes all that follow slower."""
    yield Plan(
        "downloads/alle-themas.pdf",
        _("Alle thema’s"),
        "themas",
        "themas/index.html",
        "themas.typ",
        sheets.themes(content),
    )
    yield Plan(
        "downloads/kaarten.pdf",
        _("Kaarten met alle tips"),
        "kaarten",
        "themas/index.html",
        "kaarten.typ",
        sheets.cards(content, site),
    )
    if content.sessies:
        yield Plan(
            "downloads/posters.pdf",
            _("Posters"),
            "posters",
            "trainer/index.html",
            "posters.typ",
            sheets.posters(content, site),
        )
