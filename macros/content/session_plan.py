"""Is a session whole? Its minutes add up, its parts are named once, and no safety slide is missing."""

from collections.abc import Iterator

from macros.model import Sessie
from macros.source.problems import Problem
from macros.source.yaml_source import Path_, Source

#: Slides that no session may lack: kind -> what people call it.
NEEDED = {
    "bron": "de dia met de bron",
    "afspraken": "de dia met de afspraken",
    "meldcode": "de dia met de meldcode",
    "nazorg": "de dia over nazorg",
}
PASS = "passen mag"


def check(source: Source, sessies: tuple[Sessie, ...]) -> list[Problem]:
    """Everything that is wrong with the sessions of one file as a whole."""
    return [
        source.problem(("sessies", index, *path), text)
        for index, sessie in enumerate(sessies)
        for path, text in _problems(sessie)
    ]


def _problems(sessie: Sessie) -> Iterator[tuple[Path_, str]]:
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
    yield from ((("id",), text) for text in _slides(sessie))


def _slides(sessie: Sessie) -> Iterator[str]:
    """What is missing among the slides."""
    must = [dia for onderdeel in sessie.onderdelen if onderdeel.voorrang == "moet" for dia in onderdeel.dias]
    for kind, name in NEEDED.items():
        if not any(dia.soort == kind for dia in must):
            yield f"In sessie '{sessie.id}' mist {name}. Zet een dia met 'soort: {kind}' in een onderdeel met 'voorrang: moet'."
    if not sessie.na_afloop:
        yield f"Op de dia over nazorg van sessie '{sessie.id}' staat nog niets. Zet er 'punten' bij: waar mensen terechtkunnen."
    rules = [punt.lower() for dia in must if dia.soort == "afspraken" for punt in dia.punten]
    if rules and not any(PASS in rule for rule in rules):
        yield f"Bij de afspraken van sessie '{sessie.id}' mist 'Passen mag'. Zet dat bij de punten."
    last = sessie.onderdelen[-1]
    if last.voorrang != "moet" or [dia.soort for dia in last.dias[-1:]] != ["qr"]:
        yield f"Sessie '{sessie.id}' eindigt niet met een dia 'soort: qr' in een onderdeel met 'voorrang: moet'. Zet die aan het eind."
