"""The settings in mkdocs.yml, without MkDocs: read, written, and refused where we cannot follow them."""

import os
import re
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Any

import yaml

from macros.content import version
from macros.source import addresses, signs
from macros.source.computer import Refused
from macros.source.files import text, visible
from macros.source.problems import MOST, DataError, Position, Problem, did_you_mean, shown
from macros.source.yaml_source import unreadable
from macros.talen import N_, Language, _

FILE = "mkdocs.yml"
#: What no site can do without: name -> what it is, and how that is called.
_NEEDED: dict[str, tuple[type, str]] = {
    "site_name": (str, N_("een tekst")),
    "theme": (dict, N_("een groep velden")),
    "plugins": (list, N_("een lijst")),
}
#: Settings that name files of one's own, each with how the names of such files end.
_EXTRA = {"extra_css": (".css",), "extra_javascript": (".js", ".mjs")}

#: What the theme brings for the search: a file for each language.
_STEMMERS = "templates/assets/javascripts/lunr/min"

_NAV = N_(
    "'nav' kan hier niet: het menu volgt de lijst in macros/pages/listing.py. "
    "Zet de pagina daar op haar plek en haal 'nav' weg."
)
_FOREIGN = N_(
    "'{name}' haalt iets van een ander: '{address}'. Dat doet deze site nooit. "
    "Zet het bestand in docs/ en schrijf hier zijn naam."
)
#: What mkdocs.yml said before, and where that stands now; MkDocs wants the first one, so ours says that too.
_MOVED = {"site_name": "naam", "site_description": "beschrijving", "copyright": "licentie"}
_ELSEWHERE = "Zie data/onderwerp.yml"
_MOVED_TEXT = N_(
    "'{name}' verandert hier niets meer. Wat er staat, komt uit '{field}' in data/onderwerp.yml. "
    "De naam van jullie organisatie hoort in organisatie/organisatie.yml."
)

_NO_FOLDER = N_("De map '{map}' is er niet. Zet haar terug: zonder die map is er geen site.")


class _Loader(yaml.SafeLoader):
    """YAML with MkDocs' `!ENV [NAME, value where there is none]`."""


def _from_environment(loader: yaml.SafeLoader, node: yaml.SequenceNode) -> Any:
    *names, otherwise = loader.construct_sequence(node)
    return next((os.environ[name] for name in names if name in os.environ), otherwise)


def _as_typed(loader: yaml.SafeLoader, suffix: str, node: yaml.Node) -> str:
    """What only MkDocs makes something of, such as `!!python/name:`, is a text here."""
    return suffix


_Loader.add_constructor("!ENV", _from_environment)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", _as_typed)
_Loader.add_multi_constructor("!", _as_typed)


def good(root: Path) -> dict[str, Any]:
    """The settings of the project in `root`, when all of them can be done here; raises `DataError` with all that cannot."""
    known = read(root / FILE)
    if found := [*_missing(known, root / FILE)] or check(known, root / FILE, root / "docs"):
        raise DataError(found)
    return known


def _missing(known: Mapping[str, Any], file: Path) -> Iterator[Problem]:
    lines = text(file, file.name).splitlines()
    for name, (kind, words) in _NEEDED.items():
        if not isinstance(known.get(name), kind):
            said = _("'{veld}' hoort hier te staan, als {soort}. Zet terug wat er stond.").format(
                veld=name, soort=_(words)
            )
            yield Problem(file.name, _position(lines, f"^{name}:"), said)


def ready(root: Path) -> None:
    """Look whether the environment says a moment that can be, and the folders are there without which no engine begins.

    Raises:
        Refused: with the first that is not so.
    """
    version.moment()
    for name in ("data", "docs", "overrides"):
        if not (root / name).is_dir():
            raise Refused(_(_NO_FOLDER).format(map=name))


def read(path: Path) -> dict[str, Any]:
    """All settings of a site by name; raises `DataError` when nobody can read them."""
    written = text(path, path.name)
    try:
        found = yaml.load(written, _Loader)
    except yaml.YAMLError as error:
        raise unreadable(error, written, path.name) from None
    return found if isinstance(found, dict) else {}


