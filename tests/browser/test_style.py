"""Cutting the styles and putting them in the page changes nothing that anybody sees."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from macros import assets, lean, own_copy
from macros.load import PROJECT, load

KINDS = [
    "index.html", "themas/houding.html", "nu/overdracht.html", "scenarios/index.html", "scenarios/nora-slaat.html",
    "checklists/overdracht.html", "trainer/index.html", "trainer/team.html", "downloads/index.html", "hulp.html", "bron.html",
    "begrippen.html", "privacy.html",
]  # fmt: skip

#: Every property of every element, and of what stands before and after it.
STYLES = """() => [...document.querySelectorAll("body, body *")].flatMap(node => [null, "::before", "::after", "::marker"].map(part => {
  const style = getComputedStyle(node, part);
  if (part && style.content === "none") return "";
  return [...style].filter(name => !name.startsWith("--")).map(name => `${name}:${style.getPropertyValue(name)}`).join(";");
}))"""


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_visible_changes(kind: str, browser: Browser, built: Path) -> None:
    html = (built / kind).read_text(encoding="utf-8")
    whole = assets.styles(PROJECT / "docs") + own_copy.style(load())
    full = re.sub(r"<meta http-equiv[^>]*>", "", re.sub(r"<style>.*?</style>", lambda _: f"<style>{whole}</style>", html, flags=re.DOTALL))
    with browser.new_context(service_workers="block", reduced_motion="reduce") as context:
        page = context.new_page()
        for width, media, scheme in ((360, "screen", "light"), (1280, "screen", "dark"), (794, "print", "light")):
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(media=media, color_scheme=scheme)
            assert _styles(page, built / kind, html) == _styles(page, built / kind, full), (width, media)


def _styles(page: Page, path: Path, html: str) -> list[str]:
    page.route(path.as_uri(), lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto(path.as_uri())
    found = page.evaluate(STYLES)
    page.unroute(path.as_uri())
    return found


def test_the_cut_leaves_out_what_no_page_uses() -> None:
    css = ".a{color:red}.b .c{color:var(--x)}:is(.d,.e) p{margin:0}[dir=rtl] .a{left:0}:root{--x:1;--y:2}@media print{.f{top:0}}"
    used = lean.used_on('<body dir="ltr"><p class="a e"></p>')
    cut = lean.parse(css).cut(used)
    assert cut == ".a{color:red}:is(.d,.e) p{margin:0}"
    assert lean.parse(css).cut(lean.used_on('<i class="b"><i class="c"></i></i>')) == ".b .c{color:var(--x)}:root{--x:1}"


def test_a_page_is_light(built: Path) -> None:
    import gzip

    for kind in KINDS:
        assert len(gzip.compress((built / kind).read_bytes())) <= 20_000, kind
