"""The three machines under all browsers: which of them are on this computer, and what brings the others."""

import os
import shutil
from collections.abc import Iterable

FIREFOX = shutil.which("firefox-esr") or shutil.which("firefox")
WEBKIT = shutil.which("WebKitWebDriver") and shutil.which("xvfb-run")
#: Without Chromium no test in a browser runs at all.
HERE = {"chromium": True, "firefox": bool(FIREFOX), "webkit": bool(WEBKIT)}
MISSING = [engine for engine, here in HERE.items() if not here]
#: The Debian packages that bring them.
PACKAGES = {"firefox": "firefox-esr", "webkit": "webkit2gtk-driver xvfb"}

CI = os.environ.get("CI") == "true"
#: Where nobody may leave anything out a missing engine fails; elsewhere it is left out, and named at the end.
USED = [engine for engine in HERE if CI or HERE[engine]]


def install(engines: Iterable[str]) -> str:
    """The command that brings these engines."""
    return f"sudo apt-get install {' '.join(PACKAGES[engine] for engine in engines)}"
