"""Compares searches: ours and Pagefind, over the same pages, with the forty queries of the tests."""

import shutil
from collections.abc import Callable
from pathlib import Path

import yaml
from playwright.sync_api import Browser, Page

from bench import contenders, tools
from bench.process import run
from bench.report import Section, Table, Target, kilobytes, number
from bench.server import Host, serving
from bench.visits import PHONE, browsing
from macros.content.load import PROJECT

QUERIES: dict[str, str] = yaml.safe_load((PROJECT / "tests" / "browser" / "zoekvragen.yml").read_text(encoding="utf-8"))
FIRST = 5
PAGEFIND = "Pagefind"
#: A page for Pagefind alone: ours forbids what it needs, WebAssembly and fetching.
PAGE = """<!doctype html><html lang="nl"><meta charset="utf-8"><title>Pagefind</title><script type="module">
import * as pagefind from "./pagefind/pagefind.js";
window.zoek = async (vraag) => {
  const { results } = await pagefind.search(vraag);
  return (await Promise.all(results.slice(0, 5).map((result) => result.data()))).map((page) => page.url.replace(/^\\//, ""));
};
</script>"""
METHOD = f"""Veertig vragen uit `tests/browser/zoekvragen.yml`: woorden, woordvormen en typfouten. Gevonden: de bedoelde pagina staat bij de eerste
{FIRST}. Pagefind krijgt dezelfde pagina’s, met zijn eigen woordstammen voor Nederlands. Elk begint met een lege cache."""

Search = Callable[[Page, str], list[str]]


def measure() -> Section:
    """Ask both everything once: the answers do not differ from time to time."""
    site = tools.HOME / "zoeken"
    contenders.build_ours(PROJECT, site)
    (site / "pagefind.html").write_text(PAGE, encoding="utf-8")
    program: list[str | Path] = [tools.NODE, tools.MODULES / "pagefind" / "lib" / "runner" / "bin.cjs"]
    run([*program, "--site", site, "--root-selector", "article", "--exclude-selectors", "[data-search-exclude]"], site)
    with serving(site) as host, browsing([]) as browser:
        found = {contenders.OURS: _asked(browser, host, "index.html", _ours), PAGEFIND: _asked(browser, host, "pagefind.html", _pagefind)}
    shutil.rmtree(site)
    head = ["", f"gevonden van {len(QUERIES)}", "kB tot het eerste antwoord", "kB voor alle vragen"]
    rows = [[name, number(hits, 0), kilobytes(first), kilobytes(whole)] for name, (hits, first, whole) in found.items()]
    ours, theirs = found.values()
    targets = [Target("gevonden vragen, deel van Pagefind", ours[0] / theirs[0], 1, "×", least=True)]
    return Section("Zoeken", METHOD, [Table("Ons venster op Material’s zoeker, en Pagefind", head, rows)], targets)


def _asked(browser: Browser, host: Host, start: str, search: Search) -> tuple[int, int, int]:
    """How many queries find their page, the bytes up to the first answer, and those for all of them; the page itself not counted."""
    with browser.new_context(viewport=PHONE, service_workers="block") as context:  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(host.address + start, wait_until="networkidle")
        before = len(host.sent)
        hits, first = 0, 0
        for query, expected in QUERIES.items():
            hits += any(address.startswith(expected) for address in search(page, query)[:FIRST])
            first = first or sum(answer.size for answer in host.sent[before:])
        return hits, first, sum(answer.size for answer in host.sent[before:])


def _ours(page: Page, query: str) -> list[str]:
    if not page.locator(".zoek[open]").count():
        page.locator(".kop__zoek").click()
    page.locator("input[name=query]").fill(query)
    page.locator(f".zoek__lijst[data-vraag='{query}']").wait_for(state="attached")
    root = page.url.rpartition("/")[0] + "/"
    return [str(link).removeprefix(root) for link in page.locator(".zoek__lijst a").evaluate_all("all => all.map(link => link.href)")]


def _pagefind(page: Page, query: str) -> list[str]:
    found: list[str] = page.evaluate("vraag => window.zoek(vraag)", query)
    return found
