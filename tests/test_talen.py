"""What the site says in another language, and how a copy words it: catalogues, counts, dates, scripts, and own sentences."""

import re
from datetime import date
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from conftest import PROJECT
from selectolax.lexbor import LexborHTMLParser

from macros.model import words
from macros.pages.render import environment
from macros.talen import DUTCH, Language, _, extract, languages, marked, ngettext, speaking, spoken
from macros.talen.language import SOURCE

ENGLISH, ARABIC = Language("en", "GB"), Language("ar", "EG")
DAY = date(2026, 11, 4)


@pytest.fixture(scope="module")
def known() -> Catalog:
    """Every sentence of the project."""
    return extract.sentences(PROJECT, words.said())


@pytest.mark.parametrize("code", [code for code in languages() if code != SOURCE])
def test_every_sentence_is_translated_and_no_other(code: str, known: Catalog) -> None:
    assert extract.complaints(known, code) == []


def test_styles_say_nothing() -> None:
    """What a style writes, nobody can translate."""
    for path in sorted((PROJECT / "docs" / "assets" / "css").glob("*.css")):
        assert not re.search(r'content:\s*"[^"]*[a-z]{2}', path.read_text(encoding="utf-8")), path.name


def test_english_is_there() -> None:
    assert languages()[:1] == ["en"]


def test_the_catalogues_are_written_as_they_stand(known: Catalog) -> None:
    """So that who translates sees nothing change but what is new."""
    for code in languages():
        stands = extract.FOLDER / f"{code}.po"
        if code != SOURCE:
            assert extract.written(extract.update(known, code)) == stands.read_text(encoding="utf-8")


@pytest.fixture
def po(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A catalogue of one's own."""
    monkeypatch.setattr("macros.talen.language.FOLDER", tmp_path)
    monkeypatch.setattr(extract, "FOLDER", tmp_path)
    return tmp_path / "fy.po"


SAID = Catalog()
SAID.add("Dag {naam}")
SAID.add(("{n} dag", "{n} dagen"))


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('msgid "Dag {naam}"\nmsgstr "Goeie {namme}"\n', "andere plekken om in te vullen: 'Dag {naam}'"),
        ('msgid "Dag {naam}"\nmsgstr ""\n', "nog te vertalen: 'Dag {naam}'"),
        ('#, fuzzy\nmsgid "Dag {naam}"\nmsgstr "Goeie {naam}"\n', "nog te vertalen: 'Dag {naam}'"),
        ('msgid "Moi"\nmsgstr "Hoi"\n', "niet meer gebruikt: 'Moi'"),
        (
            'msgid "{n} dag"\nmsgid_plural "{n} dagen"\nmsgstr[0] "dei"\nmsgstr[1] ""\n',
            "nog te vertalen: '{n} dagen'",
        ),
        (
            'msgid "{n} dag"\nmsgid_plural "{n} dagen"\nmsgstr[0] "{m}"\nmsgstr[1] "{n}"\n',
            "andere plekken om in te vullen: '{n} dagen'",
        ),
    ],
)
def test_what_is_wrong_with_a_catalogue_is_said(text: str, complaint: str, po: Path) -> None:
    po.write_text(text, encoding="utf-8")
    assert complaint in extract.complaints(SAID, "fy")


def test_what_is_translated_stays_and_what_is_new_comes(po: Path) -> None:
    po.write_text('msgid "Dag {naam}"\nmsgstr "Goeie {naam}"\n', encoding="utf-8")
    extract.write(SAID, "fy")
    text = po.read_text(encoding="utf-8")
    assert 'msgstr "Goeie {naam}"' in text
    assert 'msgid_plural "{n} dagen"' in text
    assert "-Date:" not in text
    assert extract.complaints(SAID, "fy") == ["nog te vertalen: '{n} dagen'"]


def test_a_count_need_not_be_said_in_every_form(po: Path) -> None:
    po.write_text(
        'msgid "Dag {naam}"\nmsgstr "{naam}"\n\nmsgid "{n} dag"\nmsgid_plural "{n} dagen"\nmsgstr[0] "ien dei"\nmsgstr[1] "{n} dagen"\n',
        encoding="utf-8",
    )
    assert extract.complaints(SAID, "fy") == []


def test_a_language_is_spoken_for_a_while() -> None:
    assert _("Sluit") == "Sluit"
    with speaking(ENGLISH):
        assert (_("Sluit"), spoken()) == ("Close", ENGLISH)
        with pytest.raises(ZeroDivisionError), speaking(DUTCH):
            raise ZeroDivisionError
        assert _("Sluit") == "Close"
    assert _("Sluit") == "Sluit"


def test_a_sentence_of_nobody_stays_as_it_is() -> None:
    with speaking(ENGLISH):
        assert [_("Dit zegt niemand hier."), _("")] == ["Dit zegt niemand hier.", ""]


