"""A bad network costs nobody anything: what a device keeps is the site, byte for byte, or it is not kept."""

import random
import shutil
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect

from browser.liar import LOGIN, BreakOff, Liar, login, lying, publish
from browser.test_offline import NEWER, READY
from macros.finish.offline import sha256

#: Everything that is kept of the site: address -> its first bytes as text, and its SHA-256 in base64.
BODIES = """async base => {
  const found = {};
  for (const name of await caches.keys()) {
    if (name.endsWith(":papier")) continue;
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const bytes = await (await cache.match(request)).arrayBuffer();
      const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
      found[decodeURIComponent(request.url.slice(base.length))] = btoa(String.fromCharCode(...hash));
    }
  }
  return found;
}"""
#: A part of the site is kept.
SOME = "async () => { for (const n of await caches.keys()) if ((await (await caches.open(n)).keys()).length > 15) return true; }"
STATE = "async () => { const r = await navigator.serviceWorker.getRegistration(); return [!!r?.active, !!r?.installing, !!r?.waiting]; }"


@pytest.fixture
def site(built: Path, tmp_path: Path) -> Path:
    """A copy of the built site that a test may change, without the heavy downloads."""
    shutil.copytree(built, tmp_path / "site", ignore=shutil.ignore_patterns("*.zip", "*.pptx"))
    return tmp_path / "site"


@pytest.fixture
def liar(site: Path) -> Iterator[Liar]:
    """The server."""
    with lying(site) as liar:
        yield liar


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    """Somebody's phone."""
    with browser.new_context(viewport={"width": 360, "height": 740}) as context:
        yield context


def _open(phone: BrowserContext, liar: Liar, address: str = "index.html") -> Page:
    page = phone.new_page()
    page.goto(liar.address + address)
    return page


def _visit(phone: BrowserContext, liar: Liar) -> Page:
    page = _open(phone, liar)
    expect(page.get_by_text(READY)).to_be_visible(timeout=30_000)
    return page


def _until(page: Page, done: str) -> None:
    """Wait in the page until `done` (an async function) gives something, thirty seconds at most."""
    page.evaluate(
        f"""async () => {{
      for (const end = Date.now() + 30_000; Date.now() < end; await new Promise((next) => setTimeout(next, 100))) if (await ({done})()) return;
      throw new Error("it never happened");
    }}"""
    )


def _idle(page: Page) -> None:
    """Until no version is on its way any more."""
    _until(
        page,
        "async () => { const r = await navigator.serviceWorker.getRegistration(); return !r?.installing; }",
    )


def _poisoned(page: Page, liar: Liar) -> list[str]:
    """What is kept and is not the file of that name."""
    kept = page.evaluate(BODIES, liar.address)
    return [address for address, mark in kept.items() if sha256(liar.folder / address) != mark]


def test_a_login_page_at_the_first_visit_is_not_kept(phone: BrowserContext, liar: Liar) -> None:
    seen = {"index.html", "sw.js", "manifest.webmanifest"}
    liar.how = lambda address, time: LOGIN if address.endswith(".html") and address not in seen else None
    page = _open(phone, liar)
    _until(page, SOME)
    _idle(page)
    assert page.evaluate(STATE)[0] is False
    assert not page.get_by_text(READY).is_visible()
    assert _poisoned(page, liar) == []
    good = {
        address for address in page.evaluate(BODIES, liar.address) if address.startswith("assets/reveal/")
    }
    assert good  # of no page but a deck
    asked = dict(liar.asked)
    liar.how = lambda address, time: None
    page = _visit(phone, liar)
    assert _poisoned(page, liar) == []
    assert all(liar.asked[address] == asked[address] for address in good), "what was good came again"


def test_a_login_page_during_an_update_leaves_the_old_version(phone: BrowserContext, liar: Liar) -> None:
    _visit(phone, liar).close()
    old = (liar.folder / "themas" / "houding.html").read_text(encoding="utf-8")
    (liar.folder / "themas" / "houding.html").write_text(
        old.replace("<h1", "<h1 data-nieuw", 1), encoding="utf-8"
    )
    publish(liar.folder)
    liar.how = lambda address, time: None if address == "sw.js" else LOGIN
    page = _open(phone, liar, "themas/houding.html")
    _idle(page)
    assert page.locator("h1[data-nieuw]").count() == 0
    assert not page.get_by_text(NEWER).is_visible()
    liar.how = lambda address, time: None
    page = _open(phone, liar, "themas/houding.html")
    expect(page.get_by_text(NEWER)).to_be_visible(timeout=20_000)
    page.get_by_role("button", name="Laden").click()
    expect(page.locator("h1[data-nieuw]")).to_be_visible()
    assert _poisoned(page, liar) == []


