"""A web server on a bad day: it can answer with the login page of a wifi, be late, or break off."""

import functools
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from serving import BASE, Handler, running

from macros.content.load import PROJECT, load
from macros.content.site import Site
from macros.finish import offline

LOGIN = b"<!doctype html><title>Gratis wifi</title><h1>Log in op Gratis wifi</h1>"


class BreakOff:
    """No answer at all."""


#: What happens to a request for an address that is asked for the nth time: None is the truth, bytes are a kind answer.
Lie = Callable[[str, int], bytes | BreakOff | threading.Event | None]


def honest(address: str, time: int) -> None:
    """The truth."""


def login(address: str, time: int) -> bytes:
    """The same page for everything."""
    return LOGIN


class Liar:
    """Serves a folder below a path, and lies as it is told; `asked` counts the addresses."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.how: Lie = honest
        self.asked: Counter[str] = Counter()
        self.address = ""


class _Handler(Handler):
    """Serves the folder of a liar, and answers as that says."""

    def __init__(self, *arguments: object, liar: Liar, **options: object) -> None:
        self.liar = liar
        super().__init__(*arguments, directory=str(liar.folder), **options)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        address = self.path.partition("?")[0].removeprefix(BASE)
        self.liar.asked[address] += 1
        answer = self.liar.how(address, self.liar.asked[address])
        if isinstance(answer, BreakOff):
            self.close_connection = True
            return
        if isinstance(answer, threading.Event):
            answer.wait(timeout=30)
            answer = None
        if answer is None:
            super().do_GET()
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)


@contextmanager
def lying(folder: Path) -> Iterator[Liar]:
    """A server for a built site that is honest until it is told otherwise."""
    liar = Liar(folder)
    with running(functools.partial(_Handler, liar=liar)) as host:
        liar.address = host + BASE
        yield liar


def publish(site: Path) -> None:
    """Finish a folder again after a file in it changed: the worker and its list, as a build does."""
    offline.write(site, load(), Site("Samen met ouders", "", ""), PROJECT / "docs", ["hulp.html"])