def write(values: dict[str, Any]) -> str:
    """Settings as YAML, in the order in which they are given."""
    return yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=120)


def site_address(settings: Mapping[str, Any]) -> str:
    """The address of the site, from the settings or else from `SITE_URL`; empty when neither says it.

    MkDocs itself does not read `SITE_URL`: what it says of an address that is none is English, or a traceback.
    """
    return settings.get("site_url") or os.environ.get("SITE_URL", "").strip()


def search(language: Language) -> dict[str, list[str]]:
    """What the search has to know of a language; where the theme has no stemmer for it, words are looked up as they are."""
    theme = find_spec("material")  # found, not imported: an export starts no engine
    assert theme
    assert theme.origin
    folder = Path(theme.origin).parent / _STEMMERS
    stemmers = {"en", *(path.name.split(".")[1] for path in folder.glob("lunr.*.min.js"))}
    if language.code not in stemmers:
        return {"lang": ["en"], "pipeline": []}
    return {"lang": [language.code], "pipeline": ["stemmer", "stopWordFilter"]}


def extra(settings: Mapping[str, Any]) -> list[str]:
    """The files that `extra_css` and `extra_javascript` name, from `docs`."""
    return [_address(entry) for name in _EXTRA for entry in settings.get(name) or ()]


def ignored(settings: Mapping[str, Any], file: Path) -> list[Problem]:
    """What a copy has set from before this stood in the data, and what to do; no reason to stop. Arguments as below."""
    lines = text(file, file.name).split("\n")
    return [
        Problem(file.name, _position(lines, f"^{name}:"), _(_MOVED_TEXT).format(name=name, field=field))
        for name, field in _MOVED.items()
        if settings.get(name) not in (None, _ELSEWHERE)
    ]


def check(settings: Mapping[str, Any], file: Path, docs: Path) -> list[Problem]:
    """What in the settings cannot be done here, or stands there without anybody seeing it.

    Args:
        settings: by name, as MkDocs or `read` gives them.
        file: where they stand.
        docs: the folder of the site's own files.
    """
    written = text(file, file.name)
    lines = written.split("\n")
    refused = [Problem(file.name, _position(lines, what), said) for what, said in _refused(settings, docs)]
    unseen = islice(signs.unseen(written, "\t"), MOST)
    return [*refused, *(Problem.unseen(file.name, written, at, written[at]) for at in unseen)]


def _refused(settings: Mapping[str, Any], docs: Path) -> Iterator[tuple[str, str]]:
    """Each as a pattern that finds it in the file, and what to write instead."""
    if settings.get("nav"):
        yield "^nav:", _(_NAV)
    site = site_address(settings)
    if said := site and addresses.wrong_for_site(site):
        name = "site_url" if settings.get("site_url") else "SITE_URL"
        text = _("'{veld}' kan zo niet: '{waarde}'. {uitleg}")
        yield "^site_url:", text.format(veld=name, waarde=shown(site), uitleg=said)
    for name, ends in _EXTRA.items():
        for address in map(_address, settings.get(name) or ()):
            here = (docs / address).resolve()
            if "://" in address or address.startswith("//"):
                yield re.escape(address), _(_FOREIGN).format(name=name, address=address)
            elif not (here.is_relative_to(docs.resolve()) and here.is_file()):
                known = [path.relative_to(docs).as_posix() for path in visible(docs, *ends)]
                text = _("'{address}' bij '{name}' is er niet in docs/.").format(address=address, name=name)
                yield re.escape(address), text + did_you_mean(address, known)


def _address(entry: object) -> str:
    """A script may be a name, or a mapping with more about it."""
    return str(entry["path"] if isinstance(entry, Mapping) else entry)


def _position(lines: list[str], pattern: str) -> Position:
    matches = ((number, re.search(pattern, line)) for number, line in enumerate(lines, start=1))
    return next((Position(number, match.start() + 1) for number, match in matches if match), Position())
