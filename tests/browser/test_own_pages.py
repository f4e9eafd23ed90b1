"""All that Markdown can hold, on an own page and on one in docs: it fits, it reads, it prints."""

import shutil
from collections.abc import Iterator

import pytest
from building import build, copied
from playwright.sync_api import Browser, Page, expect
from serving import serving

from browser.axe import COLOURS, faults
from browser.conftest import Watch
from macros.content.load import PROJECT

PAGES = PROJECT / "tests" / "kopie" / "paginas"
OWN, DOCS, PLAIN = "eigen/alles.html", "colofon.html", "eigen/protocol.html"
WIDTHS = (320, 360, 1280)

#: What sticks out of the window, apart from what lies in a box that scrolls.
STICKS_OUT = """width => [...document.querySelectorAll("article *")].filter(node => {
  if (node.getBoundingClientRect().right <= width + 1) return false;
  for (let box = node.parentElement; box !== document.body; box = box.parentElement)
    if (getComputedStyle(box).overflowX === "auto" && box.getBoundingClientRect().right <= width) return false;
  return true;
}).map(node => node.outerHTML.slice(0, 80))"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A copy with the page among its own, and with the same below a page in docs."""
    root = copied(tmp_path_factory.mktemp("paginas") / "project")
    shutil.copytree(PAGES.parent, root / "organisatie", dirs_exist_ok=True)
    shutil.copy(PAGES / "boom.png", root / "docs")
    text = (PAGES / "alles.md").read_text(encoding="utf-8").partition("\n")[2]
    with (root / "docs" / "colofon.md").open("a", encoding="utf-8") as file:
        file.write(
            text.replace("protocol.md", "privacy.md").replace("{{", "").replace("<details><b onclick=", "<b ")
        )
    done = build(root)
    assert done.returncode == 0, done.stderr
    with serving(root / "site") as address:
        yield address


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("where", [OWN, DOCS])
def test_it_fits_and_everybody_can_read_it(where: str, scheme: str, browser: Browser, address: str) -> None:
    watch = Watch(address)
    with browser.new_context(base_url=address, color_scheme=scheme, reduced_motion="reduce") as context:
        watch.follow(context)
        page = context.new_page()
        page.goto(where)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            assert page.evaluate(STICKS_OUT, width) == []
            assert not (found := faults(page, *(COLOURS if scheme == "dark" else ()))), found
    assert watch.faults == []


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A phone without scripts: nothing on such a page needs one."""
    with browser.new_context(
        base_url=address, viewport={"width": 360, "height": 740}, java_script_enabled=False
    ) as context:
        yield context.new_page()


@pytest.mark.parametrize("where", [OWN, DOCS])
def test_a_long_line_of_code_scrolls_in_its_own_box(where: str, page: Page) -> None:
    page.goto(where)
    for box in page.locator("article pre").all():
        if not box.is_visible():
            continue
        assert box.evaluate("box => box.getBoundingClientRect().right <= innerWidth")
        assert box.evaluate("box => getComputedStyle(box).overflowX") == "auto"
    assert page.get_by_text("Een ingesprongen regel").evaluate(
        "code => code.closest('pre').scrollWidth > innerWidth"
    )


@pytest.mark.parametrize("where", [OWN, DOCS])
def test_tabs_and_folded_parts_open_without_a_script(where: str, page: Page) -> None:
    page.goto(where)
    expect(page.get_by_text("Laat ze zelf kiezen.")).to_be_hidden()
    page.get_by_text("Peuters", exact=True).click()
    expect(page.get_by_text("Laat ze zelf kiezen.")).to_be_visible()
    expect(page.get_by_text("Praat bij het verschonen.")).to_be_hidden()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_text("Vraag hoe het op school was.")).to_be_visible()
    expect(page.get_by_text("Dit staat al open.")).to_be_visible()
    expect(page.get_by_text("Dit staat er als je het opent.")).to_be_hidden()
    page.get_by_text("Een voorbeeld dat open kan").click()
    expect(page.get_by_text("Dit staat er als je het opent.")).to_be_visible()


def test_an_abbreviation_says_what_it_stands_for_when_somebody_taps_it(page: Page) -> None:
    page.goto(OWN)
    abbreviation = page.locator("abbr").first
    after = "abbr => getComputedStyle(abbr, '::after').content"
    assert abbreviation.evaluate(after) == "none"
    abbreviation.click()
    assert "attr(title)" in abbreviation.evaluate(after) or "Gemeentelijke" in abbreviation.evaluate(after)


@pytest.mark.parametrize("where", [OWN, DOCS])
def test_on_paper_everything_shows(where: str, page: Page) -> None:
    page.set_viewport_size({"width": 700, "height": 900})
    page.goto(where)
    page.emulate_media(media="print", color_scheme="dark")
    texts = [
        "Baby's",
        "Praat bij het verschonen.",
        "Peuters",
        "Laat ze zelf kiezen.",
        "Vraag hoe het op school was.",
    ]
    tops = [page.get_by_text(text, exact=True).bounding_box()["y"] for text in texts]
    assert tops == sorted(tops)
    expect(page.get_by_text("Dit staat er als je het opent.")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 700
    for box in page.locator("article :is(pre, .tabel)").all():
        assert box.evaluate("box => box.scrollWidth <= box.clientWidth"), box.inner_text()
    for node in page.locator("article :is(.admonition, details, pre, td)").all():
        assert node.evaluate("node => getComputedStyle(node).color") == "rgb(0, 0, 0)"


def test_only_such_pages_load_the_style(page: Page) -> None:
    for where, count in (
        (OWN, 1),
        (DOCS, 1),
        (PLAIN, 0),
        ("index.html", 0),
        ("begrippen.html", 0),
        ("bron.html", 0),
    ):
        page.goto(where)
        assert page.locator('link[href*="proza.css"]').count() == count, where
