"""Making the styles small and putting them in the page changes nothing that anybody sees."""

import gzip
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from macros.content.load import PROJECT, load
from macros.finish import assets

KINDS = ["scenarios/index.html", "hulp.html", "trainer/index.html"]

#: Every property of every element, and of what stands before and after it.
STYLES = """() => [...document.querySelectorAll("body, body *")].flatMap(node => [null, "::before", "::after", "::marker"].map(part => {
  const style = getComputedStyle(node, part);
  if (part && style.content === "none") return "";
  return [...style].filter(name => !name.startsWith("--")).map(name => `${name}:${style.getPropertyValue(name)}`).join(";");
}))"""


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_visible_changes(kind: str, browser: Browser, built: Path) -> None:
    html = (built / kind).read_text(encoding="utf-8")
    whole = assets.styles(PROJECT / "docs", assets.styles_on(kind)) + load().stijl
    full = re.sub(
        r"<meta http-equiv[^>]*>",
        "",
        re.sub(r"<style>.*?</style>", lambda _: f"<style>{whole}</style>", html, flags=re.DOTALL),
    )
    with browser.new_context(service_workers="block", reduced_motion="reduce") as context:
        page = context.new_page()
        for width, media, scheme in ((360, "screen", "dark"), (794, "print", "light")):
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(media=media, color_scheme=scheme)
            assert _styles(page, built / kind, html) == _styles(page, built / kind, full), (width, media)


def _styles(page: Page, path: Path, html: str) -> list[str]:
    page.route(path.as_uri(), lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto(path.as_uri())
    found = page.evaluate(STYLES)
    page.unroute(path.as_uri())
    return found


#: Bytes of a page, with gzip: ten packets are the first flight of a connection, so one round trip. And who needs more, and why.
FLIGHT = 14 * 1024
LONGER = {
    "scenarios/het-verhaal-klopt-niet.html": (
        16_500,
        "ends with all steps of the code and the routes beside it",
    ),
    "scenarios/alleen-tussen-ons.html": (
        15_500,
        "no step of this talk about death can be left out, and all stand in the page",
    ),
}


def test_every_page_arrives_in_one_flight(built: Path) -> None:
    pages = [path for path in built.rglob("*.html") if "presentatie" not in path.parts]
    sizes = {path.relative_to(built).as_posix(): len(gzip.compress(path.read_bytes())) for path in pages}
    assert {page: size for page, size in sizes.items() if size > LONGER.get(page, (FLIGHT, ""))[0]} == {}
    assert all(sizes[page] > FLIGHT for page in LONGER), "no exception any more"
