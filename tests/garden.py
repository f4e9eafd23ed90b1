"""The small set with other things in it, in a folder of its own: for tests of what content leads to."""

import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import yaml
from conftest import SMALL

from macros.content.content import Content
from macros.content.load import load


def garden(root: Path, own: Mapping[str, str] | None = None, **edits: Callable[[Any], object]) -> Content:
    """The small set, loaded from `root`.

    Args:
        root: where it is put; a folder that is not there yet, or empty.
        own: files of an organisation, by their name in `organisatie`.
        edits: what happens to the values of a file in `data` before it is read, by its name without `.yml`.
    """
    for part in ("data", "docs"):
        shutil.copytree(SMALL / part, root / part)
    for name, edit in edits.items():
        path = root / "data" / f"{name}.yml"
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
        edit(data)
        path.write_text(
            json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8"
        )  # YAML too, and without anchors
    for name, text in (own or {}).items():
        path = root / "organisatie" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return load(root)
