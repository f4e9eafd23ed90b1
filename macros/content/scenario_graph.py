"""Is a scenario playable? Every step can be reached, every choice leads on, and every path ends in time."""

from collections.abc import Iterator

from macros.model import Einde, Scenario, Stap
from macros.source.problems import Problem, did_you_mean
from macros.source.yaml_source import Path_, Source

MAX_DECISIONS = 6


def check(source: Source, scenarios: tuple[Scenario, ...]) -> list[Problem]:
    """Everything in the scenarios of one file that cannot be played."""
    return [problem for index, scenario in enumerate(scenarios) for problem in _Graph(source, ("scenarios", index), scenario).problems()]


class _Graph:
    def __init__(self, source: Source, path: Path_, scenario: Scenario) -> None:
        self.source, self.path, self.scenario = source, path, scenario
        self.where: dict[str, Path_] = {}
        self.groups: dict[str, tuple[Stap | Einde, ...]] = {"eindes": scenario.eindes, "stappen": scenario.stappen}
        for group, items in self.groups.items():
            self.where |= {item.id: (*path, group, index) for index, item in enumerate(items)}
        self.to = {stap.id: [keuze.naar for keuze in stap.keuzes] for stap in scenario.stappen}

    def problems(self) -> Iterator[Problem]:
        doubles = list(self._doubles())
        unknown = list(self._unknown())
        yield from doubles or unknown or [*self._unreachable(), *self._endless(), *self._too_long()]
        if doubles:
            yield from unknown

    def _problem(self, path: Path_, text: str) -> Problem:
        return self.source.problem(path, text)

    def _doubles(self) -> Iterator[Problem]:
        for ids in self._id_groups():
            first: set[str] = set()
            for path, id_ in ids:
                if id_ in first:
                    yield self._problem(
                        path, f"De id '{id_}' komt in dit scenario twee keer voor. Geef elke stap, elk einde en elke keuze een eigen id."
                    )
                first.add(id_)

    def _id_groups(self) -> Iterator[list[tuple[Path_, str]]]:
        """Ids that have to differ: steps and endings together, and the choices of each step."""
        yield [
            ((*self.path, group, index, "id"), item.id)
            for group, items in reversed(self.groups.items())
            for index, item in enumerate(items)
        ]
        for step, stap in enumerate(self.scenario.stappen):
            yield [((*self.path, "stappen", step, "keuzes", index, "id"), keuze.id) for index, keuze in enumerate(stap.keuzes)]

    def _unknown(self) -> Iterator[Problem]:
        if self.scenario.start not in self.to:
            hint = did_you_mean(self.scenario.start, self.to)
            yield self._problem((*self.path, "start"), f"'start' wijst naar '{self.scenario.start}', maar zo heet geen stap.{hint}")
        for step, stap in enumerate(self.scenario.stappen):
            for index, keuze in enumerate(stap.keuzes):
                if keuze.naar not in self.where:
                    hint = did_you_mean(keuze.naar, self.where)
                    path = (*self.path, "stappen", step, "keuzes", index, "naar")
                    yield self._problem(path, f"Deze keuze loopt dood: '{keuze.naar}' is geen stap en geen einde.{hint}")

    def _reachable(self) -> set[str]:
        seen, todo = set(), [self.scenario.start]
        while todo:
            id_ = todo.pop()
            if id_ not in seen:
                seen.add(id_)
                todo += self.to.get(id_, [])
        return seen

    def _unreachable(self) -> Iterator[Problem]:
        for id_ in self.where.keys() - self._reachable():
            kind = "deze stap" if id_ in self.to else "dit einde"
            yield self._problem(
                (*self.where[id_], "id"), f"Geen enkele keuze leidt naar {kind} '{id_}'. Laat een keuze hierheen gaan, of haal hem weg."
            )

    def _endless(self) -> Iterator[Problem]:
        """Steps from which no ending can be reached: a loop without a way out."""
        ends = {einde.id for einde in self.scenario.eindes}
        while grown := {id_ for id_, to in self.to.items() if id_ not in ends and ends & set(to)}:
            ends |= grown
        for id_ in self._reachable() & self.to.keys() - ends:
            yield self._problem(
                (*self.where[id_], "id"), f"Vanaf stap '{id_}' kom je nooit bij een einde. Laat een keuze naar een einde leiden."
            )

    def _too_long(self) -> Iterator[Problem]:
        longest = self._longest(self.scenario.start, frozenset())
        if longest > MAX_DECISIONS:
            yield self._problem(
                (*self.path, "start"), f"Het langste pad heeft {longest} keuzes. Het mogen er hooguit {MAX_DECISIONS} zijn."
            )

    def _longest(self, id_: str, seen: frozenset[str]) -> int:
        """The number of decisions on the longest path that meets no step twice."""
        if id_ not in self.to or id_ in seen:
            return 0
        return 1 + max(self._longest(to, seen | {id_}) for to in set(self.to[id_]))
