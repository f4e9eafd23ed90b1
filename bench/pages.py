"""Measures pages: what they weigh, what a first visit fetches, and when it is there on a slow network."""

import gzip
import html
import tempfile
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser

from bench.builds import build
from bench.report import Figure, Section
from bench.visits import LCP, Host, browsing, keep, phone, serving, slowed

START = "index.html"
#: What nobody reads on a phone.
NOT_READ = ("404.html", "presentatie/")
#: Name -> milliseconds before each answer, and bytes each second, as Chrome's own tools have them.
NETWORKS = {"mobiel": (562.5, 184_320), "trage 3G": (2000, 50_000)}
METHOD = """Gewicht met gzip, zonder headers.
Een eerste bezoek begint met een lege cache en telt headers mee, tot de pagina stil is.
Daarna haalt het toestel de hele site, voor zonder internet.
LCP: wanneer het grootste stuk er staat. Met een 4 × tragere processor en de netwerken van Chrome:
mobiel (562,5 ms per verzoek, 184 kB/s) en trage 3G (2.000 ms, 50 kB/s).
Om en om met hetzelfde artikel in een pagina die met de hand is geschreven (`bench/peers/vloer.html`)."""


def measure(project: Path, runs: int) -> Section:
    """Weigh all pages and visit the heaviest, beside the same article in a page by hand."""
    build(project)
    site, figures, sizes = project / "site", [], {}
    for kind, pages in by_kind(site).items():
        zipped = {page: len(gzip.compress((site / page).read_bytes())) / 1000 for page in pages}
        heaviest = max(zipped, key=zipped.__getitem__)
        figures.append(Figure(f"{kind}: {len(pages)}, zwaarste `{heaviest}`", zipped[heaviest], "kB", 14))
        sizes[heaviest] = zipped[heaviest]
    page = max(sizes, key=sizes.__getitem__)
    with tempfile.TemporaryDirectory() as folder:
        floor_page = by_hand((site / page).read_text(encoding="utf-8"))
        (Path(folder) / START).write_text(floor_page, encoding="utf-8")
        with browsing() as browser, serving(site) as ours, serving(Path(folder)) as floor:
            figures += [*_first_visit(browser, ours, START), *_first_visit(browser, ours, page)]
            figures.append(_offline_copy(browser, ours))
            for network in NETWORKS:
                figures += _lcp(browser, ours, page, floor, network, runs)
    return Section("Pagina’s", METHOD, figures)


def by_kind(site: Path) -> dict[str, list[str]]:
    """The addresses of all pages that people read, by the folder they are in, which tells their kind."""
    kinds: dict[str, list[str]] = {}
    for page in sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html")):
        if not page.startswith(NOT_READ):
            kinds.setdefault(page.rpartition("/")[0] or "losse pagina’s", []).append(page)
    return kinds


def by_hand(page: str) -> str:
    """The article of a page as who needs nothing would write it: a few lines of style and no script."""
    tree = LexborHTMLParser(page)
    title, article = tree.css("title")[0], tree.css("article")[0]
    for script in article.css("script"):
        script.decompose()
    floor = (Path(__file__).parent / "peers" / "vloer.html").read_text(encoding="utf-8")
    floor = floor.replace("{title}", html.escape(title.text(strip=True)))
    return floor.replace("{article}", article.inner_html or "")


def _first_visit(browser: Browser, host: Host, page: str) -> list[Figure]:
    host.forget()
    with phone(browser) as tab:
        tab.goto(host.address + page, wait_until="networkidle")
        # A browser looks at what a site brings that can be installed; in a private window only when told to.
        tab.context.new_cdp_session(tab).send("Page.getInstallabilityErrors")
    name = f"eerste bezoek aan `{page}`"
    return [Figure(name, sum(host.sent) / 1000, "kB", 30), Figure(name, len(host.asked), "verzoeken")]


def _offline_copy(browser: Browser, host: Host) -> Figure:
    host.forget()
    with phone(browser, keeps_site=True) as tab:
        keep(tab, host)
    return Figure("de hele site op het toestel", sum(host.sent) / 1000, "kB", 700)


def _lcp(browser: Browser, ours: Host, page: str, floor: Host, network: str, runs: int) -> list[Figure]:
    mine, theirs = [], []
    for _ in range(runs):
        mine.append(_painted(browser, ours, page, network))
        theirs.append(_painted(browser, floor, START, network))
    ratio = median(one / other for one, other in zip(mine, theirs, strict=True))
    return [
        Figure(f"LCP van `{page}`, {network}", median(mine), "s"),
        Figure(f"LCP met de hand, {network}", median(theirs), "s"),
        Figure(f"LCP, deel van met de hand, {network}", ratio, "×", 1.2),
    ]


def _painted(browser: Browser, host: Host, page: str, network: str) -> float:
    """When the largest thing of a page is painted on a slow phone with an empty cache, in seconds."""
    latency, speed = NETWORKS[network]
    limits = {"offline": False, "latency": latency, "downloadThroughput": speed, "uploadThroughput": speed}
    with phone(browser) as tab:
        tools = slowed(tab)
        tools.send("Network.enable")
        tools.send("Network.emulateNetworkConditions", limits)
        tab.goto(host.address + page, wait_until="networkidle")
        return float(tab.evaluate(LCP)) / 1000
