"""What libyaml's and PyYAML's complaints mean, in plain words."""

import yaml

from macros.talen import N_, _

#: A part of the parser's own words -> what the person who wrote the file should do.
_MEANING = {
    "mapping values are not allowed": N_(
        "Hier staat een dubbele punt te veel, of de regel springt verkeerd in. Staat er ': ' in je tekst? Zet de hele tekst tussen \"…\"."
    ),
    "could not find expected ':'": N_(
        "Hier mist een dubbele punt na de naam van een veld, of een tekst is niet ver genoeg ingesprongen."
    ),
    "block sequence entries are not allowed": N_(
        "Een streepje '-' kan hier niet staan. Zet de lijst op een nieuwe regel, onder de naam van het veld."
    ),
    "did not find expected '-' indicator": N_(
        "Deze regel hoort bij een lijst. Begin met '- ' en spring even ver in als de regels erboven."
    ),
    "did not find expected key": N_(
        'Deze regel springt anders in dan de regels erboven. Maak het aantal spaties gelijk. Of sluit een "…" goed af.'
    ),
    "did not find expected <document start>": N_(
        "Deze regel springt anders in dan de regels erboven. Maak het aantal spaties gelijk."
    ),
    "did not find expected ',' or ']'": N_(
        "Deze lijst met '[' is niet goed afgesloten. Zet een komma tussen de delen en een ']' aan het eind."
    ),
    "did not find expected ',' or '}'": N_("Een tekst mag niet met '{' beginnen. Zet hem tussen \"…\"."),
    "found character that cannot start any token": N_(
        'Een tekst mag niet met dit teken beginnen. Zet de hele tekst tussen "…".'
    ),
    "found unexpected end of stream": N_(
        "Hier begint een tekst met een aanhalingsteken dat nergens stopt. Zet het sluitende teken erbij."
    ),
    "found unexpected document indicator": N_(
        "Hier begint een tekst met een aanhalingsteken dat nergens stopt. Zet het sluitende teken erbij."
    ),
    "found unknown escape character": N_(
        "Na een '\\' tussen \"…\" kan dit teken niet. Schrijf '\\\\' of haal de '\\' weg."
    ),
    "found invalid Unicode character escape code": N_(
        "Het teken na deze '\\' bestaat niet. Haal het weg, of typ het teken zelf."
    ),
    "did not find expected hexdecimal number": N_(
        "Na een '\\' tussen \"…\" kan dit niet. Schrijf '\\\\' of haal de '\\' weg."
    ),
    "exceeded maximum nesting depth": N_(
        "Dit zit te diep in elkaar. Kijk of alle haakjes goed afgesloten zijn."
    ),
    "while scanning an alias": N_("Een tekst mag niet met '*' beginnen. Zet hem tussen \"…\"."),
    "while scanning an anchor": N_("Een tekst mag niet met '&' beginnen. Zet hem tussen \"…\"."),
    "found undefined tag handle": N_("Een tekst mag niet met '!' beginnen. Zet hem tussen \"…\"."),
    "while scanning a tag": N_("Een tekst mag niet met '!' beginnen. Zet hem tussen \"…\"."),
    "while scanning a block scalar": N_(
        "Na '>' of '|' mag op deze regel niets meer staan. Begin de tekst op de volgende regel."
    ),
    "while scanning a directive": N_("Een regel mag niet met '%' beginnen. Zet de tekst tussen \"…\"."),
}

_OTHER = N_(
    "Dit kan niet gelezen worden. Kijk naar het inspringen, de dubbele punten en de aanhalingstekens op deze regel en die erboven."
)

#: What closes a text where nobody expected it -> what to do.
_CLOSED = {
    "'": N_(
        "Hier sluit een ' de tekst af. Hoort die bij de tekst? Zet de hele tekst dan tussen \"…\". Of mist hierboven een '?"
    ),
    '"': N_(
        'Hier sluit een " de tekst af. Hoort die bij de tekst? Schrijf dan \\". Of mist hierboven een "?'
    ),
}


def in_words(error: yaml.YAMLError, before: str) -> str:
    """Say what `error` means for the writer of the file; `before` is the sign before the place."""
    said = " ".join(
        str(part) for part in (getattr(error, "context", ""), getattr(error, "problem", "")) if part
    )
    if "did not find expected" in said and before in _CLOSED:
        return _(_CLOSED[before])
    return _(next((meaning for words, meaning in _MEANING.items() if words in said), _OTHER))
