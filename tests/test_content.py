"""What the content knows of itself: which themes come next, what is worth a warning."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from macros.content.content import MOST_OTHERS, Content
from macros.model import Contact


@pytest.mark.parametrize("count", range(1, MOST_OTHERS + 4))
def test_the_other_themes_never_hold_the_theme_itself(count: int) -> None:
    themas = [f"thema {number}" for number in range(count)]
    for at, thema in enumerate(themas):
        others = Content.andere_themas(SimpleNamespace(themas=themas), thema)  # type: ignore[arg-type]
        following = [*themas[at + 1 :], *themas[:at]]
        if count > MOST_OTHERS + 1:
            assert others == following[:MOST_OTHERS]
        else:
            assert others == [other for other in themas if other != thema]


@pytest.mark.parametrize(("days", "old"), [(0, False), (183, False), (184, True), (365, True)])
def test_a_contact_is_old_after_half_a_year(days: int, old: bool) -> None:
    checked = date(2026, 1, 1)
    contact = Contact.model_validate(
        {"soort": "tolk", "naam": "Jo", "waarvoor": "Taal.", "gecontroleerd_op": checked.isoformat()}
    )
    assert contact.is_oud(checked + timedelta(days=days)) is old


def test_every_kind_is_there_by_id(content: Content) -> None:
    everything = list(content.alles)
    assert len(everything) > 100
    for item in everything:
        assert getattr(content, item.SOORT.naam)[item.id] is item
