"""Runs the project's own commands, as people do."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from macros.content.load import PROJECT

#: What coverage needs to see commands too; empty when nobody measures.
MEASURING = {name: value for name, value in os.environ.items() if name.startswith("COVERAGE_")}
if MEASURING:
    MEASURING["COVERAGE_FILE"] = str(PROJECT / ".coverage")  # also of what runs in a copy
#: The same for code that runs in a copy only: it counts as the project's (see `coverage.paths` in pyproject.toml).
MEASURING_COPY = (
    {
        "COVERAGE_PROCESS_START": MEASURING.get("COVERAGE_PROCESS_START", str(PROJECT / "pyproject.toml")),
        "COVERAGE_FILE": str(PROJECT / ".coverage"),
    }
    if MEASURING
    else {}
)


def build(root: Path, folder: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    """Build the project in `root` with its own command, optionally into another folder."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", *(["-d", str(folder)] if folder else [])]
    return run(command, root, **environment)


def run(command: list[str], root: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a copy of the project, with nothing of a CI server in its environment."""
    clean = environment_of(HOME=str(root), **environment)
    return subprocess.run(
        command, cwd=root, env=clean, capture_output=True, text=True, timeout=120, check=False
    )


def environment_of(**more: str) -> dict[str, str]:
    """An environment with nothing in it of this computer or of a CI server."""
    return {"PATH": "/usr/bin:/bin", "NO_MKDOCS_2_WARNING": "1", "LANG": "C.UTF-8", **MEASURING, **more}


def copied(root: Path) -> Path:
    """Copy what the project is built from to `root`; returns `root`."""
    for name in ("data", "docs", "macros", "organisatie", "overrides"):
        shutil.copytree(PROJECT / name, root / name)
    for name in ("mkdocs.yml", "pyproject.toml"):
        shutil.copy(PROJECT / name, root / name)
    return remembering(root)


def remembering(root: Path) -> Path:
    """Let a copy in `root` remember PDFs together with all other copies; returns `root`."""
    made, together = root / ".cache" / "gemaakt", PROJECT / ".cache" / "tests"
    made.parent.mkdir()
    together.mkdir(parents=True, exist_ok=True)
    made.symlink_to(together)
    return root


def spoil(root: Path) -> str:
    """Make one typing error in the project in `root`; returns the message that belongs to it."""
    file = root / "data" / "success_factors.yml"
    text = file.read_text(encoding="utf-8")
    place = text.index("\n    vraag: ")
    file.write_text(
        text[:place] + text[place:].replace("\n    vraag: ", "\n    vraagen: ", 1), encoding="utf-8"
    )
    line = text.count("\n", 0, place) + 2
    return f"data/success_factors.yml:{line}:5: 'vraagen' is geen bekend veld. Bedoel je 'vraag'?"
