"""The version in pyproject.toml, which every page and print shows, and the moment of the last change."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

from macros.source.computer import Refused
from macros.source.problems import shown
from macros.talen import N_, _

_ROOT = Path(__file__).resolve().parents[2]
_NO_VERSION = N_("pyproject.toml is er niet of is niet te lezen. Zet het terug.")


def _version() -> str:
    try:
        return str(
            tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
        )
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError):
        sys.exit(str(Refused(_(_NO_VERSION))))


VERSION = _version()
#: Where there is no git: the first moment that a zip can tell, in seconds since 1970.
NO_GIT = 315_532_800
#: The last moment that a gzip can tell, in the year 2106.
LAST = 2**32 - 1
_NO_MOMENT = N_(
    "SOURCE_DATE_EPOCH is '{waarde}', en dat kan niet. Schrijf een aantal seconden na 1970, zoals 1700000000, of haal de instelling weg."
)


def moment() -> int:
    """When the last commit was made, in seconds since 1970: the date of everything that is built from it.

    `SOURCE_DATE_EPOCH` may say another moment; raises `Refused` when it says no moment at all.
    """
    asked = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    if asked and not (re.fullmatch("[0-9]{1,12}", asked) and int(asked) <= LAST):
        raise Refused(_(_NO_MOMENT).format(waarde=shown(asked)))
    return int(asked) if asked else _of_commit()


def _of_commit() -> int:
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
