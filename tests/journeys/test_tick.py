"""With a list in the hand, through a building where the wifi comes and goes."""

from journeys.conftest import Wifi
from journeys.person import Person, until
from macros.content.content import Content
from macros.source.markup import plain


def test_ticks_stay_without_a_network(person: Person, wifi: Wifi, content: Content) -> None:
    checklist = content.checklists[0]
    first, *between, last = (plain(item.tekst) for item in checklist.items)
    person.open(wifi.home)
    person.keep()
    person.open(wifi.home + checklist.pagina)
    person.tap(".vink", first)
    person.tap(".vink", last)
    person.reload()
    assert person.finds(".vink", first).ticked
    wifi.off()
    person.unplug()
    person.reload()
    person.finds(".vink", first)
    assert [row.ticked for row in person.sees(".vink")] == [True, *(False for _ in between), True]
    person.tap("nav a[href$='hulp.html']")  # a page that was never opened
    person.finds("main", content.nummers[0].telefoon)
    person.back()
    assert person.finds(".vink", last).ticked


def test_hear_that_a_sheet_is_not_on_the_phone(person: Person, wifi: Wifi, content: Content) -> None:
    checklist = content.checklists[0]
    person.open(wifi.home)
    person.keep()
    person.open(wifi.home + checklist.pagina)
    person.finds("h1", plain(checklist.titel))
    assert "internet" not in person.text()
    wifi.off()
    person.unplug()
    person.tap(f"main a[href$='{checklist.id}-a4.pdf']")
    until(lambda: "internet" in person.text(), person.screen)
