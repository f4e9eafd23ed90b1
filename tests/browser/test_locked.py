"""Locked and private: a strict policy on every page that no feature breaks, no other origin, nothing stored in secret."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.finish import headers

WATCH = "addEventListener('securitypolicyviolation', event => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`))"


@pytest.fixture
def watched(page: Page) -> Page:
    """A page on which a violation counts as a fault (see `Watch`)."""
    page.add_init_script(WATCH)
    return page


def _policy(html: str) -> str:
    found = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)"', html)
    assert found
    return found[1]


def test_every_page_has_a_strict_policy(built: Path) -> None:
    for path in built.rglob("*.html"):
        policy = _policy(path.read_text(encoding="utf-8"))
        assert policy.startswith("default-src 'none'"), path
        assert "unsafe" not in policy, path
        assert "http" not in policy.replace("http-equiv", ""), path


def test_every_feature_works_under_the_policy(watched: Page) -> None:
    watched.goto("index.html")
    watched.locator(".kop__knop[data-kleuren]").click()
    watched.locator(".kop__zoek").click()
    watched.locator("input[name=query]").fill("overdracht")
    watched.locator(".zoek__lijst a").first.click()
    watched.goto("checklists/overdracht.html")
    watched.locator(".vink").first.click()
    watched.goto("scenarios/nora-slaat.html")
    watched.get_by_role("link", name="Begin", exact=True).click()
    watched.locator(".keuze:visible").first.click()
    watched.goto("scenarios/index.html")
    watched.locator("select").first.select_option(index=1)
    watched.goto("themas/steunen.html")
    watched.locator("button.begrip").first.click()
    watched.goto("trainer/team.html")
    watched.locator("input[name=minuten]").fill("30")
    watched.goto("privacy.html")
    watched.get_by_role("button", name="Wis alles").click()
    watched.set_viewport_size({"width": 1280, "height": 720})
    watched.goto("presentatie/congres.html")
    watched.locator(".reveal.ready").wait_for()
    for _ in range(5):
        watched.keyboard.press("PageDown")
    watched.keyboard.press("o")


def test_the_policy_is_awake(browser: Browser, address: str) -> None:
    with browser.new_context(base_url=address, service_workers="block") as context:
        page = context.new_page()
        page.add_init_script(WATCH)
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.goto("index.html")
        page.evaluate(
            "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"document.title = 1\">')"
        )
        page.evaluate(
            "document.body.append(Object.assign(document.createElement('script'), {textContent: 'document.title = 2'}))"
        )
        page.evaluate("fetch('https://elders.example/').catch(() => {})")
        page.wait_for_timeout(200)
        assert page.title() == "Samen met ouders"
        assert any("connect-src" in words for words in said)
        assert any("script-src" in words for words in said)


def test_what_is_kept_is_shown_and_wiped(page: Page) -> None:
    page.goto("privacy.html")
    expect(page.locator("[data-bewaard] li")).to_have_text(["niets"])
    page.locator(".kop__knop[data-kleuren]").click()
    page.goto("checklists/overdracht.html")
    page.locator(".vink").first.click()
    page.goto("privacy.html")
    expect(page.locator("[data-bewaard] li")).to_have_text(
        ["de kleuren die je koos", "vinkjes op een lijstje"]
    )
    page.get_by_role("button", name="Wis alles").click()
    expect(page.locator("[data-bewaard] li")).to_have_text(["niets"])
    assert page.evaluate("localStorage.length") == 0
    assert page.evaluate("document.cookie") == ""


def test_hosts_get_the_headers_in_their_own_words(built: Path) -> None:
    for name in ("_headers", ".htaccess", ".nginx.conf"):
        text = (built / name).read_text(encoding="utf-8")
        for header in (
            "Content-Security-Policy",
            "Referrer-Policy",
            "X-Content-Type-Options",
            "Permissions-Policy",
            "Cache-Control",
        ):
            assert header in text, name
        assert "frame-ancestors 'none'" in text
        assert all(len(line) < 2000 for line in text.splitlines())  # what Cloudflare Pages reads of a line
    assert "ErrorDocument 404 /pad/404.html" in (built / ".htaccess").read_text(encoding="utf-8")


def test_the_headers_allow_what_the_pages_need(browser: Browser, built: Path) -> None:
    """The whole site behind the headers of a host, and not one violation."""
    lines = headers.netlify(headers.of(built)).splitlines()[1:]
    sent = dict(line.strip().split(": ", 1) for line in lines)
    with browser.new_context(base_url="http://samen.example/", service_workers="block") as context:
        said: list[str] = []
        context.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        context.route("**/*", lambda route: _serve(route, built, sent))
        page = context.new_page()
        for name in ("index.html", "checklists/overdracht.html", "presentatie/congres.html"):
            page.goto(name)
        page.goto("themas/houding.html")
        page.locator(".kop__zoek").click()
        page.locator("input[name=query]").fill("overdracht")
        page.locator(".zoek__lijst a").first.wait_for()
        assert said == []


def _serve(route, built: Path, sent: dict[str, str]) -> None:
    path = built / route.request.url.removeprefix("http://samen.example/").split("#")[0]
    route.fulfill(path=path, headers={**sent, "Content-Type": _KINDS[path.suffix]})


_KINDS = {
    ".html": "text/html",
    ".js": "text/javascript",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/json",
    ".png": "image/png",
}
