"""The whole site as plain Markdown, files and settings, for an engine that knows nothing of this project."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined

from macros.content import site as sites
from macros.content.content import Content
from macros.content.load import PAGES, PROJECT, load
from macros.content.site import Site
from macros.decks import decks
from macros.engine import settings
from macros.finish import assets, policy
from macros.own import additions
from macros.pages import listing
from macros.pages.page_macros import NAMES, PageMacros
from macros.pages.render import render, render_description
from macros.paper import prints

SETTINGS = "mkdocs.yml"
STYLE = "assets/css/samen.css"
#: What scripts of pages need; the other scripts of every page belong to our own frame.
SCRIPT = "assets/js/opslag.js"

#: What only works beside the project's own code, and what the export says itself.
_LEFT_OUT = ("hooks", "watch")
_JINJA = Environment(undefined=StrictUndefined)


def write(folder: Path, root: Path = PROJECT) -> int:
    """Write the site in `root` into `folder`, its settings beside its `docs`; returns how many pages it has.

    Raises:
        DataError: with all problems of the data.
        FileExistsError: when there is something in `folder`. In both cases nothing is written.
    """
    export = _Export.of(root)
    if folder.exists() and any(folder.iterdir()):
        raise FileExistsError(folder)
    files = {f"docs/{address}": file for address, file in export.files()} | {SETTINGS: settings.write(export.settings())}
    for address, file in files.items():
        path = folder / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.encode() if isinstance(file, str) else file)
    return sum(address.endswith(".md") for address in files)


@dataclass(frozen=True)
class _Export:
    """What is exported: the project in `root`, its content, its site, and its settings as they stand in mkdocs.yml."""

    root: Path
    content: Content
    site: Site
    known: dict[str, Any]

    @classmethod
    def of(cls, root: Path) -> "_Export":
        content, known = load(root), settings.read(root / SETTINGS)
        return cls(root, content, sites.of(content, known["site_name"], known["site_url"], known["copyright"]), known)

    def files(self) -> Iterator[tuple[str, str | bytes]]:
        """Every file: its address from the root of the site, with `.md` for a page, and what is in it."""
        yield from self._written()
        for page in listing.generated(self.content):
            about = {"title": page.title, "description": render_description(page.description), "search": {"boost": page.zoekgewicht}}
            yield page.source, settings.join(about, self._filled(page.source, page.body))
        for old, new in listing.moved(self.content):
            yield old, render("verhuisd.html.j2", self.content, self.site, old, naar=new)
        yield from additions.files(self.content.organisatie, self.content.logo, self.root / PAGES)
        yield from ((pdf.adres, pdf.inhoud) for pdf in prints.made(self.content, self.site).alle)
        yield from policy.finished(decks.made(self.content, self.site))

    def settings(self) -> dict[str, Any]:
        """The settings without what needs this project's code: its macros, hooks and templates."""
        kept = {name: value for name, value in self.known.items() if name not in _LEFT_OUT}
        theme = {name: value for name, value in self.known["theme"].items() if name != "custom_dir"}
        return kept | {
            "site_name": self.site.naam,
            "site_url": self.site.adres,
            "copyright": self.site.licentie,
            "theme": theme | {"variant": "classic"},  # in Zensical: as Material looks, for which our style is made
            "extra_css": [STYLE, *([additions.STYLE] if additions.style(self.content.organisatie) else [])],
            "extra_javascript": [SCRIPT],
            "plugins": [plugin for plugin in self.known["plugins"] if "macros" not in plugin],
            "nav": listing.navigation(self.content),
        }

    def _written(self) -> Iterator[tuple[str, str | bytes]]:
        """What people wrote and drew in `docs`."""
        docs = self.root / "docs"
        yield STYLE, assets.styles_elsewhere(docs)
        for path in sorted(path for path in docs.rglob("*") if path.is_file()):
            address = path.relative_to(docs).as_posix()
            if path.suffix == ".css" and not assets.goes_along(address):
                continue  # a part of the style above
            yield address, self._prose(address, path.read_text(encoding="utf-8")) if path.suffix == ".md" else path.read_bytes()

    def _prose(self, address: str, markdown: str) -> str:
        about, text = settings.split(markdown)
        usual = {"title": self._titles.get(address, address), "description": self.known["site_description"]}
        return settings.join(usual | about, self._filled(address, text))

    @cached_property
    def _titles(self) -> dict[str, str]:
        """What the menu calls each page: engines do not agree on whether that or the heading is the title."""
        return dict(_leaves(listing.navigation(self.content)))

    def _filled(self, address: str, text: str) -> str:
        """The text of a page with what its macros make in their place, and the scripts that make it move."""
        url = address.removesuffix(".md") + ".html"
        macros = PageMacros(self.content, self.site, url, lambda: prints.made(self.content, self.site))
        filled = _JINJA.from_string(text).render({name: getattr(macros, name) for name in NAMES})
        scripts = assets.scripts_on(url, self.content)
        filled = prints.made(self.content, self.site).with_sizes(filled)
        return filled + render("scripts.html.j2", self.content, self.site, url, scripts=scripts)


def _leaves(navigation: Any) -> Iterator[tuple[str, str]]:
    for entry in navigation:
        for title, inside in entry.items():
            yield from [(inside, title)] if isinstance(inside, str) else _leaves(inside)
