"""Looking up a word, with two thumbs that are quicker than the network."""

import re
from collections import Counter
from pathlib import Path
from threading import Event

from browser.liar import lying

from journeys.person import Person, Seen, until
from macros.content.content import Content
from macros.model import Scenario


def _search(person: Person, address: str) -> None:
    person.open(address)
    person.tap(".kop__zoek")
    person.finds(".zoek input")


def _found(person: Person, typed: str) -> list[Seen]:
    """What there is for what was typed, as many as a phone shows."""
    person.finds(f".zoek__lijst[data-vraag='{typed}']")
    return person.sees(".zoek__lijst a")[:5]


def _is_about(word: str, found: list[Seen]) -> bool:
    return bool(found) and word in found[0].text.lower()


def _terms(content: Content) -> list[str]:
    """The terms of one long word, the shortest first."""
    terms = [begrip.term for begrip in content.begrippen]
    return sorted((term for term in terms if re.fullmatch(r"[a-z]{9,}", term)), key=len)


def test_look_up_two_words_while_typing_fast(person: Person, home: str, content: Content) -> None:
    first, second = _terms(content)[:2]
    _search(person, home)
    person.type(first)
    assert _is_about(first, _found(person, first)), person.screen()
    person.press("Backspace", times=len(first))
    person.type(second)
    found = _found(person, second)
    assert _is_about(second, found), person.screen()
    person.tap(".zoek__lijst a")
    until(lambda: person.url == found[0].address, person.screen)
    person.finds("main", second)


def test_look_up_a_word_while_the_list_loads(person: Person, built: Path, content: Content) -> None:
    word = _terms(content)[0]
    typed = word[:4] + word[5:]  # with a typing error
    index = Event()
    with lying(built) as site:
        site.how = lambda address, time: index if address == "search/search_index.js" else None
        _search(person, site.address)
        person.type(typed)
        index.set()
        assert _is_about(word, _found(person, typed)), person.screen()


def test_find_a_talk_by_one_word_of_it(person: Person, home: str, content: Content) -> None:
    scenario, word = _remembered(content)
    _search(person, home)
    person.type(word)
    assert any(scenario.pagina in found.address for found in _found(person, word)), person.screen()


def _remembered(content: Content) -> tuple[Scenario, str]:
    """A scenario, and a long word that falls in a reaction there and nowhere else."""
    pages = (content.factoren, content.scenarios, content.checklists, content.sessies, content.begrippen)
    everywhere = Counter(_words(str(pages)))
    reactions = [(one, k.reactie) for one in content.scenarios for stap in one.stappen for k in stap.keuzes]
    said = [(one, word) for one, reactie in reactions for word in _words(reactie) if everywhere[word] == 1]
    return max(said, key=lambda one: len(one[1]))


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text.lower())
