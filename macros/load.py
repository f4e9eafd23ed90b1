"""Reads the data files into one `Content`, or says everything that is wrong with them."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from macros import links, references, scenario_graph, session_plan
from macros.content import Content
from macros.model import (
    BegrippenBestand,
    BronBestand,
    ChecklistsBestand,
    HulpBestand,
    LandelijkBestand,
    Model,
    OrganisatieBestand,
    ScenariosBestand,
    SessiesBestand,
    SuccesfactorenBestand,
)
from macros.problems import DataError, Problem
from macros.validate import validate
from macros.yaml_source import Source, read

PROJECT = Path(__file__).resolve().parent.parent

#: The data files, in the order in which people read them: name -> shape.
FILES: dict[str, type[Model]] = {
    "success_factors": SuccesfactorenBestand,
    "scenarios": ScenariosBestand,
    "checklists": ChecklistsBestand,
    "sessies": SessiesBestand,
    "bron": BronBestand,
    "begrippen": BegrippenBestand,
    "landelijk": LandelijkBestand,
}

#: What an organisation adds to its own copy; none of these has to be there.
OWN: dict[str, type[Model]] = {"organisatie": OrganisatieBestand, "hulp": HulpBestand}

_last: dict[Path, tuple[tuple[tuple[str, int, int], ...], Content]] = {}


def load(root: Path = PROJECT) -> Content:
    """Load all data below `root`, once for every change of a file.

    Raises:
        DataError: with all problems of all files.
    """
    stamp = tuple(_stamp(path) for _, path in _paths(root, {**FILES, **OWN}))
    known = _last.get(root)
    if known is None or known[0] != stamp:
        known = _last[root] = (stamp, _load(root))
    return known[1]


def _paths(root: Path, names: Iterable[str]) -> Iterator[tuple[str, Path]]:
    """Every file by its name: the project's in `data`, an organisation's own in `organisatie`."""
    return ((name, root / ("organisatie" if name in OWN else "data") / f"{name}.yml") for name in names)


def _stamp(path: Path) -> tuple[str, int, int]:
    try:
        status = path.stat()
    except OSError:
        return (path.name, 0, 0)
    return (path.name, status.st_mtime_ns, status.st_size)


def _load(root: Path) -> Content:
    sources, problems = _read_all(root)
    models: dict[str, Model] = {}
    for name, source in sources.items():
        model, found = validate(source, {**FILES, **OWN}[name])
        problems += found
        if model is not None:
            models[name] = model
    scenarios = models.get("scenarios")
    if isinstance(scenarios, ScenariosBestand):
        problems += scenario_graph.check(sources["scenarios"], scenarios.scenarios)
    sessies = models.get("sessies")
    if isinstance(sessies, SessiesBestand):
        problems += session_plan.check(sources["sessies"], sessies.sessies)
    if FILES.keys() <= sources.keys():
        problems += references.check(sources)
    if problems:
        raise DataError(problems)
    values: dict[str, Any] = {field: getattr(models[name], field) for name in FILES for field in type(models[name]).model_fields}
    values |= {name: models.get(name) for name in OWN}
    content = Content(**values)
    if dead := links.check(sources, content, root / "docs"):
        raise DataError(dead)
    return content


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
