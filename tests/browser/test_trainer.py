"""The trainer's things from a USB stick: offline, over file://, with the clicker's keys."""

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from pypdf import PdfReader

from browser.axe import faults
from macros.content.load import load
from macros.decks import slides
from macros.source.markup import plain

CONTENT = load()
SESSIES = CONTENT.sessies
#: The choice that the clicker stands on.
LIT = ".present .dia__keuzes [aria-current]"
SIZES = ((1280, 720), (1920, 1080), (1024, 768))


@pytest.fixture
def laptop(browser: Browser, stick: Path) -> Iterator[Page]:
    """A borrowed laptop without a network; at the end nothing may have been asked of anyone."""
    faults: list[str] = []
    with browser.new_context(viewport={"width": 1280, "height": 720}, offline=True) as context:
        context.on(
            "console",
            lambda message: faults.append(message.text) if message.type in {"error", "warning"} else None,
        )
        context.on("weberror", lambda error: faults.append(str(error.error)))
        context.on(
            "request",
            lambda request: (
                None
                if request.url.startswith(("file:", "data:", "blob:", "about:"))
                else faults.append(request.url)
            ),
        )
        yield context.new_page()
    assert faults == []


def _open(page: Page, stick: Path, address: str, query: str = "") -> None:
    page.goto((stick / address).as_uri() + query)


def _current(page: Page) -> str:
    return str(page.evaluate("Reveal.getCurrentSlide().id"))


@pytest.mark.parametrize("sessie", SESSIES, ids=lambda sessie: sessie.id)
def test_a_clicker_walks_the_deck_and_back(sessie, laptop: Page, stick: Path) -> None:
    _open(laptop, stick, sessie.presentatie)
    laptop.locator(".reveal.ready").wait_for()
    ids = laptop.evaluate("[...document.querySelectorAll('section.dia')].map(slide => slide.id)")
    seen = [_current(laptop)]
    for _ in range(len(ids)):
        laptop.keyboard.press("PageDown")
        if laptop.locator(LIT).count():
            laptop.keyboard.press(".")
        if _current(laptop) == seen[-1]:
            break
        seen.append(_current(laptop))
    assert seen[0] == ids[0]
    assert seen[-1] == ids[-1]
    parts = laptop.evaluate("ids => ids.map(id => document.getElementById(id).dataset.onderdeel)", seen)
    assert list(dict.fromkeys(parts)) == [onderdeel.id for onderdeel in sessie.onderdelen]
    for earlier in reversed(seen[:-1]):
        laptop.keyboard.press("PageUp")
        assert _current(laptop) == earlier


@pytest.mark.parametrize("sessie", SESSIES, ids=lambda sessie: sessie.id)
def test_no_slide_overflows_and_text_is_large(sessie, laptop: Page, stick: Path) -> None:
    _open(laptop, stick, sessie.presentatie)
    laptop.locator(".reveal.ready").wait_for()
    count = laptop.evaluate("Reveal.getTotalSlides()")
    for width, height in SIZES:
        laptop.set_viewport_size({"width": width, "height": height})
        for index in range(count):
            laptop.evaluate("index => Reveal.slide(index)", index)
            over = laptop.evaluate(
                """() => {
                  const slide = Reveal.getCurrentSlide();
                  const box = slide.getBoundingClientRect();
                  const out = [...slide.querySelectorAll("*")].filter(node => {
                    const own = node.getBoundingClientRect();
                    return node.checkVisibility() && !node.closest(".stemmen span") && own.width > 1 &&
                      (own.bottom > box.bottom + 1 || own.right > box.right + 1 || own.top < box.top - 1);
                  });
                  return { id: slide.id, out: out.map(node => node.outerHTML.slice(0, 80)), box: box.bottom > innerHeight + 1 || box.right > innerWidth + 1 };
                }"""
            )
            assert over["out"] == [], f"{over['id']} bij {width}×{height}"
            assert not over["box"], f"{over['id']} bij {width}×{height}"
    laptop.set_viewport_size({"width": 1280, "height": 720})
    small = laptop.evaluate(
        """() => [...document.querySelectorAll("section.dia *")].filter(node =>
          !node.closest(".notes, svg, .stemmen span") && [...node.childNodes].some(child => child.nodeType === 3 && child.data.trim()) &&
          parseFloat(getComputedStyle(node).fontSize) < 28).map(node => node.outerHTML.slice(0, 80))"""
    )
    assert small == []


