"""Own pages: what people expect of Markdown, nothing that runs or looks elsewhere, a sentence for the rest."""

import os
import re
import time
from pathlib import Path

import pytest
from conftest import PROJECT
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from macros.engine.settings import read as settings_of
from macros.own import prose
from macros.own.markdown import EXTENSIONS, MOST_BRACKETS, MOST_CHARACTERS, convert, finish

KNOWN = {"index.html", "hulp.html", "themas/houding.html"}
SAMPLE = (PROJECT / "tests" / "kopie" / "paginas" / "alles.md").read_text(encoding="utf-8")
#: What Material's users expect, each as it looks in HTML.
EXPECTED = {
    "kader": ".admonition.warning > .admonition-title",
    "uitklappen": "details.example:not([open]) > summary",
    "opengeklapt": "details.success[open]",
    "tabel": ".tabel[tabindex] > table th",
    "regeleinde": "td br",
    "takenlijst": ".task-list-item > input[type=checkbox][checked][aria-label]",
    "noot": "sup > a.footnote-ref",
    "noten": ".footnote li p",
    "begrip": "dl > dt + dd",
    "afkorting": "abbr[title][tabindex]",
    "code": ".highlight pre[tabindex] .k",
    "naam van een bestand": ".highlight > .filename",
    "ingesprongen code": ".language-text pre",
    "knop": "a.knop[href='#kaders']",
    "eigen plek": "h2#aanwijzingen",
    "breedte": "img[width='120']",
    "tabbladen": ".tabbed-set > input[type=radio] ~ .tabbed-labels > label",
    "inhoud": ".toc a[href='#lijsten']",
    "citaat": "blockquote",
}


def page(folder: Path, text: str, name: str = "over-ons") -> Path:
    """Write an own page; returns the folder of all of them."""
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return folder


def problems(folder: Path, *places: str) -> list[str]:
    """What is said of the pages in a folder."""
    return [str(problem) for problem in prose.read(folder, KNOWN, places)[1]]


def shown(folder: Path, text: str) -> LexborHTMLParser:
    """A page as it is shown; nothing is wrong with it."""
    pages, found = prose.read(page(folder, text), KNOWN)
    assert found == []
    return LexborHTMLParser(pages[0].html)


def test_docs_and_own_pages_have_the_same_extensions() -> None:
    asked = settings_of(PROJECT / "mkdocs.yml")["markdown_extensions"]
    named = dict(next(iter(one.items())) if isinstance(one, dict) else (one, {}) for one in asked)
    assert named == EXTENSIONS


@pytest.mark.parametrize("what", list(EXPECTED))
def test_a_page_knows_what_people_expect(what: str, tmp_path: Path) -> None:
    (tmp_path / "boom.png").touch()
    page(tmp_path, "# Protocol", "protocol")
    assert shown(tmp_path, SAMPLE).css_first(EXPECTED[what])


def test_the_example_that_people_copy_is_right(tmp_path: Path) -> None:
    guide = (PROJECT / "organisatie" / "LEESMIJ.md").read_text(encoding="utf-8")
    example = guide.partition("```markdown\n")[2].partition("\n```")[0]
    html = shown(tmp_path, f"# Voorbeeld\n\n{example}\n")
    assert [
        what
        for what in (".admonition", "details", "table", "input", ".footnote", "abbr", ".tabbed-set", ".knop")
        if not html.css(what)
    ] == []


def test_a_box_is_called_after_its_kind_in_dutch(tmp_path: Path) -> None:
    titles = [
        node.text()
        for node in shown(tmp_path, "# T\n\n!!! warning\n\n    a\n\n!!! tip\n\n    b").css(
            ".admonition-title"
        )
    ]
    assert titles == ["Let op", "Tip"]


