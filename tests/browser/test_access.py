"""Open to everyone: forced colours, large text, the keyboard alone, targets for a thumb, and a voice where there is one."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.axe import faults
from browser.conftest import NO_WORKER

KINDS = [
    "index.html", "themas/houding.html", "nu/overdracht.html", "scenarios/index.html", "scenarios/nora-slaat.html",
    "checklists/overdracht.html", "trainer/index.html", "trainer/team.html", "downloads/index.html", "hulp.html", "bron.html",
    "begrippen.html", "privacy.html",
]  # fmt: skip

#: A voice as Android has one; what is spoken lands in `window.spoken`.
VOICE = """
window.spoken = [];
const voices = [{ lang: "en-US", name: "x" }, { lang: "nl-NL", name: "y" }];
speechSynthesis.getVoices = () => voices;
speechSynthesis.speak = (one) => { spoken.push([one.text, one.lang]); };
speechSynthesis.cancel = () => { spoken.push("stil"); };
Object.defineProperty(SpeechSynthesisUtterance.prototype, "voice", { set() {} });
"""


@pytest.mark.parametrize("kind", KINDS)
def test_forced_colours_and_large_text(kind: str, browser: Browser, address: str) -> None:
    with browser.new_context(
        base_url=address, forced_colors="active", viewport={"width": 360, "height": 740}
    ) as context:
        context.add_init_script(NO_WORKER)
        page = context.new_page()
        page.goto(kind)
        assert not (found := faults(page)), found
        page.emulate_media(forced_colors="none")
        page.evaluate(
            "document.documentElement.style.fontSize = '250%'"
        )  # 200 % of the 125 % that Material sets
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        assert not (found := faults(page)), found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_search_and_in_a_term(scheme: str, page: Page) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto("themas/steunen.html")
    page.locator("button.begrip").first.click()
    assert faults(page) == ""
    page.keyboard.press("Escape")
    page.locator(".kop__zoek").click()
    page.locator("input[name=query]").fill("overdracht")
    page.locator(".zoek__lijst a").first.wait_for()
    assert not (found := faults(page)), found


@pytest.mark.parametrize("kind", KINDS)
def test_the_focus_is_always_seen_and_goes_in_reading_order(kind: str, page: Page) -> None:
    """Every stop of the Tab key has an outline, stands in the page's order, and is not under the bar at the bottom."""
    page.goto(kind)
    stops = page.evaluate(
        "[...document.querySelectorAll('a[href], button, input, select, summary')].filter(node => node.checkVisibility({visibilityProperty: true}) && node.tabIndex >= 0).length"
    )
    before = -1
    for _ in range(min(stops, 40)):
        page.keyboard.press("Tab")
        at, outline, seen = page.evaluate(
            """() => {
              const node = document.activeElement;
              const all = [...document.querySelectorAll("a[href], button, input, select, summary")];
              const box = node.getBoundingClientRect();
              const top = document.elementFromPoint(box.left + Math.min(box.width, 20) / 2, box.top + box.height / 2);
              return [all.indexOf(node), getComputedStyle(node).outlineStyle, Boolean(top && (node.contains(top) || top.contains(node)))];
            }"""
        )
        assert outline == "solid", page.evaluate("document.activeElement.outerHTML")
        assert seen, page.evaluate("document.activeElement.outerHTML")
        assert at > before or (
            at == before and page.evaluate("document.activeElement.type") == "time"
        )  # hours, then minutes
        before = at


@pytest.mark.parametrize("kind", KINDS)
def test_targets_are_large_enough(kind: str, page: Page) -> None:
    """24 pixels, or in a line of text (WCAG 2.2, 2.5.8)."""
    page.goto(kind)
    small = page.evaluate(
        """[...document.querySelectorAll("a[href], button, input, select, summary")]
          .filter(node => node.checkVisibility({visibilityProperty: true}) && !node.closest(".naar-inhoud"))
          .filter(node => !(getComputedStyle(node).display === "inline" && node.closest("p, li, dd, td, th")))
          .filter(node => { const box = (node.closest("label") ?? node).getBoundingClientRect(); return box.width < 24 || box.height < 24; })
          .map(node => node.outerHTML.slice(0, 120))"""
    )
    assert small == []


def test_the_skip_link_leads_past_the_menu(page: Page) -> None:
    page.goto("themas/houding.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Ga naar inhoud"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#inhoud') !== null")


def test_names_and_order_in_the_accessibility_tree(page: Page) -> None:
    page.goto("nu/overdracht.html")
    tree = page.locator("body").aria_snapshot()
    wanted = [
        'link "Ga naar inhoud"',
        "banner:",
        'link "Samen met ouders"',
        'navigation "Hoofdmenu"',
        "main:",
        'heading "Overdracht aan de deur" [level=1]',
        "contentinfo:",
    ]
    places = [tree.find(one) for one in wanted]
    assert -1 not in places, tree
    assert places == sorted(places)


def test_reading_aloud_says_what_is_on_the_screen_and_stops(page: Page) -> None:
    page.add_init_script(VOICE)
    page.goto("scenarios/nora-slaat.html")
    button = page.get_by_role("button", name="Lees voor")
    expect(button).to_be_visible()
    button.click()
    spoken = page.evaluate("spoken")
    assert spoken[0] == ["Nora slaat", "nl"]
    assert all(
        one[0] != page.locator(".scherm h2").nth(1).text_content() for one in spoken
    )  # a later step is not on the screen
    page.get_by_role("button", name="Stop met voorlezen").click()
    assert page.evaluate("spoken.at(-1)") == "stil"


def test_without_a_dutch_voice_there_is_no_button(page: Page) -> None:
    page.add_init_script("speechSynthesis.getVoices = () => [{ lang: 'en-US' }]")
    page.goto("index.html")
    assert not page.get_by_role("button", name="Lees voor").is_visible()


def test_nothing_moves_for_who_asked_for_that(browser: Browser, address: str) -> None:
    with browser.new_context(base_url=address, reduced_motion="reduce") as context:
        page = context.new_page()
        page.goto("themas/houding.html")
        moving = page.evaluate(
            "[...document.querySelectorAll('*')].filter(node => parseFloat(getComputedStyle(node).transitionDuration) || parseFloat(getComputedStyle(node).animationDuration)).length"
        )
        assert moving == 0


def test_more_contrast_when_asked(page: Page) -> None:
    page.emulate_media(contrast="more")
    page.goto("nu/overdracht.html")
    colour = "selector => getComputedStyle(document.querySelector(selector)).color"
    assert page.evaluate(colour, ".moment") == page.evaluate(colour, "h1")


def test_only_features_of_two_years_ago(built: Path) -> None:
    """Nothing newer than Chrome 130, Firefox 132 and Safari 18.1 in the scripts and the style."""
    text = "".join(path.read_text(encoding="utf-8") for path in built.rglob("assets/js/*.js")) + (
        built / "index.html"
    ).read_text(encoding="utf-8")
    for word in (
        "Iterator.prototype",
        "Promise.try",
        "RegExp.escape",
        "text-wrap: pretty",
        "anchor-name",
        "@scope",
        "interpolate-size",
        "Temporal.",
    ):
        assert word not in text
