"""The version in pyproject.toml, which every page and print shows, and the moment of the last change."""

import subprocess
import tomllib
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
VERSION: str = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
#: Where there is no git: the first moment that a zip can tell, in seconds since 1970.
NO_GIT = 315_532_800


def moment() -> int:
    """When the last commit was made, in seconds since 1970: the date of everything that is built from it."""
    try:
        done = subprocess.run(
            ["git", "log", "-1", "--format=%ct"],
            cwd=_ROOT,
            capture_output=True,
            text=True,
            timeout=10,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return NO_GIT
    return int(done.stdout) if done.returncode == 0 and done.stdout.strip().isdigit() else NO_GIT