def test_only_the_first_of_an_abbreviation_takes_a_stop(tmp_path: Path) -> None:
    html = shown(tmp_path, "# T\n\nGGD, GGD en VVE.\n\n*[GGD]: Gezondheidsdienst\n*[VVE]: Educatie")
    assert [node.attributes.get("tabindex") for node in html.css("abbr")] == ["0", None, "0"]


def test_a_task_has_a_name_in_a_loose_list_too(tmp_path: Path) -> None:
    tasks = shown(tmp_path, "# T\n\n- [x] een\n\n- [ ] twee\n").css("input")
    assert [task.attributes.get("aria-label") for task in tasks] == ["Taak", "Taak"]


@pytest.mark.parametrize("text", ["", "tekst", "## Te klein", "# ", "# ![](boom.png)", "tekst\n\n# Later"])
def test_a_page_begins_with_its_title(text: str, tmp_path: Path) -> None:
    (tmp_path / "boom.png").touch()
    assert [line.partition(": ")[2] for line in problems(page(tmp_path, text))] == [
        "Begin met de titel: een # en een spatie, dan de titel. Zoals: # Over ons"
    ]


def test_a_title_fits_in_a_menu(tmp_path: Path) -> None:
    assert problems(page(tmp_path, f"# {'a' * 120}")) == []
    assert problems(page(tmp_path, f"\n# {'a' * 121}"))[0].endswith(
        "over-ons.md:2:3: De titel is te lang: 121 tekens. Het mogen er 120 zijn."
    )


def test_lines_count_from_the_top_of_the_file(tmp_path: Path) -> None:
    assert ":5:5: " in problems(page(tmp_path, "\n\n# T\n\n[a](weg.html)\n"))[0]


def test_plain_text_needs_no_more_than_it_did(tmp_path: Path) -> None:
    text = (
        "<h1>T</h1>\n<p>Een <strong>gewone</strong> <a href='x.html'>pagina</a>.</p>\n<ul>\n<li>a</li>\n</ul>"
    )
    assert finish(text) == text
    assert not shown(tmp_path, "# T\n\nEen **gewone** pagina.\n\n- a\n- b\n").css_first(".proza")


def test_html_shows_as_it_was_typed(tmp_path: Path) -> None:
    typed = "<script>alert(1)</script> <b onclick='x'>vet</b> <details>\n\n<div style='color:red'>\n\nx\n</div>\n\n<!-- nee -->"
    html = shown(tmp_path, f"# T\n\n{typed}")
    assert {node.tag for node in html.css("body *")} == {"h1", "p"}
    assert all(
        word in html.body.text()
        for word in ("<script>alert(1)</script>", "<b onclick='x'>", "<div style=", "<!-- nee -->")
    )


def test_attributes_of_code_go_nowhere(tmp_path: Path) -> None:
    html = shown(tmp_path, '# T\n\n```{ .python onmouseover="x" style="y" }\na\n```')
    assert all(node.attributes.keys() <= {"id", "class", "tabindex"} for node in html.css("body *"))


