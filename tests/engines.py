"""Other engines than MkDocs, each with its pinned packages in an environment of its own, which is made once and kept."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from building import run

from macros.content.load import PROJECT

KEPT = PROJECT / ".venv" / "andere-machines"
BUILD = {
    "zensical": ["zensical", "build", "--strict"],
    "properdocs": ["properdocs", "build", "--strict", "-f", "mkdocs.yml"],
}


def build(engine: str, root: Path) -> Path:
    """Build the export in `root` with an engine; returns the folder of the site."""
    program, *arguments = BUILD[engine]
    done = run(
        [str(_environment(engine) / ("Scripts" if os.name == "nt" else "bin") / program), *arguments], root
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "site"


def _environment(engine: str) -> Path:
    """The engine's environment: the one there is, or a new one where the packages are others than last time."""
    packages = PROJECT / "tests" / "andere-machines" / f"{engine}.txt"
    mark = hashlib.sha256(packages.read_bytes() + sys.version.encode()).hexdigest()
    folder = KEPT / engine
    ready = folder / "klaar"
    if not ready.exists() or ready.read_text(encoding="utf-8") != mark:
        shutil.rmtree(folder, ignore_errors=True)
        _uv("venv", "-q", str(folder))
        _uv(
            "pip",
            "install",
            "-q",
            "--python",
            str(folder),
            "--require-hashes",
            "-r",
            str(packages),
        )
        ready.write_text(mark, encoding="utf-8")
    return folder


def _uv(*arguments: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "uv", *arguments], capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
