"""Makes one fault at a time in a copy of the project, and asks the tests what they see."""

import json
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
from functools import cached_property
from pathlib import Path
from typing import Any

from mutants.faults import Fault

#: After how many seconds a test is stuck, and how many bytes of memory a run without a browser may ask for.
LONGEST, MEMORY = 120, 6_000_000_000
#: How often a run may take what was measured, how many seconds besides, and how many at most.
SLOWER, STARTING, MOST = 3, 60, 1800
#: From how many seconds a test may look at the clock, and a fixture costs something.
SLOW, COSTLY = 0.5, 0.1
_QUIET = ["-q", "-x", "-rfE", "--tb=no", "--no-header", "-p", "no:cacheprovider"]


class Workshop:
    """A copy of the project in `root` that may be spoilt, with its packages from `packages`.

    And tests that may look.
    """

    def __init__(self, root: Path, packages: Path) -> None:
        self.root = root
        (root / ".venv").symlink_to(packages)
        bare = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
        self._environment = {**bare, "PYTHONPATH": "tests"}
        # What the project remembers, which a fault may spoil for the next.
        self._made, self._kept = root / ".cache", root.parent / "bewaard"

    def seen_by(self, path: Path, fault: Fault) -> str | None:
        """Make the fault, and take it away again; returns the first test that sees it, or None."""
        good = path.read_bytes()
        try:
            _put(path, fault.applied(good))
            return self._look(path.relative_to(self.root).as_posix(), fault.line)
        finally:
            _put(path, good)
            if self._kept.exists():
                shutil.rmtree(self._made, ignore_errors=True)
                shutil.copytree(self._kept, self._made)

    def _look(self, file: str, line: int) -> str | None:
        raise NotImplementedError

    def _sees(self, arguments: list[str], seconds: float, **environment: str) -> str | None:
        """Which test fails first, if any."""
        done = self._pytest([*_QUIET, *arguments], seconds, environment)
        if done.returncode in (0, 5):  # 5: there is no test to run
            return None
        found = re.search(r"^(?:FAILED|ERROR) (\S.*?)(?: - .*)?$", done.stdout, re.MULTILINE)
        return found[1] if found else "tijd op"

    def _pytest(
        self, arguments: list[str], seconds: float | None, environment: dict[str, str]
    ) -> subprocess.CompletedProcess[str]:
        """Run pytest in the copy, for at most so many seconds; without a limit it measures what is right, however slow."""
        stuck = ["-o", f"faulthandler_timeout={LONGEST}", "-o", "faulthandler_exit_on_timeout=true"] * bool(
            seconds
        )
        command = [sys.executable, "-m", "pytest", *stuck, *arguments]
        with subprocess.Popen(
            command, cwd=self.root, env=self._environment | environment, text=True, preexec_fn=self._limit,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True,
        ) as running:  # fmt: skip
            try:
                said = running.communicate(timeout=seconds)[0]
            except subprocess.TimeoutExpired:
                said = ""
            finally:
                _stop(running.pid)
            return subprocess.CompletedProcess(command, running.wait(), said)

    def _limit(self) -> None:
        os.nice(10)


class Measured(Workshop):
    """For faults in Python: only the tests without a browser that reach the line."""

    _marks = ("-m", "not browser and not registry")

    def __init__(self, root: Path, packages: Path) -> None:
        super().__init__(root, packages)
        found = self._measure(root.parent / "meting.json")
        self._tests, self._shared, self._lines = found["tests"], found["gedeeld"], found["regels"]
        self.failed = set(found["gezakt"])
        shutil.copytree(self._made, self._kept)

    def _measure(self, result: Path) -> dict[str, Any]:
        arguments = [*_QUIET, *self._marks, "--maxfail=0", "-p", "mutants.measuring"]
        done = self._pytest(arguments, None, {"MUTANTEN_METING": str(result)})
        if done.returncode not in (0, 1):
            sys.exit(f"De tests beginnen niet:\n{done.stdout[-3000:]}")
        found: dict[str, Any] = json.loads(result.read_text(encoding="utf-8"))
        return found

    def _look(self, file: str, line: int) -> str | None:
        """The first test that sees it; a slow one twice: on a busy machine it may fail whatever the fault."""
        tests = self._reaching(file, line)
        while tests:
            seen_by = self._first(tests)
            if (
                seen_by not in self._tests
                or self._tests[seen_by]["seconden"] < SLOW
                or self._first([seen_by])
            ):
                return seen_by
            tests = tests[tests.index(seen_by) + 1 :]
        return None

    def _first(self, tests: list[str]) -> str | None:
        choice = self.root.parent / "keuze.json"
        choice.write_text(json.dumps([tests, list(self._tests)]), encoding="utf-8")
        files = dict.fromkeys(test.partition("::")[0] for test in tests)
        known = sum(self._tests[test]["seconden"] for test in tests) + sum(self._shared.values())
        arguments = [*self._marks, "-p", "mutants.choosing", *files]
        return self._sees(arguments, min(MOST, SLOWER * known + STARTING), MUTANTEN_KEUZE=str(choice))

    def _reaching(self, file: str, line: int) -> list[str]:
        """The tests that may see a fault, quick ones first.

        What runs while modules are imported is reached by no test. All may see it, those that reach the file
        first.
        """
        lines: dict[str, list[str]] = self._lines.get(file, {})
        here, near = set(lines.get(str(line), ())), {who for found in lines.values() for who in found}
        order: dict[str, tuple[float, int]] = {}
        for number, (name, test) in enumerate(self._tests.items()):
            who = {name, *test["gedeeld"]}
            if name not in self.failed and (who & here or "" in here):
                later = 0 if who & here else 0.05 if who & near else 0.5
                shared = self._costly.get(name.partition("::")[0], 0.0) if self._sharing(test) else 0.0
                order[name] = (shared or later + test["seconden"], number)
        return sorted(order, key=order.__getitem__)

    @cached_property
    def _costly(self) -> dict[str, float]:
        """What fixtures cost that the tests of a file share.

        Those tests stay together, in their own order.
        """
        costs: dict[str, float] = {}
        for name, test in self._tests.items():
            file = name.partition("::")[0]
            costs[file] = max(costs.get(file, 0.0), self._sharing(test))
        return costs

    def _sharing(self, test: dict[str, Any]) -> float:
        return sum(seconds for fixture in test["gedeeld"] if (seconds := self._shared[fixture]) > COSTLY)

    def _limit(self) -> None:
        super()._limit()
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))


class Whole(Workshop):
    """For faults in what is no Python: the tests in `files`, in that order, those with a browser too."""

    failed: frozenset[str] = frozenset()

    def __init__(self, root: Path, packages: Path, files: tuple[str, ...]) -> None:
        super().__init__(root, packages)
        self._files = [file for file in files if (root / file).exists()]

    def _look(self, file: str, line: int) -> str | None:
        return self._sees(["-m", "not registry", *self._files], MOST)


def _put(path: Path, raw: bytes) -> None:
    path.write_bytes(raw)
    for compiled in (path.parent / "__pycache__").glob(f"{path.stem}.*"):
        compiled.unlink()  # it may look new enough: of the same second and the same size


def _stop(group: int) -> None:
    """End what a run left behind: a server that a test did not get to stop."""
    try:
        os.killpg(group, signal.SIGKILL)
    except ProcessLookupError:
        return