REFUSED = {
    "## Kop { onclick=alert(1) }": "3:10: Het kenmerk 'onclick' kan hier niet. ",
    "tekst\n{: style='position:fixed' }": "4:4: Het kenmerk 'style' kan hier niet. ",
    "[a](../hulp.html){ target=_blank }": "3:20: Het kenmerk 'target' kan hier niet. ",
    "![b](boom.png){ width=100% }": "3:23: '100%' kan hier niet bij 'width'. Schrijf een getal, zoals: { width=300 }",
    "![b](boom.png){ onerror=alert(1) }": "3:17: Het kenmerk 'onerror' kan hier niet. ",
    "![b](boom.png){ srcset=x.png }": "3:17: Het kenmerk 'srcset' kan hier niet. ",
    "## Kop { #een/plek }": "3:11: 'een/plek' kan hier niet bij 'id'. Gebruik kleine letters, cijfers en streepjes, ",
    "alinea\n{: .zoek }": "4:5: De soort 'zoek' kent de site niet.",
    "```{ .python .kop }\na\n```": "3:15: De soort 'kop' kent de site niet.",
    "Een warnig.\n\n!!! warnig\n\n    a": "5:5: De soort 'warnig' kent de site niet. Bedoel je 'warning'?",
    "[x](javascript:alert)": "3:5: Deze link kan niet: 'javascript:alert'. ",
    "[x]( )": "1:1: Deze link is leeg. ",
    "[x]\n\n[x]: data:text/html,x": "5:6: Deze link kan niet: 'data:text/html,x'. ",
    "![x](https://elders.example/a.png)": "3:6: Dit plaatje is er niet: 'https://elders.example/a.png'. ",
    "[x](../hulpp.html)": "3:5: De link naar '../hulpp.html' gaat nergens heen. Bedoel je '../hulp.html'?",
    "[x](../../buiten.html)": "3:5: De link naar '../../buiten.html' gaat nergens heen.",
    "## Een kop\n\n[x](#een-kopp)": "5:5: Op deze pagina is geen plek '#een-kopp'. Bedoel je 'een-kop'?",
    "[x](../a&amp;b.html)": "3:5: De link naar '../a&b.html' gaat nergens heen.",
    "[x](../a&#38;&eacute;.html)": "3:5: De link naar '../a&é.html' gaat nergens heen.",
    "[x](over-ons.md#weg)": "3:5: Op 'over-ons.md' is geen plek '#weg'.",
    "[x](../themas/houding.html#nieuwsgierg)": "3:5: Op '../themas/houding.html' is geen plek '#nieuwsgierg'. Bedoel je 'nieuwsgierig'?",
    "## Inhoud": "3:4: De plek '#inhoud' bestaat al. Schrijf er een andere achter, zoals: { #inhoud-2 }",
    "## A { #x }\n\n## B { #x }": "3:9: De plek '#x' bestaat al. ",
}


@pytest.mark.parametrize("typed", list(REFUSED))
def test_what_is_refused_says_so_at_its_place(typed: str, tmp_path: Path) -> None:
    (tmp_path / "boom.png").touch()
    found = problems(page(tmp_path, f"# T\n\n{typed}\n"), "themas/houding.html#nieuwsgierig")
    name = f"organisatie/{tmp_path.name}/over-ons.md"
    assert len(found) == 1
    assert found[0].startswith(f"{name}:{REFUSED[typed]}"), found


@pytest.mark.parametrize(
    "typed",
    [
        "## Een kop\n\n[x](#een-kop) [y](#inhoud) [z](over-ons.md#een-kop)",
        "[x](../themas/houding.html#nieuwsgierig) [y](../hulp.html)",
        "[x](tel:0800-2000) <https://voorbeeld.example/a?b=1&c=2> <a@voorbeeld.example>",
        "a[^1]\n\n[^1]: noot",
        "![b](boom.png 'Een boom'){ width=100 height=80 loading=lazy }",
    ],
)
def test_what_leads_somewhere_may_be_there(typed: str, tmp_path: Path) -> None:
    (tmp_path / "boom.png").touch()
    assert problems(page(tmp_path, f"# T\n\n{typed}\n"), "themas/houding.html#nieuwsgierig") == []


def test_a_place_on_another_own_page_must_be_there_too(tmp_path: Path) -> None:
    page(tmp_path, "# P\n\n## Stap een\n", "protocol")
    assert problems(page(tmp_path, "# T\n\n[x](protocol.md#stap-een)")) == []
    found = problems(page(tmp_path, "# T\n\n[x](protocol.md#stap-en)"))
    assert [line.partition(": ")[2] for line in found] == [
        "Op 'protocol.md' is geen plek '#stap-en'. Bedoel je 'stap-een'?"
    ]