def test_half_a_deploy_is_not_taken_for_a_new_version(phone: BrowserContext, liar: Liar) -> None:
    """A new worker beside pages that are still old, as just after a deploy."""
    _visit(phone, liar).close()
    page_file = liar.folder / "themas" / "houding.html"
    old = page_file.read_bytes()
    page_file.write_bytes(old.replace(b"<h1", b"<h1 data-nieuw", 1))
    publish(liar.folder)
    liar.how = lambda address, time: old if address == "themas/houding.html" else None
    page = _open(phone, liar)
    _idle(page)
    assert not page.get_by_text(NEWER).is_visible()
    liar.how = lambda address, time: None
    page = _open(phone, liar)
    expect(page.get_by_text(NEWER)).to_be_visible(timeout=20_000)


def test_offline_within_five_visits_at_thirty_percent_failed_requests(
    phone: BrowserContext, liar: Liar
) -> None:
    luck = random.Random(4)
    liar.how = lambda address, time: BreakOff() if luck.random() < 0.3 else None
    assert any(_a_visit_of_thirty_seconds(phone, liar) for _ in range(5))
    liar.how = lambda address, time: None
    page = _open(phone, liar)
    assert _poisoned(page, liar) == []
    phone.set_offline(True)
    page.goto(liar.address + "scenarios/index.html")
    assert page.locator("h1").is_visible()


def _a_visit_of_thirty_seconds(phone: BrowserContext, liar: Liar) -> bool:
    """Open the page, once more where it fails, and stay; says whether the site is on the device by then."""
    page = phone.new_page()
    while True:
        with suppress(Error):
            page.goto(liar.address + "index.html")
            break
    with suppress(Error):
        _until(page, "async () => (await navigator.serviceWorker.getRegistration())?.active")
    active: bool = page.evaluate(STATE)[0]
    page.close()
    return active


def test_a_tab_that_closes_in_the_middle_goes_on_at_the_next_visit(phone: BrowserContext, liar: Liar) -> None:
    held = threading.Event()
    liar.how = lambda address, time: held if address == "scenarios/index.html" and time == 1 else None
    page = _open(phone, liar)
    _until(
        page,
        "async () => { for (const n of await caches.keys()) if ((await (await caches.open(n)).keys()).length > 20) return true; }",
    )
    page.close()
    held.set()
    page = _visit(phone, liar)
    assert _poisoned(page, liar) == []


def test_a_full_device_still_shows_a_pdf(phone: BrowserContext, liar: Liar) -> None:
    page = _visit(phone, liar)
    page.reload()
    client = phone.new_cdp_session(page)
    client.send("Storage.overrideQuotaForOrigin", {"origin": liar.address, "quotaSize": 1})
    pdf = next(liar.folder.glob("downloads/*-a4.pdf"))
    size = page.evaluate(
        "async path => (await (await fetch(path)).arrayBuffer()).byteLength", f"downloads/{pdf.name}"
    )
    assert size == pdf.stat().st_size


def test_a_full_device_keeps_the_version_that_it_has(phone: BrowserContext, liar: Liar) -> None:
    page = _visit(phone, liar)
    client = phone.new_cdp_session(page)
    client.send("Storage.overrideQuotaForOrigin", {"origin": liar.address, "quotaSize": 1})
    for file in liar.folder.glob("themas/*.html"):
        file.write_text(file.read_text(encoding="utf-8") + " ", encoding="utf-8")
    publish(liar.folder)
    page = _open(phone, liar)
    _idle(page)
    phone.set_offline(True)
    page.goto(f"{liar.address}themas/index.html")
    assert page.locator("h1").is_visible()


def test_a_login_page_is_never_a_pdf_nor_the_emergency_numbers(phone: BrowserContext, liar: Liar) -> None:
    page = _visit(phone, liar)
    page.reload()
    pdf = next(liar.folder.glob("downloads/*-a4.pdf"))
    fetch = "async path => (await (await fetch(path)).text()).slice(0, 4)"
    assert page.evaluate(fetch, f"downloads/{pdf.name}") == "%PDF"
    liar.how = login
    assert page.evaluate(fetch, f"downloads/{pdf.name}") == "%PDF"
    page.goto(f"{liar.address}hulp.html")
    assert page.locator("a[href='tel:112']").first.is_visible()
    assert (
        page.evaluate(
            "async () => { for (const n of await caches.keys()) if (n.endsWith(':papier')) return (await (await caches.open(n)).keys()).length; }"
        )
        == 1
    )


