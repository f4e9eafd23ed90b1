"""During `mkdocs serve`: after a mistake the site that stood can still be seen; old code at work is told."""

import logging
from collections.abc import Callable
from pathlib import Path

from mkdocs.exceptions import Abort

from macros.content.load import stamp
from macros.talen import N_, _

_STANDS = N_(
    "Je ziet nog de vorige versie. Herstel de fout en bewaar het bestand; dan gaat het vanzelf verder."
)
_OLD_CODE = N_(
    "Een Python-bestand in macros/ is veranderd. Wat je ziet, is nog gemaakt met het oude. "
    "Stop met Ctrl+C en begin opnieuw."
)

_log = logging.getLogger("mkdocs.oefensite")


def patient(build: Callable[[], None], code: Path) -> Callable[[], None]:
    """The same build, for a server that goes on after a mistake; `code` is where its modules are."""
    began = _stamps(code)

    def rebuild() -> None:
        try:
            build()
        except (Exception, SystemExit) as mistake:
            said = f"{mistake}\n" if isinstance(mistake, Abort) else ""
            _log.error("%s%s", said, _(_STANDS), exc_info=not isinstance(mistake, SystemExit))
        if _stamps(code) != began:
            _log.warning(_(_OLD_CODE))

    return rebuild


def _stamps(code: Path) -> set[tuple[str, int, int]]:
    return {stamp(path) for path in code.rglob("*.py")}
