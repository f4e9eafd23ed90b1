"""Is a session whole? Its minutes add up, its parts are named once, and no slide is missing that the subject asks for."""

from collections.abc import Iterator

from macros.model import OnderwerpBestand, Sessie
from macros.source.problems import Problem
from macros.source.yaml_source import Path_, Source
from macros.talen import N_, _

#: Slides that a subject may ask of every session: kind -> what people call it.
_NAMES = {
    "bron": N_("de dia met de bron"),
    "afspraken": N_("de dia met de afspraken"),
    "code": N_("de dia met {code}"),
    "nazorg": N_("de dia over nazorg"),
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
        text = _("De onderdelen tellen op tot {som} minuten, maar hier staat {minuten}. Maak ze gelijk.")
        yield ("minuten",), text.format(som=total, minuten=sessie.minuten)
    seen: set[str] = set()
    for index, onderdeel in enumerate(sessie.onderdelen):
        if onderdeel.id in seen:
            text = _("De id '{id}' komt in deze sessie twee keer voor. Kies een andere.")
            yield ("onderdelen", index, "id"), text.format(id=onderdeel.id)
        seen.add(onderdeel.id)
    yield from ((("id",), text) for text in _slides(sessie, about))


def _slides(sessie: Sessie, about: OnderwerpBestand) -> Iterator[str]:
    """What is missing among the slides."""
    must = [dia for onderdeel in sessie.onderdelen if onderdeel.voorrang == "moet" for dia in onderdeel.dias]
    for kind in about.training.moet:
        if not any(dia.soort == kind for dia in must):
            name = _(_NAMES[kind]).format(code=about.code.naam if about.code else kind)
            text = _(
                "In sessie '{id}' mist {dia}. Zet een dia met 'soort: {soort}' in een onderdeel met 'voorrang: moet'."
            )
            yield text.format(id=sessie.id, dia=name, soort=kind)
    if "nazorg" in about.training.moet and not sessie.na_afloop:
        text = _(
            "Op de dia over nazorg van sessie '{id}' staat nog niets. Zet er 'punten' bij: waar mensen terechtkunnen."
        )
        yield text.format(id=sessie.id)
    rules = [punt.lower() for dia in must if dia.soort == "afspraken" for punt in dia.punten]
    needed = about.training.afspraak
    if needed and rules and not any(needed.lower() in rule for rule in rules):
        text = _("Bij de afspraken van sessie '{id}' mist '{afspraak}'. Zet dat bij de punten.")
        yield text.format(id=sessie.id, afspraak=needed)
    last = sessie.onderdelen[-1]
    if last.voorrang != "moet" or [dia.soort for dia in last.dias[-1:]] != ["qr"]:
        text = _(
            "Sessie '{id}' eindigt niet met een dia 'soort: qr' in een onderdeel met 'voorrang: moet'. "
            "Zet die aan het eind."
        )
        yield text.format(id=sessie.id)
