"""The site on the device: offline after one visit, whole updates only, beside other sites, and away when a copy wants that."""

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from conftest import build
from playwright.sync_api import Browser, BrowserContext, Page, expect
from serving import serving

from browser.axe import faults
from browser.liar import publish

READY = "Klaar. Deze site werkt nu ook zonder internet."
NEWER = "Er is een nieuwe versie van deze site."


@contextmanager
def _phone(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context(viewport={"width": 360, "height": 740}) as context:
        yield context


@pytest.fixture
def site(built: Path, tmp_path: Path) -> Path:
    """A copy of the built site that a test may change, without the heavy downloads."""
    shutil.copytree(built, tmp_path / "site", ignore=shutil.ignore_patterns("*.zip", "*.pptx"))
    return tmp_path / "site"


def _visit(context: BrowserContext, address: str) -> Page:
    """A first visit, until the site is on the device."""
    page = context.new_page()
    page.goto(address)
    expect(page.get_by_text(READY)).to_be_visible(timeout=30_000)
    return page


def _change(site: Path, address: str, edit: Callable[[str], str]) -> None:
    """Publish another version of one file, as a build does."""
    path = site / address
    path.write_text(edit(path.read_text(encoding="utf-8")), encoding="utf-8")
    publish(site)


def test_everything_opens_offline_after_one_visit(browser: Browser, built: Path) -> None:
    with serving(built) as address, _phone(browser) as context:
        page = _visit(context, f"{address}index.html")
        context.set_offline(True)
        for path in sorted(built.rglob("*.html")):
            name = path.relative_to(built).as_posix()
            if name != "404.html":
                page.goto(address + name)
                assert page.locator("h1").first.text_content(), name
        page.goto(address)
        page.locator(".kop__zoek").click()
        page.locator("input[name=query]").fill("overdracht")
        page.locator(".zoek__lijst a").first.click()
        expect(page.locator("h1")).to_contain_text("Overdracht")


def test_being_ready_is_said_once(browser: Browser, built: Path) -> None:
    with serving(built) as address, _phone(browser) as context:
        page = _visit(context, f"{address}index.html")
        assert faults(page) == ""
        page.get_by_role("button", name="Goed").click()
        page.goto(f"{address}hulp.html", wait_until="networkidle")
        assert not page.get_by_text(READY).is_visible()


def test_an_update_is_offered_and_fetches_only_what_changed(browser: Browser, site: Path) -> None:
    with serving(site) as address, _phone(browser) as context:
        page = _visit(context, f"{address}index.html")
        _change(
            site, "themas/houding.html", lambda text: text.replace("Hoe je met ouders omgaat", "Nieuwe titel")
        )
        asked: list[str] = []
        context.on("request", lambda request: asked.append(request.url.removeprefix(address)))
        page.goto(f"{address}themas/houding.html")
        expect(page.get_by_text(NEWER)).to_be_visible()
        assert page.locator("h1").inner_text() == "Hoe je met ouders omgaat"  # the old one, at once
        page.get_by_role("button", name="Laden").click()
        expect(page.locator("h1")).to_have_text("Nieuwe titel")
        fetched = {url for url in asked if url and not url.endswith("sw.js")}
        assert fetched <= {
            "themas/houding.html",
            "assets/css/later.css",
            "assets/css/papier.css",
            "assets/js/pagina.js",
            "assets/img/icoon.svg",
            "manifest.webmanifest",
            "assets/img/icoon-192.png",
        }
        assert (
            page.evaluate(
                "async () => (await caches.keys()).filter(name => name.startsWith('oefensite:')).length"
            )
            == 1
        )


def test_a_failed_update_keeps_the_old_version(browser: Browser, site: Path) -> None:
    with serving(site) as address, _phone(browser) as context:
        page = _visit(context, f"{address}index.html")
        _change(site, "themas/houding.html", lambda text: f"{text} ")
        (site / "themas" / "houding.html").unlink()  # half an upload
        page.goto(f"{address}index.html")
        page.evaluate("async () => (await navigator.serviceWorker.ready).update().catch(() => {})")
        page.wait_for_timeout(500)
        assert not page.get_by_text(NEWER).is_visible()
        context.set_offline(True)
        page.goto(f"{address}themas/houding.html")
        assert page.locator("h1").inner_text() == "Hoe je met ouders omgaat"


def test_the_numbers_come_from_the_network_first(browser: Browser, site: Path) -> None:
    with serving(site) as address, _phone(browser) as context:
        page = _visit(context, f"{address}index.html")
        _change(site, "hulp.html", lambda text: text.replace("0800-2000", "0800-9999"))
        page.goto(f"{address}hulp.html")
        assert page.get_by_text("0800-9999").first.is_visible()
        context.set_offline(True)
        page.goto(f"{address}hulp.html")
        assert page.get_by_text("0800-2000").first.is_visible()


def test_two_sites_of_one_host_leave_each_other_alone(browser: Browser, built: Path) -> None:
    with serving(built, "/een/") as one, _phone(browser) as context:
        _visit(context, f"{one}index.html")
        page = context.new_page()
        page.goto(f"{one}index.html")
        other = "oefensite:/twee/:abc"
        page.evaluate("name => caches.open(name)", other)
        page.goto(f"{one}privacy.html")
        page.get_by_role("button", name="Wis alles").click()
        expect(page.locator("[data-bewaard] li")).to_have_text(["niets"])
        assert page.evaluate("caches.keys()") == [other]


def test_an_update_takes_along_what_was_kept_under_another_name(browser: Browser, site: Path) -> None:
    """The first word of what a device keeps was another one once; the old copies would stay on phones for ever."""
    worker = site / "sw.js"
    now = worker.read_text(encoding="utf-8")
    worker.write_text(now.replace("oefensite:", "eerder:"), encoding="utf-8")
    sizes = "async path => (await (await fetch(path)).arrayBuffer()).byteLength"
    with serving(site) as address, _phone(browser) as context:
        page = _visit(context, f"{address}index.html")
        page.reload()
        size = page.evaluate(sizes, "downloads/overdracht-a4.pdf")
        before = page.evaluate("caches.keys()")
        assert {name.partition(":")[0] for name in before} == {"eerder"}
        page.evaluate("caches.open('eerder:/elders/:abc')")
        worker.write_text(now, encoding="utf-8")
        asked: list[str] = []
        context.on("request", lambda request: asked.append(request.url.removeprefix(address)))
        page.reload()
        page.get_by_role("button", name="Laden").click()
        page.wait_for_function(
            "caches.keys().then(names => names.every(name => !name.startsWith('eerder:/samen/')))"
        )
        assert sorted(page.evaluate("caches.keys()")) == sorted(
            ["eerder:/elders/:abc", *(name.replace("eerder:", "oefensite:") for name in before)]
        )
        assert not [name for name in asked if name.startswith("themas/")]  # what was there is the same
        context.set_offline(True)
        assert page.evaluate(sizes, "downloads/overdracht-a4.pdf") == size


def test_paper_is_kept_once_it_was_fetched(browser: Browser, site: Path) -> None:
    with serving(site) as address, _phone(browser) as context:
        page = _visit(context, f"{address}index.html")
        page.reload()
        sizes = "async path => (await (await fetch(path)).arrayBuffer()).byteLength"
        size = page.evaluate(sizes, "downloads/overdracht-a4.pdf")
        context.set_offline(True)
        assert page.evaluate(sizes, "downloads/overdracht-a4.pdf") == size


def test_a_copy_can_switch_it_off_and_devices_forget(browser: Browser, site: Path, copy: Path) -> None:
    with serving(site) as address, _phone(browser) as context:
        page = _visit(context, f"{address}index.html")
        (copy / "organisatie" / "organisatie.yml").write_text(
            "naam: De Boom\noffline: nee\n", encoding="utf-8"
        )
        done = build(copy)
        assert done.returncode == 0, done.stderr
        shutil.copy(copy / "site" / "sw.js", site / "sw.js")
        assert "serviceWorker" not in (copy / "site" / "assets" / "js" / "pagina.js").read_text(
            encoding="utf-8"
        )
        page.evaluate("async () => { (await navigator.serviceWorker.ready).update() }")
        for _ in range(50):
            left = page.evaluate(
                "async () => (await navigator.serviceWorker.getRegistrations()).length + (await caches.keys()).length"
            )
            if not left:
                break
            page.wait_for_timeout(100)
        assert left == 0


def test_it_can_be_installed(browser: Browser, built: Path) -> None:
    manifest = json.loads((built / "manifest.webmanifest").read_text(encoding="utf-8"))
    assert manifest["name"] == "Samen met ouders"
    assert {icon["purpose"] for icon in manifest["icons"]} == {"any", "maskable"}
    for icon in manifest["icons"]:
        assert (built / icon["src"]).read_bytes().startswith(b"\x89PNG")
    with serving(built) as address, _phone(browser) as context:
        page = context.new_page()
        page.goto(f"{address}themas/houding.html")
        assert page.evaluate(
            "fetch(document.querySelector('link[rel=manifest]').href).then(answer => answer.ok)"
        )
        client = context.new_cdp_session(page)
        faults = {
            fault["errorId"] for fault in client.send("Page.getInstallabilityErrors")["installabilityErrors"]
        }
        assert faults <= {"in-incognito"}  # the test's own window
