"""What is said of a value that does not fit: in Dutch, at its place, with what to write instead.

One line for each kind of mistake.
"""

from typing import Literal

import pytest
from pydantic import Field

from macros.model.basis import Adres, Datum, JaNee, Model, Regel, Slug, Tekst, Telefoon
from macros.model.organisatie import Email, Kleur, Logobestand, Naam
from macros.source.validate import MOST, Context, validate
from macros.source.yaml_source import parse


class Deel(Model):
    """Fields inside a field."""

    naam: Regel = Field(description="Hoe het heet.")
    soort: Literal["een", "twee"] = "een"


class Vel(Model):
    """A field of every kind."""

    tekst: Tekst = "x"
    regel: Regel = "x"
    id: Slug = "x"
    adres: Adres = "https://x"
    telefoon: Telefoon = "112"
    dag: Datum | None = None
    aan: JaNee = True
    getal: int = Field(1, ge=1, le=9)
    delen: tuple[Deel, ...] = Field((), max_length=2)
    paar: tuple[Regel, ...] = Field(("x", "y"), min_length=2)
    deel: Deel = Deel(naam="x")
    naam: Naam = "x"
    logo: Logobestand = "a.svg"
    kleur: Kleur = "#000000"
    email: Email = "a@b.nl"


TEXT = "Staat er ': ' in je tekst? Zet hem dan tussen \"…\"."
SLUG = "Gebruik kleine letters, cijfers en streepjes, zoals 'een-goed-begin'."
LIST = "'delen' is een lijst. Zet elk deel op een eigen regel, met '- ' ervoor."
DAY = "Dit is geen datum. Schrijf het jaar, de maand en de dag: jjjj-mm-dd, zoals 2026-11-01."
GROUP = "horen velden, elk op een eigen regel, zoals: 'naam: …'. Hier staat"

