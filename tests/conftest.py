"""What tests share: the real content, the small set on another subject, and one built site."""

import zipfile
from pathlib import Path

import fork as forks
import pytest
from building import build, copied, run

from macros.content.content import Content
from macros.content.load import PROJECT, load
from macros.content.site import Site

__all__ = ["ADDRESS", "PROJECT", "SMALL", "build", "run"]

pytest_plugins = ["attacks", "chromium", "journeys.account"]

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


@pytest.fixture(scope="session")
def stick(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is on a trainer's stick: the zip of the site, unpacked in a folder with a name as people give them."""
    folder = tmp_path_factory.mktemp("stick") / "Training #2 – thee & koek (kopie) 100%"
    with zipfile.ZipFile(built / load().onderwerp.zip) as packed:
        packed.extractall(folder)
    return folder / load().onderwerp.bestandsnaam


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project as a git repository; nobody changes it."""
    return forks.upstream(tmp_path_factory.mktemp("git") / "project")


@pytest.fixture(scope="session")
def forked(project: Path) -> Path:
    """An organisation's fork of the project, built, with the content of `tests/kopie`."""
    root = forks.fork(project, project.parent / "fork")
    done = build(root)
    assert done.returncode == 0, done.stderr
    return root


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the project that a test may spoil."""
    return copied(tmp_path / "project")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in these folders drives a real browser."""
    for item in items:
        if {"browser", "journeys"} & set(item.path.parts):
            item.add_marker(pytest.mark.browser)


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--goud` writes the golden files anew."""
    parser.addoption("--goud", action="store_true", help="schrijf de golden files opnieuw")
