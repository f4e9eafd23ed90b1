"""The language norms of the house, on the text of every page as readers get it."""

from html.parser import HTMLParser
from pathlib import Path

import pytest
import readability
from conftest import PROJECT
from selectolax.lexbor import LexborHTMLParser

from macros.content.content import Content
from macros.content.load import load
from macros.pages import site_map

#: Every page of the site, by address.
PROSE = [path.relative_to(PROJECT / "docs").as_posix() for path in (PROJECT / "docs").rglob("*.md")]
ADDRESSES = sorted(page.url for page in site_map.pages(load(), dict.fromkeys(PROSE, "")))

#: Elements inside a sentence; the begin and end of any other element ends one.
INLINE = {"a", "strong", "em", "q", "button"}

#: What is not running text, or not ours: choices of a filter, addresses, the fixed source line, the list of words that we avoid.
NOT_MEASURED = "select, .naamsvermelding, table.woorden, .gegevens, .herkomst, .begrip-uitleg__knoppen, .knoppen, .verwant"


class _Blocks(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.blocks = [""]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in INLINE:
            self.blocks.append("")

    handle_endtag = lambda self, tag: self.handle_starttag(tag, [])  # noqa: E731

    def handle_data(self, data: str) -> None:
        self.blocks[-1] += data


def text_blocks(html: str) -> list[str]:
    """The running text of the article, a block at a time."""
    article = LexborHTMLParser(html).css_first("article")
    assert article is not None
    for node in article.css(NOT_MEASURED):
        node.decompose()
    parser = _Blocks()
    parser.feed(article.html or "")
    return [" ".join(block.split()) for block in parser.blocks if block.strip()]


@pytest.mark.parametrize("address", ADDRESSES)
def test_page_is_plain_dutch(address: str, built: Path) -> None:
    blocks = text_blocks((built / address).read_text(encoding="utf-8"))
    assert blocks, "geen tekst gevonden"
    assert readability.measure(blocks).problems() == []


EXPLAINED = {
    "tips": lambda c: [
        text
        for f in c.factoren
        for text in [
            *(u.tekst for u in (*f.waarom, *f.doen)),
            *(pair.waarom for pair in f.liever_niet),
            f.grens,
        ]
    ],
    "scenario’s": lambda c: (
        [k.uitleg for s in c.scenarios for stap in s.stappen for k in stap.keuzes]
        + [s.grens for s in c.scenarios]
    ),
}


@pytest.mark.parametrize("kind", EXPLAINED)
def test_explanations_say_why(kind: str, content: Content) -> None:
    assert readability.logic(EXPLAINED[kind](content)) >= readability.MIN_LOGIC


def test_the_measure_of_why_can_fail() -> None:
    assert readability.logic(["Dit is zo. Dat is zo.", "Want zo is het. Toch niet."]) == 25


def test_the_source_itself_would_not_pass() -> None:
    """The measure has teeth: long words fail it, though the sentences are short enough."""
    hard = [
        "Samenwerkingsrelaties onderhouden veronderstelt wederzijdse betrokkenheid en transparante informatieverstrekking."
    ] * 20
    problems = readability.measure(hard).problems()
    assert any("Flesch" in problem for problem in problems)
    assert any("jargon" in problem or "lange woorden" in problem for problem in problems)


PLAIN_ENGLISH = "You can say this when you are calm. Wait, and then ask what they need. A short talk helps, because it is now. "
HARD_ENGLISH = (
    "Facilitating multidisciplinary collaboration necessitates considerable organisational transparency. "
)


def test_every_language_has_its_own_measure() -> None:
    assert readability.measure([PLAIN_ENGLISH * 6], "en").problems() == []
    assert any("Flesch" in problem for problem in readability.measure([HARD_ENGLISH * 15], "en").problems())
    assert readability.logic([PLAIN_ENGLISH], "en") > 0
