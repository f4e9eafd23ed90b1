"""What a visitor's search reads: first the words that pages show and that people search by, later what lies deeper.

Material's plugin has written what stands on the pages. Here the zoekwoorden come to it, and words without their accents.
What a scenario says on its way, and the pages for trainers, are fetched once the first part answers.
"""

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from macros.content.content import Content
from macros.model import Begrip, Scenario
from macros.source.markup import plain

PLUGIN, FIRST, LATER = "search/search_index.json", "search/search_index.js", "search/later.js"
#: The pages of which the words come later.
_LATER = "trainer/"
_WORD = re.compile(r"[^\W_]{2,}")

Doc = dict[str, Any]


def write(folder: Path, content: Content) -> None:
    """Write both parts into the finished site in `folder`, as scripts, so that a page on a stick can read them too."""
    index = json.loads((folder / PLUGIN).read_text(encoding="utf-8"))
    docs: list[Doc] = index["docs"]
    words = search_words(content, {doc["location"] for doc in docs})
    for doc in docs:
        doc["tags"] = [*doc.get("tags", ()), *words.get(doc["location"], ())]
        doc["meer"] = " ".join(_folded(" ".join([doc["title"], doc["text"], *doc["tags"]])))
    first = [_filled(doc) for doc in docs if not doc["location"].startswith(_LATER)]
    later = [_filled(doc) for doc in docs if doc["location"].startswith(_LATER)]
    known = {doc["location"]: doc for doc in docs}
    deep = {scenario.pagina: deep_words(scenario, known[scenario.pagina]) for scenario in content.scenarios}
    (folder / FIRST).write_text(
        _script("__index", {"config": index["config"], "docs": first}), encoding="utf-8"
    )
    (folder / LATER).write_text(_script("__later", {"docs": later, "meer": deep}), encoding="utf-8")


def read(file: Path) -> Doc:
    """What one of both parts holds."""
    value: Doc = json.loads(file.read_text(encoding="utf-8").partition(" = ")[2])
    return value


def search_words(content: Content, places: set[str]) -> dict[str, list[str]]:
    """By what words people find everything, by the address in `places` where it is: a part of a page, or else the page.

    A term of the glossary is such a word too, since its page says what it means.
    """
    found: dict[str, list[str]] = {}
    for item in content.alles:
        words: tuple[str, ...] = (
            item.woorden if isinstance(item, Begrip) else getattr(item, "zoekwoorden", ())
        )
        place = item.pagina if item.pagina in places else item.pagina.partition("#")[0]
        known = found.setdefault(place, [])
        known += (word for word in words if word not in known)
    return found


def deep_words(scenario: Scenario, doc: Doc) -> str:
    """Every word once that the steps of a scenario say, with and without accents, but for what its `doc` says already."""
    texts = " ".join(plain(text) for text in _told(scenario))
    said = set(_words(" ".join([doc["title"], doc["text"], *doc["tags"]])))
    return " ".join(sorted(({*_words(texts), *_folded(texts)} - said) | set(doc["meer"].split())))


def _told(scenario: Scenario) -> Iterator[str]:
    for stap in scenario.stappen:
        yield from (stap.tekst, stap.vraag)
        for keuze in stap.keuzes:
            yield from (keuze.tekst, keuze.reactie, keuze.uitleg)
    for einde in scenario.eindes:
        yield from (einde.titel, einde.tekst, *einde.meenemen)
    yield from (*scenario.door_de_ogen_van.tekst, *scenario.mogelijke_verhalen, scenario.grens)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _folded(text: str) -> list[str]:
    """The words with an accent, without it."""
    plain_words = (_without_accents(word) for word in _words(text) if not word.isascii())
    return sorted({word for word in plain_words if word.isascii()})


def _without_accents(word: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign))


def _filled(doc: Doc) -> Doc:
    return {field: value for field, value in doc.items() if value or field in {"location", "title", "text"}}


def _script(name: str, value: object) -> str:
    return f"var {name} = {json.dumps(value, ensure_ascii=False, separators=(',', ':'))}\n"
