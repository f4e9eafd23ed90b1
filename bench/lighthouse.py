"""Lighthouse on one address: the figures of one visit with an empty cache, by a slowed-down phone."""

import json
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from bench import tools
from bench.process import run
from bench.server import Host

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


@dataclass(frozen=True)
class Profile:
    """A network and a processor: round trip in ms, kbit/s down and up, and how many times slower the processor is.

    Lighthouse loads the page at full speed and works out what each profile makes of it (`--throttling-method=simulate`,
    its default): a busy machine disturbs that least, and round trips, connections and TLS count as they do on a phone.
    """

    name: str
    round_trip: float
    speed: float
    cpu: float = 4


#: Lighthouse's own phone, and a slow third generation network.
MOBILE = Profile("Lighthouse mobiel", 150, 1638.4)
SLOW_3G = Profile("trage 3G", 400, 400)


@dataclass(frozen=True)
class Visit:
    """One visit until the page is quiet: times in ms, sizes in bytes on the wire (headers too), scores from 0 to 100.

    `readable` is what comes before text can be read: the document and what blocks its rendering. What a service worker
    fetches is in none of these.
    """

    lcp: float
    cls: float
    tbt: float
    sent: float
    requests: float
    readable: float
    foreign: float
    scores: dict[str, float]


def visit(host: Host, page: str, profile: Profile, flags: list[str], categories: tuple[str, ...] = ("performance",)) -> Visit:
    """Visit a page of a site once, in a new browser that is started with `flags` too."""
    address = host.address + page
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        run(_command(address, profile, categories, flags, report), Path(folder), {"CHROME_PATH": tools.browser()})
        result = json.loads(report.read_text(encoding="utf-8"))
    return _read(result, address, blocking(host.site / page, address))


def blocking(page: Path, address: str) -> set[str]:
    """The addresses that hold up the first paint of a page: itself, its styles, and the scripts of its head that do not wait."""
    tree = LexborHTMLParser(page.read_text(encoding="utf-8"))
    styles = [node for node in tree.css("link[rel=stylesheet][href]") if node.attributes.get("media") in (None, "all", "screen")]
    scripts = [node for node in tree.css("head script[src]:not([async]):not([defer])") if node.attributes.get("type") != "module"]
    named = [node.attributes["href"] for node in styles] + [node.attributes["src"] for node in scripts]
    return {address, *(urljoin(address, name) for name in named if name)}


def _command(address: str, profile: Profile, categories: tuple[str, ...], flags: list[str], report: Path) -> list[str | Path]:
    return [
        tools.NODE,
        tools.LIGHTHOUSE,
        address,
        "--quiet",
        "--output=json",
        f"--output-path={report}",
        f"--only-categories={','.join(categories)}",
        f"--chrome-flags={' '.join(map(_quoted, [*tools.browser_flags(), *flags]))}",
        "--no-enable-error-reporting",
        "--throttling-method=simulate",
        f"--throttling.rttMs={profile.round_trip}",
        f"--throttling.throughputKbps={profile.speed}",
        f"--throttling.cpuSlowdownMultiplier={profile.cpu}",
    ]


def _quoted(flag: str) -> str:
    """A flag in the way that Lighthouse reads it: quotation marks around its value only."""
    name, sign, value = flag.partition("=")
    return f'{name}{sign}"{value}"' if " " in value else flag


def _read(result: dict[str, Any], address: str, blocking: set[str]) -> Visit:
    if "runtimeError" in result:
        raise RuntimeError(f"Lighthouse op {address}: {result['runtimeError']['message']}")
    audits = result["audits"]
    items = [item for item in audits["network-requests"]["details"]["items"] if item.get("sessionTargetType") != "service_worker"]
    items = [item for item in items if item["url"].startswith("http")]
    return Visit(
        lcp=audits["largest-contentful-paint"]["numericValue"],
        cls=audits["cumulative-layout-shift"]["numericValue"],
        tbt=audits["total-blocking-time"]["numericValue"],
        sent=sum(item["transferSize"] for item in items),
        requests=len(items),
        readable=sum(item["transferSize"] for item in items if item["url"] in blocking),
        foreign=sum(urlsplit(item["url"]).netloc != urlsplit(address).netloc for item in items),
        scores={name: 100 * (category["score"] or 0) for name, category in result["categories"].items()},
    )
