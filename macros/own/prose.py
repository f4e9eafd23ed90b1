"""An organisation's own prose pages: plain Markdown, from which no code runs and nothing is fetched."""

import os
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from itertools import islice
from pathlib import Path, PurePosixPath
from unicodedata import normalize
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser, LexborNode

from macros.own import allowed, unread
from macros.own.markdown import TooMuch, convert, finish
from macros.own.pictures import name_of
from macros.source import addresses, files, signs
from macros.source.names import RESERVED
from macros.source.problems import DataError, Position, Problem, did_you_mean, nearest
from macros.talen import _

FOLDER = "eigen"
PICTURES = (".png", ".jpg", ".jpeg", ".webp")
#: What looks like a page to who made it.
_LIKE_A_PAGE = (".md", ".markdown")
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_ENTITY = re.compile(r"&#?\w+;")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//|/|\\", re.IGNORECASE)
_NOWHERE = re.compile(r"(?!)")
#: The place on every page where its article begins.
_ARTICLE = "inhoud"
#: More mistakes on one page help nobody, and each takes time to find what was meant.
_MOST = 20
#: A title stands in the menu of every page.
_LONGEST_TITLE = 120
#: What an address is called by, where it is longer than anybody reads.
_LONGEST = 200
#: What stands before something that was typed, where it most likely stands first.
_BEFORE = (r"\{[^{}\n]*?", r"^ *(?:!!!|\?\?\?)[^\n]*?", r"\]\(<?", "")


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


def read(
    folder: Path, known: Iterable[str], places: Collection[str] = (), made: re.Pattern[str] = _NOWHERE
) -> tuple[tuple[OwnPage, ...], list[Problem]]:
    """Read every page in `folder`, by name.

    Args:
        folder: where they are; it does not have to exist.
        known: the addresses of the other pages of the site, from its root.
        places: the places on those pages: `page.html#place`, or `page.html#*` where there may be any. Without
            this, links to such places are not looked at.
        made: places that may be on any of those pages as well.
    """
    paths, problems = _files(folder)
    pages = [path for path in paths if path.suffix == ".md"]
    drafts: list[_Draft] = []
    for path in pages:
        try:
            drafts.append(_Draft(path.stem, *_text(path)))
        except DataError as error:
            problems += error.problems
    targets = {f"{FOLDER}/{path.stem}.html" for path in pages}
    beside = {normalize("NFC", path.name): name_of(path.name) for path in set(paths) - set(pages)}
    site = _Site({*known, *targets}, beside, made, {page: set() for page in known} if places else {})
    for page, __, place in (address.partition("#") for address in places):
        site.places.setdefault(page, set()).add(place)
    site.places.update({f"{FOLDER}/{draft.naam}.html": {*draft.places, _ARTICLE} for draft in drafts})
    for draft in drafts:
        problems += draft.problems(site)
    return tuple(draft.page() for draft in drafts), problems


def pictures(folder: Path) -> list[Path]:
    """The pictures beside the pages; what is no ordinary file in the folder is none."""
    return [path for path in _files(folder)[0] if path.suffix.lower() in PICTURES]


def _files(folder: Path) -> tuple[list[Path], list[Problem]]:
    """The pages and pictures in `folder`, and what is wrong with the others."""
    right: list[Path] = []
    problems: list[Problem] = []
    if folder.is_symlink():
        text = _("Deze map is een verwijzing naar een andere plek. Maak hier een gewone map.")
        return [], [Problem(f"organisatie/{folder.name}", Position(), text)]
    for path in sorted(folder.iterdir()) if os.path.lexists(folder) else ():
        text = _complaint(path)
        if text:
            problems.append(Problem(f"organisatie/{folder.name}/{path.name}", Position(), text))
        elif path.suffix in _LIKE_A_PAGE or path.suffix.lower() in PICTURES:
            right.append(path)
    return right, problems


