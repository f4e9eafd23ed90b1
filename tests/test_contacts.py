"""Help nearby.

Whom a page names first, how many fit on paper, and when somebody has to look at a number again.
"""

import io
from datetime import date
from pathlib import Path

import pytest
from garden import garden
from pypdf import PdfReader

from macros.content.content import Content
from macros.content.site import Site
from macros.paper import prints


def _contacts(*kinds: str) -> str:
    """`hulp.yml` with a contact of each kind: Plek 0, Plek 1 and so on. A kind in capitals has no number."""
    lines = ["contacten:"]
    for number, kind in enumerate(kinds):
        phone = "" if kind.isupper() else f", telefoon: 020-123 45 6{number}"
        about = f"soort: {kind.lower()}, naam: Plek {number}, waarvoor: Vragen."
        lines.append(f"  - {{{about}, gecontroleerd_op: 2026-01-31{phone}}}")
    return "\n".join(lines)


def _with(root: Path, contacts: str) -> Content:
    return garden(root, {"organisatie.yml": "naam: De Tuin\n", "hulp.yml": contacts})


@pytest.mark.parametrize("kind", ["checklist", "zak", "handout"])
def test_paper_has_room_for_three(kind: str, tmp_path: Path) -> None:
    content = _with(
        tmp_path, _contacts("gereedschap", "GEREEDSCHAP", "gereedschap", "gereedschap", "gereedschap")
    )
    for pdf in prints.made(content, Site("De moestuin", "", "")).alle:
        if pdf.soort == kind:
            text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf.inhoud)).pages)
            assert [name for name in (f"Plek {index}" for index in range(5)) if name in text] == [
                "Plek 0",
                "Plek 2",
                "Plek 3",
            ]


@pytest.mark.parametrize(
    ("kinds", "first"),
    [
        (("gereedschap", "tuinbaas", "tuinbaas"), "Plek 1"),
        (("TUINBAAS", "gereedschap", "tuinbaas"), "Plek 2"),
        (("GEREEDSCHAP", "gereedschap", "gereedschap"), "Plek 1"),
        (("GEREEDSCHAP",), None),
    ],
)
def test_whom_to_call_first(kinds: tuple[str, ...], first: str | None, tmp_path: Path) -> None:
    hulp = _with(tmp_path, _contacts(*kinds)).eerste_hulp
    assert (hulp and hulp.naam) == first


def test_an_old_number_is_told(tmp_path: Path) -> None:
    told = [
        line
        for line in _with(tmp_path, _contacts("tuinbaas")).meldingen(date(2027, 1, 31))
        if "Plek 0" in line
    ]
    assert told == ["'Plek 0' is langer dan een half jaar niet nagekeken. Controleer het nummer."]


def test_a_number_of_the_example_is_told(tmp_path: Path) -> None:
    content = _with(tmp_path, _contacts("gereedschap", "tuinbaas").replace("020-123 45 60", "000-000 00 00"))
    told = [line for line in content.meldingen(date(2026, 1, 31)) if "uit het voorbeeld" in line]
    assert told == ["'Plek 0' heeft nog het nummer uit het voorbeeld. Vul het echte nummer in."]