def test_the_room_chooses(laptop: Page, stick: Path) -> None:
    sessie = next(s for s in SESSIES if any(dia.soort == "scenario" for o in s.onderdelen for dia in o.dias))
    _open(laptop, stick, sessie.presentatie)
    laptop.locator(".reveal.ready").wait_for()
    step = laptop.locator("section.dia--stap").first
    _to_a_step(laptop)
    votes = step.locator("input")
    votes.nth(0).fill("3")
    votes.nth(1).fill("11")
    wanted = votes.nth(1).get_attribute("data-naar")
    laptop.keyboard.press("PageDown")
    assert _current(laptop) == step.get_attribute("id"), "er is al gekozen"
    laptop.keyboard.press(".")
    assert _current(laptop) == wanted
    bars = laptop.locator(".present .dia__stand meter").evaluate_all(
        "all => all.map(bar => [bar.value, bar.max])"
    )
    assert bars[:2] == [[3, 11], [11, 11]]
    laptop.locator(".present .dia__wegen a").last.click()
    assert _current(laptop) == step.get_attribute("id")
    laptop.keyboard.press("1")
    assert _current(laptop) == votes.nth(0).get_attribute("data-naar")


def test_the_speaker_window_follows_and_leads(laptop: Page, stick: Path) -> None:
    """Also after either of the two was loaded again; and from a stick, where pages are strangers to each other."""
    _open(laptop, stick, SESSIES[0].presentatie)
    laptop.locator(".reveal.ready").wait_for()
    with laptop.context.expect_page() as opened:
        laptop.keyboard.press("s")
    speaker = opened.value
    on_screen = speaker.locator("[data-vul=dia]")
    expect(on_screen).to_have_text(_title(laptop))
    laptop.keyboard.press("PageDown")
    expect(on_screen).to_have_text(_title(laptop))
    expect(speaker.locator(".spreker__notities p").first).to_be_visible()
    speaker.get_by_role("button", name="Start de klok").click()
    expect(speaker.locator("[data-klok=duur]")).to_have_text("0:01")
    expect(speaker.locator("[data-klok=over]")).to_contain_text("nog")
    for either in (laptop, speaker):
        either.reload()
        laptop.locator(".reveal.ready").wait_for()
        title = _title(laptop)
        expect(on_screen).to_have_text(title)
        speaker.keyboard.press("PageDown")
        expect(on_screen).not_to_have_text(title)
        assert _title(laptop) != title
    expect(speaker.locator("[data-klok=duur]")).to_contain_text(":")


def test_the_speaker_counts_hands(laptop: Page, stick: Path) -> None:
    sessie = next(s for s in SESSIES if any(dia.soort == "scenario" for o in s.onderdelen for dia in o.dias))
    _open(laptop, stick, sessie.presentatie)
    laptop.locator(".reveal.ready").wait_for()
    _to_a_step(laptop)
    with laptop.context.expect_page() as opened:
        laptop.keyboard.press("s")
    speaker = opened.value
    speaker.locator(".spreker__stemmen input").nth(1).fill("7")
    expect(laptop.locator(".present .stemmen input").nth(1)).to_have_value("7")
    speaker.keyboard.press("?")  # the keys are told in the window in which somebody asks
    expect(speaker.locator(".toetsen dt").first).to_be_visible()
    speaker.keyboard.press("PageDown")
    expect(speaker.locator(".toetsen dt").first).to_be_hidden()
    expect(laptop.locator(LIT)).to_have_count(0)
    speaker.keyboard.press("PageDown")  # it is no figure, so it leads
    expect(laptop.locator(LIT)).to_have_count(1)
    assert laptop.locator(".present .dia__keuzes li").nth(1).locator("[aria-current]").count() == 1


def test_the_keys_are_on_the_screen_when_asked(laptop: Page, stick: Path) -> None:
    _open(laptop, stick, SESSIES[0].presentatie)
    laptop.locator(".reveal.ready").wait_for()
    before = _current(laptop)
    laptop.keyboard.press("?")
    expect(laptop.locator(".toetsen dt").first).to_be_visible()
    laptop.keyboard.press("PageDown")
    expect(laptop.locator(".toetsen dt").first).to_be_hidden()
    assert _current(laptop) == before


