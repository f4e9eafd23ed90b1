"""Runs a command of the project in this folder once for each fault: a place in our code, and what the computer refuses there.

Run as a script, in a copy of the project. Each run is a fork, in which every module is loaded already. An audit hook
sees each file that Python opens, lists, makes, renames or removes, and there it lets the fault happen.
"""

import errno
import json
import os
import shutil
import signal
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path.cwd()
sys.path[:0] = [str(ROOT)]

from mkdocs.__main__ import cli  # noqa: E402

import macros.__main__  # noqa: E402
import macros.hooks  # noqa: E402

READ = (errno.ENOENT, errno.EACCES, errno.EISDIR, errno.ELOOP, errno.EIO)
WRITE = (errno.EACCES, errno.ENOSPC, errno.EROFS)
#: What Python does -> what can go wrong with it.
EVENTS = {"os.listdir": READ, "os.scandir": READ, "os.mkdir": WRITE, "os.rename": WRITE}
SECONDS = 60
#: The folder that every command may write in.
MADE = "gemaakt"


def see(event: str, arguments: tuple[Any, ...]) -> tuple[tuple[int, ...], str] | None:
    """What can go wrong with this, and the path; None where it is nothing of the project's."""
    if event == "open":
        path, mode, flags = arguments
        writes = isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR)
        kinds = WRITE if writes or (isinstance(mode, str) and set(mode) & set("wax+")) else READ
    elif event in EVENTS:
        path, kinds = arguments[0], EVENTS[event]
    else:
        return None
    if not isinstance(path, str | os.PathLike):
        return None
    if event == "os.mkdir" and Path(path).is_dir():
        return None  # it only looks whether it is there
    inside = os.path.abspath(path)  # noqa: PTH100 - a link stays what it is
    if not inside.startswith(f"{ROOT}/") or inside.endswith((".py", ".pyc")) or "/.venv/" in inside:
        return None
    return kinds, inside.removeprefix(f"{ROOT}/").replace(str(os.getpid()), "PROCES")


def where() -> str:
    """The line of our own code that is at work; empty where none is."""
    for frame, line in traceback.walk_stack(None):
        name = frame.f_code.co_filename
        if name.startswith(f"{ROOT}/macros/"):
            return f"{name.removeprefix(f'{ROOT}/macros/')}:{line}"
    return ""


def forked(run: Callable[[], Any], hook: Callable[[str, tuple[Any, ...]], None]) -> tuple[int, str]:
    """How a run ends in a process of its own, and what it says."""
    shutil.rmtree(ROOT / MADE, ignore_errors=True)
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.dup2(writing, 1)
        os.dup2(writing, 2)
        os.close(reading)
        signal.alarm(SECONDS)
        sys.addaudithook(hook)
        code = 99
        try:
            run()
            code = 0
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
            if isinstance(end.code, str):
                print(end.code)
        except BaseException:
            traceback.print_exc()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8", errors="replace") as pipe:
        said = pipe.read()
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), said


def main(command: str, limit: int) -> None:
    """Write every run as a line of JSON: place, path, fault, how it ended and what was said; at most so many."""
    program, *arguments = command.split()
    run = (lambda: cli(arguments)) if program == "mkdocs" else (lambda: macros.__main__.main(arguments))
    log = ROOT.parent / f"{ROOT.name}-paden.txt"

    def record(event: str, values: tuple[Any, ...]) -> None:
        if seen := see(event, values):
            kind = "w" if seen[0] == WRITE else "r"
            os.write(to, f"{where()}\t{kind}\t{seen[1]}\n".encode())

    to = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    code, said = forked(run, record)
    assert code == 0, said
    first: dict[tuple[str, str, str], str] = {}
    for line in log.read_text(encoding="utf-8").splitlines():
        place, kind, path = line.split("\t")
        if place:
            first.setdefault((place, kind, path.partition("/")[0]), path)
    runs = [
        (place, path, number)
        for (place, kind, _), path in first.items()
        for number in (WRITE if kind == "w" else READ)
    ]
    for place, path, number in runs[:: max(1, len(runs) // limit)]:

        def refuse(
            event: str, values: tuple[Any, ...], path: str = path, number: int = number, place: str = place
        ) -> None:
            seen = see(event, values)
            if seen and seen[1] == path and where() == place:
                raise OSError(number, os.strerror(number), values[0])

        code, said = forked(run, refuse)
        print(json.dumps([place, path, errno.errorcode[number], code, said]), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
