"""Who walks the journeys: a person with an empty browser, in each of three engines."""

from collections.abc import Callable, Generator, Iterator
from contextlib import AbstractContextManager, ExitStack, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import NamedTemporaryFile
from threading import Event
from typing import Any

import pytest
from browser.liar import lying
from serving import serving

from journeys import chromium, engines, firefox, webkit
from journeys.person import LAPTOP, PHONE, Person

Engine = Callable[[], AbstractContextManager[Person]]


def together(engine: str) -> object:
    """All journeys of an engine, for whoever divides the tests over processors: it starts once."""
    return pytest.param(engine, marks=pytest.mark.xdist_group(engine))


@pytest.fixture(scope="session", params=map(together, engines.USED))
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """A browser that runs; gives people who find nothing in it of each other."""
    name = request.param
    if name in engines.MISSING:
        pytest.fail(f"{name} is er niet. Zet het erbij: {engines.install([name])}", pytrace=False)
    if name == "chromium":
        yield partial(chromium.person, request.getfixturevalue("browser"))
    elif name == "firefox":
        with firefox.browser(tmp_path_factory.mktemp(name)) as talk:
            yield partial(firefox.person, talk)
    else:
        yield partial(webkit.person, tmp_path_factory.mktemp(name))


@pytest.fixture
def person(engine: Engine) -> Iterator[Person]:
    """Somebody with a phone."""
    with engine() as somebody:
        somebody.resize(PHONE)
        yield somebody


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Generator[None, Any, Any]:
    """A journey that fails leaves a picture of the window, and says where."""
    report = yield
    somebody = getattr(item, "funcargs", {}).get("person")
    if somebody and report.when == "call" and report.failed:
        with suppress(Exception), NamedTemporaryFile(prefix="reis-", suffix=".png", delete=False) as file:
            file.write(somebody.picture())
            report.sections.append(("Zo zag het venster eruit", file.name))
    return report


@pytest.fixture
def trainer(person: Person) -> Person:
    """Somebody with a laptop."""
    person.resize(LAPTOP)
    return person


@pytest.fixture
def home(built: Path) -> Iterator[str]:
    """The address of the site, without its service worker, whose notice could come at any moment."""
    never = Event()
    with lying(built) as site:
        site.how = lambda address, time: never if address == "sw.js" else None
        yield site.address
        never.set()


@dataclass(frozen=True)
class Wifi:
    """The whole site on a network."""

    home: str
    off: Callable[[], None]


@pytest.fixture
def wifi(built: Path) -> Iterator[Wifi]:
    """The site with everything that a first visit brings, until the network goes."""
    with ExitStack() as network:
        yield Wifi(network.enter_context(serving(built)), network.close)
