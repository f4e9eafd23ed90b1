"""The small inline markup: what it does, and all that it must not do."""

from html import unescape

import pytest

from macros.source import markup


@pytest.mark.parametrize(
    ("typed", "html"),
    [
        ("gewoon", "gewoon"),
        ("**vet** en *nadruk*", "<strong>vet</strong> en <em>nadruk</em>"),
        ("[site](https://a.example/b?c=d&e)", '<a href="https://a.example/b?c=d&amp;e">site</a>'),
        ("[bel](tel:112)", '<a href="tel:112">bel</a>'),
        ("[woord](begrippen.html#tolk)", '<a href="../begrippen.html#tolk">woord</a>'),
        ("[hier](#anker)", '<a href="#anker">hier</a>'),
        ("3 * 4 * 5", "3 * 4 * 5"),
        ("a*b*c", "a*b*c"),
        ("** los **", "** los **"),
        ("[klik](javascript:alert(1))", "[klik](javascript:alert(1))"),
        ("[klik](javascript:alert)", "[klik](javascript:alert)"),
        ("[klik](JaVaScRiPt:x)", "[klik](JaVaScRiPt:x)"),
        ("[klik](data:text/html,x)", "[klik](data:text/html,x)"),
        ("[klik](//elders.example)", "[klik](//elders.example)"),
        ("[klik](../../etc.html)", "[klik](../../etc.html)"),
        ("![beeld](https://a.example/x.png)", "![beeld](https://a.example/x.png)"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("**<b>**", "<strong>&lt;b&gt;</strong>"),
        ('[x](https://a.example/"onload=)', "[x](https://a.example/&#34;onload=)"),
        ("{{ 7*7 }} # kop | tabel |", "{{ 7*7 }} # kop | tabel |"),
    ],
)
def test_render(typed: str, html: str) -> None:
    assert markup.render(typed, "../") == html


def test_plain_leaves_only_words() -> None:
    assert (
        markup.plain("**vet** *nadruk* [tekst](https://a.example) [x](javascript:y)")
        == "vet nadruk tekst [x](javascript:y)"
    )


def test_own_links_are_found() -> None:
    assert markup.own_links("[a](begrippen.html#x) [b](https://a.example) [c](javascript:x)") == [
        "begrippen.html#x"
    ]


@pytest.mark.parametrize("signs", ["```", "~~~~", "{{", "{%", "{#"])
def test_no_other_program_finds_anything_to_read(signs: str) -> None:
    html = markup.unread(f"<p>a\n{signs} b`c~ {{d}}</p>")
    assert signs not in html
    assert unescape(html) == f"<p>a\n{signs} b`c~ {{d}}</p>"
