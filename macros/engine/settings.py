"""Settings and front matter as MkDocs writes them, without MkDocs."""

import os
from pathlib import Path
from typing import Any

import yaml


class _Loader(yaml.SafeLoader):
    """YAML with MkDocs' `!ENV [NAME, value where there is none]`."""


def _from_environment(loader: yaml.SafeLoader, node: yaml.SequenceNode) -> Any:
    *names, otherwise = loader.construct_sequence(node)
    return next((os.environ[name] for name in names if name in os.environ), otherwise)


_Loader.add_constructor("!ENV", _from_environment)


def read(path: Path) -> dict[str, Any]:
    """All settings of a site by name."""
    found: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), _Loader)
    return found


def write(values: dict[str, Any]) -> str:
    """Settings as YAML, in the order in which they are given."""
    return yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=120)
