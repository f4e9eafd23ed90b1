"""Reads the data files into one `Content`, or says everything that is wrong with them."""

import os
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from macros.content import (
    asked,
    claims,
    former,
    links,
    own_words,
    references,
    scenario_graph,
    session_plan,
    written,
)
from macros.content.content import Content
from macros.content.remembered import remembered
from macros.model import OnderwerpBestand, ScenariosBestand, SessiesBestand, WoordenBestand
from macros.model.basis import Bestand
from macros.model.files import FILES, OWN
from macros.own import logo, merge, pictures, prose, svg, unread
from macros.source import phone
from macros.source.files import broken, raw, text, visible
from macros.source.problems import DataError, Position, Problem
from macros.source.validate import Context, validate
from macros.source.yaml_source import Source, parse, read
from macros.talen import DUTCH, N_, Language, _, languages, speaking, spoken

PROJECT = Path(__file__).resolve().parents[2]
#: Where names come from that data may use: the drawings, and the places that a template makes on a page.
TEMPLATES = PROJECT / "macros" / "pages" / "templates"
#: The drawings of every site, and where those of a subject are.
DRAWINGS, OWN_DRAWINGS = TEMPLATES / "tekeningen", "data/tekeningen"
#: An organisation's own prose pages and the pictures on them.
PAGES = f"{unread.FOLDER}/{unread.PAGES}"
OWN_FILES = (".yml", ".md", ".svg", *prose.PICTURES)

_EMPTY = N_("Dit bestand is leeg: er staat geen enkel veld in. Zet terug wat erin stond.")

_last: dict[Path, tuple[tuple[tuple[str, int, int], ...], Content]] = {}


def load(root: Path = PROJECT) -> Content:
    """Load all data below `root`, once for every change of a file.

    Raises:
        DataError: with all problems of all files.
    """
    own = visible(root / "organisatie", *OWN_FILES)
    drawn = [root / OWN_DRAWINGS, *visible(root / OWN_DRAWINGS, ".svg")]
    paths = [*(root / shape.pad for shape in FILES.values()), *own, *drawn]
    stamps = tuple(map(stamp, paths))
    known = _last.get(root)
    if known is None or known[0] != stamps:
        known = _last[root] = (stamps, _load(root))
    elif found := written.check(root / "docs"):  # which changes while nothing else does
        raise DataError(found)
    return known[1]


def stamp(path: Path) -> tuple[str, int, int]:
    """What tells whether a file changed: its path, moment in nanoseconds and size in bytes; zeros without one."""
    try:
        status = path.stat()
    except OSError:
        return (str(path), 0, 0)
    return (str(path), status.st_mtime_ns, status.st_size)


def _load(root: Path) -> Content:
    with speaking(language(root)):
        return _read(root)


def language(root: Path = PROJECT) -> Language:
    """The language of the subject; ours where that cannot be read, which is said then."""
    try:
        about = read(root / OnderwerpBestand.pad, OnderwerpBestand.pad).at(("onderwerp",))
        found = Language(about["taal"], about["land"])
    except (DataError, KeyError, TypeError):
        return DUTCH
    return found if found.code in languages() else DUTCH


def _read(root: Path) -> Content:
    sources, problems = _read_all(root)
    problems += [*unread.check(root), *written.check(root / "docs")]
    told, wrong = former.current(sources)
    problems += wrong
    whole, land, drawings = merge.Merged(sources), _land(sources), _drawings(root, problems)
    if FILES.keys() <= sources.keys():
        if "inhoud" in sources:
            found = validate(sources["inhoud"], OWN["inhoud"], Context(land))[1]
            if not found:
                whole, found = merge.merge(sources, sources["inhoud"])
            problems += found
        references.current(whole.sources)
        problems += references.check(whole, {"tekening": drawings.keys()})
        problems += asked.check(whole.sources)
    models = _models(whole, Context(land, whole.hidden), problems)
    if problems:
        raise DataError(problems)
    own: dict[str, Any] = {name: models.get(name) for name in ("organisatie", "hulp")}
    words = models.get("woorden")
    own["taal"] = replace(spoken(), own=words.woorden) if isinstance(words, WoordenBestand) else spoken()
    own["vroeger"] = (*former.left(root), *told)
    files = [models[name] for name in FILES]
    content = partial(Content, files, woorden=whole.words, tekeningen=drawings, **own)
    return content(**_own_files(root, whole.sources, content()))


