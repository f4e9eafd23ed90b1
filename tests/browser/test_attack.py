"""Hostile text in a real browser: nothing runs, nothing is loaded, nothing scrolls sideways."""

from pathlib import Path

from playwright.sync_api import Browser
from serving import serving

from browser.conftest import Watch


def test_nothing_runs_loads_or_scrolls_sideways(
    attacked: tuple[Path, dict[str, str]], browser: Browser
) -> None:
    site, _ = attacked
    with serving(site) as address:
        watch = Watch(address)
        with browser.new_context(viewport={"width": 320, "height": 740}) as context:
            watch.follow(context)
            page = context.new_page()
            page.on("dialog", lambda dialog: watch.faults.append(dialog.message))
            for path in sorted(site.rglob("*.html")):
                name = path.relative_to(site).as_posix()
                page.goto(address + name)
                assert page.evaluate("document.documentElement.scrollWidth") <= 320, name
            page.goto(f"{address}index.html")
            page.locator(".kop__zoek").click()
            for query in ("alert", "klik", "vet"):
                page.locator("input[name=query]").fill(query)
                page.locator(f".zoek__lijst[data-vraag='{query}']").wait_for(state="attached")
        assert watch.faults == []
