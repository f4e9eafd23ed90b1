"""Phone numbers: shown as somebody wrote them, dialled in the form that works from everywhere."""

import shutil
from pathlib import Path

import pytest
from conftest import SMALL

from macros.content.load import load
from macros.content.site import Site
from macros.pages.render import render
from macros.source import phone

#: What people write -> what a phone dials.
DIALLED = {
    "020-123 45 67": "+31201234567",
    "(020) 123 45 67": "+31201234567",
    "06 12345678": "+31612345678",
    "088 123 45 67": "+31881234567",
    "+31 (0)20 123 45 67": "+31201234567",
    "+31 20 123 45 67": "+31201234567",
    "0031 20 1234567": "+31201234567",
    "020\u2011123\u00a045\u00a067": "+31201234567",  # the hyphen and the space that a word processor makes
    "020\u2013123\u202f45\u202f67": "+31201234567",
    "+32 (0)2 555 12 12": "+3225551212",
    "0032 473 12 34 56": "+32473123456",
    "+49 (0)30 901820": "+4930901820",
    "112": "112",
    "113": "113",
    "14 020": "14020",
    "116 111": "116111",
    "0800-2000": "08002000",
    "0800-0113": "08000113",
    "0900-1234": "09001234",
    "0900 - 8844": "09008844",
    "000-000 00 01": "0000000001",
}


@pytest.mark.parametrize(("written", "dialled"), DIALLED.items())
def test_a_number_is_dialled_right(written: str, dialled: str) -> None:
    assert phone.address(written, "NL") == f"tel:{dialled}"


@pytest.mark.parametrize(
    "written", ["020-123 45 6", "020-123 45 678", "0473 12 34 56", "123 45 67", "12", "+31 20"]
)
def test_a_number_that_nobody_has_is_refused(written: str) -> None:
    assert phone.dialled(written, "NL") is None


def test_a_page_shows_what_was_written_and_dials_what_works(tmp_path: Path) -> None:
    for part in ("data", "docs"):
        shutil.copytree(SMALL / part, tmp_path / part)
    contact = "contacten:\n  - {soort: tuinbaas, naam: Jo, waarvoor: Vragen., gecontroleerd_op: 2026-11-01, telefoon: %s}\n"
    (tmp_path / "organisatie").mkdir()
    for written in ("+31 (0)20 123 45 67", "020\u2011123\u00a045\u00a067"):
        (tmp_path / "organisatie" / "hulp.yml").write_text(contact % written, encoding="utf-8")
        page = render("hulp.md.j2", load(tmp_path), Site("De moestuin", "", ""), "hulp.html")
        assert 'href="tel:+31201234567"' in page
        assert f">{written}<" in page
