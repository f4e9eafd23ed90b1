"""JSON Schemas of the data files, with help in the language of the site, for editors that know `yaml-language-server`."""

import json
from pathlib import Path
from typing import Any

from macros.model import files, former
from macros.model.basis import Model
from macros.source.files import put
from macros.talen import _


def of(model: type[Model]) -> dict[str, Any]:
    """The schema of one file. A key `$schema` is not in it: the first line of a data file is a comment with it."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **_said(model.model_json_schema(mode="validation")),
    }


def _said(part: Any) -> Any:
    """A part of a schema with its help in the language that is spoken."""
    if isinstance(part, list):
        return [_said(inner) for inner in part]
    if not isinstance(part, dict):
        return part
    return {
        name: _(inner) if name in {"title", "description"} and isinstance(inner, str) else _said(inner)
        for name, inner in part.items()
    }


def write(folder: Path) -> list[Path]:
    """Write all schemas into `folder` and return their paths."""
    paths = []
    for name, model in {**files.FILES, **files.OWN}.items():
        path = folder / f"{name}.schema.json"
        put(path, as_text(model))
        paths.append(path)
    return paths


def as_text(model: type[Model]) -> str:
    """The schema as it stands in its file."""
    return json.dumps(former.in_schema(of(model)), ensure_ascii=False, indent=2) + "\n"
