"""Gathers the sentences of the project, and keeps the catalogues complete: each sentence of ours, and no other."""

import io
import re
from collections.abc import Iterable
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

from macros.talen.language import FOLDER, SOURCE, blanks, catalogue, languages

#: Where sentences stand: a folder of the project, and by the names of files there how Babel reads them.
_JINJA, _MARKED = "jinja2.ext:babel_extract", "macros.talen.marked:extract"
_PLACES = {
    "macros": {"**.py": "python", "**.j2": _JINJA, "**.typ": _MARKED},
    "overrides": {"**.html": _JINJA},
    "docs/assets/js": {"**.js": _MARKED},
}
_OPTIONS = {
    name: {"trimmed": "true", "newstyle_gettext": "true", "silent": "false"} for name in ("**.j2", "**.html")
}
_ABOVE = "# {language}. `python -m macros woorden` adds new sentences and keeps what is translated.\n#"
_DATED = re.compile(r'^"(?:Project-Id|Report-|POT-|PO-|Last-|Language-T|Generated-By)[^\n]*\n', re.MULTILINE)


def sentences(root: Path, said: Iterable[tuple[str, str]]) -> Catalog:
    """Every sentence of the project in `root`; `said` has those that stand as such in no file, each with where it does."""
    found = Catalog(fuzzy=False)
    for folder, methods in _PLACES.items():
        for file, _, sentence, _, context in extract_from_dir(root / folder, methods.items(), _OPTIONS):
            found.add(sentence, locations=[(f"{folder}/{file}", 0)], context=context)
    for sentence, where in said:
        found.add(sentence, locations=[(where, 0)])
    return found


def update(known: Catalog, code: str) -> Catalog:
    """The catalogue of a language with all sentences that are known now; what was translated stays.

    Raises:
        UnknownLocaleError, ValueError: there is no such language.
    """
    locale = Locale.parse(code)
    whole = catalogue(code) if code in languages() else Catalog(locale)
    whole.header_comment = _ABOVE.format(language=locale.english_name)
    whole.update(known)
    whole.fuzzy = False
    return whole


def write(known: Catalog, code: str) -> Path:
    """Write the catalogue of a language anew, or begin one; returns where."""
    path = FOLDER / f"{code}.po"
    path.write_text(written(update(known, code)), encoding="utf-8")
    return path


def written(catalog: Catalog) -> str:
    """A catalogue as it stands in its file, without dates and line numbers, which would only change."""
    made = io.BytesIO()
    write_po(made, catalog, width=110, sort_by_file=True, ignore_obsolete=True, include_lineno=False)
    return _DATED.sub("", made.getvalue().decode())


def write_all(known: Catalog, new: Iterable[str] = ()) -> list[Path]:
    """Write all catalogues anew, and those of `new` languages."""
    return [write(known, code) for code in sorted({*languages(), *new} - {SOURCE})]


def complaints(known: Catalog, code: str) -> list[str]:
    """What is wrong with a catalogue: a sentence that nobody says, one that nobody translated, other blanks."""
    translated = catalogue(code)
    found = [
        f"niet meer gebruikt: {_first(message)!r}"
        for message in translated
        if message.id and message.id not in known
    ]
    for message in known:
        there = translated.get(message.id)
        if not message.id:
            continue
        if there is None or not all(_all(there.string)) or there.fuzzy:
            found.append(f"nog te vertalen: {_first(message)!r}")
        elif any(not _fits(said, message) for said in _all(there.string)):
            found.append(f"andere plekken om in te vullen: {_first(message)!r}")
    return found


def _fits(said: str, message: Message) -> bool:
    """Has a translation the blanks of its message? For some counts a language needs no figure."""
    mine, wanted = blanks(said), blanks(_first(message))
    return mine <= wanted if message.pluralizable else mine == wanted


def _first(message: Message) -> str:
    return _all(message.id)[-1]


def _all(said: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (said or "",) if said is None or isinstance(said, str) else tuple(said)