def test_some_places_are_on_more_pages_than_are_known(tmp_path: Path) -> None:
    folder = page(tmp_path, "# T\n\n[x](../hulp.html#stap-a) [y](../hulp.html#stop-a)")
    made = re.compile("stap-[a-z]+")
    _, found = prose.read(folder, KNOWN, ["hulp.html#nummers"], made)
    assert [problem.text for problem in found] == [
        "Op '../hulp.html' is geen plek '#stop-a'. Kies uit: nummers."
    ]
    assert prose.read(folder, KNOWN, ["hulp.html#*"], made)[1] == []
    assert len(prose.read(page(tmp_path, "# T\n\n[x](#stap-a)"), KNOWN, ["hulp.html#*"], made)[1]) == 1


def test_many_mistakes_are_said_in_part_and_soon(tmp_path: Path) -> None:
    began = time.process_time()
    found = problems(page(tmp_path, "# T\n\n" + "[x](../hullp.html#een-heel-lang-adres)\n\n" * 400))
    assert 0 < len(found) <= 20
    assert time.process_time() - began < 5


BITS = [
    *"[](){}<>!`~*_#|:=\"'\\&; \n",
    "\n\n",
    "    ",
    "a",
    "onclick=x",
    "style=y",
    "javascript:",
    "```",
    "~~~",
    "!!! note",
    "<br>",
]
BITS += [
    "??? tip",
    '=== "a"',
    "{: ",
    "{ .",
    "[^1]",
    "[^1]: ",
    "*[a]: ",
    "<script>",
    "<img src=x onerror=y>",
    "](",
    "- [x] ",
]
BITS += ["| a | b |\n|---|---|\n", "[a](../hulp.html)", "tel:112", "\n    ", "\n{: "]


@given(st.lists(st.sampled_from(BITS), max_size=40))
@settings(max_examples=300, deadline=None)
def test_nothing_that_anybody_types_runs_or_fetches(
    tmp_path_factory: pytest.TempPathFactory, bits: list[str]
) -> None:
    folder = page(tmp_path_factory.getbasetemp() / "bits", "# T\n\n" + "".join(bits))
    pages, found = prose.read(folder, KNOWN)
    if found:
        return
    for node in LexborHTMLParser(pages[0].html).css("body *"):
        assert node.tag not in {
            "script",
            "style",
            "iframe",
            "object",
            "form",
            "svg",
            "link",
            "meta",
            "base",
            "button",
        }
        for name, value in node.attributes.items():
            assert not name.startswith("on")
            assert name not in {"style", "srcset", "srcdoc", "action"}
            if name in {"href", "src"}:
                assert not (value or "").lower().lstrip().startswith(("javascript:", "data:", "//")), value


LONG = {
    "haken": "[" * 200_000,
    "accenten": "`" * 500_000,
    "net genoeg haken": "[" * MOST_BRACKETS,
    "net genoeg plaatjes": "![" * MOST_BRACKETS,
    "net genoeg noten": "[^1]" * (MOST_BRACKETS - 1) + "\n\n[^1]: x",
    "haken in een lang stuk": "[a" * MOST_BRACKETS + " x" * 4_500,
    "woorden en betekenissen": "a\n: " * 10_000,
    "koppen": "# a\n" * 10_000,
    "strepen": "***\n" * 10_000,
    "een brede tabel": "a|b\n-|-\n" + "`|`|" * 10_000,
    "citaten": ">" * 50_000,
    "code": "```\n" * 500,
    "te veel code": "```\n" * 12_000,
}


