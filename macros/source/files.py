"""Files as people and programs leave them: read when they are ordinary ones, in UTF-8 and not too large, written whole."""

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

from macros.source.computer import REASONS, reason
from macros.source.problems import DataError, Position, Problem
from macros.talen import N_, _

MAX_BYTES = 2_000_000
BOM = "\ufeff"

_LARGE = N_("Dit bestand is te groot: {bytes} bytes. Meer dan {meeste} kan niet. Maak het kleiner.")
_LINK = N_("Dit is een verwijzing naar iets dat er niet is. Zet het bestand zelf neer.")
_OTHER = N_("Dit is geen gewoon bestand. Haal het weg.")


def text(path: Path, name: str) -> str:
    """The text of a file, see `decode`."""
    return decode(raw(path, name), name)


def raw(path: Path, name: str, most: int = MAX_BYTES) -> bytes:
    """What is in a file of at most `most` bytes; `name` is how to call it in messages.

    Raises:
        DataError: with why it cannot be read.
    """
    if said := no_file(path):
        raise broken(name, Position(), said)
    try:
        with path.open("rb") as file:
            found, size = file.read(most + 1), os.fstat(file.fileno()).st_size
    except OSError as error:
        raise broken(name, Position(), reason(error)) from None
    if len(found) > most:
        raise broken(name, Position(), _(_LARGE).format(bytes=size, meeste=most))
    return found


def no_file(path: Path) -> str:
    """What to tell of a place where no ordinary file stands that may be read; empty where one does. Opens nothing."""
    try:
        kind = path.stat().st_mode
    except OSError as error:
        if error.errno == errno.ENOENT and path.is_symlink():
            return _(_LINK)
        return reason(error)
    if stat.S_ISREG(kind):
        return ""
    if stat.S_ISDIR(kind):
        return _(REASONS[errno.EISDIR])
    return _(_OTHER)


def visible(folder: Path, *suffixes: str) -> list[Path]:
    """The same as `below`, without what editors and systems hide behind a dot.

    `suffixes` says how the names end that are meant, in small letters; all are, without this.
    """
    found = ((path, path.relative_to(folder).parts) for path in below(folder))
    seen = (path for path, parts in found if not any(part[0] == "." for part in parts))
    return [path for path in seen if not suffixes or path.name.lower().endswith(suffixes)]


def below(folder: Path) -> list[Path]:
    """What lies in a folder, which does not have to exist, or in one inside it; links to folders are not followed.

    Raises:
        OSError: when a folder cannot be read: what lies in it would be missed in silence.
    """
    walk = os.walk(folder, onerror=_refuse) if folder.is_dir() else ()
    return sorted(Path(root, name) for root, folders, names in walk for name in (*folders, *names))


def _refuse(error: OSError) -> None:
    raise error


def strange(folder: Path) -> list[Problem]:
    """What lies in a folder and is no ordinary file."""
    found = []
    for path in visible(folder):
        if said := _endless(path) if path.is_dir() else no_file(path):
            name = f"{folder.name}/{path.relative_to(folder).as_posix()}"
            found.append(Problem(name, Position(), said, cause=True))
    return found


def _endless(folder: Path) -> str:
    inside = folder.is_symlink() and folder.parent.resolve().is_relative_to(folder.resolve())
    return _(REASONS[errno.ELOOP]) if inside else ""


def decode(raw: bytes, name: str) -> str:
    """The text of a file in UTF-8, with or without a byte order mark; its lines end as ours do.

    Args:
        raw: what is in the file, at most `MAX_BYTES`.
        name: how to call it in messages.

    Raises:
        DataError: with the first thing that makes the file unreadable.
    """
    if len(raw) > MAX_BYTES:
        raise broken(name, Position(), _(_LARGE).format(bytes=len(raw), meeste=MAX_BYTES))
    try:
        text = raw.decode("utf-8").removeprefix(BOM)
    except UnicodeDecodeError as error:
        said = _("Dit bestand is geen UTF-8. Kies in je editor 'Opslaan met codering: UTF-8'.")
        before = raw[: error.start].decode()
        raise broken(name, Position.at(before, len(before)), said) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def broken(name: str, position: Position, said: str) -> DataError:
    """That nobody can read a file: what is wrong elsewhere may be so because of it."""
    return DataError([Problem(name, position, said, cause=True)])


def put(path: Path, text: str) -> None:
    """Write a file, with the folders in which it lies: the whole of it, or nothing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        half.write_text(text, encoding="utf-8")
        half.replace(path)
    finally:
        with suppress(OSError):
            half.unlink()
