"""Is a scenario playable? Every step can be reached, every choice leads on, and every path ends in time."""

from collections.abc import Iterator

from macros.model import Scenario
from macros.source.problems import Problem, did_you_mean
from macros.source.yaml_source import Path_, Source
from macros.talen import _

MAX_DECISIONS = 6
#: What is wrong in a scenario: where in it, and what to say.
Said = Iterator[tuple[Path_, str]]


def check(source: Source, scenarios: tuple[Scenario, ...]) -> list[Problem]:
    """Everything in the scenarios of one file that cannot be played."""
    return [
        source.problem(("scenarios", index, *path), text)
        for index, scenario in enumerate(scenarios)
        for path, text in _Graph(scenario).problems()
    ]


class _Graph:
    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.to = {stap.id: [keuze.naar for keuze in stap.keuzes] for stap in scenario.stappen}
        self.where: dict[str, Path_] = {einde.id: ("eindes", at) for at, einde in enumerate(scenario.eindes)}
        self.where |= {stap.id: ("stappen", at) for at, stap in enumerate(scenario.stappen)}

    def problems(self) -> Said:
        yield from [*self._doubles(), *self._unknown()] or [
            *self._unreachable(),
            *self._endless(),
            *self._too_long(),
        ]

    def _doubles(self) -> Said:
        """Ids that have to differ: steps and endings together, and the choices of each step."""
        scenario = self.scenario
        ids: list[tuple[Path_, str]] = [
            (("stappen", at), stap.id) for at, stap in enumerate(scenario.stappen)
        ]
        ids += [(("eindes", at), einde.id) for at, einde in enumerate(scenario.eindes)]
        yield from _twice(ids)
        places: dict[str, tuple[str, str]] = {}
        for step, stap in enumerate(scenario.stappen):
            for at, keuze in enumerate(stap.keuzes):
                other, choice = places.setdefault(f"{stap.id}-{keuze.id}", (stap.id, keuze.id))
                if other != stap.id:
                    text = _(
                        "Keuze '{id}' van stap '{stap}' krijgt hetzelfde adres als keuze '{keuze}' van stap '{andere}'. Kies een andere id."
                    )
                    said = text.format(id=keuze.id, stap=stap.id, keuze=choice, andere=other)
                    yield ("stappen", step, "keuzes", at, "id"), said
            yield from _twice(
                [(("stappen", step, "keuzes", at), keuze.id) for at, keuze in enumerate(stap.keuzes)]
            )

    def _unknown(self) -> Said:
        start = self.scenario.start
        if start not in self.to:
            text = _("'start' wijst naar '{stap}', maar zo heet geen stap.").format(stap=start)
            yield ("start",), text + did_you_mean(start, self.to)
        for step, stap in enumerate(self.scenario.stappen):
            for at, keuze in enumerate(stap.keuzes):
                if keuze.naar not in self.where:
                    text = _("Deze keuze loopt dood: '{naar}' is geen stap en geen einde.").format(
                        naar=keuze.naar
                    )
                    yield ("stappen", step, "keuzes", at, "naar"), text + did_you_mean(keuze.naar, self.where)

    def _reachable(self) -> set[str]:
        seen, todo = set(), [self.scenario.start]
        while todo:
            id_ = todo.pop()
            if id_ not in seen:
                seen.add(id_)
                todo += self.to.get(id_, [])
        return seen

    def _unreachable(self) -> Said:
        for id_ in self.where.keys() - self._reachable():
            text = (
                _(
                    "Geen enkele keuze leidt naar deze stap '{id}'. Laat een keuze hierheen gaan, of haal hem weg."
                )
                if id_ in self.to
                else _(
                    "Geen enkele keuze leidt naar dit einde '{id}'. Laat een keuze hierheen gaan, of haal hem weg."
                )
            )
            yield (*self.where[id_], "id"), text.format(id=id_)

    def _endless(self) -> Said:
        """Steps from which no ending can be reached: a loop without a way out."""
        ends = {einde.id for einde in self.scenario.eindes}
        while grown := {id_ for id_, to in self.to.items() if id_ not in ends and ends & set(to)}:
            ends |= grown
        for id_ in self._reachable() & self.to.keys() - ends:
            text = _("Vanaf stap '{id}' kom je nooit bij een einde. Laat een keuze naar een einde leiden.")
            yield (*self.where[id_], "id"), text.format(id=id_)

    def _too_long(self) -> Said:
        longest = self._longest(self.scenario.start, frozenset())
        if longest > MAX_DECISIONS:
            text = _("Het langste pad heeft {aantal} keuzes. Het mogen er hooguit {meeste} zijn.")
            yield ("start",), text.format(aantal=longest, meeste=MAX_DECISIONS)

    def _longest(self, id_: str, seen: frozenset[str]) -> int:
        """The number of decisions on the longest path that meets no step twice."""
        if id_ not in self.to or id_ in seen:
            return 0
        return 1 + max(self._longest(to, seen | {id_}) for to in set(self.to[id_]))


def _twice(ids: list[tuple[Path_, str]]) -> Said:
    seen: set[str] = set()
    for path, id_ in ids:
        if id_ in seen:
            text = _(
                "De id '{id}' komt in dit scenario twee keer voor. Geef elke stap, elk einde en elke keuze een eigen id."
            )
            yield (*path, "id"), text.format(id=id_)
        seen.add(id_)
