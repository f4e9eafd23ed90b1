"""The sites that are compared: each made from the same articles, by its own command, in its own folder."""

import html
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from bench import tools
from bench.content import Article, articles, write_markdown
from bench.process import Run, run
from macros.content.load import PROJECT

PEERS = tools.HERE / "peers"
OURS, MATERIAL, ZENSICAL, STARLIGHT, FLOOR = "deze site", "Material", "Zensical", "Starlight", "met de hand"
QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


def make_all(work: Path) -> dict[str, Path]:
    """Build every contender below `work`; says where each built site is, by name. Ours comes first: the others need its articles."""
    ours = work / "deze-site"
    build_ours(PROJECT, ours)
    pages = articles(ours)
    makers: dict[str, Callable[[list[Article], Path], Path]] = {
        MATERIAL: make_material,
        ZENSICAL: make_zensical,
        STARLIGHT: make_starlight,
        FLOOR: make_floor,
    }
    return {OURS: ours, **{name: make(pages, fresh(work / name.replace(" ", "-").lower())) for name, make in makers.items()}}


def build_ours(project: Path, site: Path) -> Run:
    """Build our site from a copy of the project with its own public command, with nothing left of an earlier build."""
    shutil.rmtree(project / ".cache", ignore_errors=True) if project != PROJECT else None
    shutil.rmtree(site, ignore_errors=True)
    return run([sys.executable, "-m", "mkdocs", "build", "--strict", "-d", site], project, QUIET)


def make_material(pages: list[Article], folder: Path) -> Path:
    """A stock Material site."""
    write_material(pages, folder)
    build_material(folder)
    return folder / "site"


def write_material(pages: list[Article], folder: Path) -> None:
    """The project of a stock Material site, not built yet."""
    shutil.copy(PEERS / "mkdocs.yml", folder)
    write_markdown(pages, folder / "docs")


def build_material(folder: Path) -> Run:
    """Build a stock Material site, with nothing left of an earlier build."""
    shutil.rmtree(folder / "site", ignore_errors=True)
    return run([sys.executable, "-m", "mkdocs", "build", "-q"], folder, QUIET)


def make_zensical(pages: list[Article], folder: Path) -> Path:
    """A Zensical site."""
    shutil.copy(PEERS / "zensical.toml", folder)
    write_markdown(pages, folder / "docs")
    run([tools.ZENSICAL / "zensical", "build", "--clean"], folder)
    return folder / "site"


def make_starlight(pages: list[Article], folder: Path) -> Path:
    """An Astro Starlight site; it writes the title above each page itself."""
    shutil.copy(PEERS / "astro.config.mjs", folder)
    shutil.copy(tools.HERE / "package.json", folder)
    (folder / "src").mkdir()
    shutil.copy(PEERS / "content.config.ts", folder / "src")
    write_markdown(pages, folder / "src" / "content" / "docs", with_title=False)
    run([tools.NODE, tools.ASTRO, "build"], folder, {"ASTRO_TELEMETRY_DISABLED": "1"})
    return folder / "dist"


def make_floor(pages: list[Article], folder: Path) -> Path:
    """Pages as someone who needs nothing would write them: the article and a few lines of style, in one file."""
    template = (PEERS / "vloer.html").read_text(encoding="utf-8")
    for page in pages:
        path = folder / f"{page.name}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        known = {"{title}": html.escape(page.title), "{description}": html.escape(page.description), "{article}": page.html}
        text = template
        for mark, value in known.items():
            text = text.replace(mark, value, 1)
        path.write_text(text, encoding="utf-8")
    return folder


def fresh(folder: Path) -> Path:
    """An empty folder."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder
