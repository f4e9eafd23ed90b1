"""What people do on the pages: terms, search, the menu, paper."""

from playwright.sync_api import Browser, Page, expect


def test_a_term_is_explained_where_it_stands(page: Page) -> None:
    page.goto("themas/steunen.html")
    term = page.locator("button.begrip").first
    sheet = page.locator(f"#{term.get_attribute('popovertarget')}")
    expect(sheet).to_be_hidden()
    term.click()
    expect(sheet).to_be_visible()
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()


def test_each_term_is_marked_once_a_page(page: Page) -> None:
    page.goto("themas/steunen.html")
    targets = page.locator("button.begrip").evaluate_all(
        "all => all.map(term => term.getAttribute('popovertarget'))"
    )
    assert targets
    assert len(targets) == len(set(targets))


def test_search_opens_with_the_keyboard_and_gives_the_focus_back(page: Page) -> None:
    page.goto("index.html")
    page.locator(".kop__zoek").focus()
    page.keyboard.press("Enter")
    expect(page.locator("input[name=query]")).to_be_focused()
    page.keyboard.type("luisterend oor")
    expect(page.locator(".zoek__lijst a").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".kop__zoek")).to_be_focused()


def test_colours_are_chosen_and_remembered(page: Page) -> None:
    page.goto("index.html")
    button = page.locator(".kop__knop[data-kleuren]")
    light, dark = "rgb(255, 253, 249)", "rgb(22, 28, 28)"
    paper = "() => getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(paper) == light
    button.click()
    button.click()
    assert page.evaluate(paper) == dark
    page.goto("hulp.html")
    assert page.evaluate(paper) == dark
    page.locator(".kop__knop[data-kleuren]").click()
    assert page.evaluate(paper) == light


def test_the_menu_says_where_you_are(page: Page) -> None:
    page.goto("themas/houding.html")
    assert page.locator(".kop__menu [aria-current]").inner_text() == "Thema’s"


def test_menu_targets_fit_a_thumb(page: Page) -> None:
    page.goto("index.html")
    for target in page.locator(":is(.kop__menu a, .kop__menu button, .keuzehulp a):visible").all():
        box = target.bounding_box()
        assert box
        assert box["height"] >= 48
        assert box["width"] >= 48


def test_home_asks_first(page: Page) -> None:
    """The choices stand on the first phone screen, above the bar at the bottom."""
    page.goto("index.html")
    bar = page.locator(".kop__menu").bounding_box()
    for choice in page.locator(".keuzehulp a").all():
        box = choice.bounding_box()
        assert box
        assert bar
        assert box["y"] + box["height"] <= bar["y"]


def test_text_is_18_px_on_a_phone(page: Page) -> None:
    page.goto("themas/houding.html")
    assert page.locator(".wel li").first.evaluate("node => getComputedStyle(node).fontSize") == "18px"


def test_print_opens_what_is_folded_and_leaves_the_menu_out(page: Page) -> None:
    page.goto("themas/vertrekpunt.html")
    page.emulate_media(media="print")
    assert not page.locator(".kop").is_visible()
    assert page.locator("details.waarom li").first.is_visible()
    assert page.locator(".voet__bron").is_visible()


def test_everything_is_readable_without_javascript(browser: Browser, address: str) -> None:
    with browser.new_context(
        base_url=address, java_script_enabled=False, viewport={"width": 360, "height": 740}
    ) as context:
        page = context.new_page()
        page.goto("themas/houding.html")
        assert page.locator(".factor").count() > 1
        assert page.locator(".kop__menu a").first.is_visible()
        assert not page.locator(".kop__zoek").is_visible()
        page.locator("details.waarom summary").first.click()
        assert page.locator("details.waarom li").first.is_visible()