def _own_files(root: Path, sources: dict[str, Source], content: Content) -> dict[str, Any]:
    """An organisation's own pages and logo, once every link in them and in the data leads somewhere."""
    docs, picture = root / "docs", None
    pages = links.pages(content, docs)
    made = links.made_by(TEMPLATES)
    there = links.places(content, docs, ())
    own, problems = prose.read(root / PAGES, pages, there, made)
    pages |= {page.pagina for page in own}
    problems += claims.check(sources, content, docs, TEMPLATES)
    problems += links.check(sources, pages, there | links.on_own(own), made)
    if content.organisatie and content.organisatie.logo:
        picture, found = logo.look(sources["organisatie"], root / "organisatie")
        problems += found
    beside, found = pictures.look(prose.pictures(root / PAGES), remembered)
    problems += found
    if problems:
        raise DataError(problems)
    return {"eigen_paginas": own, "logo": picture, "plaatjes": beside}


def _land(sources: dict[str, Source]) -> str | None:
    """The country of phone numbers, before anything is validated; None where nobody knows it."""
    found = dict(sources["onderwerp"].texts(("onderwerp", "land"))) if "onderwerp" in sources else {}
    return next((land for land in found.values() if land in phone.REGIONS), None)


def _drawings(root: Path, problems: list[Problem]) -> dict[str, str]:
    """Every drawing as SVG, by name; a subject's own comes before one of every site, once nothing is wrong with it."""
    found = {path.stem: text(path, path.name).strip() for path in visible(DRAWINGS, ".svg")}
    for path in visible(root / OWN_DRAWINGS, ".svg"):
        name = path.relative_to(root).as_posix()
        try:
            found[path.stem] = svg.inline(raw(path, name))
        except DataError as error:
            problems += error.problems
        except ValueError as error:
            problems.append(
                Problem(
                    name, Position(), _("De tekening '{naam}' {fout}.").format(naam=path.name, fout=error)
                )
            )
        except svg.Refused as refused:
            problems.append(Problem(name, refused.position, refused.text))
    return found


def _models(whole: merge.Merged, context: Context, problems: list[Problem]) -> dict[str, Bestand]:
    """The model of each file that is right; what is wrong with the others is added to `problems`."""
    models: dict[str, Bestand] = {}
    for name, source in whole.sources.items():
        model, found = validate(source, {**FILES, **OWN}[name], context)
        problems += found
        if model is not None:
            models[name] = model
    scenarios, sessies, about = (models.get(name) for name in ("scenarios", "sessies", "onderwerp"))
    if isinstance(scenarios, ScenariosBestand):
        problems += scenario_graph.check(whole.sources["scenarios"], scenarios.scenarios)
    if isinstance(sessies, SessiesBestand) and isinstance(about, OnderwerpBestand):
        problems += session_plan.check(whole.sources["sessies"], sessies.sessies, about)
    words = models.get("woorden")
    if isinstance(words, WoordenBestand):
        problems += own_words.check(whole.sources["woorden"], words.woorden, spoken())
    return models


def _read_all(root: Path) -> tuple[dict[str, Source], list[Problem]]:
    """Every file that is there, by its name. A data file without a field that is needed may be missing."""
    sources: dict[str, Source] = {}
    problems: list[Problem] = []
    for name, shape in {**FILES, **OWN}.items():
        path = root / shape.pad
        if not os.path.lexists(path) and name in OWN:
            continue
        try:
            needed = any(field.is_required() for field in shape.model_fields.values())
            source = read(path, shape.pad) if needed or os.path.lexists(path) else parse(b"", shape.pad)
        except DataError as error:
            problems += error.problems
            continue
        if source.data or not (needed or name in OWN):
            sources[name] = source
        elif name not in OWN:  # a file of one's own in which nothing is filled in is as good as none
            problems += broken(shape.pad, Position(), _(_EMPTY)).problems
    return sources, problems
