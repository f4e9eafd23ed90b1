"""Reads the data files into one `Content`, or says everything that is wrong with them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from macros.content import links, references, scenario_graph, session_plan
from macros.content.content import Content
from macros.model import InhoudBestand, Model, ScenariosBestand, SessiesBestand
from macros.model.files import FILES, OWN
from macros.own import hide, logo, merge, prose
from macros.source.problems import DataError, Problem
from macros.source.validate import validate
from macros.source.yaml_source import Source, read

PROJECT = Path(__file__).resolve().parents[2]

#: An organisation's own prose pages and the pictures on them.
PAGES = "organisatie/paginas"
OWN_FILES = (".yml", ".md", ".svg", *prose.PICTURES)

_last: dict[Path, tuple[tuple[tuple[str, int, int], ...], Content]] = {}


def load(root: Path = PROJECT) -> Content:
    """Load all data below `root`, once for every change of a file.

    Raises:
        DataError: with all problems of all files.
    """
    own = [path for path in (root / "organisatie").rglob("*") if path.suffix.lower() in OWN_FILES]
    stamps = tuple(stamp(path) for path in [*(path for _, path in _paths(root, FILES)), *sorted(own)])
    known = _last.get(root)
    if known is None or known[0] != stamps:
        known = _last[root] = (stamps, _load(root))
    return known[1]


def loaded(root: Path = PROJECT) -> Content:
    """What was loaded last, without a look at the files: for everything that happens within one build."""
    return _last[root][1] if root in _last else load(root)


def _paths(root: Path, names: Iterable[str]) -> Iterator[tuple[str, Path]]:
    """Every file by its name: the project's in `data`, an organisation's own in `organisatie`."""
    return ((name, root / ("organisatie" if name in OWN else "data") / f"{name}.yml") for name in names)


def stamp(path: Path) -> tuple[str, int, int]:
    """What tells whether a file was changed: its path, its moment in nanoseconds and its size in bytes; zeros where there is none."""
    try:
        status = path.stat()
    except OSError:
        return (str(path), 0, 0)
    return (str(path), status.st_mtime_ns, status.st_size)


def _load(root: Path) -> Content:
    sources, problems = _read_all(root)
    whole = merge.Merged(sources)
    if "inhoud" in sources and FILES.keys() <= sources.keys():
        found = validate(sources["inhoud"], InhoudBestand)[1]
        if not found:
            whole, found = merge.merge(sources, sources["inhoud"])
        problems += found
    if FILES.keys() <= sources.keys():
        references.current(whole.sources)
        problems += references.check(whole)
    models = _models(whole, problems)
    if problems:
        raise DataError(problems)
    shown = {name: hide.without(models[name], whole.hidden) if whole.hidden else models[name] for name in FILES}
    values: dict[str, Any] = {field: getattr(shown[name], field) for name in FILES for field in type(shown[name]).model_fields}
    values |= {name: models.get(name) for name in ("organisatie", "hulp")}
    content = Content(**values, toegevoegd=whole.added, vervangen=whole.replaced)
    return _with_own_files(root, whole.sources, content)


def _with_own_files(root: Path, sources: dict[str, Source], content: Content) -> Content:
    """The content with an organisation's own pages and logo, once every link in it leads somewhere."""
    known = links.known(content, root / "docs")
    own, problems = prose.read(root / PAGES, known)
    problems += links.check(sources, {*known, *(page.pagina for page in own)})
    picture = None
    if content.organisatie and content.organisatie.logo:
        picture, found = logo.look(sources["organisatie"], root / "organisatie")
        problems += found
    if problems:
        raise DataError(problems)
    return replace(content, eigen_paginas=own, logo=picture)


def _models(whole: merge.Merged, problems: list[Problem]) -> dict[str, Model]:
    """The model of each file that is right; what is wrong with the others is added to `problems`."""
    models: dict[str, Model] = {}
    for name, source in whole.sources.items():
        model, found = validate(source, {**FILES, **OWN}[name])
        problems += found
        if model is not None:
            models[name] = model
    scenarios, sessies = models.get("scenarios"), models.get("sessies")
    if isinstance(scenarios, ScenariosBestand):
        problems += scenario_graph.check(whole.sources["scenarios"], scenarios.scenarios)
    if isinstance(sessies, SessiesBestand):
        problems += session_plan.check(whole.sources["sessies"], sessies.sessies)
    return models


def _read_all(root: Path) -> tuple[dict[str, Source], list[Problem]]:
    sources: dict[str, Source] = {}
    problems: list[Problem] = []
    for name, path in _paths(root, {**FILES, **OWN}):
        if name in OWN and not path.exists():
            continue
        try:
            sources[name] = read(path, path.relative_to(root).as_posix())
        except DataError as error:
            problems += error.problems
    return sources, problems
