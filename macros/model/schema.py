"""JSON Schemas of the data files, with Dutch help, for editors that know `yaml-language-server`."""

import json
from pathlib import Path
from typing import Any

from macros.model import files
from macros.model.basis import Model


def of(model: type[Model]) -> dict[str, Any]:
    """The schema of one file. A key `$schema` is not in it: the first line of a data file is a comment with it."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **model.model_json_schema(mode="validation"),
    }


def write(folder: Path) -> list[Path]:
    """Write all schemas into `folder` and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, model in {**files.FILES, **files.OWN}.items():
        path = folder / f"{name}.schema.json"
        path.write_text(as_text(model), encoding="utf-8")
        paths.append(path)
    return paths


def as_text(model: type[Model]) -> str:
    """The schema as it stands in its file."""
    return json.dumps(of(model), ensure_ascii=False, indent=2) + "\n"
