"""Terms of the glossary: marked once a screen, as whole words, the longest where several fit."""

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from macros.content.content import Content
from macros.model import Begrip
from macros.pages.glossary import Glossary


def _glossary(*, markeren: bool = True) -> Glossary:
    terms = [
        Begrip(id="huis", term="huis", vormen=("huizen",), uitleg="x"),
        Begrip(id="boven", term="huis met een dak", uitleg="x"),
        Begrip(id="punt", term="o.b.s.", uitleg="x"),
        Begrip(id="stil", term="stil", uitleg="x", markeren=markeren),
    ]
    return Glossary(terms)


def _marked(html: str) -> list[str]:
    return [
        f"{id_}: {word}" for id_, word in re.findall(r'popovertarget="begrip-([^"]+)">([^<]+)</button>', html)
    ]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Een huis is een huis. Huizen zijn meer.", ["huis: huis"]),
        ("HUIZEN eerst, dan een huis.", ["huis: HUIZEN"]),
        ("Een huis met een dak, en een huis.", ["boven: huis met een dak", "huis: huis"]),
        ("Het huisdier, het poppenhuis, het huis-aan-huisblad, tehuis.", []),
        ("Naar de o.b.s. toe, niet naar de oxbxs.", ["punt: o.b.s."]),
        ("‘Huis’, zei ze. (stil)", ["huis: Huis", "stil: stil"]),
    ],
)
def test_a_term_is_marked_where_it_first_stands(text: str, marked: list[str]) -> None:
    assert _marked(_glossary().mark(text)) == marked


def test_the_words_stay_and_what_looks_like_html_is_text() -> None:
    glossary = _glossary()
    assert (
        re.sub(r"</?button[^>]*>", "", glossary.mark("Een <b>huis</b> & een huis."))
        == "Een &lt;b&gt;huis&lt;/b&gt; &amp; een huis."
    )
    assert list(glossary.met) == ["huis"]


def test_on_a_new_screen_a_term_is_marked_again() -> None:
    glossary = _glossary()
    assert _marked(glossary.mark("Een huis.")) == ["huis: huis"]
    assert _marked(glossary.mark("Weer een huis.")) == []
    assert glossary.opnieuw() == ""
    assert _marked(glossary.mark("Nog een huis.")) == ["huis: huis"]
    assert list(glossary.met) == ["huis"]


def test_a_term_can_be_in_the_list_alone() -> None:
    assert _marked(_glossary(markeren=False).mark("Wees stil.")) == []


def test_without_terms_a_text_is_a_text() -> None:
    assert Glossary([]).mark("a < b") == "a &lt; b"


def test_every_term_of_a_page_is_marked_once_and_explained(built: Path, content: Content) -> None:
    seen: set[str] = set()
    for path in built.rglob("*.html"):
        tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
        for screen in tree.css("section.scherm") or [tree]:
            targets = [node.attributes["popovertarget"] for node in screen.css("button.begrip")]
            assert len(targets) == len(set(targets)), path
            seen |= set(targets)
        explained = {node.attributes["id"] for node in tree.css("[popover]")}
        assert {node.attributes["popovertarget"] for node in tree.css("button.begrip")} <= explained, path
    words = " ".join(path.read_text(encoding="utf-8").lower() for path in (built / "themas").glob("*.html"))
    assert any(words.count(begrip.term.lower()) > 2 for begrip in content.begrippen), (
        "dan zou dit niets meten"
    )
    assert seen <= {f"begrip-{begrip.id}" for begrip in content.begrippen if begrip.markeren}
