"""What the parser complains of, in plain Dutch, at the place where it stopped."""

import pytest

from macros.source.problems import DataError
from macros.source.yaml_source import parse

QUOTE = "Hier begint een tekst met een aanhalingsteken dat nergens stopt. Zet het sluitende teken erbij."
INDENT = "Deze regel springt anders in dan de regels erboven. Maak het aantal spaties gelijk."
#: What somebody typed -> where it stops, and what is said.
SAID = {
    "a: b: c\n": (
        "1:5",
        "Hier staat een dubbele punt te veel, of de regel springt verkeerd in. Staat er ': ' in je tekst? Zet de hele tekst tussen \"…\".",
    ),
    "a:\n  - b\n  c\n": (
        "4:1",
        "Hier mist een dubbele punt na de naam van een veld, of een tekst is niet ver genoeg ingesprongen.",
    ),
    "a: - b\n": (
        "1:4",
        "Een streepje '-' kan hier niet staan. Zet de lijst op een nieuwe regel, onder de naam van het veld.",
    ),
    "- a\nb: c\n": (
        "2:1",
        "Deze regel hoort bij een lijst. Begin met '- ' en spring even ver in als de regels erboven.",
    ),
    "a: b\n- c\n": ("2:1", f'{INDENT} Of sluit een "…" goed af.'),
    "{a: b}}\n": ("1:7", INDENT),
    "a: [b, c\nd: e\n": (
        "2:2",
        "Deze lijst met '[' is niet goed afgesloten. Zet een komma tussen de delen en een ']' aan het eind.",
    ),
    "a: {b\n": ("2:1", "Een tekst mag niet met '{' beginnen. Zet hem tussen \"…\"."),
    "a: @b\n": ("1:4", 'Een tekst mag niet met dit teken beginnen. Zet de hele tekst tussen "…".'),
    "a: 'b\n": ("2:1", QUOTE),
    'a: "b\n...\n': ("2:1", QUOTE),
    'a: "\\q"\n': ("1:5", "Na een '\\' tussen \"…\" kan dit teken niet. Schrijf '\\\\' of haal de '\\' weg."),
    "a: * b\n": ("1:5", "Een tekst mag niet met '*' beginnen. Zet hem tussen \"…\"."),
    "a: & b\n": ("1:5", "Een tekst mag niet met '&' beginnen. Zet hem tussen \"…\"."),
    "a: !e!b c\n": ("1:4", "Een tekst mag niet met '!' beginnen. Zet hem tussen \"…\"."),
    "a: !<b c\n": ("1:7", "Een tekst mag niet met '!' beginnen. Zet hem tussen \"…\"."),
    "a: | b\n": (
        "1:6",
        "Na '>' of '|' mag op deze regel niets meer staan. Begin de tekst op de volgende regel.",
    ),
    "%b\na: c\n": ("1:3", "Een regel mag niet met '%' beginnen. Zet de tekst tussen \"…\"."),
    "a: ? b\n": (
        "1:4",
        "Dit kan niet gelezen worden. Kijk naar het inspringen, de dubbele punten en de aanhalingstekens op deze regel en die erboven.",
    ),
}


@pytest.mark.parametrize("typed", SAID)
def test_what_the_parser_says(typed: str) -> None:
    place, text = SAID[typed]
    with pytest.raises(DataError) as error:
        parse(typed.encode(), "data/x.yml")
    assert list(map(str, error.value.problems)) == [f"data/x.yml:{place}: {text}"]