def test_the_numbers_of_half_a_deploy_are_the_kept_ones(phone: BrowserContext, liar: Liar) -> None:
    page = _visit(phone, liar)
    old = (liar.folder / "hulp.html").read_bytes()
    (liar.folder / "hulp.html").write_bytes(old.replace(b"<h1", b"<h1 data-nieuw", 1))
    publish(liar.folder)
    liar.how = lambda address, time: old if address == "hulp.html" else None
    page.goto(f"{liar.address}hulp.html")
    assert page.locator("h1").is_visible()
    liar.how = lambda address, time: None
    page.goto(f"{liar.address}hulp.html")
    assert page.locator("h1[data-nieuw]").is_visible()


def test_a_pdf_that_was_never_opened_says_so_in_dutch(phone: BrowserContext, liar: Liar) -> None:
    page = _visit(phone, liar)
    page.reload()
    phone.set_offline(True)
    said = page.evaluate("async () => (await fetch('downloads/alle-themas.pdf')).text()")
    assert "nog niet op dit toestel" in said


def test_paper_has_a_limit(phone: BrowserContext, liar: Liar) -> None:
    page = _visit(phone, liar)
    page.reload()
    pdf = next(liar.folder.glob("downloads/*-a6.pdf")).name
    left = page.evaluate(
        """async path => {
      for (let n = 0; n < 45; n++) await (await fetch(`${path}?${n}`)).arrayBuffer();
      const name = (await caches.keys()).find(name => name.endsWith(":papier"));
      return (await (await caches.open(name)).keys()).map(request => new URL(request.url).search);
    }""",
        f"downloads/{pdf}",
    )
    assert left == [f"?{number}" for number in range(5, 45)]


def test_a_file_name_with_signs_keeps_nobody_offline(phone: BrowserContext, liar: Liar) -> None:
    (liar.folder / "eigen").mkdir(exist_ok=True)
    (liar.folder / "eigen" / "foto #1 (100%)?.png").write_bytes(b"plaatje")
    publish(liar.folder)
    page = _visit(phone, liar)
    assert _poisoned(page, liar) == []
    assert "eigen/foto #1 (100%)?.png" in page.evaluate(BODIES, liar.address)


def test_two_tabs_both_get_the_new_version(phone: BrowserContext, liar: Liar) -> None:
    _visit(phone, liar).close()
    file = liar.folder / "index.html"
    file.write_text(file.read_text(encoding="utf-8").replace("<h1", "<h1 data-nieuw", 1), encoding="utf-8")
    publish(liar.folder)
    tabs = [_open(phone, liar), _open(phone, liar)]
    for tab in tabs:
        expect(tab.get_by_text(NEWER)).to_be_visible(timeout=20_000)
    for tab in tabs:
        tab.get_by_role("button", name="Laden").click()
        expect(tab.locator("h1[data-nieuw]")).to_be_visible()


def test_who_wiped_everything_does_not_get_it_back_at_the_next_page(
    phone: BrowserContext, liar: Liar
) -> None:
    page = _visit(phone, liar)
    page.goto(f"{liar.address}privacy.html")
    page.get_by_role("button", name="Wis alles").click()
    expect(page.locator("[data-bewaard] li")).to_have_text(["niets"])
    page.goto(f"{liar.address}index.html")
    page.locator("html.klaar").wait_for(state="attached")
    page.goto(f"{liar.address}privacy.html")
    expect(page.locator("[data-bewaard] li")).to_have_text(["niets"])


def test_who_wiped_everything_does_not_get_it_back_in_another_window(
    phone: BrowserContext, liar: Liar
) -> None:
    _visit(phone, liar)
    other = _open(phone, liar)
    other.locator("html.klaar").wait_for(state="attached")
    page = _open(phone, liar, "privacy.html")
    page.get_by_role("button", name="Wis alles").click()
    expect(page.locator("[data-bewaard] li")).to_have_text(["niets"])
    other.goto(f"{liar.address}themas/index.html")
    other.locator("html.klaar").wait_for(state="attached")
    other.goto(f"{liar.address}privacy.html")
    expect(other.locator("[data-bewaard] li")).to_have_text(["niets"])


def test_who_wipes_while_the_site_is_on_its_way_does_not_get_it(phone: BrowserContext, liar: Liar) -> None:
    held = threading.Event()
    liar.how = lambda address, time: held if address == "scenarios/index.html" else None
    page = _open(phone, liar, "privacy.html")
    _until(page, SOME)
    page.reload()
    page.get_by_role("button", name="Wis alles").click()
    held.set()
    expect(page.locator("[data-bewaard] li")).to_have_text(["niets"])
    page.wait_for_timeout(1000)
    page.goto(f"{liar.address}privacy.html")
    expect(page.locator("[data-bewaard] li")).to_have_text(["niets"])
