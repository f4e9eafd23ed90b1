"""MkDocs comes in here: settings and data are checked, and from then on a `Build` follows its events."""

import logging
import os
import sys
from collections.abc import Callable
from pathlib import Path

sys.path[:0] = [root for root in [str(Path(__file__).resolve().parent.parent)] if root not in sys.path]

import click  # noqa: E402
from mkdocs.config.defaults import MkDocsConfig  # noqa: E402
from mkdocs.exceptions import Abort  # noqa: E402
from mkdocs.livereload import LiveReloadServer  # noqa: E402
from mkdocs.plugins import event_priority  # noqa: E402

from macros.content import version  # noqa: E402
from macros.content.load import PROJECT, language, load  # noqa: E402
from macros.engine import serving, settings  # noqa: E402
from macros.engine.build import Build  # noqa: E402
from macros.source import console  # noqa: E402
from macros.source.computer import Refused, refused  # noqa: E402
from macros.source.problems import DataError  # noqa: E402
from macros.talen import _, speak  # noqa: E402

#: What we say ourselves.
_OURS = (DataError, Refused, OSError)
#: What is looked at while somebody writes, beside `docs`.
_WATCHED = ("data", "organisatie", "macros", "overrides")


class _Told(logging.Filter):
    """MkDocs need not say in English at which page it is when we say what is wrong there."""

    def filter(self, record: logging.LogRecord) -> bool:
        return not isinstance(sys.exception(), _OURS)


console.open_up()
logging.getLogger("mkdocs.commands.build").addFilter(_Told())
try:  # now, before MkDocs says the same in English
    settings.ready(PROJECT)
except Refused as refusal:
    raise Abort(str(refusal)) from None


@event_priority(100)
def on_config(config: MkDocsConfig) -> None:
    """Check everything before anything is built; a build of one commit has one date, whenever it is made."""
    os.environ["SOURCE_DATE_EPOCH"] = str(version.moment())
    speak(language())
    file = Path(config.config_file_path)
    for notice in settings.ignored(config, file):
        click.echo(_("Let op: {melding}").format(melding=notice), err=True)
    if found := settings.check(config, file, Path(config.docs_dir)):
        raise DataError(found)
    config.site_url = settings.site_address(config)
    config.plugins[Build.NAME] = Build(config, load(), _serving())


def on_build_error(error: Exception) -> None:
    """Say what is wrong in a file, or what the computer refused."""
    if isinstance(error, DataError):
        console.annotate(error)
    if isinstance(error, _OURS):
        raise Abort(refused(error) if isinstance(error, OSError) else str(error)) from None


def _serving() -> bool:
    """Is this `mkdocs serve`? MkDocs says it once, before the first build; the command line always knows."""
    command = click.get_current_context(silent=True)
    return command is not None and command.info_name == "serve"


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None]) -> None:
    """Go on after a mistake, and look at all that the site is made from."""
    server.builder = serving.patient(server.builder, Path(__file__).parent)
    for folder in _WATCHED:
        if (PROJECT / folder).is_dir():
            server.watch(str(PROJECT / folder))
