"""Measures pages: a first visit, a next page and Lighthouse's scores, ours beside the others."""

from collections.abc import Callable
from contextlib import ExitStack
from operator import attrgetter
from pathlib import Path

from bench import contenders, fonts, tools
from bench.contenders import FLOOR, MATERIAL, OURS, STARLIGHT
from bench.lighthouse import CATEGORIES, MOBILE, SLOW_3G, Profile, Visit, visit
from bench.report import Section, Table, Target, kilobytes, median, number
from bench.server import Host, serving
from bench.visits import Steps, browsing, two_pages

PAGE, NEXT = "themas/houding.html", "themas/vertrekpunt.html"
#: One page of every kind: name -> the folder or the page to take.
KINDS = {
    "begin": "index.html",
    "thema": PAGE,
    "scenario": "scenarios",
    "lijstje": "checklists",
    "kaart": "nu",
    "draaiboek": "trainer",
    "hulp": "hulp.html",
}
METHOD = """Themapagina `themas/houding.html`; overal hetzelfde artikel, met alle pagina’s van de site. Lege cache, gzip, HTTP/1.1, om en om gemeten.
Lighthouse mobiel: 150 ms heen en terug en 1,6 Mbit/s. Trage 3G: 400 ms en 400 kbit/s. Allebei met een 4 × tragere processor.
De vertraging is die van Lighthouse zelf (`--throttling-method=simulate`).
Material en Zensical met hun gewone webfont; een eigen server speelt de fontserver, over TLS, met dezelfde letters.
‘Leesbaar’ is wat er binnen moet zijn voordat er tekst staat: de pagina en wat het tonen ophoudt.
Wat een service worker haalt, staat apart."""

Visits = dict[str, list[Visit]]


def measure(runs: int) -> Section:
    """Build all contenders and measure them."""
    sites = contenders.make_all(tools.HOME / "werk")
    with ExitStack() as stack:
        flags = stack.enter_context(fonts.standing_in())
        hosts = {name: stack.enter_context(serving(site)) for name, site in sites.items()}
        mobile, slow = (_interleaved(hosts, profile, flags, runs) for profile in (MOBILE, SLOW_3G))
        without, with_worker = (_two_pages(hosts, flags, runs, worker) for worker in (False, True))
        scores = _scores(hosts[OURS], flags, runs)
    tables = [
        _first_visit(MOBILE.name, mobile),
        _first_visit(SLOW_3G.name, slow),
        _next_page(without, with_worker),
        _score_table(scores),
        _weights(sites[OURS]),
    ]
    return Section("Pagina’s", METHOD, tables, [*_targets(mobile, slow, without), *_score_targets(scores)])


def _interleaved(hosts: dict[str, Host], profile: Profile, flags: list[str], runs: int) -> Visits:
    """Visits of all contenders, one of each in turn."""
    found: Visits = {name: [] for name in hosts}
    for turn in range(runs):
        for name, host in hosts.items():
            print(f"{profile.name}: {name}, {turn + 1} van {runs}", flush=True)
            found[name].append(visit(host, PAGE, profile, flags))
    return found


def _two_pages(hosts: dict[str, Host], flags: list[str], runs: int, worker: bool) -> dict[str, list[Steps]]:
    with browsing(flags) as browser:
        turns = [{name: two_pages(browser, host, (PAGE, NEXT), worker) for name, host in hosts.items()} for _ in range(runs)]
    return {name: [turn[name] for turn in turns] for name in hosts}


def _scores(host: Host, flags: list[str], runs: int) -> dict[str, dict[str, float]]:
    """Lighthouse's four scores of a page of every kind: kind -> category -> score."""
    found = {}
    for kind, place in KINDS.items():
        print(f"Lighthouse: {kind}", flush=True)
        visits = [visit(host, example(host.site, place), MOBILE, flags, CATEGORIES) for _ in range(runs)]
        found[kind] = {category: median(one.scores[category] for one in visits) for category in CATEGORIES}
    return found


def example(site: Path, place: str) -> str:
    """The address of a page: the place itself, or the heaviest page of a folder."""
    pages = [path for path in (site / place).glob("*.html") if path.name != "index.html"]
    return max(pages, key=lambda path: path.stat().st_size).relative_to(site).as_posix() if pages else place


