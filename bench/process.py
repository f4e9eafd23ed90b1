"""Runs a command and says how long it took and how much memory it needed."""

import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

SAMPLE_SECONDS = 0.1
PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True)
class Run:
    """One finished command: wall time in seconds, and the most memory that it and its children held at once, in MB (1e6 bytes)."""

    seconds: float
    peak_mb: float


def run(command: Sequence[str | Path], folder: Path, env: Mapping[str, str] | None = None) -> Run:
    """Run a command to its end.

    Raises:
        RuntimeError: with the last lines of its output, when it fails.
    """
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            [str(part) for part in command],
            cwd=folder,
            env={**os.environ, **(env or {})},
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        memory = _Memory(process.pid)
        memory.start()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        memory.stop()
        if process.returncode:
            output.seek(0)
            tail = output.read().decode(errors="replace")[-2000:]
            raise RuntimeError(f"{' '.join(map(str, command))} gaf {process.returncode}:\n{tail}")
    return Run(seconds, max(memory.peak_mb, usage.ru_maxrss * 1024 / 1e6))


class _Memory(threading.Thread):
    """Samples the resident memory of a whole session of processes; `peak_mb` is the highest sum seen, in MB."""

    def __init__(self, session: int) -> None:
        super().__init__(daemon=True)
        self.session = session
        self.peak_mb = 0.0
        self._stopped = threading.Event()

    def run(self) -> None:
        while not self._stopped.wait(SAMPLE_SECONDS):
            pages = sum(_resident(stat, self.session) for stat in Path("/proc").glob("[0-9]*/stat"))
            self.peak_mb = max(self.peak_mb, pages * PAGE_BYTES / 1e6)

    def stop(self) -> None:
        """Stop sampling."""
        self._stopped.set()
        self.join()


def _resident(stat: Path, session: int) -> int:
    """Resident pages of a process, or 0 when it is of another session or gone."""
    try:
        fields = stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    except OSError:
        return 0
    return int(fields[21]) if int(fields[3]) == session else 0
