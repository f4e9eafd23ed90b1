"""The finished site.

What a device keeps, what it is installed as, what goes on the stick, and the weight of pages in the search.
"""

import base64
import hashlib
import io
import json
import re
import stat
import zipfile
from pathlib import Path

import pytest
from conftest import PROJECT
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from macros.content.content import Content
from macros.content.load import load
from macros.content.site import Site
from macros.finish import search_text, usb

ICONS = {"icoon-192.png": 192, "icoon-512.png": 512, "icoon-masker.png": 512}
STICK = load().onderwerp.zip
FOLDER = load().onderwerp.bestandsnaam


def _files(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}


def _kept(site: Path) -> dict[str, str]:
    (found,) = re.findall(
        r"^const FILES = (\{.*?\});", (site / "sw.js").read_text(encoding="utf-8"), re.MULTILINE
    )
    kept: dict[str, str] = json.loads(found)
    return kept


def test_a_device_keeps_all_that_people_read_and_no_paper(built: Path) -> None:
    kept = _kept(built)
    not_kept = _files(built) - kept.keys()
    assert kept.keys() <= _files(built)
    assert {name.rpartition(".")[2] for name in not_kept if name.startswith("downloads/")} == {
        "pdf",
        "pptx",
        "zip",
    }
    others = {
        "404.html",
        "sitemap.xml",
        "sitemap.xml.gz",
        "search/search_index.json",
        "sw.js",
        "manifest.webmanifest",
        "controle.json",
    }
    assert {name for name in not_kept if not name.startswith("downloads/")} == others | {
        "_headers",
        ".htaccess",
        ".nginx.conf",
    }


def test_what_is_kept_is_known_by_its_bytes(built: Path) -> None:
    for address, mark in _kept(built).items():
        assert mark == base64.b64encode(hashlib.sha256((built / address).read_bytes()).digest()).decode(), (
            address
        )
    control = json.loads((built / "controle.json").read_text(encoding="utf-8"))
    assert control == {"hulp.html": _kept(built)["hulp.html"]}


def test_another_site_is_another_version(built: Path, forked: Path) -> None:
    versions = [
        re.findall(r'OURS \+ "([0-9a-f]+)"', (site / "sw.js").read_text(encoding="utf-8"))
        for site in (built, forked / "site")
    ]
    assert [len(found) for found in versions] == [1, 1]
    assert versions[0] != versions[1]


@pytest.mark.parametrize(
    ("own", "name", "short", "colour"),
    [
        (False, "Samen met ouders", "Samen", "#135e5b"),
        (True, "Samen met ouders · Kinderopvang De Voorbeeldboom", "Boom", "#ffd500"),
    ],
)
def test_it_is_installed_under_its_name(
    own: bool, name: str, short: str, colour: str, built: Path, forked: Path
) -> None:
    site = forked / "site" if own else built
    manifest = json.loads((site / "manifest.webmanifest").read_text(encoding="utf-8"))
    icons = manifest.pop("icons")
    assert manifest == {
        "name": name, "short_name": short, "lang": "nl", "dir": "ltr", "start_url": "index.html", "scope": "./",
        "display": "standalone", "theme_color": colour, "background_color": "#fffdf9",
    }  # fmt: skip
    assert [(icon["src"], icon["sizes"], icon["type"], icon["purpose"]) for icon in icons] == [
        (f"assets/img/{name}", f"{size}x{size}", "image/png", "maskable" if "masker" in name else "any")
        for name, size in ICONS.items()
    ]
    page = LexborHTMLParser((site / "index.html").read_text(encoding="utf-8"))
    assert page.css_first("meta[name=theme-color]").attributes["content"] == colour


