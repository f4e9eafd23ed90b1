"""What stands on each PDF of the themes, checklists and scenarios: the fields of the models, and what follows from them."""

from typing import Any

from macros.content.content import Content
from macros.content.site import Site
from macros.model import Checklist, Factor, Keuze, Model, Scenario, Thema, Uitspraak
from macros.pages.render import hoofdletter
from macros.paper.booklet import Booklet
from macros.source.markup import plain, plain_values
from macros.talen import _

#: How many numbers fit on a list that has to stay readable in a pocket.
MAX_CONTACTS = 3


def fields(model: Model) -> dict[str, Any]:
    """All fields of a model as plain values; texts without their markup."""
    values: dict[str, Any] = plain_values(model.model_dump(mode="json"))
    return values


def checklist(content: Content, checklist: Checklist, formaat: str) -> dict[str, Any]:
    """A list on a sheet of paper; `formaat` is `a4` or `a6`."""
    groepen = [
        {"moment": _(moment), "items": [fields(item)["tekst"] for item in items]}
        for moment, items in checklist.per_moment
    ]
    hulp = [f"{c.naam} {c.telefoon} ({c.nagekeken})" for c in content.bellen[:MAX_CONTACTS]]
    labels = content.labels(checklist)
    return fields(checklist) | {"formaat": formaat, "groepen": groepen, "hulp": hulp, "labels": labels}


def themes(content: Content) -> dict[str, Any]:
    """Every theme with everything of its factors."""
    return {"themas": _themes(content, _whose)}


def _themes(content: Content, factor_of: Any) -> list[dict[str, Any]]:
    return [
        fields(thema)
        | {"eigen": content.eigen(thema), "beeld": picture(content, thema)}
        | {"factoren": [factor_of(content, factor) for factor in content.factoren_van[thema.id]]}
        for thema in content.themas
    ]


def _whose(content: Content, factor: Factor) -> dict[str, Any]:
    """All of a factor, with whose words it is and where each statement comes from; deeds are ours unless they say so."""

    def labelled(said: Uitspraak) -> dict[str, str]:
        return {"tekst": plain(said.tekst), "label": content.label(said, factor)}

    deeds = [
        labelled(deed) | ({"label": ""} if deed.herkomst == "uitwerking" else {}) for deed in factor.doen
    ]
    return fields(factor) | {
        "eigen": content.eigen(factor),
        "principe": labelled(factor.principe),
        "waarom": [labelled(reason) for reason in factor.waarom],
        "doen": deeds,
    }


def cards(content: Content, site: Site) -> dict[str, Any]:
    """Every factor as a card."""
    total = len(content.factoren)
    return {
        "factoren": [
            _whose(content, factor)
            | {
                "nummer": _("{nummer} van {alle}").format(nummer=index, alle=total),
                "qr": site.qr(factor.pagina),
            }
            | {
                "nieuw": content.is_toegevoegd(factor),
                "klopt": content.klopt_niet(content.kenmerk(factor), factor),
            }
            | {"van": fields(content.thema[factor.thema])["titel"]}
            | {"beeld": picture(content, content.thema[factor.thema])}
            for index, factor in enumerate(content.factoren, start=1)
        ]
    }


def posters(content: Content, site: Site) -> dict[str, Any]:
    """Every theme with its factors, to be read from two metres."""
    themas = _themes(content, _on_poster)
    return {
        "themas": [
            shown | {"qr": site.qr(thema.pagina)} for shown, thema in zip(themas, content.themas, strict=True)
        ]
    }


def _on_poster(content: Content, factor: Factor) -> dict[str, Any]:
    """Every sentence where there is room; one on a full poster."""
    most = 4 if len(content.factoren_van[factor.thema]) <= 2 else 1
    shown = _whose(content, factor)
    return shown | {"zo_zeg_je_het": shown["zo_zeg_je_het"][:most]}


def picture(content: Content, thema: Thema) -> str:
    """The drawing of a theme as SVG of its own: in one colour, and the namespace that inline SVG does not need."""
    svg = content.tekeningen[thema.tekening]
    return svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1).replace(
        "currentColor", content.merk
    )


def booklet(content: Content, book: Booklet) -> dict[str, Any]:
    """A scenario to play on paper: its numbered pieces in order, and what comes after."""
    scenario = book.scenario
    return fields(scenario) | {
        "gegevens": f"{hoofdletter(content.plek[scenario.plek].naam)} · {content.omgeving[scenario.omgeving].naam}",
        "stukken": sorted(_pieces(book), key=lambda piece: int(piece["nummer"])),
        "labels": content.labels(scenario),
        "code": code(content) if scenario.veiligheid == "code" else None,
        "factoren": [fields(content.factor[id_])["titel"] for id_ in scenario.factoren],
    }


def code(content: Content) -> dict[str, Any] | None:
    """The code with the labels of what it rests on, and what an organisation says beside it; None without one."""
    if content.code is None:
        return None
    steps = [{"titel": plain(stap.kop), "tekst": plain(stap.tekst)} for stap in content.code.stappen]
    own = [f"{plain(text)} ({content.toegevoegd})" for text in content.eigen_bij_code]
    labels = [bron.label for bron in content.code.bronnen]
    return fields(content.code) | {"stappen": steps, "eigen": own, "labels": labels}


def _pieces(book: Booklet) -> list[dict[str, Any]]:
    """Every step, outcome and ending with its number; a choice leads to the number of its outcome."""
    outcomes = [
        _choice(keuze)
        | {
            "nummer": book.of_choice(stap, keuze),
            "naar": book.numbers[keuze.naar],
            "terug": book.numbers[stap.id],
        }
        for stap in book.scenario.stappen
        for keuze in stap.keuzes
    ]
    endings = [fields(einde) | {"nummer": book.numbers[einde.id]} for einde in book.scenario.eindes]
    return [*_steps(book), *outcomes, *endings]


def _choice(keuze: Keuze) -> dict[str, Any]:
    """A choice with its verdict in words."""
    return fields(keuze) | {"oordeel": _(keuze.oordeel)}


def _steps(book: Booklet) -> list[dict[str, Any]]:
    return [
        fields(stap)
        | {"nummer": book.numbers[stap.id]}
        | {"keuzes": [_choice(keuze) | {"nummer": book.of_choice(stap, keuze)} for keuze in stap.keuzes]}
        for stap in book.scenario.stappen
    ]


def choice_map(book: Booklet) -> dict[str, Any]:
    """For who leads: where every choice goes, and the role cards."""
    scenario: Scenario = book.scenario
    ends = {einde.id: _("einde: {titel}").format(titel=fields(einde)["titel"]) for einde in scenario.eindes}
    steps = _steps(book)
    for step in steps:
        for choice in step["keuzes"]:
            choice["naar"] = ends.get(choice["naar"]) or str(book.numbers[choice["naar"]])
    return {"stappen": steps, "rollen": fields(scenario)["rollen"]}
