"""The whole site as plain Markdown, files and settings, for an engine that knows nothing of this project."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined
from markupsafe import escape

from macros.content import site as sites
from macros.content.content import Content
from macros.content.load import PROJECT, load
from macros.content.site import Site
from macros.decks import decks
from macros.engine import settings
from macros.finish import assets, policy
from macros.finish.swap import Staging
from macros.own import additions, markdown
from macros.pages import site_map
from macros.pages.listing import Page
from macros.pages.page_macros import NAMES, PageMacros
from macros.pages.render import render, render_description
from macros.paper import prints
from macros.source import files, front_matter, markup
from macros.source.computer import Refused
from macros.talen import _, speaking

STYLE = "assets/css/site.css"
#: What scripts of pages need; the other scripts of every page belong to our own frame.
SCRIPTS = ("assets/js/woorden.js", "assets/js/opslag.js")

#: What only works beside the project's own code, and what the export says itself.
_LEFT_OUT = ("hooks",)
_JINJA = Environment(undefined=StrictUndefined)


def write(folder: Path, root: Path = PROJECT) -> int:
    """Write the site in `root` into `folder`, its settings beside its `docs`; returns how many pages it has.

    Raises:
        DataError: with all problems of the data or the settings.
        Refused: when there is something in `folder`, or somebody else is writing there. Then nothing is written.
    """
    export, pages = _Export.of(root), 0
    staging = Staging(folder)
    try:
        if folder.exists() and any(folder.iterdir()):
            raise Refused(_("{map} is niet leeg. Kies een nieuwe map.").format(map=folder))
        for address, file in export.all():
            path = staging.folder / address
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.encode() if isinstance(file, str) else file)
            pages += address.endswith(".md")
        staging.swap()
    finally:
        staging.discard()
    return pages


@dataclass(frozen=True)
class _Export:
    """What is exported: the project in `root`, its content, its site, and its settings as in mkdocs.yml."""

    root: Path
    content: Content
    site: Site
    known: dict[str, Any]

    @classmethod
    def of(cls, root: Path) -> "_Export":
        settings.ready(root)
        content, known = load(root), settings.good(root)
        site = sites.of(content, settings.site_address(known))
        return cls(root, content, site, known)

    def all(self) -> Iterator[tuple[str, str | bytes]]:
        """Everything that is written: its path in the folder, and what is in it."""
        yield from ((f"docs/{address}", file) for address, file in self.files())
        yield settings.FILE, settings.write(self.settings())

    def files(self) -> Iterator[tuple[str, str | bytes]]:
        """Every file: its address from the root of the site, with `.md` for a page, and what is in it."""
        yield from self._written()
        for page in self._pages:
            about, text = front_matter.split(site_map.body(page) if page.macro else self._prose[page.source])
            description = escape(render_description(page.description) or self.content.onderwerp.beschrijving)
            usual: dict[str, Any] = {"title": str(escape(page.title)), "description": str(description)}
            usual |= {"search": {"boost": page.weight}} if page.macro else {}
            yield page.source, front_matter.join(usual | about, self._filled(page.url, text))
        for old, new in site_map.moved(self.content):
            yield old, render("verhuisd.html.j2", self.content, self.site, old, naar=new)
        yield from additions.files(self.content.stijl, self.content.logo, self.content.plaatjes)
        yield from ((pdf.adres, pdf.inhoud) for pdf in prints.made(self.content, self.site).alle)
        yield from policy.finished(decks.made(self.content, self.site))

    def settings(self) -> dict[str, Any]:
        """The settings without what needs this project's code: its macros, hooks and templates."""
        kept = {name: value for name, value in self.known.items() if name not in _LEFT_OUT}
        own_style = [additions.STYLE] if self.content.stijl else []
        theme = {name: value for name, value in self.known["theme"].items() if name != "custom_dir"}
        theme["language"] = self.content.taal.code
        theme["variant"] = "classic"  # in Zensical: as Material looks, for which our style is made
        return kept | {
            "site_name": self.site.naam,
            "site_description": self.content.onderwerp.beschrijving,
            "site_url": self.site.adres,
            "copyright": self.site.licentie,
            "theme": theme,
            "extra_css": [STYLE, *own_style, *(self.known.get("extra_css") or ())],
            "extra_javascript": [*SCRIPTS, *(self.known.get("extra_javascript") or ())],
            "plugins": [self._plugin(plugin) for plugin in self.known["plugins"] if "macros" not in plugin],
            "markdown_extensions": [
                {name: options} if options else name for name, options in self._extensions.items()
            ],
            "nav": site_map.navigation(self._pages),
        }

    def _plugin(self, plugin: Any) -> Any:
        """A plugin as the settings name it: the search with the language of the site."""
        if "search" not in plugin:
            return plugin
        return {"search": {**plugin["search"], **settings.search(self.content.taal)}}

    @property
    def _extensions(self) -> dict[str, dict[str, object]]:
        with speaking(self.content.taal):
            return markdown.extensions()

    def _written(self) -> Iterator[tuple[str, str | bytes]]:
        """What people drew in `docs`, and the styles and scripts there."""
        docs, own = self.root / "docs", settings.extra(self.known)
        yield STYLE, assets.styles_elsewhere(docs)
        for path in filter(Path.is_file, files.visible(docs)):
            address = path.relative_to(docs).as_posix()
            if path.suffix == ".md" or (
                path.suffix == ".css"
                and not (assets.goes_along(address, self.content.taal) or address in own)
            ):
                continue  # a page, or a part of the style above
            ours = assets.is_script(address) and address not in own
            yield address, assets.script(path, self.content) if ours else path.read_bytes()

    @cached_property
    def _prose(self) -> dict[str, str]:
        """What people wrote in `docs`, by its address."""
        docs = self.root / "docs"
        pages = files.visible(docs, ".md")
        return {
            path.relative_to(docs).as_posix(): files.text(path, f"docs/{path.relative_to(docs).as_posix()}")
            for path in pages
        }

    @cached_property
    def _pages(self) -> tuple[Page, ...]:
        titles = {source: front_matter.title(text, Path(source).stem) for source, text in self._prose.items()}
        return site_map.pages(self.content, titles)

    @cached_property
    def _macros(self) -> PageMacros:
        return PageMacros(self.content, self.site, self._pages, prints.made(self.content, self.site))

    def _filled(self, url: str, text: str) -> str:
        """The text of a page with what its macros make in their place, and the scripts that make it move."""
        filled = _JINJA.from_string(text).render({name: partial(self._made, name, url) for name in NAMES})
        filled = prints.made(self.content, self.site).with_sizes(filled)
        scripts = assets.scripts_on(url, self.content)
        return filled + render("scripts.html.j2", self.content, self.site, url, scripts=scripts)

    def _made(self, name: str, url: str, id_: str = "") -> str:
        """What a macro makes: HTML that starts a block, in which the other engine finds nothing to read."""
        return markup.unread(self._macros.make(name, url, id_))
