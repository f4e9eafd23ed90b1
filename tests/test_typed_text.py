"""Typed text stays text: no page of any engine is built otherwise because of what stands in a text field."""

import re
from pathlib import Path
from typing import NamedTuple

import engines
import pytest
from attacks import Field, first_that_fits, laid_out
from building import build
from selectolax.lexbor import LexborHTMLParser

from macros.engine import export

#: What Markdown, its extensions and Jinja would make something of.
HOSTILE = [
    "Een\n```{ .python .klik #plek onclick=alert(1) }\nTwee\n```\nDrie",
    "Een\n\n~~~\nTwee",
    "Een { .klik #weg onclick=alert(1) }\n{: .klik #weg }",
    "Een | Twee\n--- | ---\nDrie | Vier",
    "*[Een]: Twee\n\n*[de]: Drie",
    "Een[^1]\n\n[^1]: Twee\n    Drie",
    "[Een]: https://elders.example/\n\n[Een][Een] [Een]",
    "{{ 7 * 7 }}{% raw %}{# Een #}\n{{ config }}",
    '--8<-- "mkdocs.yml"\n;--8<--\n--8<--\nmkdocs.yml\n--8<-- Een',
    "<!-- Een\n\n<b onclick=alert(1)>Twee</b> <div markdown=1>\n# Drie",
    '!!! warning\n    Een\n\n??? tip "Twee"\n    Drie\n\n=== "Vier"\n    Vijf',
    "# Een\n\n- Twee\n\n    Drie\n\n1. Vier\n\n> Vijf\n\n***\n\n: Zes\n\n- [x] Zeven",
    "&lt;b&gt; &#60;b&#62; \\` \\_\nEen",
]
#: And for fields that take no more than a line; the last one is for names.
LINES = [
    "~~~ Een",
    "``` { .klik onclick=alert(1) } Een",
    "| Een | <b>Twee</b> | [^1] {: .klik }",
    '{{ 7*7 }} *[Een]: {% raw %} &lt;b&gt; " <!--',
    "``` Een ~~~",
]


class Sites(NamedTuple):
    """The same content twice: with hostile text in every field, and with harmless text of the same shape."""

    hostile: Path
    harmless: Path


@pytest.fixture(scope="module")
def projects(whole: Path, fields: dict[Field, bool], tmp_path_factory: pytest.TempPathFactory) -> Sites:
    texts: dict[Field, str] = {}
    for number, field in enumerate(fields):
        tries = (HOSTILE[number % len(HOSTILE)], LINES[number % 4], LINES[-1])
        # a word of its own, since the glossary marks the words of its fields elsewhere
        fits = first_that_fits(whole, field, (text.replace("Een", f"Een{number}") for text in tries))
        if fits:
            texts[field] = fits
    assert len(texts) > 0.95 * len(fields)
    harmless = {field: re.sub(r"[^\w\s]", "x", text) for field, text in texts.items()}
    folder = tmp_path_factory.mktemp("typed")
    return Sites(laid_out(folder / "vijandig", whole, texts), laid_out(folder / "gewoon", whole, harmless))


@pytest.fixture(scope="module")
def exported(projects: Sites) -> Sites:
    for root in projects:
        export.write(root / "export", root)
    return Sites(*(root / "export" for root in projects))


def _shape(page: Path) -> list[tuple[str, list[str], str | None]]:
    """Every element of a page: its tag, the names of its attributes, and its classes."""
    tree = LexborHTMLParser(page.read_text(encoding="utf-8"))
    return [(node.tag or "", sorted(node.attributes), node.attributes.get("class")) for node in tree.css("*")]


def _compare(sites: Sites) -> None:
    pages = [{path.relative_to(site).as_posix(): path for path in site.rglob("*.html")} for site in sites]
    assert len(pages[0]) > 10
    assert pages[0].keys() == pages[1].keys()
    for address in pages[0]:
        assert _shape(pages[0][address]) == _shape(pages[1][address]), address


def test_of_our_own_site(projects: Sites) -> None:
    for root in projects:
        done = build(root)
        assert done.returncode == 0, done.stdout + done.stderr
    _compare(Sites(*(root / "site" for root in projects)))


@pytest.mark.parametrize("engine", engines.BUILD)
def test_of_what_another_engine_makes_of_the_export(engine: str, exported: Sites) -> None:
    _compare(Sites(*(engines.build(engine, root) for root in exported)))
