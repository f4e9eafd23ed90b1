"""A person with Firefox: WebDriver BiDi, spoken over a socket."""

import base64
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

from journeys.engines import FIREFOX
from journeys.person import PHONE, Away, Person
from journeys.wire import free_port, pointing, started, typing

ANSWER = 60  # seconds in which the browser must have answered
#: Scroll bars as on a phone, that take no room; and no looking around on the network by itself.
SETTINGS = {
    "ui.useOverlayScrollbars": 1,
    "app.normandy.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
}


class Talk:
    """Commands to the browser, and their answers."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.numbers = count()

    def __call__(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Give a command; returns what comes of it. Raises `Away` where the browser could not do it."""
        number = next(self.numbers)
        self.socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            answer = json.loads(self.socket.recv(timeout=ANSWER))
            if answer.get("id") == number:
                break
        if answer["type"] == "error":
            raise Away(f"{method}: {answer['message']}")
        return dict(answer["result"])


class Firefox(Person):
    """Has one tab, in a container of its own."""

    def __init__(self, talk: Talk, tab: str) -> None:
        self.talk = talk
        self.tab = tab

    def open(self, address: str) -> None:
        self.talk("browsingContext.navigate", context=self.tab, url=address, wait="complete")

    def back(self) -> None:
        self.talk("browsingContext.traverseHistory", context=self.tab, delta=-1)

    def reload(self) -> None:
        self.talk("browsingContext.reload", context=self.tab, wait="complete")

    def unplug(self) -> None:
        offline = {"type": "offline"}
        self.talk("emulation.setNetworkConditions", contexts=[self.tab], networkConditions=offline)

    def paper(self) -> bytes:
        return base64.b64decode(self.talk("browsingContext.print", context=self.tab)["data"])

    def picture(self) -> bytes:
        return base64.b64decode(self.talk("browsingContext.captureScreenshot", context=self.tab)["data"])

    def _resize(self, width: int, height: int) -> None:
        size = {"width": width, "height": height}
        self.talk("browsingContext.setViewport", context=self.tab, viewport=size)

    def _run(self, function: str, argument: str) -> str:
        told = self.talk(
            "script.callFunction",
            target={"context": self.tab},
            functionDeclaration=function,
            arguments=[{"type": "string", "value": argument}],
            awaitPromise=False,
        )
        if told["type"] != "success":
            raise Away(told["exceptionDetails"]["text"])
        return str(told["result"]["value"])

    def _point(self, x: float, y: float) -> None:
        self._act(pointing(x, y, "touch" if self.size == PHONE else "mouse"))

    def _keys(self, keys: Sequence[str], pace: int) -> None:
        self._act(typing(keys, pace))

    def _act(self, actions: list[dict[str, Any]]) -> None:
        self.talk("input.performActions", context=self.tab, actions=actions)


@contextmanager
def browser(profile: Path) -> Iterator[Talk]:
    """The browser without a window, with a new profile in a folder that is there."""
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in SETTINGS.items()]
    (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
    port = free_port()
    command = [str(FIREFOX), "--headless", "--profile", str(profile), f"--remote-debugging-port={port}"]
    with started(command, port), connect(f"ws://127.0.0.1:{port}/session", max_size=None) as socket:
        talk = Talk(socket)
        talk("session.new", capabilities={})
        yield talk


@contextmanager
def person(talk: Talk) -> Iterator[Firefox]:
    """Somebody with a new container of the browser."""
    own = talk("browser.createUserContext")["userContext"]
    yield Firefox(talk, talk("browsingContext.create", type="tab", userContext=own)["context"])
    talk("browser.removeUserContext", userContext=own)
