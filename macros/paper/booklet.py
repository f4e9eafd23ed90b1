"""A scenario as a book with numbered pieces, in an order that does not give the answer away."""

import hashlib
from dataclasses import dataclass

from macros.model import Keuze, Scenario, Stap


@dataclass(frozen=True)
class Booklet:
    """The numbers of all pieces: steps, outcomes of choices and endings. The first step is 1."""

    scenario: Scenario
    numbers: dict[str, int]

    def of_choice(self, stap: Stap, keuze: Keuze) -> int:
        """The number of the outcome of a choice."""
        return self.numbers[_choice(stap, keuze)]

    @property
    def order(self) -> list[str]:
        """The keys of all pieces by number."""
        return sorted(self.numbers, key=self.numbers.__getitem__)


def number(scenario: Scenario) -> Booklet:
    """Number the pieces: the order is fixed by the ids, and says nothing about which choice is wise."""
    keys = [stap.id for stap in scenario.stappen] + [einde.id for einde in scenario.eindes]
    keys += [_choice(stap, keuze) for stap in scenario.stappen for keuze in stap.keuzes]
    keys.remove(scenario.start)
    keys.sort(key=lambda key: hashlib.sha256(f"{scenario.id} {key}".encode()).digest())
    return Booklet(scenario, {key: index for index, key in enumerate([scenario.start, *keys], start=1)})


def _choice(stap: Stap, keuze: Keuze) -> str:
    return f"{stap.id}/{keuze.id}"
