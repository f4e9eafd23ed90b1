"""Measures what a finger waits for on a slow phone: a choice, a letter in the search, an offline page."""

from collections.abc import Iterable, Iterator
from itertools import chain, cycle, islice
from pathlib import Path

import yaml
from playwright.sync_api import Page

from bench.builds import PROJECT, build
from bench.pages import by_kind
from bench.report import Section, spread
from bench.visits import LCP, Host, browsing, keep, phone, serving, slowed

#: How many touches are measured for each run.
TOUCHES = 10
QUESTIONS = PROJECT / "tests" / "browser" / "zoekvragen.yml"
METHOD = """Met een 4 × tragere processor.
Een keuze: van de tik tot het beeld erna (Event Timing, in stappen van 8 ms).
Een letter: van de toets tot de lijst op het scherm staat; de zoeker draait apart en wordt niet vertraagd.
Een pagina zonder internet: LCP, uit de kopie op het toestel.
Toen we begonnen, was een keuze 40 ms (slechtste 112) en een letter 86 ms (slechtste 126)."""

#: Wait for the picture after the next click; one that is painted within 16 ms is never told.
CLICKED = """() => { window.painted = new Promise((done) => {
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.name === "click") done(entry.duration);
  }).observe({ type: "event", durationThreshold: 16 });
  addEventListener("click", () => setTimeout(() => done(16), 3000), { once: true });
}) }"""
#: Wait for the picture with the answers to what stands in the field after the next key.
TYPED = """() => { window.painted = new Promise((done) => {
  const list = document.querySelector(".zoek__lijst");
  const field = document.querySelector("input[name=query]");
  let start;
  field.addEventListener("keydown", (event) => { start = event.timeStamp }, { once: true });
  const watch = new MutationObserver(() => {
    if (list.dataset.vraag !== field.value) return;
    watch.disconnect();
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
  });
  watch.observe(list, { attributes: true });
}) }"""


def measure(project: Path, runs: int) -> Section:
    """Touch everything `TOUCHES` times a run."""
    build(project)
    kinds = by_kind(project / "site")
    scenarios = [page for page in kinds["scenarios"] if page != "scenarios/index.html"]
    touches = runs * TOUCHES
    with serving(project / "site") as host, browsing() as browser:
        with phone(browser) as page:
            slowed(page)
            choices = list(islice(_choices(page, host, scenarios), touches))
            letters = list(islice(_letters(page, host), touches))
        with phone(browser, keeps_site=True) as page:
            keep(page, host)
            page.context.set_offline(True)
            slowed(page)
            shown = list(islice(_opened(page, host, chain(*kinds.values())), touches))
    figures = [
        *spread("keuze in een scenario", choices, 56),
        *spread("letter in de zoekfunctie", letters, 100),
        *spread("pagina zonder internet", shown, 200),
    ]
    return Section("Onder de vinger", METHOD, figures)


def _choices(page: Page, host: Host, scenarios: list[str]) -> Iterator[float]:
    """Play one scenario after the other, always with the first choice; ms for each choice."""
    for scenario in cycle(scenarios):
        page.goto(host.address + scenario, wait_until="networkidle")
        while page.locator(".scherm:visible:not(.einde)").count():
            choice = page.locator(".keuze:visible")
            if choice.count():
                page.evaluate(CLICKED)
                choice.first.tap()
                yield float(page.evaluate("window.painted"))
            else:
                page.locator(".scherm:visible a.knop").first.tap()


def _letters(page: Page, host: Host) -> Iterator[float]:
    """Type one question after the other; ms for each letter."""
    page.goto(host.address, wait_until="networkidle")
    page.locator(".kop__zoek").tap()
    field = page.locator("input[name=query]")
    for question in cycle(yaml.safe_load(QUESTIONS.read_text(encoding="utf-8"))):
        for start in ("xx", ""):  # the first time this waits for the index
            field.fill(start)
            page.locator(f".zoek__lijst[data-vraag='{start}']").wait_for(state="attached")
        for letter in question:
            page.evaluate(TYPED)
            field.press(letter if letter != " " else "Space")
            yield float(page.evaluate("window.painted"))


def _opened(page: Page, host: Host, pages: Iterable[str]) -> Iterator[float]:
    """Open one page after the other; ms for each."""
    for address in cycle(pages):
        page.goto(host.address + address)
        yield float(page.evaluate(LCP))
