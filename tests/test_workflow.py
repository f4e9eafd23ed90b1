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


def test_a_deployment_is_never_cut() -> None:
    jobs = yaml.safe_load(WORKFLOW)
    assert "concurrency" not in jobs
    assert jobs["jobs"]["maken"]["concurrency"]["cancel-in-progress"] is True
    assert jobs["jobs"]["plaatsen"]["concurrency"]["cancel-in-progress"] is False


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_packages_are_kept_between_runs(path: Path) -> None:
    jobs = yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"].values()
    for steps in (job["steps"] for job in jobs):
        runs, uses = [step.get("run", "") for step in steps], [step.get("uses", "") for step in steps]
        if any(run in {"make site", ".ci/run"} for run in runs):
            assert any(use.startswith("actions/cache@") for use in uses)


def test_gitlab_checks_merge_requests() -> None:
    jobs = yaml.safe_load((PROJECT / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    checking = [
        job
        for job in jobs.values()
        if isinstance(job, dict)
        and "merge_request_event" in str(job.get("rules"))
        and '== "merge' in str(job["rules"])
    ]
    assert [job["script"] for job in checking] == [["make site"]]