def test_the_overview_shows_slides_and_goes_where_enter_says(laptop: Page, stick: Path) -> None:
    _open(laptop, stick, SESSIES[0].presentatie)
    laptop.locator(".reveal.ready").wait_for()
    laptop.keyboard.press("o")
    expect(laptop.locator(".dia__titel:visible").nth(2)).to_be_visible()
    laptop.keyboard.press("ArrowRight")
    laptop.keyboard.press("ArrowRight")
    laptop.keyboard.press("Enter")
    assert laptop.evaluate("[Reveal.isOverview(), Reveal.getIndices().h]") == [False, 2]


def _title(page: Page) -> str:
    return str(page.evaluate("Reveal.getCurrentSlide().querySelector('.dia__titel').textContent"))


def _to_a_step(page: Page) -> None:
    """The first slide on which the room chooses."""
    index = page.evaluate(
        "[...document.querySelectorAll('section.dia')].findIndex(one => one.matches('.dia--stap'))"
    )
    page.evaluate("index => Reveal.slide(index)", index)


def test_notes_show_on_the_screen_itself(laptop: Page, stick: Path) -> None:
    _open(laptop, stick, SESSIES[0].presentatie)
    laptop.locator(".reveal.ready").wait_for()
    assert not laptop.locator(".present .notes").is_visible()
    laptop.keyboard.press("n")
    assert laptop.locator(".present .notes").is_visible()


def test_only_the_slide_on_the_screen_can_be_reached(laptop: Page, stick: Path) -> None:
    _open(laptop, stick, SESSIES[0].presentatie)
    laptop.locator(".reveal.ready").wait_for()
    assert laptop.locator("[role=application]").count() == 0
    assert laptop.locator("section.dia:not([inert])").count() == 1


@pytest.mark.parametrize("sessie", SESSIES, ids=lambda sessie: sessie.id)
def test_axe_finds_nothing_on_any_slide(sessie, laptop: Page, stick: Path) -> None:
    _open(laptop, stick, sessie.presentatie)
    laptop.locator(".reveal.ready").wait_for()
    for index in range(laptop.evaluate("Reveal.getTotalSlides()")):
        laptop.evaluate("index => Reveal.slide(index)", index)
        assert not (found := faults(laptop, within="section.present")), f"{_current(laptop)}: {found}"


def test_a_deck_on_a_phone_is_a_page_to_scroll(laptop: Page, stick: Path) -> None:
    laptop.set_viewport_size({"width": 360, "height": 740})
    _open(laptop, stick, SESSIES[0].presentatie)
    assert laptop.locator("section.dia:visible").count() == laptop.locator("section.dia").count()
    assert laptop.evaluate("document.documentElement.scrollWidth") <= 360
    assert laptop.locator(".notes").first.is_visible()
    assert faults(laptop) == ""


@pytest.mark.parametrize("query", ["", "?lezen"])
def test_a_deck_prints_as_a_handout_with_notes(query: str, laptop: Page, stick: Path) -> None:
    sessie = SESSIES[1]
    _open(laptop, stick, sessie.presentatie, query)
    if not query:
        laptop.locator(".reveal.ready").wait_for()
    reader = PdfReader(io.BytesIO(laptop.pdf(format="A4", prefer_css_page_size=True)))
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    for slide in slides.of(CONTENT, sessie):
        assert slide.titel in text
        assert slide.notities[0] in text


def test_search_and_ticks_work_from_the_stick(laptop: Page, stick: Path) -> None:
    _open(laptop, stick, "index.html")
    laptop.keyboard.press("/")
    laptop.locator("input[name=query]").press_sequentially("luisterend oor")
    expect(laptop.locator(".zoek__lijst a").first).to_have_attribute(
        "href", (stick / "themas/steunen.html").as_uri() + "#luisterend-oor"
    )
    checklist = CONTENT.checklists[0]
    _open(laptop, stick, checklist.pagina)
    laptop.locator(".vink").first.click()
    laptop.reload()
    assert laptop.locator(".vink input").first.is_checked()


