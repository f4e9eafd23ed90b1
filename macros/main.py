"""Registers the macros that pages use; what they show stands in pages/templates."""

import sys
from collections.abc import Callable
from pathlib import Path

sys.path[:0] = [root for root in [str(Path(__file__).resolve().parent.parent)] if root not in sys.path]

from mkdocs_macros.plugin import MacrosPlugin  # noqa: E402

from macros.engine.build import Build  # noqa: E402
from macros.pages.page_macros import NAMES  # noqa: E402


def define_env(env: MacrosPlugin) -> None:
    """Called once a build by mkdocs-macros; `env.page` is the page that is being rendered."""
    build: Build = env.conf.plugins[Build.NAME]

    def macro(name: str) -> Callable[..., str]:
        return lambda *ids: build.macro(name, env.page, *ids)

    for name in NAMES:
        env.macro(macro(name), name)
