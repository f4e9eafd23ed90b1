"""What tests share: the real content, the small set on another subject, and one built site."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from macros.content import Content
from macros.load import PROJECT, load
from macros.site import Site

SMALL = Path(__file__).parent / "moestuin"
ADDRESS = "https://samen.example/pad/"


@pytest.fixture(scope="session")
def content() -> Content:
    """The real content of the project."""
    return load()


@pytest.fixture(scope="session")
def small() -> Content:
    """The small set on another subject."""
    return load(SMALL)


@pytest.fixture(scope="session")
def site() -> Site:
    """A site with an address, so that everything carries its QR code."""
    return Site("Samen met ouders", ADDRESS, "Tekst CC BY 4.0 · code MIT")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole site, built once, strictly, as `make site` does when it knows its address: so with all QR codes."""
    folder = tmp_path_factory.mktemp("site") / "site"
    done = build(PROJECT, folder, SITE_URL=ADDRESS)
    assert done.returncode == 0, done.stderr
    return folder


def build(root: Path, folder: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    """Build the project in `root` with its own command, optionally into another folder."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", *(["-d", str(folder)] if folder else [])]
    return run(command, root, **environment)


def run(command: list[str], root: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a copy of the project, with nothing of a CI server in its environment."""
    clean = {"PATH": "/usr/bin:/bin", "NO_MKDOCS_2_WARNING": "1", "HOME": str(root), "LANG": "C.UTF-8", **environment}
    return subprocess.run(command, cwd=root, env=clean, capture_output=True, text=True, timeout=120, check=False)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the project that a test may spoil."""
    root = tmp_path / "project"
    for name in ("data", "docs", "macros", "organisatie", "overrides"):
        shutil.copytree(PROJECT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "pyproject.toml"):
        shutil.copy(PROJECT / name, root / name)
    return root


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--goud` writes the golden files anew."""
    parser.addoption("--goud", action="store_true", help="schrijf de golden files opnieuw")