def _complaint(path: Path) -> str:
    """What is wrong with something in the folder before anybody reads it; empty where nothing is."""
    like_a_page = path.suffix.lower() in _LIKE_A_PAGE
    if not like_a_page and path.suffix.lower() not in PICTURES:
        return unread.beside_pages(path)
    if path.is_symlink():
        said = _("'{naam}' is een verwijzing naar een ander bestand. Zet het bestand zelf in deze map.")
    elif path.is_dir():
        said = _(
            "'{naam}' is een map. Een pagina en een plaatje zijn een bestand. Geef de map een andere naam."
        )
    elif not path.is_file():
        said = _("'{naam}' is geen gewoon bestand. Haal het weg.")
    elif like_a_page and path.stem.lower() in RESERVED:
        said = _(
            "Deze naam kan niet: '{naam}'. Een computer of de site gebruikt dat woord zelf. Kies een ander."
        )
    elif like_a_page and not (path.suffix == ".md" and _NAME.fullmatch(path.stem)):
        said = _(
            "Deze naam kan niet: '{naam}'. Gebruik kleine letters, cijfers en streepjes, zoals 'over-ons.md'."
        )
    else:
        return ""
    return said.format(naam=path.name)


def _text(path: Path) -> tuple[str, str]:
    """What the file of a page is called in messages, and what is in it."""
    name = f"organisatie/{path.parent.name}/{path.name}"
    written = files.text(path, name)
    if found := [*islice(signs.unseen(written, "\t"), _MOST)]:
        raise DataError(Problem.unseen(name, written, at, written[at]) for at in found)
    return name, written


@dataclass(frozen=True)
class _Site:
    """Where links may lead: pages, pictures, places on any page, and those on pages of which they are known.

    Pictures by the name of their file, with what they are called in the site.
    """

    known: set[str]
    pictures: dict[str, str]
    made: re.Pattern[str]
    places: dict[str, set[str]]


