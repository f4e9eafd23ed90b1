"""What was made before from the same content is not made again: PDFs and PowerPoints, kept by what they are made from.

They lie in `.cache/`, which may be thrown away at any time; what nobody asked for in a month goes by itself.
"""

import hashlib
import os
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / ".cache" / "gemaakt"
#: How long what nobody asks for is kept, in seconds.
KEPT = 30 * 24 * 3600


def remembered(parts: Iterable[str | bytes], make: Callable[[], bytes], folder: Path = FOLDER) -> bytes:
    """What `make` makes, or what it made before from the same `parts`: everything that the result depends on."""
    path = _swept(folder) / _name(parts)
    with suppress(OSError):
        found = path.read_bytes() if path.is_file() else b""
        if (
            hashlib.sha256(found[32:]).digest() == found[:32]
        ):  # a computer that fell over may leave half a file
            os.utime(path)
            return found[32:]
    made = make()
    with suppress(OSError):  # without a place to keep it, it is made again next time
        path.parent.mkdir(parents=True, exist_ok=True)
        half = path.with_name(f"{path.name}.{os.getpid()}")
        half.write_bytes(hashlib.sha256(made).digest() + made)
        half.replace(path)
    return made


def code(*paths: Path) -> bytes:
    """What stands in these files, as a part to remember by: other code makes other things."""
    return b"".join(hashlib.sha256(path.read_bytes()).digest() for path in sorted(paths))


def _name(parts: Iterable[str | bytes]) -> str:
    mark = hashlib.sha256()
    for part in parts:
        raw = part.encode() if isinstance(part, str) else part
        mark.update(len(raw).to_bytes(8, "big") + raw)
    return mark.hexdigest()


@lru_cache
def _swept(folder: Path) -> Path:
    """The folder, without what is old; once a run."""
    with suppress(OSError):
        for path in list(folder.iterdir()):
            if path.stat().st_mtime < time.time() - KEPT:
                path.unlink()
    return folder
