"""What axe finds on a page that is open."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

#: For a page that was looked at whole before, and now has other colours.
COLOURS = ("color-contrast", "link-in-text-block")


def faults(page: Page, *rules: str, within: str | None = None) -> str:
    """What axe says of a page, or of the part of it that a selector names, by all rules or only these; empty when all is well."""
    only = {"runOnly": {"type": "rule", "values": rules}} if rules else {}
    found = Axe().run(page, within, {"resultTypes": ["violations"], "preload": False, **only})
    return found.generate_report() if found.violations_count else ""
