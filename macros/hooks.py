"""MkDocs events, handed on to the modules that do the work."""

import logging
import os
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

sys.path[:0] = [root for root in [str(Path(__file__).resolve().parent.parent)] if root not in sys.path]

from jinja2 import Environment  # noqa: E402
from markupsafe import escape  # noqa: E402
from mkdocs.config.defaults import MkDocsConfig  # noqa: E402
from mkdocs.exceptions import Abort  # noqa: E402
from mkdocs.livereload import LiveReloadServer  # noqa: E402
from mkdocs.plugins import event_priority  # noqa: E402
from mkdocs.structure.files import File, Files  # noqa: E402
from mkdocs.structure.nav import Navigation  # noqa: E402
from mkdocs.structure.pages import Page  # noqa: E402
from mkdocs.utils.templates import TemplateContext  # noqa: E402

from macros.content import site, version  # noqa: E402
from macros.content.content import Content  # noqa: E402
from macros.content.load import PAGES, PROJECT, load, loaded  # noqa: E402
from macros.content.site import Site  # noqa: E402
from macros.content.version import VERSION  # noqa: E402
from macros.decks import decks  # noqa: E402
from macros.engine import preview  # noqa: E402
from macros.finish import assets, headers, offline, policy, search_index, search_text, swap, usb  # noqa: E402
from macros.own import additions, markdown  # noqa: E402
from macros.pages import listing  # noqa: E402
from macros.pages.render import render, render_description  # noqa: E402
from macros.paper import prints  # noqa: E402
from macros.source import markup, phone  # noqa: E402
from macros.source.problems import DataError  # noqa: E402

_staging: swap.Staging | None = None
_warnings: swap.WarningCounter | None = None
_serving = False
_articles: dict[str, str] = {}
_nav: Navigation | None = None
_built: preview.Built | None = None


def site_of(config: MkDocsConfig) -> Site:
    """The site as MkDocs knows it."""
    return site.of(loaded(), config.site_name, config.site_url or "", config.copyright or "")


def on_startup(*, command: str, dirty: bool) -> None:
    """Remember whether this is `serve`, which builds into a folder of its own; give every build of a commit the same date."""
    global _serving
    _serving = command == "serve"
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(version.moment()))
    logging.getLogger("mkdocs.livereload").addFilter(_in_dutch)


def _in_dutch(record: logging.LogRecord) -> bool:
    """MkDocs' own sentence after a mistake during `serve`, for who reads no English."""
    if "An error happened during the rebuild" in str(record.msg):
        record.msg = "Je ziet nog de vorige versie. Herstel de fout en bewaar het bestand; dan gaat het vanzelf verder."
    return True


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Check the data before anything is built, and let the build happen beside the site that stands."""
    global _staging, _warnings
    assets.forget()
    content = _read()
    config.nav = listing.navigation(content, titles=False)
    if content.organisatie:
        config.site_url = site_of(config).adres
    if not _serving:
        try:
            _staging = swap.Staging(Path(config.site_dir))
        except OSError as error:
            raise Abort(swap.refused(error)) from None
        config.site_dir = str(_staging.folder)
        _warnings = swap.WarningCounter(logging.getLogger("mkdocs"))
    return config


def _read() -> Content:
    """The data, or an end to the build with all that is wrong with them."""
    try:
        return load()
    except DataError as error:
        if os.environ.get("GITHUB_ACTIONS") == "true":
            print("\n".join(problem.as_github_annotation() for problem in error.problems))
        raise Abort(str(error)) from None


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add a page for everything in the data that has one, and begin with the PDFs, which takes longest."""
    prints.made(loaded(), site_of(config))
    for unused in [file for file in files if not assets.goes_along(file.src_uri)]:
        files.remove(unused)
    worker = next(_theme_folder(config).glob("assets/javascripts/workers/search.*.min.js"))
    files.append(File.generated(config, assets.WORKER, abs_src_path=str(worker)))
    files.append(File.generated(config, assets.PAGE_SCRIPT, content=assets.page_script(Path(config.docs_dir), loaded())))
    for page in listing.generated(loaded()):
        files.append(File.generated(config, page.source, content=page.body))
    for old, new in listing.moved(loaded()):
        redirect = render("verhuisd.html.j2", loaded(), site_of(config), old, naar=new)
        files.append(File.generated(config, old, content=redirect))
    for address, file in additions.files(loaded().organisatie, loaded().logo, PROJECT / PAGES):
        files.append(File.generated(config, address, content=file))
    for address, file in policy.finished(decks.made(loaded(), site_of(config))):
        files.append(File.generated(config, address, content=file))
    if downloads := files.get_file_from_path("downloads/index.md"):  # waits for all PDFs, so that nothing should wait for it
        files.remove(downloads)
        files.append(downloads)
    return files


