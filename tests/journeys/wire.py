"""What browsers driven over a wire share: their start, and hands as WebDriver describes them."""

import os
import signal
import socket
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from journeys.person import until

CODES = {
    "Enter": "\ue007",
    "Escape": "\ue00c",
    "PageUp": "\ue00e",
    "PageDown": "\ue00f",
    "Backspace": "\ue003",
    "Tab": "\ue004",
}


@contextmanager
def started(command: Sequence[str], port: int, **environment: str) -> Iterator[None]:
    """A program that listens on a port of this machine; in the end it goes, with all that it started."""
    quiet: Any = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    program = subprocess.Popen(command, env={**os.environ, **environment}, start_new_session=True, **quiet)
    try:
        until(lambda: _listens(port), lambda: f"{command[0]} begint niet.", within=30)
        yield
    finally:
        os.killpg(program.pid, signal.SIGTERM)
        program.wait()


def free_port() -> int:
    """A port that nobody uses."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _listens(port: int) -> bool:
    with socket.socket() as one:
        return one.connect_ex(("127.0.0.1", port)) == 0


def typing(keys: Sequence[str], pace: int) -> list[dict[str, Any]]:
    """The actions of somebody who types, with `pace` milliseconds after each key."""
    actions: list[dict[str, Any]] = []
    for key in keys:
        value = CODES.get(key, key)
        actions += [
            {"type": "keyDown", "value": value},
            {"type": "keyUp", "value": value},
            {"type": "pause", "duration": pace},
        ]
    return [{"type": "key", "id": "toetsen", "actions": actions}]


def pointing(x: float, y: float, pointer: str) -> list[dict[str, Any]]:
    """The actions of a finger ("touch") or a mouse ("mouse") that goes down and up at one place."""
    move = {"type": "pointerMove", "x": round(x), "y": round(y), "origin": "viewport"}
    actions = [move, {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
    return [{"type": "pointer", "id": "hand", "parameters": {"pointerType": pointer}, "actions": actions}]