@dataclass
class _Draft:
    """A page that was read and is to be looked at: its name, its file for messages, and its text.

    Raises:
        DataError: when the text is no page.
    """

    naam: str
    file: str
    text: str
    titel: str = field(init=False)
    root: LexborNode = field(init=False)
    places: list[str] = field(init=False)

    def __post_init__(self) -> None:
        try:
            body = LexborHTMLParser(convert(self.text)).body
        except TooMuch as much:
            raise DataError([self._problem(much.typed, much.text)]) from None
        assert body
        self._look(body.html or "")
        heading = body.css_first("h1:first-child")
        self.root, self.titel = body, heading.text().strip() if heading else ""
        if not self.titel:
            text = _("Begin met de titel: een # en een spatie, dan de titel. Zoals: # Over ons")
            raise DataError([self._problem("", text)])
        if len(self.titel) > _LONGEST_TITLE:
            text = _("De titel is te lang: {tekens} tekens. Het mogen er {meeste} zijn.")
            said = text.format(tekens=len(self.titel), meeste=_LONGEST_TITLE)
            raise DataError([self._problem(self.titel, said)])
        self.places = [node.attributes["id"] or "" for node in body.css("[id]")]

    def _look(self, html: str) -> None:
        """Look for signs that nobody sees and that were written by their number, as `&#8203;`."""
        if signs.hides(html, "\t"):  # Markdown itself may leave a mark of its own in an odd title
            written = ((found.start(), unescape(found[0])) for found in _ENTITY.finditer(self.text))
            hidden = [(at, sign) for at, sign in written if signs.hides(sign)]
            if hidden:
                raise DataError(
                    Problem.unseen(self.file, self.text, at, sign[0]) for at, sign in hidden[:_MOST]
                )

    def page(self) -> OwnPage:
        """The page as it is shown, once nothing is wrong with it."""
        return OwnPage(self.naam, self.titel, finish(self.root.inner_html or ""))

    def problems(self, site: _Site) -> list[Problem]:
        """What is wrong, at most `_MOST` things; from now on links to Markdown files lead to their pages."""
        return list(islice(self._problems(site), _MOST))

    def _problems(self, site: _Site) -> Iterator[Problem]:
        for typed, text in allowed.refused(self.root):
            yield self._problem(typed, text)
        for place, count in Counter([*self.places, _ARTICLE]).items():
            if count > 1:
                text = _("De plek '#{plek}' bestaat al. Schrijf er een andere achter, zoals: {voorbeeld}")
                yield self._problem(place, text.format(plek=place, voorbeeld=f"{{ #{place[:40]}-2 }}"))
        for node in self.root.css("a[href]"):
            typed = node.attributes["href"] or ""
            if text := self._dead(typed, site):
                yield self._problem(typed, text)
            node.attrs["href"] = re.sub(r"^(?![a-z]+:)([^#]*)\.md(?=#|$)", r"\1.html", typed)
        for node in self.root.css("img[src]"):
            typed = node.attributes["src"] or ""
            name = normalize("NFC", typed.removeprefix("./"))
            address = site.pictures.get(name) or site.pictures.get(unquote(name))
            node.attrs["src"] = address or ""
            if not address:
                said = _("Dit plaatje is er niet: '{adres}'.").format(adres=typed[:_LONGEST])
                how = _("Zet een .png, .jpg of .webp in organisatie/paginas en schrijf hier de naam.")
                hint = did_you_mean(name, site.pictures) if nearest(name, site.pictures) else f" {how}"
                yield self._problem(typed, said + hint)

    def _dead(self, typed: str, site: _Site) -> str:
        """What is wrong with an address; empty where nothing is."""
        shown = typed[:_LONGEST]
        if not typed:
            return _("Deze link is leeg. Zet het adres tussen de haakjes, zoals: [Hulp](../hulp.html)")
        if _SCHEME.match(typed):
            why = addresses.wrong(typed)
            return why and _("Deze link kan niet: '{adres}'. {uitleg}").format(adres=shown, uitleg=why)
        path, __, place = typed.partition("#")
        target = _resolve(re.sub(r"\.md$", ".html", path) if path else f"{self.naam}.html")
        if target not in site.known:
            said = _("De link naar '{adres}' gaat nergens heen.").format(adres=shown)
            return said + did_you_mean(shown, _from_here(site.known))
        here = site.places.get(target)
        if not place or here is None or here & {place, "*"}:
            return ""
        if site.made.fullmatch(place) and not target.startswith(f"{FOLDER}/"):
            return ""
        said = (
            _("Op '{pagina}' is geen plek '#{plek}'.")
            if path
            else _("Op deze pagina is geen plek '#{plek}'.")
        )
        typed_place = place[:_LONGEST]
        return said.format(pagina=path, plek=typed_place) + did_you_mean(typed_place, here)

    def _problem(self, typed: str, text: str) -> Problem:
        """A problem with what was typed, there: attributes stand between braces, kinds after their signs."""
        raw = "".join(f"(?:{re.escape(sign)}|{_ENTITY.pattern})" for sign in typed[:_LONGEST])
        for before in _BEFORE if typed else ():
            if found := re.search(f"{before}(?P<it>{raw})", self.text, re.MULTILINE | re.IGNORECASE):
                return Problem(self.file, Position.at(self.text, found.start("it")), text)
        return Problem(self.file, Position(), text)


def _from_here(known: set[str]) -> Iterator[str]:
    """The addresses of the site as a page of this folder writes them."""
    return (
        address.removeprefix(f"{FOLDER}/") if address.startswith(f"{FOLDER}/") else f"../{address}"
        for address in known
    )


def _resolve(path: str) -> str:
    """A path that a page in the folder writes, from the root of the site; empty when it leaves the site."""
    parts: list[str] = []
    for part in PurePosixPath(FOLDER, path).parts:
        if part != "..":
            parts.append(part)
        elif parts:
            parts.pop()
        else:
            return ""
    return "/".join(parts)
