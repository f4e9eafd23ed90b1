"""During `mkdocs serve`: a change in the data makes only the page again that somebody looks at.

MkDocs makes everything again at every change. Here that waits until somebody asks for something else than a page: a PDF,
a presentation, the search. A change of anything but data, or of which pages there are, is a whole build as ever.
"""

import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.commands import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from macros.content.content import Content
from macros.content.load import stamp
from macros.pages import listing

#: Addresses of which nothing depends on the data.
_ALWAYS_FRESH = ("assets/", "livereload/")
_DATA = ("data", "organisatie")


@dataclass(frozen=True)
class Built:
    """What a whole build was made with, to make one page of it again."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Environment

    def make(self, address: str) -> bool:
        """Make the page at `address` again; says whether there is such a page."""
        documents = self.files.documentation_pages()
        page = next((file.page for file in documents if file.url == address), None)
        if page is None:
            return False
        build._populate_page(page, self.config, self.files)
        build._build_page(page, self.config, documents, self.nav, self.env)
        return True

    def seen(self) -> set[tuple[str, int, int]]:
        """Every file that is no data, and what tells whether it was changed."""
        places = [self.config.docs_dir, self.config.config_file_path, *self.config.watch]
        return {stamp(path) for path in _files(places) if not _is_data(path)}


class Preview:
    """Stands between the server and its whole build.

    Args:
        server: MkDocs' own; its builder and its answers go through here from now on.
        built: gives what the last whole build was made with.
        read: reads the data anew; raises what `mkdocs serve` tells when they are wrong.
        refresh: lets the templates of a build know the new data.
    """

    def __init__(
        self, server: LiveReloadServer, built: Callable[[], Built], read: Callable[[], Content], refresh: Callable[[Built], object]
    ) -> None:
        self._server, self._whole, self._built, self._read, self._refresh = server, server.builder, built, read, refresh
        self._lock = threading.RLock()
        self._made: set[str] | None = None  # which pages were made again since the data changed; None: all is fresh
        self._shape = _shape(read())
        self._seen = built().seen()
        server.builder = self.change
        server.set_app(self.answer)

    def change(self) -> None:
        """Something was saved."""
        with self._lock:
            try:
                shape = _shape(self._read())
            except Abort:
                # Else the server keeps everyone waiting until the mistake is gone: what stood is whole, and may be seen.
                self._server._wanted_epoch = self._server._visible_epoch
                raise
            if shape != self._shape or self._built().seen() != self._seen:
                self._everything()
            else:
                self._refresh(self._built())
                self._made = set()

    def answer(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Answer a request, once what it asks for is fresh."""
        address = environ["PATH_INFO"].removeprefix(self._server.mount_path).removeprefix("/")
        with self._lock:
            self._freshen(f"{address}index.html" if not address or address.endswith("/") else address)
        return self._server.serve_request(environ, start_response)

    def _freshen(self, address: str) -> None:
        if self._made is None or address in self._made or address.startswith(_ALWAYS_FRESH):
            return
        if address.endswith(".html") and self._built().make(address):
            self._made.add(address)
        else:
            self._everything()

    def _everything(self) -> None:
        self._whole()
        self._made, self._shape, self._seen = None, _shape(self._read()), self._built().seen()


def _shape(content: Content) -> tuple[object, ...]:
    """Which files the data ask for."""
    own = content.organisatie
    return ([page.source for page in listing.generated(content)], list(listing.moved(content)), content.logo, own and own.offline)


def _is_data(path: Path) -> bool:
    return path.suffix == ".yml" and path.parent.name in _DATA


def _files(places: Iterable[str | None]) -> Iterator[Path]:
    for place in (Path(place) for place in places if place):
        yield from (path for path in place.rglob("*") if path.is_file()) if place.is_dir() else [place]
