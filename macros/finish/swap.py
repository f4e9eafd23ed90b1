"""Builds beside the site that stands and swaps at the end, so that there is never half a site."""

import errno
import logging
import shutil
from pathlib import Path

from macros.talen import N_, _

_REASONS = {
    errno.ENOSPC: N_("De schijf is vol. Maak ruimte vrij."),
    errno.EDQUOT: N_("De schijf is vol. Maak ruimte vrij."),
    errno.EFBIG: N_("Er past niet zoveel op deze schijf. Maak ruimte vrij."),
    errno.EACCES: N_("Je mag daar niet schrijven. Kies een andere map, of vraag om rechten."),
    errno.EPERM: N_("Je mag daar niet schrijven. Kies een andere map, of vraag om rechten."),
    errno.EROFS: N_("Daar kan alleen gelezen worden. Kies een andere map."),
}


def refused(error: OSError) -> str:
    """What to tell when the computer refused to write: where, why, and that the site that stood still stands."""
    where = _("'{naam}' kan niet geschreven worden.").format(naam=error.filename) if error.filename else ""
    why = _(_REASONS.get(error.errno or 0, "")) or _("De computer zegt: {reden}.").format(
        reden=error.strerror
    )
    return " ".join(filter(None, [where, why, _("Er is niets veranderd aan de site.")]))


class Staging:
    """A folder beside `target` to build in."""

    def __init__(self, target: Path) -> None:
        self.target = target
        self.folder = target.with_name(f".{target.name}.nieuw")
        self._old = target.with_name(f".{target.name}.oud")
        if self._old.exists() and not target.exists():  # a swap was cut off between its two steps
            self._old.rename(target)
        self.discard()

    def swap(self) -> None:
        """Make the built folder the site; two renames, so that the gap is as short as a file system allows."""
        if self.target.exists():
            self.target.rename(self._old)
        self.folder.rename(self.target)
        shutil.rmtree(self._old, ignore_errors=True)

    def discard(self) -> None:
        """Remove what was built and what an earlier swap left."""
        shutil.rmtree(self.folder, ignore_errors=True)
        if self.target.exists():
            shutil.rmtree(self._old, ignore_errors=True)


class WarningCounter(logging.Handler):
    """Counts warnings as strict mode does: MkDocs looks at its own count only after the last event."""

    def __init__(self, logger: logging.Logger) -> None:
        super().__init__(logging.WARNING)
        self.count = 0
        for handler in list(logger.handlers):
            if type(handler).__name__ == type(self).__name__:
                logger.removeHandler(handler)
        logger.addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """Count one."""
        self.count += 1
