"""How the journeys went in each engine, said at the end of the tests. A pytest plugin: see conftest."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

import pytest

from journeys.engines import CI, HERE, MISSING, install


def account(outcomes: Iterable[tuple[str, str]]) -> dict[str, Counter[str]]:
    """How often each outcome, by engine, from (name of a test, outcome); empty where nobody travelled."""
    told: dict[str, Counter[str]] = {}
    for name, outcome in outcomes:
        if found := re.search(rf"\bjourneys/.*\[({'|'.join(HERE)})\b", name):
            told.setdefault(found[1], Counter())[outcome] += 1
    return told


def incomplete(told: dict[str, Counter[str]]) -> list[str]:
    """The engines that did no journeys, or not all of them well."""
    return [engine for engine in HERE if not told.get(engine) or told[engine].keys() - {"passed"}]


def lines(told: dict[str, Counter[str]]) -> list[str]:
    """A line for each engine, one for those that are not here, and one for what nobody may leave out."""
    said = []
    for engine in filter(told.get, HERE):
        said.append(f"{engine}: {told[engine]['passed']} van {told[engine].total()} reizen gelukt")
    if told and MISSING:
        said.append(f"Niet op deze computer: {' en '.join(MISSING)}. Zet het erbij: {install(MISSING)}")
    if told and CI and incomplete(told):
        said.append(f"Niet elke reis lukte in {' en '.join(incomplete(told))}. Dat moet hier wel.")
    return said


def _told(config: pytest.Config) -> dict[str, Counter[str]]:
    reporter: Any = config.pluginmanager.get_plugin("terminalreporter")
    told = reporter.stats if reporter else {}
    ends = told.keys() - {"", "deselected", "warnings"}  # "" is how setting up and cleaning away went
    return account((report.nodeid, end) for end in ends for report in told[end])


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Where nobody may leave anything out, the tests fail unless every engine did every journey."""
    told = _told(session.config)
    if CI and told and incomplete(told):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say it, just before pytest's own closing line."""
    for line in lines(_told(terminalreporter.config)):
        terminalreporter.write_line(line)