@pytest.mark.parametrize("name", ICONS)
def test_an_icon_is_as_large_as_it_says_and_not_empty(name: str, built: Path) -> None:
    image = Image.open(built / "assets" / "img" / name).convert("RGB")
    assert image.size == (ICONS[name], ICONS[name])
    edge = round(0.15 * ICONS[name])
    around = [image.getpixel((x, y)) for x in (1, ICONS[name] // 2, ICONS[name] - 2) for y in (1, edge - 4)]
    assert (set(around) == {(255, 255, 255)}) == ("masker" in name)
    assert len(image.getcolors(1_000_000) or []) > 1


def test_the_stick_holds_the_whole_site(built: Path) -> None:
    with zipfile.ZipFile(built / STICK) as packed:
        assert packed.testzip() is None
        names = packed.namelist()
        assert names == sorted(names)
        assert set(names) == {
            f"{FOLDER}/{name}" for name in _files(built) - {STICK} if not name.endswith(".map")
        }
        for entry in packed.infolist():
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            assert stat.S_IMODE(entry.external_attr >> 16) == 0o644
            assert packed.read(entry) == (built / entry.filename.removeprefix(f"{FOLDER}/")).read_bytes()
        html = [entry for entry in packed.infolist() if entry.filename.endswith(".html")]
        assert sum(entry.compress_size for entry in html) < 0.5 * sum(entry.file_size for entry in html)


def test_the_stick_takes_no_maps_along(content: Content, tmp_path: Path) -> None:
    for name in ("index.html", "a/pagina.js", "a/pagina.js.map"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    for _ in range(2):  # the second time the zip itself is there
        with zipfile.ZipFile(usb.write(tmp_path, content.onderwerp)) as packed:
            folder = content.onderwerp.bestandsnaam
            assert packed.namelist() == [f"{folder}/a/pagina.js", f"{folder}/index.html"]


def test_themes_and_help_weigh_more_than_any_other_page(built: Path, content: Content) -> None:
    docs = json.loads((built / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]
    weight: dict[str, float] = {}
    for doc in docs:
        weight[doc["location"].partition("#")[0]] = doc.get("boost", 1)
    heavy = {"hulp.html", *(thema.pagina for thema in content.themas)}
    assert heavy <= weight.keys()
    others = max(weight[address] for address in weight.keys() - heavy)
    assert all(weight[address] >= 4 * others for address in heavy)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        (
            "<p>Een <a href='x'>link</a>, <strong>vet</strong> en <q>wat</q> je <button>zegt</button>.</p>",
            "<p>Een link, vet en wat je zegt.</p>",
        ),
        (
            "<h2 id='a'>Kop<svg><title>Weg</title></svg></h2><img alt='weg'><p>Tekst</p>",
            '<h2 id="a">Kop</h2><p>Tekst</p>',
        ),
        (
            "<ul><li><label><input> Vink <small>klein</small></label></li></ul>",
            "<ul><li> Vink klein</li></ul>",
        ),
        *(
            (f"<p>a <{tag}>b</{tag}> c</p>", "<p>a b c</p>")
            for tag in ("abbr", "b", "em", "i", "label", "small", "span", "strong")
        ),
        ("<p><select><option>een</option><option>twee</option></select></p>", "<p>eentwee</p>"),
        ("<p>een<br>twee</p>", "<p>eentwee</p>"),
        ("", ""),
    ],
)
def test_the_search_gets_words_and_blocks(html: str, text: str) -> None:
    assert search_text.readable(html) == text


def test_a_qr_code_leads_to_the_address(site: Site) -> None:
    assert site.kort_adres == "samen.example/pad"
    assert site.adres_van("hulp.html") == "https://samen.example/pad/hulp.html"
    nowhere = Site("Naam", "", "")
    assert (nowhere.kort_adres, nowhere.adres_van("hulp.html"), nowhere.qr("x"), nowhere.qr_png("x")) == (
        "",
        "",
        None,
        None,
    )
    drawn = site.qr("hulp.html")
    assert drawn
    assert "<svg" in drawn
    picture = Image.open(io.BytesIO(site.qr_png("hulp.html") or b""))
    modules = picture.size[0] // 12
    box = re.search(r'viewBox="0 0 (\d+) (\d+)"', drawn)
    assert box
    assert (int(box[1]), int(box[2])) == (modules, modules), "hetzelfde aantal blokjes, met dezelfde rand"
    assert picture.convert("L").getpixel((25, 25)) == 0
    assert picture.convert("L").getpixel((23, 23)) == 255


def test_the_version_is_that_of_the_project(built: Path) -> None:
    version = re.search(
        r'^version = "(.+)"', (PROJECT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert version
    for name in ("index.html", "themas/index.html"):
        assert f"versie {version[1]} " in (built / name).read_text(encoding="utf-8")


def test_the_code_stands_where_a_scenario_ends_at_it(built: Path, content: Content) -> None:
    shown = {}
    for scenario in content.scenarios:
        page = LexborHTMLParser((built / scenario.pagina).read_text(encoding="utf-8"))
        shown[scenario.id] = len(page.css("#na-afloop .code ol li")) == len(content.code.stappen)
    assert shown == {scenario.id: scenario.veiligheid == "code" for scenario in content.scenarios}
    assert any(shown.values())


def test_every_theme_leads_to_the_others(built: Path, content: Content) -> None:
    assert len(content.themas) > 1
    for thema in content.themas:
        page = LexborHTMLParser((built / thema.pagina).read_text(encoding="utf-8"))
        links = [node.attributes["href"] for node in page.css("nav.verder a")]
        assert links == [f"../{other.pagina}" for other in content.andere_themas(thema)]