def _middle(visits: list[Visit], figure: str) -> float:
    get: Callable[[Visit], float] = attrgetter(figure)
    return median(map(get, visits))


def _first_visit(name: str, visits: Visits) -> Table:
    head = ["", "LCP (s)", "CLS", "TBT (ms)", "kB", "verzoeken", "kB tot leesbaar", "van elders", "LCP × met de hand", "LCP × Material"]
    floor, material = (_middle(visits[other], "lcp") for other in (FLOOR, MATERIAL))
    rows = []
    for contender, found in visits.items():
        lcp = _middle(found, "lcp")
        rows.append(
            [
                contender,
                number(lcp / 1000, 2),
                number(_middle(found, "cls"), 3),
                number(_middle(found, "tbt"), 0),
                kilobytes(_middle(found, "sent")),
                number(_middle(found, "requests"), 0),
                kilobytes(_middle(found, "readable")),
                number(_middle(found, "foreign"), 0),
                number(lcp / floor, 2),
                number(lcp / material, 2),
            ]
        )
    return Table(f"Eerste bezoek, {name}", head, rows)


def _next_page(without: dict[str, list[Steps]], with_worker: dict[str, list[Steps]]) -> Table:
    """The next page, and what a service worker adds to both pages: the difference of visits with and without one."""
    head = ["", "kB", "verzoeken", "service worker, eerste pagina (kB)", "verzoeken", "service worker, volgende pagina (kB)", "verzoeken"]
    rows = []
    for name in without:
        row = [name]
        for step, base in (("next", None), ("first", without), ("next", without)):
            for figure, show in (("sent", kilobytes), ("requests", lambda value: number(value, 0))):
                source = without if base is None else with_worker
                value = median(attrgetter(f"{step}.{figure}")(one) for one in source[name])
                below = median(attrgetter(f"{step}.{figure}")(one) for one in base[name]) if base else 0.0
                row.append(show(value - below))
        rows.append(row)
    return Table("Volgende pagina in dezelfde browser", head, rows)


def _score_table(scores: dict[str, dict[str, float]]) -> Table:
    return Table(
        "Lighthouse, deze site",
        ["soort pagina", *CATEGORIES],
        [[kind, *(number(found[name], 0) for name in CATEGORIES)] for kind, found in scores.items()],
    )


def _weights(site: Path) -> Table:
    """What the page itself and what it names weigh, per kind of page."""
    with serving(site) as host:
        rows = []
        for kind, place in KINDS.items():
            page = example(site, place)
            rows.append([kind, f"`{page}`", kilobytes(len(host.answers[page].body))])
    return Table("Gewicht van de pagina zelf, met gzip", ["soort pagina", "voorbeeld", "kB"], rows)


def _targets(mobile: Visits, slow: Visits, without: dict[str, list[Steps]]) -> list[Target]:
    ours = mobile[OURS]
    targets = [
        Target("eerste bezoek, tot de pagina stil is", _middle(ours, "sent") / 1000, 50, "kB"),
        Target("eerste bezoek, deel van Starlight", _middle(ours, "sent") / _middle(mobile[STARLIGHT], "sent"), 1, "×"),
        Target("verzoeken naar elders", max(one.foreign for one in [*ours, *slow[OURS]]), 0),
        Target("voordat de tekst leesbaar is", _middle(ours, "readable") / 1000, 20, "kB"),
        Target("volgende pagina", median(one.next.sent for one in without[OURS]) / 1000, 8, "kB"),
    ]
    for profile, visits in ((MOBILE, mobile), (SLOW_3G, slow)):
        lcp = _middle(visits[OURS], "lcp")
        targets += [
            Target(f"LCP, deel van met de hand, {profile.name}", lcp / _middle(visits[FLOOR], "lcp"), 1.2, "×"),
            Target(f"LCP, deel van Material, {profile.name}", lcp / _middle(visits[MATERIAL], "lcp"), 0.3, "×"),
            Target(f"CLS, {profile.name}", _middle(visits[OURS], "cls"), 0),
            Target(f"TBT, {profile.name}", _middle(visits[OURS], "tbt"), 0, "ms"),
        ]
    return targets


def _score_targets(scores: dict[str, dict[str, float]]) -> list[Target]:
    return [
        Target(f"Lighthouse {name}, laagste van alle soorten", min(found[name] for found in scores.values()), 100, least=True)
        for name in CATEGORIES
    ]
