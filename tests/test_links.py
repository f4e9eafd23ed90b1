"""Every link, anchor and file that a built page names exists in the site; nothing is asked of anyone else."""

import json
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from conftest import PROJECT
from pypdf import PdfReader
from selectolax.lexbor import LexborHTMLParser

from macros.content import links
from macros.content.content import Content
from macros.content.load import TEMPLATES
from macros.content.site import Site
from macros.paper import prints
from macros.source import phone
from macros.source.markup import plain
from macros.source.yaml_source import parse

#: The addresses outside the site, from the one list that people keep.
EXTERNAL = set(
    re.findall(
        r"^\| (https://\S+) \|", (PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.MULTILINE
    )
)


def _pages(built: Path) -> dict[Path, LexborHTMLParser]:
    return {
        path: LexborHTMLParser(path.read_text(encoding="utf-8")) for path in sorted(built.rglob("*.html"))
    }


@pytest.fixture(scope="module")
def pages(built: Path) -> dict[Path, LexborHTMLParser]:
    return _pages(built)


def test_links_and_anchors(built: Path, pages: dict[Path, LexborHTMLParser]) -> None:
    ids = {path: {node.attributes["id"] for node in tree.css("[id]")} | {""} for path, tree in pages.items()}
    broken = []
    for path, tree in pages.items():
        if path.name == "404.html":
            continue
        for node in tree.css("a[href], link[href]:not([rel=canonical]), script[src], img[src]"):
            address = urlsplit(node.attributes.get("href") or node.attributes.get("src") or "")
            if address.scheme:
                continue
            target = (path.parent / unquote(address.path)).resolve() if address.path else path
            fragment = unquote(address.fragment)
            if (
                not target.is_file()
                or (target in ids and fragment not in ids[target])
                or not target.is_relative_to(built)
            ):
                broken.append(f"{path.relative_to(built)}: {address.geturl()}")
    assert broken == []


def test_data_may_link_to_every_place_on_a_page(
    built: Path, pages: dict[Path, LexborHTMLParser], content: Content
) -> None:
    links_, made = {}, links.made_by(TEMPLATES)
    for path, tree in pages.items():
        address = path.relative_to(built).as_posix()
        links_[address] = "".join(
            f"[x]({address}#{node.attributes['id']}) " for node in tree.css("article [id]")
        )
    places = links.places(content, PROJECT / "docs", content.eigen_paginas)
    assert sum(text.count("#") for text in links_.values()) > 500
    source = parse(json.dumps(links_).encode(), "links.yml")
    assert links.check({"links": source}, set(links_), places, made) == []
    wrong = parse(
        b'tekst: "[x](bron.html#S8) [x](bron.html#S99) [x](privacy.html#is-er-niet) [x](#is-er-niet)"',
        "x.yml",
    )
    assert len(links.check({"links": wrong}, set(links_), places, made)) == 3


def test_ids_are_unique(built: Path, pages: dict[Path, LexborHTMLParser]) -> None:
    for path, tree in pages.items():
        found = [node.attributes["id"] for node in tree.css("[id]")]
        assert len(found) == len(set(found)), (
            f"{path.relative_to(built)}: {sorted(i for i in found if found.count(i) > 1)}"
        )


def test_foreign_addresses_are_known_links_only(pages: dict[Path, LexborHTMLParser]) -> None:
    for path, tree in pages.items():
        for node in tree.css("[src], link[href]:not([rel=canonical])"):
            assert not urlsplit(node.attributes.get("src") or node.attributes.get("href") or "").netloc, path
        for node in tree.css("a[href]"):
            assert urlsplit(node.attributes["href"] or "").scheme in {"", "https", "tel", "mailto"}


def test_the_list_of_foreign_addresses_is_whole(pages: dict[Path, LexborHTMLParser]) -> None:
    links = {node.attributes["href"] or "" for tree in pages.values() for node in tree.css("a[href^=http]")}
    assert links == EXTERNAL


def test_what_paper_points_at_is_there(built: Path, content: Content, site: Site) -> None:
    for plan in prints.plans(content, site):
        assert (built / plan.pagina).is_file(), plan.adres
        assert (built / plan.adres).is_file(), plan.adres
    for path in built.rglob("*.pdf"):
        for page in PdfReader(path).pages:
            for note in page.annotations or []:
                address = note.get_object().get("/A", {}).get("/URI", "")
                assert not address or address in EXTERNAL, (path, address)


def test_every_page_stands_alone(pages: dict[Path, LexborHTMLParser], content: Content) -> None:
    titles = {}
    for path, tree in pages.items():
        assert len(tree.css("h1")) == 1, path
        title = tree.css_first("title").text()
        assert title not in titles.values(), f"{path} heet ook '{title}'"
        titles[path] = title
        if path.name != "404.html" and path.parent.name != "presentatie":
            assert tree.css_first("meta[name=description]").attributes["content"], path
            assert plain(content.bron.naamsvermelding) in " ".join(tree.css_first("footer").text().split())
            assert "versie" in tree.css_first("footer").text()
            assert tree.css_first(".naar-inhoud"), path
            assert tree.root.attributes["lang"] == "nl"


def test_every_number_can_be_called(pages: dict[Path, LexborHTMLParser], content: Content) -> None:
    numbers = {
        phone.address(nummer.telefoon, content.onderwerp.land): nummer.telefoon for nummer in content.nummers
    }
    called = {path.name: list(tree.css("a[href^=tel]")) for path, tree in pages.items()}
    for nodes in called.values():
        for node in nodes:
            assert numbers[node.attributes["href"] or ""] in node.text()
    assert len(called["404.html"]) == 2
    assert len(called["hulp.html"]) == len(numbers)


def test_404_does_not_depend_on_where_it_is_served(built: Path) -> None:
    tree = LexborHTMLParser((built / "404.html").read_text(encoding="utf-8"))
    assert not [
        node
        for node in tree.css("link, script, img")
        if not (node.attributes.get("href") or "").startswith("data:")
    ]
