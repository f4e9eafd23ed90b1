"""A pytest plugin: which tests reach which line of macros/, and how long each takes, measured in one run.

A line belongs to who runs it: a test, a fixture that several tests share (then all of those reach it), or
nobody in particular, while modules are imported and tests collected. Programs that a test starts count as the
test. Coverage calls this a context.
"""

import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import coverage
import pytest

#: Where it is written; set by who runs pytest with this plugin.
RESULT = Path(os.environ["MUTANTEN_METING"])
ROOT = Path.cwd()
_SETTINGS = """[run]
source = macros
relative_files = true
parallel = true
data_file = {root}/.coverage
context = {context}
[paths]
macros =
    macros
    */macros
"""

_names = [""]
_seconds: dict[str, float] = {}
_shared: dict[str, set[str]] = {}
_failed: set[str] = set()
_stack: list[str] = []
_inside: dict[str, float] = {}


def _write_settings(context: str) -> Path:
    """What programs that are started now read before they begin."""
    path = RESULT.with_suffix(".ini")
    path.write_text(_SETTINGS.format(root=ROOT, context=context), encoding="utf-8")
    return path


@contextmanager
def _as(name: str) -> Iterator[None]:
    """What runs now, here and in programs that are started, runs for `name`."""
    if name not in _names:
        _names.append(name)
    _switch(name)
    start = time.perf_counter()
    _stack.append(name)
    try:
        yield
    finally:
        _stack.pop()
        spent = time.perf_counter() - start
        _seconds[name] = max(_seconds.get(name, 0.0), spent - _inside.pop(name, 0.0))
        if _stack:
            _inside[_stack[-1]] = _inside.get(_stack[-1], 0.0) + spent
        _switch(_stack[-1] if _stack else "")


def _switch(name: str) -> None:
    number = (
        str(_names.index(name)) if name else ""
    )  # a name may have signs that mean something in a settings file
    _coverage.switch_context(number)
    _write_settings(number)


def _start() -> coverage.Coverage:
    """Begin before anything of the project is imported."""
    settings = _write_settings("")
    os.environ |= {"COVERAGE_PROCESS_START": str(settings), "COVERAGE_FILE": str(ROOT / ".coverage")}
    started = coverage.Coverage(config_file=str(settings))
    started.start()
    return started


_coverage = _start()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Any:
    """A test."""
    _shared[item.nodeid] = set()
    with _as(item.nodeid):
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(fixturedef: Any) -> Any:
    """A fixture: one that several tests share counts by itself."""
    if fixturedef.scope == "function":
        return (yield)
    with _as(_name_of(fixturedef)):
        return (yield)


def _name_of(fixturedef: Any) -> str:
    return f"{fixturedef.baseid}::{fixturedef.argname}"


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Remember which shared fixtures a test uses."""
    known = item._fixtureinfo.name2fixturedefs  # type: ignore[attr-defined]
    _shared[item.nodeid] = {
        _name_of(found[-1]) for found in known.values() if found and found[-1].scope != "function"
    }


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Remember what fails before there is a fault."""
    if report.failed:
        _failed.add(report.nodeid)


def pytest_sessionfinish() -> None:
    """Write down.

    Seconds and shared fixtures of each test, seconds of each fixture, who ran each line, what failed.
    """
    _coverage.stop()
    _coverage.save()
    _coverage.combine()
    data = _coverage.get_data()
    lines = {
        Path(file).relative_to(ROOT).as_posix() if Path(file).is_absolute() else file: {
            line: sorted({_names[int(context or 0)] for context in contexts})
            for line, contexts in data.contexts_by_lineno(file).items()
        }
        for file in data.measured_files()
    }
    tests = {
        test: {"seconden": _seconds[test], "gedeeld": sorted(shared & _seconds.keys())}
        for test, shared in _shared.items()
    }
    fixtures = {name: seconds for name, seconds in _seconds.items() if name not in tests}
    RESULT.write_text(
        json.dumps({"tests": tests, "gedeeld": fixtures, "regels": lines, "gezakt": sorted(_failed)}),
        encoding="utf-8",
    )