def test_a_scenario_plays_from_the_stick(laptop: Page, stick: Path) -> None:
    scenario = CONTENT.scenarios[0]
    _open(laptop, stick, scenario.pagina)
    laptop.locator("#begin .knop").click()
    laptop.locator(".keuze:visible").first.click()
    assert laptop.locator(".uitkomst:visible").count() == 1


@pytest.mark.parametrize("sessie", SESSIES, ids=lambda sessie: sessie.id)
def test_cutting_any_number_of_minutes(sessie, page: Page) -> None:
    """Never longer than given, what must stays, order stays, no part outside its range; and when it does not fit it says so."""
    page.goto(sessie.pagina)
    plan = {part["id"]: part for part in sessie.plan}
    must = [part["id"] for part in sessie.plan if part["voorrang"] == "moet"]
    fewest = sum(plan[id_]["minstens"] for id_ in must)
    cuts = page.evaluate(
        "plan => Array.from({ length: 200 }, (_, minutes) => inkorten(plan, minutes))", sessie.plan
    )
    for minutes, cut in enumerate(cuts):
        assert cut["nodig"] == fewest
        assert cut["past"] == (minutes >= fewest)
        kept = [part["id"] for part in cut["delen"]]
        assert sum(part["minuten"] for part in cut["delen"]) <= minutes
        if not cut["past"]:
            assert kept == []
            continue
        assert set(must) <= set(kept)
        assert kept == [id_ for id_ in plan if id_ in kept]
        assert all(
            plan[part["id"]]["minstens"] <= part["minuten"] <= plan[part["id"]]["minuten"]
            for part in cut["delen"]
        )
    assert cuts[sessie.minuten]["delen"] == [
        {"id": part["id"], "minuten": part["minuten"]} for part in sessie.plan
    ]


def test_the_run_sheet_tells_the_time_and_the_deck_follows(page: Page) -> None:
    sessie = SESSIES[0]
    page.goto(sessie.pagina)
    page.locator("input[name=begin]").fill("13:50")
    expect(page.locator("[data-tijd]").nth(1)).to_have_text(
        _clock(13 * 60 + 50 + sessie.onderdelen[0].minuten)
    )
    fewest = sum(o.minstens for o in sessie.onderdelen if o.voorrang == "moet")
    page.locator("input[name=minuten]").fill(str(fewest))
    expect(page.locator("[data-uitkomst]")).to_contain_text(f"Zo past het in {fewest} minuten")
    shown = page.locator("[data-onderdeel]:visible").evaluate_all(
        "parts => parts.map(part => part.dataset.onderdeel)"
    )
    page.set_viewport_size({"width": 1280, "height": 720})
    page.locator("[data-deck]").click()
    page.locator(".reveal.ready").wait_for()
    parts = page.evaluate(
        "[...new Set([...document.querySelectorAll('section.dia')].map(slide => slide.dataset.onderdeel))]"
    )
    assert parts == shown
    goals = [doel for doel in sessie.doelen if {part.id for part in sessie.dient[doel.id]} & {*shown}]
    assert 0 < len(goals) < len(sessie.doelen)  # so that one falls away
    assert page.locator(".dia--doelen li").all_text_contents() == [plain(doel.tekst) for doel in goals]
    page.go_back()
    page.locator("input[name=minuten]").fill("1")
    expect(page.locator("[data-uitkomst]")).to_contain_text("Dat past niet")


def test_a_deck_with_no_goal_left_has_no_slide_for_them(page: Page) -> None:
    def served_by_nothing(route: Route) -> None:
        response = route.fetch()
        text = re.sub('data-dient="[^"]*"', 'data-dient=""', response.text())
        route.fulfill(response=response, body=text)

    page.goto(SESSIES[0].presentatie)
    expect(page.locator(".dia--doelen")).to_have_count(1)
    page.route(f"**/{SESSIES[0].presentatie}", served_by_nothing)
    page.reload()
    expect(page.locator(".dia--doelen")).to_have_count(0)


def _clock(minutes: int) -> str:
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def test_the_plan_on_the_page_is_the_plan_in_the_data(page: Page) -> None:
    page.goto(SESSIES[0].pagina)
    assert (
        json.loads(page.locator("[data-draaiboek]").get_attribute("data-draaiboek") or "") == SESSIES[0].plan
    )
