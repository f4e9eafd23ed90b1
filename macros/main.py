"""Registers the macros that pages use; what they do stands in page_macros.py."""

import sys
from collections.abc import Callable
from pathlib import Path

sys.path[:0] = [root for root in [str(Path(__file__).resolve().parent.parent)] if root not in sys.path]

from mkdocs_macros.plugin import MacrosPlugin  # noqa: E402

from macros.content.load import loaded  # noqa: E402
from macros.content.site import of as site_of  # noqa: E402
from macros.pages.page_macros import NAMES, PageMacros  # noqa: E402
from macros.paper.prints import made  # noqa: E402


def define_env(env: MacrosPlugin) -> None:
    """Called once by mkdocs-macros; `env.page` is the page that is being rendered."""

    def here() -> PageMacros:
        site = site_of(loaded(), env.conf["site_name"], env.conf["site_url"] or "", env.conf["copyright"] or "")
        return PageMacros(loaded(), site, env.page.url, lambda: made(loaded(), site))

    def macro(name: str) -> Callable[..., str]:
        return lambda *ids: getattr(here(), name)(*ids)

    for name in NAMES:
        env.macro(macro(name), name)
