"""A person with WebKit, the engine of every iPhone: Debian's WebKitWebDriver, by way of selenium."""

import base64
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.command import Command
from selenium.webdriver.remote.remote_connection import RemoteConnection
from urllib3.exceptions import HTTPError

from journeys.person import Away, Person
from journeys.wire import free_port, pointing, started, typing

#: How long the driver may think about anything, in seconds, and how often a browser may try to start.
PATIENCE, TRIES = 60, 3
#: MiniBrowser's own buttons would keep the window wider than a phone.
NARROW = "* { padding: 0; margin: 0; border: none; min-width: 0; min-height: 0; font-size: 1px; }"


class WebKit(Person):
    """Has a session of its own, which forgets all in the end; no finger, no printer, no notion of networks."""

    def __init__(self, driver: webdriver.Remote) -> None:
        self.driver = driver

    def open(self, address: str) -> None:
        self.driver.get(address)

    def back(self) -> None:
        self.driver.back()

    def reload(self) -> None:
        self.driver.refresh()

    def unplug(self) -> None:
        """That nobody answers is all that this browser sees of a network that is gone."""

    def paper(self) -> bytes:
        raise NotImplementedError("WebKitWebDriver kan niet printen.")

    def picture(self) -> bytes:
        return base64.b64decode(self.driver.get_screenshot_as_base64())

    def _resize(self, width: int, height: int) -> None:
        self.driver.set_window_size(width, height)
        inside = self.driver.execute_script("return [innerWidth, innerHeight]")
        self.driver.set_window_size(2 * width - inside[0], 2 * height - inside[1])

    def _run(self, function: str, argument: str) -> str:
        try:
            return str(self.driver.execute_script(f"return ({function})(arguments[0])", argument))
        except WebDriverException as error:
            raise Away(error.msg) from error

    def _point(self, x: float, y: float) -> None:
        self.driver.execute(Command.W3C_ACTIONS, {"actions": pointing(x, y, "mouse")})

    def _keys(self, keys: Sequence[str], pace: int) -> None:
        self.driver.execute(Command.W3C_ACTIONS, {"actions": typing(keys, pace)})


@contextmanager
def driver(folder: Path) -> Iterator[str]:
    """The driver, with a screen that nobody sees; gives its address. Settings come into `folder`."""
    style = folder / "gtk-3.0" / "gtk.css"
    style.parent.mkdir(parents=True, exist_ok=True)
    style.write_text(NARROW, encoding="utf-8")
    port = free_port()
    command = ["xvfb-run", "-a", "WebKitWebDriver", f"--port={port}"]
    with started(command, port, XDG_CONFIG_HOME=str(folder)):
        yield f"http://127.0.0.1:{port}"


@contextmanager
def person(folder: Path) -> Iterator[WebKit]:
    """Somebody with a new browser, and a driver of their own with its settings in `folder`."""
    with ExitStack() as closing:
        yield WebKit(_begun(folder, closing))


def _begun(folder: Path, closing: ExitStack) -> webdriver.Remote:
    """A browser that runs until `closing`. Now and then one does not start, and its driver would wait for it for ever."""
    for tries in range(TRIES, 0, -1):
        with ExitStack() as started_:
            config = ClientConfig(remote_server_addr=started_.enter_context(driver(folder)), timeout=PATIENCE)
            try:
                remote = webdriver.Remote(
                    RemoteConnection(client_config=config), options=webdriver.WebKitGTKOptions()
                )
            except (HTTPError, WebDriverException):
                if tries == 1:
                    raise
                continue
            started_.callback(remote.quit)
            closing.push(started_.pop_all())
            return remote
    raise AssertionError
