"""The slides of a session, one idea each: what the deck, the PowerPoint file and the handout are all made from."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from macros.content.content import Content
from macros.model import Dia, Onderdeel, Scenario, Sessie
from macros.pages.render import hoofdletter
from macros.source.markup import plain
from macros.talen import N_, _, speaking

LETTERS = "ABC"


@dataclass(frozen=True)
class Choice:
    """A choice on a slide: its letter, its text, and the slide that shows what comes of it."""

    letter: str
    tekst: str
    naar: str


@dataclass(frozen=True)
class Slide:
    """A slide with everything filled in, as plain text. `naar` is the slide to go on to when it is not simply the next.

    `uitspraak` says `oordeel` to people.
    """

    id: str
    onderdeel: str
    soort: str
    titel: str
    notities: tuple[str, ...]
    punten: tuple[str, ...] = ()
    alineas: tuple[str, ...] = ()
    zin: str = ""
    moment: str = ""
    oordeel: str = ""
    uitspraak: str = ""
    keuzes: tuple[Choice, ...] = field(default=())
    naar: str = ""
    terug: str = ""
    herkomst: str = ""


def of(content: Content, sessie: Sessie) -> list[Slide]:
    """All slides of a session, in order; a scenario takes as many as it has steps, outcomes and endings."""
    with speaking(content.taal):
        return [
            slide
            for onderdeel in sessie.onderdelen
            for number, dia in enumerate(onderdeel.dias, start=1)
            for slide in _slides(content, sessie, onderdeel, dia, f"{onderdeel.id}-{number}")
        ]


def _slides(content: Content, sessie: Sessie, onderdeel: Onderdeel, dia: Dia, id_: str) -> Iterator[Slide]:
    notes = tuple(plain(notitie) for notitie in dia.notities)
    titel, punten = plain(dia.titel), tuple(plain(punt) for punt in dia.punten)
    if dia.scenario:
        scenario = content.scenario[dia.scenario]
        yield from _scenario(scenario, " · ".join(content.labels(scenario)), onderdeel.id, id_, notes)
    elif dia.factor:
        factor = content.factor[dia.factor]
        example = factor.zo_zeg_je_het[0]
        yield Slide(
            id_, onderdeel.id, "factor", plain(factor.titel), notes,
            alineas=(plain(factor.principe.tekst),), moment=plain(example.moment), zin=plain(example.zin),
            herkomst=content.label(factor.principe, factor),
        )  # fmt: skip
    elif dia.soort == "bron":
        credit = content.bron.naamsvermelding if content.bron else ""
        yield Slide(id_, onderdeel.id, "bron", titel, notes, alineas=(plain(credit),))
    elif dia.soort == "code" and content.code:
        steps = enumerate(content.code.stappen, start=1)
        stappen = tuple(f"{number}. {plain(stap.kop)}" for number, stap in steps)
        lines = filter(None, (content.noodnummer, content.advies))
        numbers = " · ".join(f"{plain(nummer.naam)} {nummer.telefoon}" for nummer in lines)
        sources = " · ".join(bron.label for bron in content.code.bronnen)
        yield Slide(
            id_,
            onderdeel.id,
            "code",
            titel,
            notes,
            punten=stappen,
            alineas=(numbers, plain(content.vangnet)),
            herkomst=sources,
        )
    elif dia.soort == "nazorg":
        yield Slide(id_, onderdeel.id, "nazorg", titel, (*notes, plain(sessie.nazorg)), punten=punten)
    else:
        yield Slide(id_, onderdeel.id, dia.soort, titel, notes, punten=punten)


def _scenario(
    scenario: Scenario, herkomst: str, onderdeel: str, id_: str, notes: tuple[str, ...]
) -> Iterator[Slide]:
    def name(kind: str, *ids: str) -> str:
        return "-".join((id_, kind, *ids))

    def target(to: str) -> str:
        return name("einde" if to in scenario.einde else "stap", to)

    situatie = tuple(plain(alinea) for alinea in scenario.situatie)
    yield Slide(
        name("situatie"), onderdeel, "situatie", plain(scenario.titel), notes,
        alineas=situatie, naar=target(scenario.start), herkomst=herkomst,
    )  # fmt: skip
    for stap in scenario.stappen:
        keuzes = tuple(
            Choice(letter, plain(keuze.tekst), name("keuze", stap.id, keuze.id))
            for letter, keuze in zip(LETTERS, stap.keuzes, strict=False)
        )
        yield Slide(
            name("stap", stap.id), onderdeel, "stap", plain(stap.vraag), _said(_ASK), alineas=(plain(stap.tekst),), keuzes=keuzes,
        )  # fmt: skip
        for choice, keuze in zip(keuzes, stap.keuzes, strict=True):
            yield Slide(
                choice.naar, onderdeel, "uitkomst", _("{letter}: wat er dan gebeurt").format(letter=choice.letter), (plain(keuze.uitleg), *_said(_TALK)),
                alineas=(plain(keuze.reactie),), oordeel=keuze.oordeel, uitspraak=hoofdletter(_(keuze.oordeel)), zin=plain(keuze.uitleg),
                naar=target(keuze.naar), terug=name("stap", stap.id),
            )  # fmt: skip
    for einde in scenario.eindes:
        punten = tuple(plain(zin) for zin in einde.meenemen)
        yield Slide(
            name("einde", einde.id), onderdeel, "einde", plain(einde.titel), _said(_END), alineas=(plain(einde.tekst),), punten=punten, naar=f"{id_}-ogen"
        )  # fmt: skip
    ogen = scenario.door_de_ogen_van
    yield Slide(
        f"{id_}-ogen",
        onderdeel,
        "ogen",
        _("Door de ogen van {wie}").format(wie=plain(ogen.wie)),
        _said(_EYES),
        alineas=tuple(plain(a) for a in ogen.tekst),
    )


def _said(notes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(_, notes))


_ASK = (
    N_("Lees de keuzes rustig voor. Laat iedereen eerst zelf kiezen, in stilte."),
    N_("Tel dan de handen: A, B en C. Kies wat de meeste mensen willen."),
)
_TALK = (
    N_(
        "Vraag iemand die dit koos wat hij hoopte. Niemand hoeft zich te verdedigen. Ga ook eens terug, en kijk wat een andere keuze had gedaan."
    ),
)
_END = (N_("Lees het einde voor. Vraag: wat neem jij hiervan mee?"),)
_EYES = (N_("Lees langzaam voor, in de ik-vorm. Laat het daarna even stil."),)
