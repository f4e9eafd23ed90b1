"""An organisation's own prose pages: plain Markdown, from which no code runs and nothing is fetched."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path, PurePosixPath
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.tables import TableExtension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

from macros.source.problems import DataError, Position, Problem, did_you_mean
from macros.source.yaml_source import CONTROL, decode

FOLDER = "eigen"
PICTURES = (".png", ".jpg", ".jpeg", ".webp")
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_FOREIGN = re.compile(r"(?:https?://|mailto:|tel:)[^\s<>\"'\\]+", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//|/|\\", re.IGNORECASE)


@dataclass(frozen=True)
class OwnPage:
    """A page: its file, its title (plain text) and its text as HTML that is safe to show."""

    naam: str
    titel: str
    html: str

    @property
    def pagina(self) -> str:
        """The address, from the root of the site."""
        return f"{FOLDER}/{self.naam}.html"


def read(folder: Path, known: Iterable[str]) -> tuple[tuple[OwnPage, ...], list[Problem]]:
    """Read every page in `folder`, by name.

    Args:
        folder: where they are; it does not have to exist.
        known: the addresses of the other pages of the site, from its root.
    """
    paths = sorted(folder.glob("*.md"))
    own = {f"{FOLDER}/{path.stem}.html" for path in paths} | {f"{FOLDER}/{path.name}" for path in pictures(folder)}
    found: list[OwnPage] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            found.append(_page(path, {*known, *own}))
        except DataError as error:
            problems += error.problems
    return tuple(found), problems


def pictures(folder: Path) -> list[Path]:
    """The pictures beside the pages."""
    return sorted(path for path in folder.glob("*") if path.suffix.lower() in PICTURES)


def _page(path: Path, known: set[str]) -> OwnPage:
    name = f"organisatie/{path.parent.name}/{path.name}"
    if not _NAME.fullmatch(path.stem):
        text = f"Deze naam kan niet: '{path.name}'. Gebruik kleine letters, cijfers en streepjes, zoals 'over-ons.md'."
        raise DataError([Problem(name, Position(), text)])
    text = decode(path.read_bytes(), name, CONTROL).replace("\r\n", "\n").strip("\n")
    first = text.partition("\n")[0]
    if not re.fullmatch(r"# +\S.*", first):
        raise DataError([Problem(name, Position(), "Begin met de titel: een # en een spatie, dan de titel. Zoals: # Over ons")])
    links = _Links(known)
    html = Markdown(extensions=[TableExtension(use_align_attribute=True), "sane_lists", links]).convert(text)
    if links.dead:
        lines = text.split("\n")
        raise DataError(_dead(name, lines, *link, known) for link in links.dead)
    titel = re.sub(r"<[^>]+>", "", html.partition("</h1>")[0])
    return OwnPage(path.stem, unescape(titel), html)


def _dead(name: str, lines: list[str], address: str, tag: str, known: set[str]) -> Problem:
    places = (Position(number, line.index(address) + 1) for number, line in enumerate(lines, 1) if address in line)
    if tag == "img":
        text = f"Dit plaatje is er niet: '{address}'. Zet een .png, .jpg of .webp in organisatie/paginas en schrijf hier de naam."
    elif _SCHEME.match(address):
        text = f"Deze link kan niet: '{address}'. Begin met 'https://', 'mailto:' of 'tel:', of wijs naar een pagina van deze site."
    else:
        text = f"De link naar '{address}' gaat nergens heen.{did_you_mean(address, _from_here(known))}"
    return Problem(name, next(places, Position()), text)


def _from_here(known: set[str]) -> Iterator[str]:
    """The addresses of the site as a page of this folder writes them."""
    return (address.removeprefix(f"{FOLDER}/") if address.startswith(f"{FOLDER}/") else f"../{address}" for address in known)


class _Links(Extension):
    """Shows HTML as typed, lets links lead to known places only, and collects those that lead nowhere in `dead`."""

    def __init__(self, known: set[str]) -> None:
        super().__init__()
        self.known = known
        self.dead: list[tuple[str, str]] = []

    def extendMarkdown(self, md: Markdown) -> None:
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.treeprocessors.register(_LinkCheck(md, self), "links", 0)


class _LinkCheck(Treeprocessor):
    def __init__(self, md: Markdown, links: _Links) -> None:
        super().__init__(md)
        self.links = links

    def run(self, root: Element) -> None:
        for node in root.iter():
            for attribute in {"href", "src"} & node.attrib.keys():
                typed = unescape(node.attrib[attribute].replace(AMP_SUBSTITUTE, "&"))
                allowed = self._address(typed, node.tag)
                if allowed is None:
                    self.links.dead.append((typed, node.tag))
                node.attrib[attribute] = allowed or "#"

    def _address(self, typed: str, tag: str) -> str | None:
        if tag == "a" and (_FOREIGN.fullmatch(typed) or typed.startswith("#")):
            return typed
        if _SCHEME.match(typed):
            return None
        path, _, fragment = typed.partition("#")
        path = re.sub(r"\.md$", ".html", path)
        target = _resolve(path)
        fits = target in self.links.known and (tag == "a") != target.lower().endswith(PICTURES)
        return path + (f"#{fragment}" if fragment else "") if fits else None


def _resolve(path: str) -> str:
    """The address from the root of the site of a path that a page in the folder writes; empty when it leaves the site."""
    parts: list[str] = []
    for part in PurePosixPath(FOLDER, path).parts:
        if part != "..":
            parts.append(part)
        elif parts:
            parts.pop()
        else:
            return ""
    return "/".join(parts)
