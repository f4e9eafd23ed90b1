"""Five minutes before a talk, with a phone: from the first page to a card and a list."""

from journeys.conftest import Wifi
from journeys.person import Person, never
from macros.content.content import Content
from macros.source.markup import plain


def test_prepare_a_talk(person: Person, home: str, content: Content) -> None:
    checklist = content.checklists[0]
    person.open(home)
    person.tap(".keuzehulp a[href$='nu/index.html']")
    person.tap(f"main a[href$='{checklist.kaart}']", plain(checklist.titel))
    for words in (checklist.nu.openingszin, checklist.nu.valkuil, *checklist.nu.onthoud):
        assert person.finds("main :is(p, li)", plain(words)).whole  # without scrolling
    person.tap(f"main a[href$='{checklist.pagina}']")
    for item in checklist.items:
        person.finds(".vink", plain(item.tekst))


def test_nothing_comes_over_the_card(person: Person, wifi: Wifi, content: Content) -> None:
    checklist = max(content.checklists, key=lambda one: len(str(one.nu)))  # the fullest card
    person.open(wifi.home + checklist.kaart)
    person.keep()
    onward = f"main a[href$='{checklist.pagina}']"
    never(lambda: person.sees(onward)[0].under)  # what a first visit brings, it brings now
    person.tap(onward)


def test_find_the_lists_from_the_first_page(person: Person, home: str, content: Content) -> None:
    person.open(home)
    person.finds(".keuzehulp")
    assert person.sees(":is(main, header) a[href$='checklists/index.html']")
