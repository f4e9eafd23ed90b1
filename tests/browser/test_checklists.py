"""Ticks: whole rows, kept on the device, wiped with one button, also when storage is blocked; and the card of 30 seconds."""

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from macros.content.load import load

CHECKLISTS = load().checklists
FIRST = CHECKLISTS[0]


def test_a_tick_survives_a_reload_and_is_wiped(page: Page) -> None:
    page.goto(FIRST.pagina)
    progress = page.locator("[data-voortgang]")
    expect(progress).to_have_text(f"0 van {len(FIRST.items)}")
    row = page.locator(".vink").nth(1)
    row.click(position={"x": 300, "y": 10})  # far from the box: the whole row is the target
    expect(progress).to_have_text(f"1 van {len(FIRST.items)}")
    page.reload()
    assert page.locator(".vink input").nth(1).is_checked()
    expect(progress).to_have_text(f"1 van {len(FIRST.items)}")
    page.locator("[data-wis]").click()
    page.reload()
    expect(progress).to_have_text(f"0 van {len(FIRST.items)}")
    assert page.evaluate("Object.keys(localStorage).filter(key => key.includes('vinkjes'))") == []


def test_ticks_work_with_the_keyboard(page: Page) -> None:
    page.goto(FIRST.pagina)
    page.locator(".vink input").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator("[data-voortgang]")).to_have_text(f"2 van {len(FIRST.items)}")


def test_ticks_of_an_older_list_are_dropped(page: Page) -> None:
    page.goto(FIRST.pagina)
    page.locator(".vink").first.click()
    key = page.evaluate("Object.keys(localStorage).find(key => key.includes('vinkjes'))")
    older = key.replace(FIRST.versie, "0ud")
    page.evaluate(
        "([key, older]) => { localStorage.setItem(older, localStorage.getItem(key)); localStorage.removeItem(key); }",
        [key, older],
    )
    page.reload()
    expect(page.locator("[data-voortgang]")).to_have_text(f"0 van {len(FIRST.items)}")
    assert page.evaluate("older => localStorage.getItem(older)", older) is None


def test_ticks_carry_the_path_of_the_site(page: Page) -> None:
    page.goto(FIRST.pagina)
    page.locator(".vink").first.click()
    assert page.evaluate(
        "Object.keys(localStorage).some(key => key.startsWith('oefensite:1:/samen/:vinkjes:'))"
    )


#: Gives all that is kept an earlier name; of what another site of this host keeps, the name stays.
_EARLIER = """() => {
  for (const [key, value] of Object.entries(localStorage)) {
    localStorage.setItem(key.replace("oefensite:", "eerder:"), value);
    localStorage.removeItem(key);
  }
  localStorage.setItem("eerder:1:/elders/:kleuren", '"licht"');
}"""


def test_what_was_kept_under_another_name_is_taken_along_once(page: Page) -> None:
    page.goto(FIRST.pagina)
    page.locator(".vink").first.click()
    colours = page.locator("button[data-kleuren]")
    colours.click()
    colours.click()
    kept = page.evaluate("Object.entries(localStorage)")
    assert len(kept) == 2
    page.evaluate(_EARLIER)
    page.goto(CHECKLISTS[1].pagina)
    assert page.evaluate("document.documentElement.dataset.kleuren") == "donker"  # on the first page already
    page.goto(FIRST.pagina)
    assert page.locator(".vink input").first.is_checked()
    now = [*kept, ["eerder:1:/elders/:kleuren", '"licht"']]
    assert sorted(page.evaluate("Object.entries(localStorage)")) == sorted(now)


def test_ticks_work_when_storage_is_blocked(browser: Browser, address: str) -> None:
    with browser.new_context(base_url=address, service_workers="block") as context:
        context.add_init_script(
            "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('geblokkeerd', 'SecurityError'); } })"
        )
        page = context.new_page()
        page.goto(FIRST.pagina)
        page.locator(".vink").first.click()
        expect(page.locator("[data-voortgang]")).to_have_text(f"1 van {len(FIRST.items)}")
        page.locator("[data-wis]").click()
        expect(page.locator("[data-voortgang]")).to_have_text(f"0 van {len(FIRST.items)}")


def test_the_list_is_whole_without_javascript(browser: Browser, address: str) -> None:
    with browser.new_context(base_url=address, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(FIRST.pagina)
        assert page.locator(".vink").count() == len(FIRST.items)
        assert not page.locator("[data-print]").is_visible()


@pytest.mark.parametrize("checklist", CHECKLISTS, ids=lambda checklist: checklist.id)
def test_the_card_fits_a_phone_without_scrolling(checklist, page: Page) -> None:
    page.goto(checklist.kaart)
    bar = page.locator(".kop__menu").bounding_box()
    last = page.locator(".nu .knoppen").bounding_box()
    assert bar
    assert last
    assert last["y"] + last["height"] <= bar["y"]
    for button in page.locator(".nu .knop").all():
        box = button.bounding_box()
        assert box
        assert box["height"] >= 48


def test_what_was_tapped_before_the_scripts_came_counts(browser: Browser, address: str) -> None:
    """On bad wifi a script comes seconds later: a tick stays, and a button does its work then."""
    with browser.new_context(base_url=address, viewport={"width": 360, "height": 740}) as context:
        page = context.new_page()
        late: list[Route] = []
        page.route("**/pagina.js", lambda route: late.append(route))
        page.goto("404.html")  # a page without scripts, to be on the site
        page.evaluate("location.href = 'checklists/overdracht.html'")
        page.locator(".vink").first.click()
        page.locator(".kop__zoek").click()
        while not late:
            page.wait_for_timeout(50)
        late[0].continue_()
        expect(page.locator("[data-voortgang]")).to_contain_text("1 van")
        expect(page.locator("input[name=query]")).to_be_focused()
