"""What an organisation adds to, replaces in or hides from the project's content in its own copy."""

from pydantic import Field

from macros.model.basis import Model, Slug
from macros.model.checklist import Checklist
from macros.model.factoren import Factor, Thema
from macros.model.scenario import Scenario
from macros.model.sessie import Sessie, Werkvorm


class Onderdelen(Model):
    """Whole items by kind, with the same fields as in the project's data files."""

    themas: tuple[Thema, ...] = Field((), description="Thema's, met dezelfde velden als in data/success_factors.yml.")
    factoren: tuple[Factor, ...] = Field((), description="Factoren, met dezelfde velden als in data/success_factors.yml.")
    scenarios: tuple[Scenario, ...] = Field((), description="Scenario's, met dezelfde velden als in data/scenarios.yml.")
    checklists: tuple[Checklist, ...] = Field((), description="Lijstjes, met dezelfde velden als in data/checklists.yml.")
    werkvormen: tuple[Werkvorm, ...] = Field((), description="Werkvormen, met dezelfde velden als in data/sessies.yml.")
    sessies: tuple[Sessie, ...] = Field((), description="Trainingen, met dezelfde velden als in data/sessies.yml.")


class Verborgen(Model):
    """Ids by kind."""

    themas: tuple[Slug, ...] = Field((), description="De ids van thema's die jullie niet laten zien.")
    factoren: tuple[Slug, ...] = Field((), description="De ids van factoren die jullie niet laten zien.")
    scenarios: tuple[Slug, ...] = Field((), description="De ids van scenario's die jullie niet laten zien.")
    checklists: tuple[Slug, ...] = Field((), description="De ids van lijstjes die jullie niet laten zien.")
    werkvormen: tuple[Slug, ...] = Field((), description="De ids van werkvormen die jullie niet laten zien.")
    sessies: tuple[Slug, ...] = Field((), description="De ids van trainingen die jullie niet laten zien.")


class InhoudBestand(Model):
    """Eigen inhoud: wat jullie toevoegen, vervangen of verbergen."""

    toevoegen: Onderdelen = Field(Onderdelen(), description="Nieuwe onderdelen. Hun id begint met 'x-'.")
    vervangen: Onderdelen = Field(Onderdelen(), description="Onderdelen van het project in jullie eigen woorden, met dezelfde id.")
    verbergen: Verborgen = Field(Verborgen(), description="De ids van onderdelen die jullie niet laten zien.")
