"""A real browser makes every choice of every scenario; one way through each, and all of one without JavaScript, with the keyboard alone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.conftest import Watch
from macros.content.load import load
from macros.model import Keuze, Scenario, Stap
from macros.source.markup import plain

SCENARIOS = load().scenarios


#: How many times Tab goes from the focus to the link; what is hidden or not in the tab order does not count.
TABS = """address => {
  const all = [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex]")]
    .filter(node => node === document.activeElement || (node.tabIndex >= 0 && node.checkVisibility()));
  const from = all.indexOf(document.activeElement);
  return all.findIndex((node, index) => index > from && node.getAttribute("href") === address) - from;
}"""


def _follow(page: Page, address: str) -> None:
    """Tab to the link to `address`, which has to be near, and press Enter."""
    tabs = page.evaluate(TABS, address)
    assert 0 < tabs <= 12, f"met Tab niet bij {address}"
    for _ in range(tabs):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == address


def _click(page: Page, address: str) -> None:
    """Click the link to `address`, which has to be on the screen, at once."""
    links = page.locator(f".scherm a[href='{address}']:visible")
    links.first.evaluate("link => link.click()")
    page.wait_for_function("address => location.hash === address", arg=address)


def _play(
    page: Page,
    scenario: Scenario,
    path: tuple[tuple[Stap, Keuze], ...],
    follow: Callable[[Page, str], None] = _click,
) -> None:
    _tab_to(page, f"#stap-{scenario.start}")
    page.keyboard.press("Enter")
    for stap, keuze in path:
        follow(page, f"#keuze-{stap.id}-{keuze.id}")
        follow(page, f"#{'einde' if keuze.naar in scenario.einde else 'stap'}-{keuze.naar}")


def _covering(scenario: Scenario) -> list[tuple[tuple[Stap, Keuze], ...]]:
    """As few paths as hold every choice: one after the other the path with most choices that were not played yet."""
    left = {(stap.id, keuze.id) for path in scenario.paden for stap, keuze in path}
    chosen = []
    while left:
        best = max(scenario.paden, key=lambda path: len(left & {(stap.id, keuze.id) for stap, keuze in path}))
        chosen.append(best)
        left -= {(stap.id, keuze.id) for stap, keuze in best}
    return chosen


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.id)
def test_every_choice_with_javascript(scenario: Scenario, page: Page) -> None:
    page.goto(scenario.pagina)
    for number, path in enumerate(_covering(scenario)):
        page.goto(f"{scenario.pagina}#begin")
        _play(page, scenario, path, _click if number else _follow)
        assert page.locator(".scherm:visible").count() == 1
        assert page.locator(f"#einde-{path[-1][1].naar}").is_visible()
        taken = page.locator("[data-pad] li li:has(strong:text-is('Jouw keuze: ')) a")
        assert taken.evaluate_all("links => links.map(link => link.hash)") == [
            f"#keuze-{stap.id}-{keuze.id}" for stap, keuze in path
        ]


def test_every_choice_without_javascript(browser: Browser, address: str) -> None:
    """Without a script a page has no memory: walking every choice from its own step walks every path.

    All scenarios have one template, and test_links follows the links of them all.
    """
    scenario = max(SCENARIOS, key=lambda scenario: len(scenario.stappen))
    watch = Watch(address)
    with browser.new_context(
        base_url=address, java_script_enabled=False, viewport={"width": 360, "height": 740}
    ) as context:
        watch.follow(context)
        page = context.new_page()
        page.goto(scenario.pagina)
        assert page.locator(".scherm:visible").count() == page.locator(".scherm").count()
        assert page.locator(".na-afloop").is_visible()
        for stap in scenario.stappen:
            for keuze in stap.keuzes:
                page.locator(f"a.keuze[href='#keuze-{stap.id}-{keuze.id}']").focus()
                page.keyboard.press("Enter")
                assert page.evaluate("location.hash") == f"#keuze-{stap.id}-{keuze.id}"
                onward = f"#{'einde' if keuze.naar in scenario.einde else 'stap'}-{keuze.naar}"
                _tab_to(page, onward)
                page.keyboard.press("Enter")
                assert page.evaluate("location.hash") == onward
    assert watch.faults == []


def _tab_to(page: Page, address: str) -> None:
    """Press Tab from the place in the page where the last link led, until the focus stands on the link to `address`."""
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.getAttribute('href')") == address:
            return
    raise AssertionError(f"met Tab niet bij {address} gekomen, maar bij {page.url}")


@pytest.fixture
def first(page: Page) -> Scenario:
    """The first scenario, opened."""
    page.goto(SCENARIOS[0].pagina)
    return SCENARIOS[0]


def test_back_forward_and_restart(page: Page, first: Scenario) -> None:
    path = first.paden[0]
    stap, keuze = path[0]
    page.goto(f"{first.pagina}#begin")
    _play(page, first, path)
    page.go_back()
    last_stap, last = path[-1]
    expect(page.locator(f"#keuze-{last_stap.id}-{last.id}")).to_be_visible()
    page.go_forward()
    expect(page.locator(f"#einde-{last.naar}")).to_be_visible()
    page.locator(".na-afloop a", has_text="Opnieuw").click()
    expect(page.locator("#begin")).to_be_visible()
    page.goto(f"{first.pagina}#begin")
    _play(page, first, path[:1])
    page.go_back()
    expect(page.locator(f"#keuze-{stap.id}-{keuze.id}")).to_be_visible()


def test_another_way_replaces_the_choice(page: Page, first: Scenario) -> None:
    path = first.paden[0]
    stap, keuze = path[0]
    other = next(choice for choice in stap.keuzes if choice.id != keuze.id)
    page.locator("#begin .knop").click()
    page.locator(f"a.keuze[href='#keuze-{stap.id}-{keuze.id}']").click()
    page.locator(f"#keuze-{stap.id}-{keuze.id} .knop--rustig").click()
    page.locator(f"a.keuze[href='#keuze-{stap.id}-{other.id}']").click()
    assert page.evaluate("history.state.pad") == [f"keuze-{stap.id}-{other.id}"]


def test_a_step_can_be_linked(page: Page, first: Scenario) -> None:
    stap = first.stappen[-1]
    page.goto("index.html")
    page.goto(f"{first.pagina}#stap-{stap.id}")
    expect(page.locator(f"#stap-{stap.id}")).to_be_visible()
    assert page.locator(".scherm:visible").count() == 1


def test_the_reaction_is_announced(page: Page, first: Scenario) -> None:
    """The heading that gets the focus carries the verdict and the reaction as its description, so a screen reader reads all three."""
    stap = first.stap[first.start]
    page.locator("#begin .knop").click()
    page.locator(f"#stap-{stap.id} a.keuze").first.click()
    focused = page.evaluate(
        "({tag: document.activeElement.tagName, told: document.activeElement.getAttribute('aria-describedby')})"
    )
    assert focused["tag"] == "H2"
    keuze = stap.keuzes[0]
    told = [page.locator(f"#{id_}") for id_ in focused["told"].split()]
    assert all(one.is_visible() for one in told)
    assert [one.inner_text() for one in told][1:] == [plain(keuze.reactie)]
    assert told[0].inner_text().startswith(keuze.oordeel.capitalize())
    assert page.title().startswith(page.locator(f"#keuze-{stap.id}-{keuze.id} h2").inner_text())


#: Go to an outcome, and tell whether it is all in view between the header and the docked buttons.
FITS = """id => {
  const link = Object.assign(document.createElement("a"), { href: `#${id}` });
  document.querySelector("[data-scenario]").append(link);
  link.click();
  link.remove();
  const part = (name) => document.querySelector(`#${id} ${name}`).getBoundingClientRect();
  const header = document.querySelector(".kop").getBoundingClientRect();
  return part(".reactie").top >= header.bottom - 1 && part(".oordeel p").bottom <= part(".knoppen").top + 1;
}"""


def test_what_comes_of_a_choice_fits_a_phone(page: Page) -> None:
    """Reaction and verdict are wholly above the docked way on, for nine of ten outcomes on a screen of 360 by 740."""
    page.set_viewport_size({"width": 360, "height": 740})
    fits = []
    for scenario in SCENARIOS:
        page.goto(scenario.pagina)
        for stap in scenario.stappen:
            for keuze in stap.keuzes:
                fits.append(page.evaluate(FITS, f"keuze-{stap.id}-{keuze.id}"))
    assert fits.count(True) >= 0.9 * len(fits)


def test_nothing_is_stored(page: Page, first: Scenario) -> None:
    page.goto(f"{first.pagina}#begin")
    _play(page, first, first.paden[0])
    assert page.evaluate("Object.keys(localStorage).concat(Object.keys(sessionStorage))") == []


def test_filter_narrows_the_overview(page: Page) -> None:
    page.goto("scenarios/index.html")
    plek = SCENARIOS[0].plek
    page.locator("select[name=plek]").select_option(plek)
    assert page.locator("[data-plek]:visible").count() == sum(scenario.plek == plek for scenario in SCENARIOS)
    page.locator("select[name=plek]").select_option("")
    assert page.locator("[data-plek]:visible").count() == len(SCENARIOS)


def test_a_state_of_the_other_narrows_the_overview(page: Page) -> None:
    page.goto("scenarios/index.html")
    for state in SCENARIOS[0].bij:
        page.locator("select[name=bij]").select_option(state)
        shown = page.locator("[data-plek]:visible strong").all_inner_texts()
        assert shown == [plain(scenario.titel) for scenario in SCENARIOS if state in scenario.bij]
    page.locator("select[name=bij]").select_option("")
    assert page.locator("[data-plek]:visible").count() == len(SCENARIOS)


def test_one_row_of_chips_narrows_the_overview_by_setting(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("scenarios/index.html")
    chips = page.locator(".chips label")
    boxes = [chip.bounding_box() for chip in chips.all()]
    assert len({round(box["y"]) for box in boxes if box}) == 1
    assert all(box and 44 <= box["height"] < 60 and box["x"] + box["width"] <= 360 for box in boxes)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    omgeving = SCENARIOS[0].omgeving
    page.locator(f".chips label:has([value={omgeving}])").click()
    assert page.locator("[data-plek]:visible").count() == sum(
        scenario.omgeving == omgeving for scenario in SCENARIOS
    )
    chips.first.click()
    assert page.locator("[data-plek]:visible").count() == len(SCENARIOS)
