"""All content of the site as one frozen value: what every template reads, and nothing else does."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import InitVar, dataclass, field
from datetime import date
from functools import cached_property

from macros import model
from macros.content.version import VERSION
from macros.model.files import KINDS
from macros.own import colours
from macros.own.logo import Logo
from macros.own.merge import OWN_PREFIX
from macros.own.prose import OwnPage
from macros.source.problems import Problem
from macros.talen import DUTCH, N_, Language, _

#: How many other themes a theme's page names.
MOST_OTHERS = 6


class _Files:
    """Every field of every data file by its name, and the items of every kind by id under its name.

    Only what Python reads is written down here; templates read all.
    """

    themas: tuple[model.Thema, ...]
    factoren: tuple[model.Factor, ...]
    scenarios: tuple[model.Scenario, ...]
    checklists: tuple[model.Checklist, ...]
    werkvormen: tuple[model.Werkvorm, ...]
    sessies: tuple[model.Sessie, ...]
    werkbladen: tuple[model.Werkblad, ...]
    bron: model.Bron | None
    punten: tuple[model.Punt, ...]
    begrippen: tuple[model.Begrip, ...]
    gewone_woorden: tuple[model.GewoonWoord, ...]
    onderwerp: model.Onderwerp
    plekken: tuple[model.Plek, ...]
    omgevingen: tuple[model.Omgeving, ...]
    nummers: tuple[model.Nummer, ...]
    code: model.Code | None
    vangnet: str
    geen_namen: str
    gemoederen: tuple[model.Gemoed, ...]
    thema: dict[str, model.Thema]
    factor: dict[str, model.Factor]
    scenario: dict[str, model.Scenario]
    checklist: dict[str, model.Checklist]
    werkvorm: dict[str, model.Werkvorm]
    sessie: dict[str, model.Sessie]
    werkblad: dict[str, model.Werkblad]
    plek: dict[str, model.Plek]
    omgeving: dict[str, model.Omgeving]
    hulpsoort: dict[str, model.Hulpsoort]
    gemoed: dict[str, model.Gemoed]


@dataclass(frozen=True, eq=False)
class Content(_Files):
    """The content in the order of the data. Compared by identity: what is loaded again is other content."""

    files: InitVar[Iterable[model.Model]]
    organisatie: model.OrganisatieBestand | None = None
    hulp: model.HulpBestand | None = None
    #: What the organisation did to an item, by its kind and id.
    woorden: Mapping[tuple[str, str], str] = field(default_factory=dict)
    eigen_paginas: tuple[OwnPage, ...] = ()
    logo: Logo | None = None
    #: What in the files is written as it was before an update.
    vroeger: tuple[Problem, ...] = ()
    #: The drawings of the subject and those of every site, as SVG, by name.
    tekeningen: Mapping[str, str] = field(default_factory=dict)
    #: The pictures on those pages, by their name in the site.
    plaatjes: Mapping[str, bytes] = field(default_factory=dict)
    taal: Language = DUTCH

    def __post_init__(self, files: Iterable[model.Model]) -> None:
        held = vars(self)
        for file in files:
            held |= dict(file)
        held |= {name: {item.id: item for item in held[kind.lijst]} for name, kind in KINDS.items()}

    @cached_property
    def factoren_van(self) -> dict[str, tuple[model.Factor, ...]]:
        """Factors by the id of their theme."""
        return {thema.id: tuple(f for f in self.factoren if f.thema == thema.id) for thema in self.themas}

    def andere_themas(self, thema: model.Thema) -> list[model.Thema]:
        """The other themes, from this one on; of very many only some, so that no page grows with the site."""
        if len(self.themas) <= MOST_OTHERS + 1:
            return [other for other in self.themas if other != thema]
        at = self.themas.index(thema)
        return [*self.themas[at + 1 :], *self.themas[:at]][:MOST_OTHERS]

    @cached_property
    def gebruik_van(self) -> dict[str, tuple[model.Factor, ...]]:
        """The factors that carry a source point, by the point's id."""
        return {punt.id: tuple(f for f in self.factoren if punt.id in f.bronpunten) for punt in self.punten}

    @property
    def bellen(self) -> tuple[model.Contact, ...]:
        """The contacts nearby that have a number."""
        return self.hulp.bellen if self.hulp else ()

    @property
    def eerste_hulp(self) -> model.Contact | None:
        """Whom nearby to call first: of a kind that comes first, otherwise the first with a number."""
        first = (contact for contact in self.bellen if self.hulpsoort[contact.soort].eerst)
        return next(first, self.bellen[0] if self.bellen else None)

    @property
    def noodnummer(self) -> model.Nummer:
        """The number for direct danger."""
        return next(nummer for nummer in self.nummers if nummer.rol == "nood")

    @property
    def advies(self) -> model.Nummer | None:
        """The number that gives advice about somebody's safety."""
        return next((nummer for nummer in self.nummers if nummer.rol == "advies"), None)

    @property
    def eigen_bij_code(self) -> tuple[str, ...]:
        """What the organisation says beside the code."""
        return self.hulp.bij_de_code if self.hulp else ()

    @property
    def toegevoegd(self) -> str:
        """Whose words those are that an organisation adds."""
        return self._door(N_("Toegevoegd door {wie}"))

    @property
    def kleur(self) -> str | None:
        """The organisation's colour, or else the subject's own (`#rrggbb`)."""
        return (self.organisatie.kleur if self.organisatie else None) or self.onderwerp.kleur

    @property
    def accentkleur(self) -> str | None:
        """The same for what people say."""
        return (self.organisatie.accentkleur if self.organisatie else None) or self.onderwerp.accentkleur

    @property
    def stijl(self) -> str:
        """The style with these colours; empty where there are none."""
        return colours.stylesheet(self.kleur, self.accentkleur) if self.kleur or self.accentkleur else ""

    @property
    def merk(self) -> str:
        """The colour of titles and lines on paper (`#rrggbb`)."""
        return colours.on_paper(self.kleur) if self.kleur else colours.OURS

    @cached_property
    def eigen_pagina(self) -> dict[str, OwnPage]:
        """The organisation's own prose pages by name."""
        return {page.naam: page for page in self.eigen_paginas}

    @property
    def alles(self) -> Iterator[model.Item]:
        """Everything with an id, kind by kind."""
        return (item for kind in KINDS.values() for item in getattr(self, kind.lijst))

    @property
    def ids(self) -> dict[str, list[str]]:
        """The ids of every kind."""
        return {kind: list(getattr(self, kind)) for kind in KINDS}

    @property
    def adressen(self) -> set[str]:
        """The addresses of all pages that exist because the data says so, from the root of the site."""
        pages = {adres for item in self.alles for adres in item.adressen if "#" not in adres}
        overviews = {f"{page.partition('/')[0]}/index.html" for page in pages}
        return pages | overviews | {own.pagina for own in self.eigen_paginas}

    def eigen(self, item: model.Item) -> str:
        """Whose words these are, where they are not the project's; otherwise empty."""
        done = self.woorden.get((item.SOORT.naam, item.id), "")
        return done and self._door(done)

    def _door(self, done: str) -> str:
        return _(done).format(wie=self.organisatie.naam if self.organisatie else _("deze organisatie"))

    def is_toegevoegd(self, item: model.Item) -> bool:
        """Is it an organisation's own, about which the source says nothing?"""
        return item.id.startswith(OWN_PREFIX)

    def label(self, uitspraak: model.Uitspraak, van: model.Factor) -> str:
        """Where a statement of a factor comes from; without a source, or by an organisation, it elaborates nothing."""
        ours = self.bron and not self.eigen(van)
        return "" if uitspraak.herkomst == "uitwerking" and not ours else uitspraak.label

    def labels(self, item: model.Item) -> list[str]:
        """Where it comes from, in words."""
        ours = [_(model.UITWERKING)] if self.bron and not self.eigen(item) else []
        return [*ours, *(bron.label for bron in getattr(item, "bronnen", ()))]

    @cached_property
    def andere_bronnen(self) -> list[tuple[model.AndereBron, list[model.Item | model.Code]]]:
        """The sources beside the source document, each once, with everything that names it."""
        used: dict[str, tuple[model.AndereBron, list[model.Item | model.Code]]] = {}
        wholes: list[model.Item | model.Code] = [*self.alles, *([self.code] if self.code else [])]
        for whole in wholes:
            said = (uitspraak.bron for uitspraak in getattr(whole, "uitspraken", ()) if uitspraak.bron)
            for bron in (*said, *getattr(whole, "bronnen", ())):
                used.setdefault(bron.adres, (bron, []))[1].append(whole)
        return list(used.values())

    def kenmerk(self, item: model.Item) -> str:
        """What somebody names who tells that something is wrong in it."""
        named = f"{_(item.SOORT.naam)} {item.id}"
        return _("{naam}, versie {versie}").format(naam=named, versie=VERSION)

    def klopt_niet(self, wat: str, item: model.Item | None = None) -> str:
        """On paper: whom to tell that something is wrong in `wat`, which shows `item` where it shows one."""
        if self.organisatie and self.organisatie.email:
            said = _("Klopt dit niet? Mail naar {email} en noem: {wat}.")
            return said.format(email=self.organisatie.email, wat=wat)
        if item and self.is_toegevoegd(item):
            return _("Klopt dit niet? Zeg het tegen je leidinggevende. Noem: {wat}.").format(wat=wat)
        said = _(
            "Klopt dit niet? Zeg het tegen je leidinggevende of schrijf via de projectpagina. Noem: {wat}."
        )
        return said.format(wat=wat)

    def materiaal_van(self, sessie: model.Sessie) -> list[str]:
        """What a session needs, each thing once, in the order of the session."""
        forms = [self.werkvorm[onderdeel.werkvorm] for onderdeel in sessie.onderdelen if onderdeel.werkvorm]
        return list(dict.fromkeys(materiaal for form in forms for materiaal in form.materiaal))

    def factoren_van_sessie(self, sessie: model.Sessie) -> list[str]:
        """The ids of the factors that a session is about, in its order; those of its scenarios last."""
        named = [id_ for onderdeel in sessie.onderdelen for id_ in onderdeel.factoren]
        played = [scenario for onderdeel in sessie.onderdelen for scenario in self.scenarios_van(onderdeel)]
        return list(dict.fromkeys([*named, *(id_ for scenario in played for id_ in scenario.factoren)]))

    def scenarios_van(self, onderdeel: model.Onderdeel) -> list[model.Scenario]:
        """The scenarios of a part: what the room plays, and what groups choose from."""
        ids = dict.fromkeys([*filter(None, [onderdeel.scenario]), *onderdeel.scenarios])
        return [self.scenario[id_] for id_ in ids]

    @cached_property
    def scenarios_bij(self) -> dict[str, tuple[model.Scenario, ...]]:
        """The scenarios that practise a factor, by the factor's id."""
        return {f.id: tuple(s for s in self.scenarios if f.id in s.factoren) for f in self.factoren}

    @cached_property
    def checklists_bij(self) -> dict[str, tuple[model.Checklist, ...]]:
        """The checklists that hold a factor, by the factor's id."""
        return {f.id: tuple(c for c in self.checklists if f.id in c.factoren) for f in self.factoren}

    def werkbladen_bij(self, item: model.Factor | model.Checklist) -> tuple[model.Werkblad, ...]:
        """The sheets that belong to a tip or a list."""
        named = "factoren" if isinstance(item, model.Factor) else "checklists"
        return tuple(blad for blad in self.werkbladen if item.id in getattr(blad, named))

    def rijen(self, tabel: model.Tabel) -> list[list[str]]:
        """The rows of a table on a sheet, with what is known of the contacts nearby."""
        return tabel.gevuld(self.hulp.contacten if self.hulp else ())

    def themas_van(self, scenario: model.Scenario) -> list[model.Thema]:
        """The themes of the factors that a scenario practises, in the order of the site."""
        ids = {self.factor[id_].thema for id_ in scenario.factoren}
        return [thema for thema in self.themas if thema.id in ids]

    @property
    def zoekvoorbeeld(self) -> str:
        """A word by which people find something here: of the first item that has one, else the first theme."""
        items: tuple[model.Checklist | model.Factor, ...] = (*self.checklists, *self.factoren)
        return next((word for item in items for word in item.zoekwoorden), self.themas[0].titel)

    @cached_property
    def geoefende_plekken(self) -> list[model.Plek]:
        """The places of the scenarios, for the overview's filter."""
        used = {scenario.plek for scenario in self.scenarios}
        return [plek for plek in self.plekken if plek.id in used]

    @cached_property
    def geoefende_gemoederen(self) -> list[model.Gemoed]:
        """The states of the other that a scenario helps with, for the overview's filter."""
        used = {state for scenario in self.scenarios for state in scenario.bij}
        return [gemoed for gemoed in self.gemoederen if gemoed.id in used]

    def als(self, bij: Sequence[str]) -> str:
        """When something helps: 'als zij stil zijn, bang zijn of haast hebben'. The longest words come last."""
        states = sorted((self.gemoed[state].naam for state in bij), key=len)
        return _("als {anderen} {hoe}").format(anderen=self.onderwerp.anderen, hoe=self.taal.one_of(states))

    @cached_property
    def geoefende_omgevingen(self) -> list[model.Omgeving]:
        """The same for the kinds of setting."""
        used = {scenario.omgeving for scenario in self.scenarios}
        return [omgeving for omgeving in self.omgevingen if omgeving.id in used]

    def meldingen(self, vandaag: date) -> list[str]:
        """What is not wrong but worth knowing on that day: of former names, factors, contacts and the own colour."""
        known = self.scenarios_bij if self.scenarios else {}
        unused = _("Factor '{id}' wordt nog in geen enkel scenario geoefend.")
        found = [str(former) for former in self.vroeger]
        found += [unused.format(id=id_) for id_ in known if not known[id_]]
        if self.organisatie and self.organisatie.kleur and (other := colours.chosen(self.organisatie.kleur)):
            found.append(other)
        for contact in self.hulp.contacten if self.hulp else ():
            if contact.is_voorbeeld:
                said = _("'{naam}' heeft nog het nummer uit het voorbeeld. Vul het echte nummer in.")
                found.append(said.format(naam=contact.naam))
            if contact.is_oud(vandaag):
                said = _("'{naam}' is langer dan een half jaar niet nagekeken. Controleer het nummer.")
                found.append(said.format(naam=contact.naam))
        return found

    @cached_property
    def begrippen_op_alfabet(self) -> tuple[model.Begrip, ...]:
        """The glossary in the order of a dictionary."""
        return tuple(sorted(self.begrippen, key=lambda begrip: begrip.term.lower()))