@pytest.mark.parametrize("what", list(LONG))
def test_no_page_takes_long(what: str, tmp_path: Path) -> None:
    folder = page(tmp_path, f"# T\n\n{LONG[what]}\n")
    began = time.process_time()
    problems(folder)
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a" * MOST_CHARACTERS, ":1:1: Deze pagina is te lang: "),
        ("a\n" + "[x] " * (MOST_BRACKETS + 1), ":4:1: Op deze pagina staat meer dan "),
        ("```\n" * 600, ":3:1: Op deze pagina staan te veel stukken code. "),
        ("kort\n\n" + "een woord " * 1_100, ":5:1: Dit stuk is te lang. "),
        ("kort\n\n" + "regel\n" * 400, ":5:1: Dit stuk is te lang. "),
    ],
)
def test_what_would_take_long_is_refused_with_what_to_do(text: str, said: str, tmp_path: Path) -> None:
    found = problems(page(tmp_path, f"# T\n\n{text}\n"))
    assert len(found) == 1
    assert said in found[0]


def test_code_may_be_full_of_brackets(tmp_path: Path) -> None:
    assert problems(page(tmp_path, "# T\n\n```json\n" + "[1],\n" * 1_000 + "```\n")) == []


def test_what_is_no_ordinary_file_gets_its_sentence(tmp_path: Path) -> None:
    folder, outside = tmp_path / "paginas", tmp_path / "geheim.md"
    outside.write_text("# Geheim\n", encoding="utf-8")
    (folder / "map.md").mkdir(parents=True)
    (folder / "dieper").mkdir()
    page(folder / "dieper", "# X", "x")
    os.mkfifo(folder / "pijp.md")
    (folder / "dood.md").symlink_to(folder / "weg.md")
    (folder / "geheim.md").symlink_to(outside)
    (folder / "geheim.png").symlink_to(outside)
    page(folder, "# T", "Hoofd")
    (folder / "anders.markdown").touch()
    (folder / "notities.txt").touch()
    pages, found = prose.read(folder, KNOWN)
    assert pages == ()
    assert [str(problem) for problem in found] == [
        "organisatie/paginas/Hoofd.md:1:1: Deze naam kan niet: 'Hoofd.md'. Gebruik kleine letters, cijfers en streepjes, zoals 'over-ons.md'.",
        "organisatie/paginas/anders.markdown:1:1: Deze naam kan niet: 'anders.markdown'. "
        "Gebruik kleine letters, cijfers en streepjes, zoals 'over-ons.md'.",
        "organisatie/paginas/dieper:1:1: Een map in deze map leest de site niet. Zet de bestanden ernaast.",
        "organisatie/paginas/dood.md:1:1: 'dood.md' is een verwijzing naar een ander bestand. Zet het bestand zelf in deze map.",
        "organisatie/paginas/geheim.md:1:1: 'geheim.md' is een verwijzing naar een ander bestand. Zet het bestand zelf in deze map.",
        "organisatie/paginas/geheim.png:1:1: 'geheim.png' is een verwijzing naar een ander bestand. Zet het bestand zelf in deze map.",
        "organisatie/paginas/map.md:1:1: 'map.md' is een map. Een pagina en een plaatje zijn een bestand. Geef de map een andere naam.",
        "organisatie/paginas/pijp.md:1:1: 'pijp.md' is geen gewoon bestand. Haal het weg.",
    ]
    assert prose.pictures(folder) == []


def test_a_folder_that_is_elsewhere_is_refused(tmp_path: Path) -> None:
    page(tmp_path / "elders", "# Geheim", "geheim")
    (tmp_path / "paginas").symlink_to(tmp_path / "elders")
    pages, found = prose.read(tmp_path / "paginas", KNOWN)
    assert pages == ()
    assert [problem.text for problem in found] == [
        "Deze map is een verwijzing naar een andere plek. Maak hier een gewone map."
    ]


def test_a_page_that_may_not_be_read_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    folder = page(tmp_path, "# T")
    monkeypatch.setattr(Path, "open", refuse)
    assert [line.partition(": ")[2] for line in problems(folder)] == [
        "Je mag daar niet bij. Vraag om rechten, of kies een andere map."
    ]


def test_the_conversion_itself_shows_html_as_typed() -> None:
    assert "&lt;script&gt;" in convert("# T\n\n<script>")
