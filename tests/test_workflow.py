"""The workflows: pinned by commit, with no more rights than they need; the one that publishes a fork is edited by nobody."""

import re
from pathlib import Path

import pytest
import yaml
from conftest import PROJECT

WORKFLOWS = sorted((PROJECT / ".github" / "workflows").glob("*.yml"))
WORKFLOW = (PROJECT / ".github" / "workflows" / "pages.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_actions_are_pinned_by_commit(path: Path) -> None:
    used = re.findall(r"uses: (\S+)( # v[\d.]+)?", path.read_text(encoding="utf-8"))
    assert used
    for action, version in used:
        assert re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", action)
        assert version


def test_rights_are_the_least() -> None:
    jobs = yaml.safe_load(WORKFLOW)
    assert jobs["permissions"] == {"contents": "read"}
    assert jobs["jobs"]["maken"]["permissions"] == {"contents": "read", "pages": "read"}
    assert jobs["jobs"]["plaatsen"]["permissions"] == {"pages": "write", "id-token": "write"}


def test_the_address_comes_from_the_settings() -> None:
    assert "steps.pages.outputs.base_url" in WORKFLOW
    assert not re.search(r"https?://", WORKFLOW)
