"""All content of the site as one frozen value: what every template reads, and nothing else does."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from macros.model import (
    Begrip,
    Bron,
    Checklist,
    Contact,
    Factor,
    GewoonWoord,
    HulpBestand,
    Meldcode,
    Nummer,
    OrganisatieBestand,
    Punt,
    Scenario,
    Sessie,
    Thema,
    Werkvorm,
)
from macros.own import colours
from macros.own.logo import Logo
from macros.own.prose import OwnPage

#: How many other themes a theme's page names.
MOST_OTHERS = 6


@dataclass(frozen=True, eq=False)
class Content:
    """The content in the order of the data. Compared by identity: what is loaded again is other content."""

    themas: tuple[Thema, ...]
    factoren: tuple[Factor, ...]
    scenarios: tuple[Scenario, ...]
    checklists: tuple[Checklist, ...]
    werkvormen: tuple[Werkvorm, ...]
    sessies: tuple[Sessie, ...]
    bron: Bron
    punten: tuple[Punt, ...]
    begrippen: tuple[Begrip, ...]
    gewone_woorden: tuple[GewoonWoord, ...]
    nummers: tuple[Nummer, ...]
    meldcode: Meldcode
    vangnet: str
    organisatie: OrganisatieBestand | None
    hulp: HulpBestand | None
    #: What the organisation added and what it replaced, as (kind, id).
    toegevoegd: frozenset[tuple[str, str]] = frozenset()
    vervangen: frozenset[tuple[str, str]] = frozenset()
    eigen_paginas: tuple[OwnPage, ...] = ()
    logo: Logo | None = None

    @cached_property
    def thema(self) -> dict[str, Thema]:
        """Themes by id."""
        return {thema.id: thema for thema in self.themas}

    @cached_property
    def factor(self) -> dict[str, Factor]:
        """Factors by id."""
        return {factor.id: factor for factor in self.factoren}

    @cached_property
    def factoren_van(self) -> dict[str, tuple[Factor, ...]]:
        """Factors by the id of their theme."""
        return {thema.id: tuple(f for f in self.factoren if f.thema == thema.id) for thema in self.themas}

    def andere_themas(self, thema: Thema) -> list[Thema]:
        """The other themes, from this one on; of very many only the first, so that no page grows with the site."""
        at = self.themas.index(thema) + 1
        return (
            [*self.themas[at:], *self.themas[: at - 1]][:MOST_OTHERS]
            if len(self.themas) > MOST_OTHERS + 1
            else [t for t in self.themas if t != thema]
        )

    @cached_property
    def gebruik_van(self) -> dict[str, tuple[Factor, ...]]:
        """The factors that carry a source point, by the point's id."""
        return {punt.id: tuple(f for f in self.factoren if punt.id in f.bronpunten) for punt in self.punten}

    @cached_property
    def scenario(self) -> dict[str, Scenario]:
        """Scenarios by id."""
        return {scenario.id: scenario for scenario in self.scenarios}

    @cached_property
    def checklist(self) -> dict[str, Checklist]:
        """Checklists by id."""
        return {checklist.id: checklist for checklist in self.checklists}

    @cached_property
    def werkvorm(self) -> dict[str, Werkvorm]:
        """Work forms by id."""
        return {werkvorm.id: werkvorm for werkvorm in self.werkvormen}

    @cached_property
    def sessie(self) -> dict[str, Sessie]:
        """Sessions by id."""
        return {sessie.id: sessie for sessie in self.sessies}

    @property
    def bellen(self) -> tuple[Contact, ...]:
        """The contacts nearby that have a number."""
        return self.hulp.bellen if self.hulp else ()

    @property
    def merk(self) -> str:
        """The colour of titles and lines on paper (`#rrggbb`)."""
        own = self.organisatie
        return colours.on_paper(own.kleur) if own and own.kleur else colours.OURS

    @cached_property
    def eigen_pagina(self) -> dict[str, OwnPage]:
        """The organisation's own prose pages by name."""
        return {page.naam: page for page in self.eigen_paginas}

    @property
    def adressen(self) -> set[str]:
        """The addresses of all pages that exist because the data says so, from the root of the site."""
        items: list[Thema | Scenario | Checklist | Sessie]
        items = [*self.themas, *self.scenarios, *self.checklists, *self.sessies]
        pages = {item.pagina for item in items} | {checklist.kaart for checklist in self.checklists}
        overviews = {f"{page.partition('/')[0]}/index.html" for page in pages}
        return pages | overviews | {own.pagina for own in self.eigen_paginas}

    def eigen(self, item: Thema | Factor | Scenario | Checklist | Sessie) -> str:
        """Whose words these are, where they are not the project's; otherwise empty."""
        key = (type(item).__name__.lower(), item.id)
        verb = "Toegevoegd" if key in self.toegevoegd else "Aangepast" if key in self.vervangen else ""
        return verb and f"{verb} door {self.organisatie.naam if self.organisatie else 'deze organisatie'}"

    def materiaal_van(self, sessie: Sessie) -> list[str]:
        """What a session needs, each thing once, in the order of the session."""
        forms = [self.werkvorm[onderdeel.werkvorm] for onderdeel in sessie.onderdelen if onderdeel.werkvorm]
        return list(dict.fromkeys(materiaal for form in forms for materiaal in form.materiaal))

    def factoren_van_sessie(self, sessie: Sessie) -> list[str]:
        """The ids of the factors that a session is about, in the order of the session; those of its scenarios last."""
        named = [id_ for onderdeel in sessie.onderdelen for id_ in onderdeel.factoren]
        played = [id_ for onderdeel in sessie.onderdelen if onderdeel.scenario for id_ in self.scenario[onderdeel.scenario].factoren]
        return list(dict.fromkeys([*named, *played]))

    @cached_property
    def scenarios_bij(self) -> dict[str, tuple[Scenario, ...]]:
        """The scenarios that practise a factor, by the factor's id."""
        return {factor.id: tuple(s for s in self.scenarios if factor.id in s.factoren) for factor in self.factoren}

    @cached_property
    def checklists_bij(self) -> dict[str, tuple[Checklist, ...]]:
        """The checklists that hold a factor, by the factor's id."""
        return {factor.id: tuple(c for c in self.checklists if factor.id in c.factoren) for factor in self.factoren}

    def themas_van(self, scenario: Scenario) -> list[Thema]:
        """The themes of the factors that a scenario practises, in the order of the site."""
        ids = {self.factor[id_].thema for id_ in scenario.factoren}
        return [thema for thema in self.themas if thema.id in ids]

    @cached_property
    def plekken(self) -> list[str]:
        """The settings of the scenarios, for the overview's filter."""
        return sorted({scenario.plek for scenario in self.scenarios})

    @cached_property
    def leestijden(self) -> list[int]:
        """The lengths of the scenarios in minutes, for the overview's filter; the longest needs no filter."""
        return sorted({scenario.minuten for scenario in self.scenarios})[:-1]

    def meldingen(self, vandaag: date) -> list[str]:
        """What is not wrong but worth knowing on that day: factors nobody practises, contacts nobody checked, a colour nobody can read."""
        kleur = self.organisatie.kleur if self.organisatie else None
        unpractised = [id_ for id_, found in self.scenarios_bij.items() if not found] if self.scenarios else []
        contacten = self.hulp.contacten if self.hulp else ()
        return [
            *(f"Factor '{id_}' wordt nog in geen enkel scenario geoefend." for id_ in unpractised),
            *filter(None, [colours.chosen(kleur) if kleur else None]),
            *(f"'{c.naam}' heeft nog het nummer uit het voorbeeld. Vul het echte nummer in." for c in contacten if c.is_voorbeeld),
            *(f"'{c.naam}' is langer dan een half jaar niet nagekeken. Controleer het nummer." for c in contacten if c.is_oud(vandaag)),
        ]

    def verwante(self, factor: Factor) -> Iterable[Factor]:
        """The factors that a factor names as related."""
        return (self.factor[id_] for id_ in factor.verwant)

    @cached_property
    def begrippen_op_alfabet(self) -> tuple[Begrip, ...]:
        """The glossary in the order of a dictionary."""
        return tuple(sorted(self.begrippen, key=lambda begrip: begrip.term.lower()))
