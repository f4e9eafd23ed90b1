"""One list of pages: every menu follows it, nothing in it stands twice, and no page is out of reach."""

import json
import re
import shutil
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from building import copied
from conftest import PROJECT, SMALL, build
from selectolax.lexbor import LexborHTMLParser

from macros.content.content import Content
from macros.content.load import load
from macros.engine import export, settings
from macros.pages import listing, site_map
from macros.source import front_matter
from macros.source.problems import DataError

#: What CONTRIBUTING tells people to write in the list for a page of their own.
LINE = re.search(r"`(Page\(\"buiten\.md\".*?\),)`", (PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
PROSE = {page.source: page.source for page in listing.PAGES if not page.macro}
FENCE = "Zeg dit:\\n```\\nmijn zin\\n```\\nen dan niets."


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a copy with another order, own pages, an own style and script, and a link in the credit."""
    assert LINE
    root = copied(tmp_path_factory.mktemp("huis") / "project")
    shutil.copytree(SMALL, root, dirs_exist_ok=True)
    code = root / "macros" / "pages" / "listing.py"
    order = code.read_text(encoding="utf-8").replace("PAGES = (\n", f"PAGES = (\n    {LINE[1]}\n", 1)
    code.write_text(order, encoding="utf-8")
    docs = root / "docs"
    (docs / "buiten.md").write_text(
        "# Naar *buiten* & terug\n\n[tip](themas/grond.md#eerst-kijken)\n", encoding="utf-8"
    )
    (docs / "gids").mkdir()
    (docs / "gids" / "los.md").write_text(
        "---\ntitle: Los\n---\nZonder kop. {{ begrippen() }}\n", encoding="utf-8"
    )
    (docs / "assets" / "css" / "huis.css").write_text("p { color: #123456 }\n", encoding="utf-8")
    (docs / "huis.js").write_text("document.title += '!';\n", encoding="utf-8")
    _edit(root / "mkdocs.yml", "attr_list\n", "attr_list\n  - fenced_code\n")
    own = "extra_css:\n  - assets/css/huis.css\nextra_javascript:\n  - path: huis.js\n    defer: true\n"
    _edit(root / "mkdocs.yml", "markdown_extensions:", f"{own}markdown_extensions:")
    _edit(root / "data" / "bron.yml", 'naamsvermelding: "', 'naamsvermelding: "[Hier](bron.html) meer. ')
    _edit(
        root / "data" / "begrippen.yml",
        "begrippen:\n",
        f'begrippen:\n  - {{id: hek, term: hek, uitleg: "{FENCE}"}}\n',
    )
    done = build(root)
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "site"


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def _tree(site: Path, address: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / address).read_text(encoding="utf-8"))


def _links(site: Path, address: str, where: str) -> dict[str, str]:
    """The links on a page, from the root of the site, in order, each with its words."""
    found = {}
    for node in _tree(site, address).css(f"{where} a[href]"):
        link = urlsplit(node.attributes["href"] or "")
        if not link.scheme and link.path:
            found[_path(site, address, link.path)] = node.text().strip()
    return found


def _path(site: Path, address: str, link: str) -> str:
    return (site / address).parent.joinpath(unquote(link)).resolve().relative_to(site.resolve()).as_posix()


def test_every_menu_follows_the_list(built: Path, content: Content) -> None:
    pages = site_map.pages(content, PROSE)
    menus = {listing.HEADER: ".kop__menu", listing.HOME: ".keuzehulp", listing.FOOTER: ".voet__lijst"}
    for place, menu in menus.items():
        assert list(_links(built, "index.html", menu)) == [
            page.url for page in pages if place in page.places
        ], menu
    fresh = re.search(r"^const FRESH = (.*?);", (built / "sw.js").read_text(encoding="utf-8"), re.MULTILINE)
    assert fresh
    assert json.loads(fresh[1]) == [page.url for page in pages if listing.FRESH in page.places]


@pytest.mark.parametrize("address", ["index.html", "themas/grond.html", "gids/los.html"])
def test_a_line_in_the_list_puts_a_page_in_every_menu(house: Path, address: str) -> None:
    for menu in (".kop__menu", ".voet__lijst"):
        assert next(iter(_links(house, address, menu).items())) == ("buiten.html", "Naar buiten & terug"), (
            menu
        )
    assert (
        _tree(house, "buiten.html").css_first(".kop__menu [aria-current]").text().strip()
        == "Naar buiten & terug"
    )


def test_a_page_without_a_line_is_in_the_footer(house: Path) -> None:
    footer = _links(house, "index.html", ".voet__lijst")
    assert footer["gids/los.html"] == "Los"
    assert list(footer).index("gids/los.html") < list(footer).index("privacy.html")


def test_no_page_is_out_of_reach(built: Path, forked: Path, house: Path) -> None:
    for site in (built, forked / "site", house):
        reached, new = {"index.html"}, ["index.html"]
        while new:
            for link in _links(site, new.pop(), "body"):
                if link.endswith(".html") and link not in reached:
                    reached.add(link)
                    new.append(link)
        assert {path.relative_to(site).as_posix() for path in site.rglob("*.html")} - reached == {"404.html"}


def test_what_is_typed_never_passes_markdown(house: Path) -> None:
    for address in ("begrippen.html", "gids/los.html"):
        article = _tree(house, address).css_first("article")
        assert "```\nmijn zin\n```" in article.text()
        assert not article.css("pre, code")


def test_a_link_in_the_credit_leads_somewhere_from_every_page(house: Path) -> None:
    for path in house.rglob("*.html"):
        address = path.relative_to(house).as_posix()
        if _tree(house, address).css_first(".voet__bron"):
            assert _links(house, address, ".voet__bron") == {"bron.html": "Hier"}, address


def test_a_style_and_a_script_of_ones_own_are_on_every_page(house: Path) -> None:
    for address in ("index.html", "themas/grond.html"):
        tree = _tree(house, address)
        linked = [
            _path(house, address, node.attributes["href"] or "")
            for node in tree.css("head > link[rel=stylesheet]")
        ]
        assert linked == ["assets/css/huis.css"]
        script = tree.css_first("head > script[src]")
        assert _path(house, address, script.attributes["src"] or "") == "huis.js"
        assert "defer" in script.attributes
    assert (house / "assets" / "css" / "huis.css").is_file()
    assert (house / "huis.js").is_file()


def test_they_go_along_in_an_export(house: Path, tmp_path: Path) -> None:
    export.write(tmp_path / "map", house.parent)
    exported = settings.read(tmp_path / "map" / "mkdocs.yml")
    for address in settings.extra(exported):
        assert (tmp_path / "map" / "docs" / address).is_file(), address
    assert "assets/css/huis.css" in exported["extra_css"]
    assert {"path": "huis.js", "defer": True} in exported["extra_javascript"]
    assert "{{" not in (tmp_path / "map" / "docs" / "gids" / "los.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (
            "nav:\n  - index.md",
            "mkdocs.yml:2:1: 'nav' kan hier niet: het menu volgt de lijst in macros/pages/listing.py.",
        ),
        (
            "extra_css: [https://elders.example/x.css]",
            "mkdocs.yml:2:13: 'extra_css' haalt iets van een ander:",
        ),
        ("extra_css: [//elders.example/x.css]", "mkdocs.yml:2:13: 'extra_css' haalt iets van een ander:"),
        (
            "extra_javascript:\n  - path: https://elders.example/x.js",
            "mkdocs.yml:3:11: 'extra_javascript' haalt iets",
        ),
        (
            "extra_css: [huisje.css]",
            "mkdocs.yml:2:13: 'huisje.css' bij 'extra_css' is er niet in docs/. Bedoel je 'huis.css'?",
        ),
        (
            "extra_css: [../buiten.css]",
            "mkdocs.yml:2:13: '../buiten.css' bij 'extra_css' is er niet in docs/.",
        ),
        ("copyright: De\u200bTuin", "mkdocs.yml:2:14: Hier staat een teken dat lezers niet zien: U+200B."),
        ("# \u202eomgekeerd", "mkdocs.yml:2:3: Hier staat een teken dat lezers niet zien: U+202E."),
    ],
)
def test_a_setting_that_cannot_be_is_refused(wrong: str, said: str, tmp_path: Path) -> None:
    file, docs = tmp_path / "mkdocs.yml", tmp_path / "docs"
    docs.mkdir()
    for path in (docs / "huis.css", tmp_path / "buiten.css"):
        path.touch()
    file.write_text(f"site_name: x\n{wrong}\n", encoding="utf-8")
    found = settings.check(settings.read(file), file, docs)
    assert [str(problem)[: len(said)] for problem in found] == [said]
    file.write_text("extra_css: [huis.css]\nextra_javascript:\n", encoding="utf-8")
    assert settings.check(settings.read(file), file, docs) == []


def test_what_a_copy_set_before_it_stood_in_the_data_is_told(tmp_path: Path) -> None:
    file = tmp_path / "mkdocs.yml"
    file.write_text("# Van ons\nsite_name: De Boom\ncopyright: Van ons\n", encoding="utf-8")
    told = [str(notice).partition(" Wat er")[0] for notice in settings.ignored(settings.read(file), file)]
    assert told == [
        "mkdocs.yml:2:1: 'site_name' verandert hier niets meer.",
        "mkdocs.yml:3:1: 'copyright' verandert hier niets meer.",
    ]
    ours = PROJECT / "mkdocs.yml"
    assert settings.ignored(settings.read(ours), ours) == []


def test_a_refusal_ends_the_build(copy: Path) -> None:
    _edit(copy / "mkdocs.yml", "plugins:", "nav:\n  - index.md\nsite_description: Van ons\nplugins:")
    done = build(copy)
    assert done.returncode == 1
    assert "'nav' kan hier niet" in done.stdout
    assert "'site_description' verandert hier niets meer." in done.stderr
    assert "Traceback" not in done.stdout + done.stderr


def test_a_line_without_a_page_is_refused(copy: Path) -> None:
    (copy / "docs" / "privacy.md").unlink()
    done = build(copy)
    assert done.returncode == 1
    assert (
        "'privacy.md' staat in deze lijst, maar docs/privacy.md is er niet. Haal de regel weg." in done.stdout
    )
    assert "Traceback" not in done.stdout + done.stderr


def test_nothing_that_a_menu_says_stands_twice() -> None:
    places = [PROJECT / "docs", PROJECT / "overrides", PROJECT / "macros" / "pages" / "templates"]
    written = [
        path for place in places for path in place.rglob("*") if path.suffix in {".md", ".html", ".j2"}
    ]
    texts = {path: path.read_text(encoding="utf-8") for path in written}
    for page in listing.PAGES:
        own = [text for text in (page.title, page.name, page.label, page.wish, page.hint) if text]
        assert len(own) == len(set(own)), page.source
        for text in own:
            assert not [
                path.name for path, found in texts.items() if f">{text}<" in found or f"# {text}\n" in found
            ], text


def test_what_is_not_there_is_in_no_menu(tmp_path: Path) -> None:
    root = shutil.copytree(SMALL, tmp_path / "moestuin")
    for name, fields in {
        "checklists": (),
        "scenarios": (),
        "sessies": ("werkvormen",),
        "werkbladen": (),
    }.items():
        nothing = "".join(f"{field}: []\n" for field in (name, *fields))
        (root / "data" / f"{name}.yml").write_text(nothing, encoding="utf-8")
    assert {page.source for page in site_map.pages(load(root), PROSE)} == {*PROSE, "themas/grond.md"} - {
        "eigen/",
        "",
    }


def test_pages_of_a_kind_without_a_line_get_an_overview(
    small: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    rest = tuple(page for page in listing.PAGES if page.source != "scenarios/index.md")
    monkeypatch.setattr(listing, "PAGES", rest)
    pages = {page.source: page for page in site_map.pages(small, PROSE)}
    assert site_map.body(pages["scenarios/index.md"]) == "{{ overzicht('scenarios') }}\n"
    assert pages["scenarios/index.md"].title == "Scenario's"
    assert pages["scenarios/index.md"].places == (listing.FOOTER,)
    assert list(pages).index("scenarios/index.md") + 1 == list(pages).index("scenarios/dorre-plant.md")


def test_a_missing_page_is_said(small: Content) -> None:
    with pytest.raises(DataError, match=r"docs/hulp\.md is er niet"):
        site_map.pages(small, {source: "" for source in PROSE if source != "hulp.md"})


@pytest.mark.parametrize(
    ("markdown", "title"),
    [
        ("# Een **kop** { #anker }\n\n# Nog een\n", "Een kop"),
        ("---\ntitle: Vooraan\n---\n# Kop\n", "Vooraan"),
        ("---\n# geen kop\ndescription: x\n---\nEerst tekst.\n\n# Kop met `code` ##\n", "Kop met code"),
        ("Zonder kop\n", "Mijn pagina"),
    ],
)
def test_what_a_page_is_called(markdown: str, title: str) -> None:
    assert front_matter.title(markdown, "mijn-pagina") == title
