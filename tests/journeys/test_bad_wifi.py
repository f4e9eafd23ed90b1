"""A bad network in the engines of other phones, iPhones before all: what stays is the site, or what there was.

The same in Chromium, and more of it, is in `tests/browser/test_bad_network.py`.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
from browser.liar import LOGIN, Liar, lying, publish
from browser.test_offline import NEWER, READY

from journeys import engines
from journeys.conftest import together
from journeys.person import Person, never, until

pytestmark = pytest.mark.parametrize(
    "engine", [together(engine) for engine in engines.USED if engine != "chromium"], indirect=True
)
#: Seconds in which the worker tries everything four times, with pauses of 8.5 seconds between.
STUBBORN = 40
#: What a worker does on a device without room. WebKitGTK itself has more than anybody fills here: it took 11 GB, 5 MB at
#: a time, and refused nothing; its driver cannot limit it, and it has no `navigator.storage`.
FULL = b'Cache.prototype.put = () => Promise.reject(new DOMException("vol", "QuotaExceededError"));\n'
PAGE = "themas/index.html"


@dataclass(frozen=True)
class Wifi:
    """A network, until it is gone, with a server that can lie."""

    liar: Liar
    off: Callable[[], None]

    def change(self) -> bytes:
        """Publish a version with another page; gives the page as it was."""
        file = self.liar.folder / PAGE
        old = file.read_bytes()
        file.write_bytes(old.replace(b"<h1", b"<h1 data-nieuw", 1))
        publish(self.liar.folder)
        self.liar.asked.clear()
        return old

    def wait(self, address: str) -> None:
        """Until the worker has tried to get this as often as it does in one visit."""
        until(
            lambda: self.liar.asked[address] >= 4,
            lambda: f"{address}: {self.liar.asked[address]} keer",
            STUBBORN,
        )


@pytest.fixture
def bad(built: Path, tmp_path: Path) -> Iterator[Wifi]:
    """The built site, without the heavy downloads."""
    site = shutil.copytree(
        built, tmp_path / "site", ignore=shutil.ignore_patterns("*.zip", "*.pptx", "*.pdf")
    )
    with ExitStack() as network:
        yield Wifi(network.enter_context(lying(site)), network.close)


def _reads(person: Person, wifi: Wifi, address: str) -> str:
    person.open(wifi.liar.address + address)
    person.finds("h1")
    return person.text()


def test_a_login_page_at_the_first_visit_is_not_kept(person: Person, bad: Wifi) -> None:
    seen = {"index.html", "sw.js", "manifest.webmanifest"}
    bad.liar.how = lambda address, time: LOGIN if address.endswith(".html") and address not in seen else None
    person.open(f"{bad.liar.address}index.html")
    bad.wait("hulp.html")
    never(lambda: person.sees("p", READY))
    bad.liar.how = lambda address, time: None
    person.open(f"{bad.liar.address}index.html")
    person.keep()
    bad.off()
    person.unplug()
    for address in ("hulp.html", PAGE, "privacy.html"):
        assert "Gratis wifi" not in _reads(person, bad, address)


def test_a_login_page_during_an_update_leaves_what_there_was(person: Person, bad: Wifi) -> None:
    person.open(f"{bad.liar.address}index.html")
    person.keep()
    bad.change()
    bad.liar.how = lambda address, time: None if address == "sw.js" else LOGIN
    assert "Gratis wifi" not in _reads(person, bad, PAGE)
    bad.wait(PAGE)
    never(lambda: person.sees("p", NEWER))
    bad.liar.how = lambda address, time: None
    _reads(person, bad, PAGE)
    until(lambda: person.sees("p", NEWER), person.screen, STUBBORN)
    person.tap("button", "Laden")
    until(lambda: person.sees("h1[data-nieuw]"), person.screen)


def test_half_a_deploy_is_not_taken_for_a_new_version(person: Person, bad: Wifi) -> None:
    person.open(f"{bad.liar.address}index.html")
    person.keep()
    old = bad.change()
    bad.liar.how = lambda address, time: old if address == PAGE else None
    _reads(person, bad, PAGE)
    bad.wait(PAGE)
    never(lambda: person.sees("p", NEWER))
    assert person.sees("h1")
    assert not person.sees("h1[data-nieuw]")
    bad.liar.how = lambda address, time: None
    _reads(person, bad, PAGE)
    until(lambda: person.sees("p", NEWER), person.screen, STUBBORN)


def test_a_full_device_keeps_the_version_that_it_has(person: Person, bad: Wifi) -> None:
    person.open(f"{bad.liar.address}index.html")
    person.keep()
    bad.change()
    worker = bad.liar.folder / "sw.js"
    worker.write_bytes(FULL + worker.read_bytes())
    _reads(person, bad, PAGE)
    bad.wait(PAGE)
    never(lambda: person.sees("p", NEWER))
    bad.off()
    person.unplug()
    _reads(person, bad, PAGE)
    assert person.sees("h1")
    assert not person.sees("h1[data-nieuw]")