@event_priority(-100)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give a generated page its title, its description and its weight in the search, and keep it from Markdown: it is HTML already."""
    generated = listing.by_source(loaded()).get(page.file.src_uri)
    if generated is None:
        return markdown
    page.meta.update({"description": render_description(generated.description), "search": {"boost": generated.zoekgewicht}})
    page.title = str(escape(generated.title))
    _articles[page.file.src_uri] = markdown
    return ""


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The article of a generated page, as its macro made it; one that people wrote in Markdown, finished."""
    return _articles.pop(page.file.src_uri, None) or markdown.finish(html)


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Remember the order of the site for a preview."""
    global _nav
    _nav = nav


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Let the theme's templates read the content."""
    global _built
    if _nav and _serving:
        _built = preview.Built(config, files, _nav, env)
    env.globals |= {"inhoud": loaded(), "versie": VERSION, "themakleur": offline.colour(loaded()), "scripts_van": assets.scripts_on}
    env.filters |= {"zin": markup.render, "tel": phone.address}
    return env


@event_priority(100)
def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
    """Keep the article for the template, and leave the search plugin, which comes next, what it can use of it."""
    context["artikel"] = page.content  # type: ignore[typeddict-unknown-key]
    page.content = search_text.readable(page.content or "")
    page.meta["tags"] = page.meta.get("search", {}).get("zoekwoorden", [])
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Give a finished page the style that it uses, and its policy."""
    docs = Path(config.docs_dir)
    if prints.names_sizes(output):
        output = prints.made(loaded(), site_of(config)).with_sizes(output)
    return policy.finish(output, assets.stylesheet(docs, loaded(), assets.styles_on(page.url)))


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None]) -> None:
    """Make a change in the data visible at once."""
    preview.Preview(server, _last_built, _read, lambda built: on_env(built.env, built.config, built.files))


def _last_built() -> preview.Built:
    assert _built
    return _built


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """The page for what is not there stands alone, with its own style."""
    return policy.finish(output) if template_name == "404.html" else output


def _theme_folder(config: MkDocsConfig) -> Path:
    return next(Path(folder) for folder in config.theme.dirs if Path(folder).name == "templates")


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Put the finished site in its place, unless strict mode is about to refuse it."""
    prints.made(loaded(), site_of(config)).write(Path(config.site_dir))
    search_index.write(Path(config.site_dir), loaded())
    if not _serving:
        folder, known = Path(config.site_dir), site_of(config)
        offline.write(folder, loaded(), known, Path(config.docs_dir))
        headers.write(folder, urlsplit(known.adres).path or "/")
        if loaded().sessies:
            usb.write(folder)
    if _staging and _warnings and not (config.strict and _warnings.count):
        _staging.swap()


def on_build_error(error: Exception) -> None:
    """Leave nothing half-built behind, and say in Dutch what the computer refused."""
    if _staging:
        prints.stop()
        _staging.discard()
    if isinstance(error, OSError):
        raise Abort(swap.refused(error)) from None
