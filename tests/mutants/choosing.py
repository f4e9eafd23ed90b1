"""A pytest plugin.

Only the tests of a list, in its order; tests that nobody knew, because a fault made them, come last.
"""

import json
import os
from pathlib import Path

import pytest

_WANTED, _KNOWN = json.loads(Path(os.environ["MUTANTEN_KEUZE"]).read_text(encoding="utf-8"))


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out and sort."""
    place = {test: index for index, test in enumerate(_WANTED)}
    unknown = len(place)
    chosen = [item for item in items if item.nodeid in place or item.nodeid not in _KNOWN]
    items[:] = sorted(chosen, key=lambda item: place.get(item.nodeid, unknown))
