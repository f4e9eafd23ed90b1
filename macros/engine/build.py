"""One build: what it is made from, and MkDocs' events, each handed on to the room that does the work."""

import logging
import re
from collections.abc import Callable, Iterator
from functools import cached_property, partial
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from macros.content import site
from macros.content.content import Content
from macros.content.version import VERSION
from macros.decks import decks
from macros.engine import settings
from macros.finish import assets, headers, offline, policy, search_index, search_text, swap, usb
from macros.own import additions, markdown
from macros.pages import listing, site_map
from macros.pages.page_macros import PageMacros
from macros.pages.render import render, render_description, translate
from macros.paper import prints
from macros.source import front_matter, markup, phone
from macros.talen import Language, speak

_ID = re.compile(r'\sid="([^"]+)"')


class Build(BasePlugin):
    """From the data to a site in its place; a build that fails leaves what stood.

    Args:
        config: MkDocs' own; the build gets a folder beside the site that stands.
        content: what the pages, prints and decks are about.
        serving: is it for `mkdocs serve`? Then it makes nothing that only a published site needs.
    """

    #: Under this name MkDocs knows the build that is going on.
    NAME = "oefensite"

    def __init__(self, config: MkDocsConfig, content: Content, serving: bool) -> None:
        self.content, self.serving, self.docs = content, serving, Path(config.docs_dir)
        self.site = site.of(content, config.site_url or "")
        self.staging = swap.Staging(Path(config.site_dir))
        self.warnings = swap.WarningCounter(logging.getLogger("mkdocs"))
        config.site_dir, config.site_url = str(self.staging.folder), self.site.adres
        about = content.onderwerp
        config.site_name, config.site_description, config.copyright = (
            about.naam,
            about.beschrijving,
            about.licentie,
        )
        _speak(config, content.taal)
        self.prints = prints.made(content, self.site)  # begins with what takes longest
        self.pages: tuple[listing.Page, ...] = ()
        self._asked: dict[str, Callable[[], str]] = {}  # what makes the HTML for a mark on the page at hand
        assets.forget()

    def macro(self, name: str, page: Page, id_: str = "") -> str:
        """What a macro leaves in the text of a page: a mark, for which `on_page_content` puts its HTML.

        What people typed is in it, escaped, and may not pass Markdown, which would read fences and links. It is made
        only then: of what goes wrong in here the macros plugin says little, and in English.
        """
        mark = f"<!--{name} {len(self._asked)}-->"
        self._asked[mark] = partial(self._macros.make, name, page.url, id_)
        return mark

    @cached_property
    def _macros(self) -> PageMacros:
        return PageMacros(self.content, self.site, self.pages, self.prints)

    @cached_property
    def _by_source(self) -> dict[str, listing.Page]:
        return {page.source: page for page in self.pages}

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add a page for everything in the data that has one, and leave out what no page uses."""
        own = settings.extra(config)
        for file in [*files]:
            if file.src_uri in own:
                continue
            if not assets.goes_along(file.src_uri, self.content.taal):
                files.remove(file)
            elif assets.is_script(file.src_uri):
                files.remove(file)
                said = assets.script(self.docs / file.src_uri, self.content)
                files.append(File.generated(config, file.src_uri, content=said))
        written = files.documentation_pages()
        titles = {file.src_uri: front_matter.title(file.content_string, file.name) for file in written}
        self.pages = site_map.pages(self.content, titles)
        config.nav = [page.source for page in self.pages]
        for page in self.pages:
            if page.macro:
                files.append(File.generated(config, page.source, content=site_map.body(page)))
        worker = next(_theme_folder(config).glob("assets/javascripts/workers/search.*.min.js"))
        files.append(File.generated(config, assets.WORKER, abs_src_path=str(worker)))
        for address, made in self._files():
            files.append(File.generated(config, address, content=made))
        if last := files.get_file_from_path(
            "downloads/index.md"
        ):  # it waits for all PDFs, and nothing for it
            files.remove(last)
            files.append(last)
        return files

    def _files(self) -> Iterator[tuple[str, str | bytes]]:
        """What the site has besides pages: the address of each file, and what is in it."""
        yield assets.PAGE_SCRIPT, assets.page_script(self.docs, self.content)
        for old, new in site_map.moved(self.content):
            yield old, render("verhuisd.html.j2", self.content, self.site, old, naar=new)
        yield from additions.files(self.content.stijl, self.content.logo, self.content.plaatjes)
        yield from policy.finished(decks.made(self.content, self.site))

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """What Markdown made, finished, with what macros made in it; and what a generated page is called."""
        html = markdown.finish(html)
        for mark, make in self._asked.items():
            made = make()
            html = html.replace(mark, made)
            page.present_anchor_ids = {*(page.present_anchor_ids or ()), *_ID.findall(made)}
        self._asked.clear()
        generated = self._by_source.get(page.file.src_uri)
        if generated and generated.macro:  # only now: the macros plugin runs what looks like Jinja in a title
            page.title = str(escape(generated.title))
            page.meta["description"] = render_description(generated.description)
            page.meta["search"] = {"boost": generated.weight}
        return html

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Let the theme's templates read the content."""
        translate(env)
        env.globals |= {
            "inhoud": self.content,
            "taal": self.content.taal,
            "menu": [page for page in self.pages if page.places],
            "versie": VERSION,
            "themakleur": offline.colour(self.content),
            "scripts_van": assets.scripts_on,
        }
        env.filters |= {"zin": _zin, "tel": _tel}
        return env

    @event_priority(100)
    def on_page_context(
        self, context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Keep the article for the template, and what the search plugin, which comes next, can use of it."""
        context["artikel"] = page.content  # type: ignore[typeddict-unknown-key]
        page.content = search_text.readable(page.content or "")
        page.meta["tags"] = page.meta.get("search", {}).get("zoekwoorden", [])
        return context

    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> str:
        """Give a finished page the style that it uses, and its policy."""
        if prints.names_sizes(output):
            output = self.prints.with_sizes(output)
        style = assets.stylesheet(self.docs, self.content, assets.styles_on(page.url))
        return policy.finish(output, style)

    def on_post_template(self, output: str, template_name: str, config: MkDocsConfig) -> str:
        """The page for what is not there stands alone, with its own style."""
        return policy.finish(output) if template_name == "404.html" else output

    @event_priority(-100)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Put the finished site in its place, unless strict mode is about to refuse it."""
        folder = self.staging.folder
        self.prints.write(folder)
        search_index.write(folder, self.content)
        if not self.serving:
            fresh = [page.url for page in self.pages if listing.FRESH in page.places]
            offline.write(folder, self.content, self.site, self.docs, fresh)
            headers.write(folder, urlsplit(self.site.adres).path or "/")
            if self.content.sessies:
                usb.write(folder, self.content.onderwerp)
        if not (config.strict and self.warnings.count):
            self.staging.swap()

    @event_priority(100)  # before somebody tells of it and ends
    def on_build_error(self, error: Exception) -> None:
        """Leave nothing half-built behind, and let others build."""
        self.staging.discard()

    def on_shutdown(self) -> None:
        """The same, however it ended."""
        prints.stop()
        self.staging.discard()


def _speak(config: MkDocsConfig, language: Language) -> None:
    """From now on all is said in the language of the site, also what the theme, the search and Markdown say themselves."""
    speak(language)
    config.theme["language"] = language.code
    for name, plugin in config.plugins.items():
        if name.endswith("search"):
            plugin.config.update(settings.search(language))
    config.mdx_configs |= markdown.extensions()


@pass_context
def _zin(context: Context, text: str) -> Markup:
    """A text field with its markup, as in our own templates: links lead from the page at hand."""
    return markup.render(text, f"{context['base_url']}/")


@pass_context
def _tel(context: Context, number: str) -> str:
    """The address of a phone number."""
    return phone.address(number, context["inhoud"].onderwerp.land)


def _theme_folder(config: MkDocsConfig) -> Path:
    return next(Path(folder) for folder in config.theme.dirs if Path(folder).name == "templates")
