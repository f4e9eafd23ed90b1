"""The articles of a built site, as pages that any generator can take: Markdown headings with HTML blocks between them."""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
BLOCKS = {"article", "aside", "blockquote", "details", "div", "dl", "figure", "form", "hr", "nav", "ol", "p", "section", "table", "ul"}

_MARKDOWN = re.compile(r"([\\`*_\[\]<>#{}])")


@dataclass(frozen=True)
class Article:
    """A page of the site: its address without `.html`, its title, its description and the HTML of its article."""

    name: str
    title: str
    description: str
    html: str

    def markdown(self, with_title: bool = True) -> str:
        """The page as Markdown with front matter; the title as first heading, unless the generator adds it itself."""
        blocks = list(_blocks(LexborHTMLParser(f"<body>{self.html}</body>").body))
        first = [f"# {_escaped(self.title)}"] if with_title else []
        meta = f"---\ntitle: {json.dumps(self.title, ensure_ascii=False)}\ndescription: {json.dumps(self.description, ensure_ascii=False)}\n---\n"
        return "\n\n".join([meta, *first, *blocks]) + "\n"


def articles(site: Path) -> list[Article]:
    """All pages of a built site that have an article, in the order of their addresses; without the 404 page."""
    pages = (_article(page, site) for page in sorted(site.rglob("*.html")) if page.name != "404.html")
    return [article for article in pages if article]


def write_markdown(pages: list[Article], folder: Path, with_title: bool = True) -> None:
    """Write every page below `folder`."""
    for page in pages:
        path = folder / f"{page.name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page.markdown(with_title), encoding="utf-8")


def elements(page: Path) -> int:
    """The number of elements of a page."""
    return len(LexborHTMLParser(page.read_text(encoding="utf-8")).css("*"))


def _article(page: Path, site: Path) -> Article | None:
    tree = LexborHTMLParser(page.read_text(encoding="utf-8"))
    node = tree.css_first("article")
    if node is None or tree.css_first("meta[http-equiv=refresh]"):
        return None
    for extra in node.css("script, style, .headerlink"):
        extra.decompose()
    heading = node.css_first("h1") or tree.css_first("title")
    about = tree.css_first("meta[name=description]")
    name = page.relative_to(site).as_posix().removesuffix(".html")
    description = (about.attributes.get("content") if about else None) or ""
    return Article(name, heading.text(strip=True) if heading else name, description, node.inner_html or "")


def _blocks(node: LexborNode | None) -> Iterator[str]:
    """The blocks below a node: what holds a heading is taken apart, everything else stays HTML. The h1 is left out."""
    for child in node.iter(include_text=True) if node else ():
        tag = child.tag or ""
        if tag in HEADINGS:
            if tag != "h1":
                yield f"{'#' * int(tag[1])} {_escaped(child.text())}"
        elif tag == "-text":
            if text := " ".join((child.text_content or "").split()):
                yield f"<p>{html.escape(text, quote=False)}</p>"
        elif tag not in ("details", "-comment") and child.css_first(", ".join(HEADINGS)):
            yield from _blocks(child)
        elif tag != "-comment":
            yield _as_block(tag, child.html or "")


def _as_block(tag: str, source: str) -> str:
    """HTML that Markdown passes through whole: no empty line inside, and a block element outside."""
    joined = re.sub(r"\s*\n\s*", "\n", source).strip()
    return joined if tag in BLOCKS else f"<div>{joined}</div>"


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))
