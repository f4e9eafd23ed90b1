"""Builds beside the site that stands and swaps at the end: one builder at a time, and never half a site."""

import logging
import os
import shutil
import time
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

from macros.source.computer import Refused
from macros.talen import N_, _

_BUSY = N_(
    "In '{map}' wordt al gebouwd, sinds {tijd} door proces {nummer}. Wacht tot dat klaar is, of stop het. Begin dan opnieuw."
)
_NO_FOLDER = N_("'{map}' is een bestand, en hier hoort een map. Haal het weg, of kies een andere map.")


class Staging:
    """A folder beside `target` to build in, while nobody else may.

    A lock of the operating system lies beside them and says who builds: it goes with its process, however that ends.

    Raises:
        Refused: when somebody else builds there, or there is something else than a folder.
    """

    def __init__(self, target: Path) -> None:
        self.target = Path(os.path.realpath(target))
        if self.target.exists() and not self.target.is_dir():
            raise Refused(_(_NO_FOLDER).format(map=target))
        self._begin = f".{self.target.name}.nieuw"
        self.folder = self.target.with_name(f"{self._begin}-{os.getpid()}")
        self._old = self.target.with_name(f".{self.target.name}.oud")
        self.target.parent.mkdir(parents=True, exist_ok=True)
        lock = self.target.with_name(f".{self.target.name}.bezig")
        # for a second: who was just ready may be on its way out
        self._lock = FileLock(lock, timeout=1, thread_local=False, on_acquired=_sign)
        try:
            self._lock.acquire()
        except Timeout:
            time_, number = _signed(lock)
            raise Refused(_(_BUSY).format(map=target, tijd=time_, nummer=number)) from None
        if self._old.exists() and not self.target.exists():  # a swap was cut off between its two steps
            self._old.rename(self.target)
        self._tidy()

    def swap(self) -> None:
        """Make the built folder the site; two renames, so that the gap is as short as a file system allows."""
        if self.target.exists():
            self.target.rename(self._old)
        try:
            self.folder.rename(self.target)
        except OSError:
            if self._old.exists():
                self._old.rename(self.target)
            raise
        self.discard()

    def discard(self) -> None:
        """Remove what was built and what an earlier swap left, and let others build."""
        if self._lock.is_locked:
            self._tidy()
            with suppress(OSError):  # Windows does this by itself, when nobody looks at it any more
                Path(self._lock.lock_file).unlink()
            self._lock.release()

    def _tidy(self) -> None:
        """Who holds the lock is the only one there: what lies about is of builders that were cut off."""
        for path in self.target.parent.iterdir():
            if path.name.startswith(self._begin):
                shutil.rmtree(path, ignore_errors=True)
        if self.target.exists():
            shutil.rmtree(self._old, ignore_errors=True)


def _sign(file: int) -> None:
    """Write in the lock who holds it; behind the first byte, which nobody else can read on Windows."""
    os.ftruncate(file, 0)
    os.write(file, f"\n{time.strftime('%H:%M:%S')} {os.getpid()}".encode())


def _signed(lock: Path) -> list[str]:
    """The moment and the process that stand in a lock; question marks where somebody was too quick."""
    with suppress(OSError), lock.open("rb", buffering=0) as file:
        file.seek(1)
        if len(found := file.read(100).decode(errors="replace").split()) == 2:
            return found
    return ["?", "?"]


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