#: What somebody typed -> where the complaint stands, and what it says.
SAID = {
    "tekst: ''": ("1:8", "'tekst' is leeg. Schrijf er iets achter, of haal de regel weg."),
    "tekst: [a]": ("1:8", f"'tekst' is een tekst. Hier staat een lijst. {TEXT}"),
    "tekst: {a: b}": ("1:8", f"'tekst' is een tekst. Hier staat een groep velden. {TEXT}"),
    f"tekst: {'x' * 20_001}": ("1:8", "'tekst' is te lang: 20001 tekens. Het mogen er 20000 zijn."),
    'regel: "a\\nb"': ("1:8", "'regel' moet op één regel passen. Hier staat een tekst met regeleinden."),
    "id: Groot": ("1:5", f"'Groot' kan geen 'id' zijn. {SLUG}"),
    "id: a--b": ("1:5", f"'a--b' kan geen 'id' zijn. {SLUG}"),
    f"id: {'a' * 61}": ("1:5", "'id' is te lang: 61 tekens. Het mogen er 60 zijn."),
    "adres: www.x": ("1:8", "'adres' kan zo niet: 'www.x'. Begin met 'https://'."),
    f"adres: {'y' * 61}": ("1:8", f"'adres' kan zo niet: '{'y' * 57}…'. Begin met 'https://'."),
    "telefoon: bel": (
        "1:11",
        "'telefoon' is geen telefoonnummer: 'bel'. Schrijf cijfers, spaties en streepjes.",
    ),
    "telefoon: 12": (
        "1:11",
        "'telefoon' is geen nummer dat bestaat: '12'. Mist er een cijfer? Een nummer uit een ander land begint met +.",
    ),
    "dag: morgen": ("1:6", DAY),
    "dag: [a]": ("1:6", DAY),
    "dag: 2026-13-01": ("1:6", "'dag' is geen bestaande datum: '2026-13-01'."),
    "aan: misschien": ("1:6", "'aan' is 'ja' of 'nee'. Hier staat: 'misschien'."),
    "aan: [ja]": ("1:6", "'aan' is 'ja' of 'nee'. Hier staat een lijst."),
    "getal: x": ("1:8", "'getal' is een getal, zonder tekst erbij. Hier staat: 'x'."),
    "getal: [1]": ("1:8", "'getal' is een getal. Hier staat een lijst."),
    "getal: 0": ("1:8", "'getal' is 0. Het moet minstens 1 zijn."),
    "getal: 10": ("1:8", "'getal' is 10. Het mag hooguit 9 zijn."),
    "delen: x": ("1:8", LIST),
    "delen: {a: b}": ("1:8", LIST),
    "delen: [x]": ("1:9", f"Bij 'delen' {GROUP}: x."),
    "delen: [{naam: a}, {naam: b}, {naam: c}]": ("1:8", "'delen' heeft er 3. Het mogen er hooguit 2 zijn."),
    "paar: [a]": ("1:7", "'paar' heeft er 1. Het moeten er minstens 2 zijn."),
    "paar: [a, '']": ("1:11", "'paar' is leeg. Schrijf er iets achter, of haal de regel weg."),
    "deel: x": ("1:7", f"Bij 'deel' {GROUP}: x."),
    "deel: {}": ("1:7", "Hier mist het veld 'naam'. Hoe het heet. Schrijf: 'naam: …'"),
    "deel: {naam: a, soort: drie}": ("1:24", "'soort' kan niet 'drie' zijn. Kies uit: een, twee."),
    "deel: {naam: a, soort: tweee}": ("1:24", "'soort' kan niet 'tweee' zijn. Bedoel je 'twee'?"),
    "deel: {naam: a, soort: [a]}": ("1:24", "'soort' kan niet 'een lijst' zijn. Kies uit: een, twee."),
    "deel: {naaam: a}": ("1:8", "'naaam' is geen bekend veld. Bedoel je 'naam'?"),
    "deel: {naam: a, 'wat ook': b}": (
        "1:17",
        "'wat ook' is geen bekend veld. Hoort het bij een tekst? Zet dan die hele tekst tussen \"…\".",
    ),
    "deel: {naam: a, zzz: b}": ("1:17", "'zzz' is geen bekend veld. Kies uit: naam, soort."),
    "naam: a<b": ("1:7", "In 'naam' kan geen <, >, \", {, } of \\ staan. Hier staat: 'a<b'."),
    f"naam: {'a' * 61}": ("1:7", "'naam' is te lang: 61 tekens. Het mogen er 60 zijn."),
    "logo: x.gif": (
        "1:7",
        "'logo' is geen bestand dat kan: 'x.gif'. Zet een .svg of .png in deze map en schrijf de naam, zoals logo.svg.",
    ),
    "kleur: rood": (
        "1:8",
        "'kleur' is geen kleur: 'rood'. Schrijf een # en zes tekens, tussen aanhalingstekens: \"#7a3e8e\".",
    ),
    "email: a@b": ("1:8", "'email' is geen e-mailadres: 'a@b'. Schrijf iets als naam@organisatie.nl."),
    "x": ("1:1", f"In dit bestand {GROUP.replace('naam', 'tekst')}: x."),
    "[a]": ("1:1", f"In dit bestand {GROUP.replace('naam', 'tekst')}: een lijst."),
}
RIGHT = [
    "aan: ja", "aan: nee", "dag: 2024-02-29", "adres: http://x", f"id: {'a' * 60}", "id: a-1-b",
    f"naam: {'a' * 60}", "getal: 9", "delen: []", "logo: A_b-1.png", "kleur: '#aAbB09'", "email: a.b@c.d.nl",
    "telefoon: +31 (0)20 123 45 67", f"tekst: {'x' * 20_000}", 'tekst: "a\\nb"',
]  # fmt: skip


@pytest.mark.parametrize("typed", SAID, ids=lambda typed: typed[:40])
def test_what_is_said(typed: str) -> None:
    place, text = SAID[typed]
    assert list(map(str, validate(parse(f"{typed}\n".encode(), "x.yml"), Vel, Context("NL"))[1])) == [
        f"x.yml:{place}: {text}"
    ]


@pytest.mark.parametrize("typed", RIGHT, ids=lambda typed: typed[:40])
def test_what_is_right(typed: str) -> None:
    model, problems = validate(parse(f"{typed}\n".encode(), "x.yml"), Vel, Context("NL"))
    assert problems == []
    assert model


def test_yes_and_no_are_what_they_say() -> None:
    said = [
        validate(parse(f"aan: {word}\n".encode(), "x.yml"), Vel, Context("NL"))[0] for word in ("ja", "nee")
    ]
    assert [model and model.aan for model in said] == [True, False]


def test_of_very_many_mistakes_only_some_are_worked_out() -> None:
    many = "\n".join(f"veld{number}: x" for number in range(MOST + 50))
    assert len(validate(parse(many.encode(), "x.yml"), Vel, Context("NL"))[1]) == MOST == 100
