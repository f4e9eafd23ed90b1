"""Is a session whole? Its minutes add up, its parts are named once, and no slide is missing that the subject asks for."""

from collections.abc import Iterator

from macros.model import OnderwerpBestand, Sessie
from macros.source.problems import Problem
from macros.source.yaml_source import Path_, Source

#: Slides that a subject may ask of every session: kind -> what people call it.
_NAMES = {
    "bron": "de dia met de bron",
    "afspraken": "de dia met de afspraken",
    "code": "de dia met {code}",
    "nazorg": "de dia over nazorg",
}


def check(source: Source, sessies: tuple[Sessie, ...], about: OnderwerpBestand) -> list[Problem]:
    """Everything that is wrong with the sessions of one file as a whole; `about` says what each must hold."""
    return [
        source.problem(("sessies", index, *path), text)
        for index, sessie in enumerate(sessies)
        for path, text in _problems(sessie, about)
    ]


def _problems(sessie: Sessie, about: OnderwerpBestand) -> Iterator[tuple[Path_, str]]:
    total = sum(onderdeel.minuten for onderdeel in sessie.onderdelen)
    if total != sessie.minuten:
        text = f"De onderdelen tellen op tot {total} minuten, maar hier staat {sessie.minuten}."
        yield ("minuten",), f"{text} Maak ze gelijk."
    seen: set[str] = set()
    for index, onderdeel in enumerate(sessie.onderdelen):
        if onderdeel.id in seen:
            text = f"De id '{onderdeel.id}' komt in deze sessie twee keer voor. Kies een andere."
            yield ("onderdelen", index, "id"), text
        seen.add(onderdeel.id)
    yield from ((("id",), text) for text in _slides(sessie, about))


def _slides(sessie: Sessie, about: OnderwerpBestand) -> Iterator[str]:
    """What is missing among the slides."""
    must = [dia for onderdeel in sessie.onderdelen if onderdeel.voorrang == "moet" for dia in onderdeel.dias]
    for kind in about.training.moet:
        if not any(dia.soort == kind for dia in must):
            name = _NAMES[kind].format(code=about.code.naam if about.code else kind)
            yield f"In sessie '{sessie.id}' mist {name}. Zet een dia met 'soort: {kind}' in een onderdeel met 'voorrang: moet'."
    if "nazorg" in about.training.moet and not sessie.na_afloop:
        yield f"Op de dia over nazorg van sessie '{sessie.id}' staat nog niets. Zet er 'punten' bij: waar mensen terechtkunnen."
    rules = [punt.lower() for dia in must if dia.soort == "afspraken" for punt in dia.punten]
    needed = about.training.afspraak
    if needed and rules and not any(needed.lower() in rule for rule in rules):
        yield f"Bij de afspraken van sessie '{sessie.id}' mist '{needed}'. Zet dat bij de punten."
    last = sessie.onderdelen[-1]
    if last.voorrang != "moet" or [dia.soort for dia in last.dias[-1:]] != ["qr"]:
        yield f"Sessie '{sessie.id}' eindigt niet met een dia 'soort: qr' in een onderdeel met 'voorrang: moet'. Zet die aan het eind."