def test_a_count_has_its_form() -> None:
    said = [[ngettext("1 gevonden", "{n} gevonden", n) for n in (0, 1, 2)]]
    with speaking(ENGLISH):
        said.append([ngettext("1 gevonden", "{n} gevonden", n) for n in (0, 1, 2)])
    assert said == [["{n} gevonden", "1 gevonden", "{n} gevonden"], ["{n} found", "1 found", "{n} found"]]


def test_a_script_gets_every_form_of_a_count() -> None:
    assert ENGLISH.forms("1 gevonden", "{n} gevonden") == {"other": "{n} found", "one": "1 found"}
    assert DUTCH.forms("1 gevonden", "{n} gevonden") == {"one": "1 gevonden", "other": "{n} gevonden"}


def test_days_and_numbers_are_written_as_in_the_country() -> None:
    american = Language("en", "US")
    assert [language.in_words(DAY) for language in (DUTCH, ENGLISH, american)] == [
        "4 november 2026",
        "4 November 2026",
        "November 4, 2026",
    ]
    assert [language.in_figures(DAY) for language in (DUTCH, ENGLISH, american)] == [
        "04-11-2026",
        "04/11/2026",
        "11/4/26",
    ]
    assert [language.number(33.333, 1) for language in (DUTCH, ENGLISH)] == ["33,3", "33.3"]


def test_a_language_that_nobody_there_speaks_is_still_that_language() -> None:
    assert Language("ar", "NL").in_words(DAY) == Language("ar", "EG").in_words(DAY)
    assert Language("ar", "NL").tag == "ar-NL"


def test_text_runs_as_the_language_does() -> None:
    assert [language.direction for language in (DUTCH, ENGLISH, ARABIC)] == ["ltr", "ltr", "rtl"]


SCRIPT = """const a = gettext("Sluit");
tell(gettext("Je bent klaar om {tijd}.", { tijd }), ngettext("1 gevonden", "{n} gevonden", 3));
const b = gettext("Zeg \\"dag\\""); // _("Zoeken") is no sentence of a script
"""


def test_a_script_says_its_sentences_in_the_language_of_the_site() -> None:
    with speaking(ENGLISH):
        made = marked.translated(SCRIPT)
    assert made == SCRIPT.replace('"Sluit"', '"Close"').replace(
        "Je bent klaar om {tijd}.", "You finish at {tijd}."
    ).replace('"1 gevonden", "{n} gevonden"', '{"other": "{n} found", "one": "1 found"}')
    assert list(marked.sentences(SCRIPT)) == ["Sluit", "Je bent klaar om {tijd}.", "1 gevonden", 'Zeg "dag"']


def _says(template: str, language: Language) -> str:
    with speaking(language):
        return environment().from_string(template).render(naam="<b>")


@pytest.mark.parametrize(
    ("template", "english"),
    [
        ("{{ _('Sluit') }}", "Close"),
        ("{% trans %}Sluit{% endtrans %}", "Close"),
        ("{{ ngettext('± %(num)s minuut', '± %(num)s minuten', 2) }}", "± 2 minutes"),
        (
            "{% trans %}Zoeken\n   lukt nu niet. Kijk of je internet hebt.{% endtrans %}",
            "Searching does not work now. See whether you have internet.",
        ),
    ],
)
def test_a_template_says_its_sentences_in_the_language_of_the_site(template: str, english: str) -> None:
    assert _says(template, ENGLISH) == english


def test_what_is_filled_in_is_escaped() -> None:
    assert (
        _says("{{ _('Dag %(naam)s, het is 5% <i>', naam=naam) }}", DUTCH)
        == "Dag &lt;b&gt;, het is 5% &lt;i&gt;"
    )


@pytest.mark.parametrize(
    "own", ["<script>alert(1)</script>", 'Zoek" onclick="alert(1)', "100% {{ 7 * 7 }} &amp;"]
)
def test_what_a_copy_says_is_text_and_nothing_else(own: str) -> None:
    made = _says("<p title=\"{{ _('Sluit') }}\">{{ _('Sluit') }}</p>", Language(own={"Sluit": own}))
    tree = LexborHTMLParser(made)
    paragraph = tree.css_first("p")
    assert (paragraph.attributes, paragraph.text()) == ({"title": own}, own)
    assert len(tree.body.css("*")) == 2


def test_a_copy_words_the_sentence_that_it_sees() -> None:
    language = Language("en", "GB", {"Close": "Done", "{n} found": "{n} pages"})
    assert "Close" in language.sentences
    with speaking(language):
        assert [_("Sluit"), _("Zoeken"), ngettext("1 gevonden", "{n} gevonden", 3)] == [
            "Done",
            "Search",
            "{n} pages",
        ]
        assert "Done" in marked.translated(SCRIPT)
