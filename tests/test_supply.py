"""What the site is made with: pinned by hash for every Python, permissively licensed, watched, and easy to list."""

import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest
import yaml
from conftest import PROJECT
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PERMISSIVE = re.compile(
    r"MIT|BSD|Apache|ISC|PSF|Python Software Foundation|Unlicense|0BSD|OFL|HPND|MPL|Mozilla|Public Domain|CC0|Zlib"
)
#: Packages of which the metadata names no licence that a program can read -> what their own licence file says.
BY_HAND: dict[str, str] = {}


def _pinned(name: str) -> dict[str, str]:
    text = (PROJECT / name).read_text(encoding="utf-8")
    return dict(re.findall(r"^([A-Za-z0-9._-]+)(?:\[[a-z,-]+\])?==([^ ;\\\\]+)", text, re.MULTILINE))


LOCKS = [*PROJECT.glob("requirements*.txt"), *(PROJECT / "tests" / "andere-machines").glob("*.txt")]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_every_package_is_pinned_by_hash_and_built_already(lock: Path) -> None:
    first, *entries = re.split(r"\n+(?=[A-Za-z0-9])", lock.read_text(encoding="utf-8").strip())
    assert first == "--only-binary :all:"
    assert entries
    for entry in entries:
        assert re.match(r"[A-Za-z0-9._-]+(\[[a-z,-]+\])?==\S+", entry), entry[:80]
        assert "--hash=sha256:" in entry, entry[:80]


@pytest.mark.parametrize("page", sorted(PROJECT.glob("*.md")), ids=lambda page: page.stem)
def test_what_people_are_told_to_install_is_in_a_lock(page: Path) -> None:
    told = re.findall(r"pip install ([^`\n&]*)", page.read_text(encoding="utf-8"))
    assert [words for words in told if not re.fullmatch(r"(--require-hashes )?-r (\S+) ?", words)] == []
    assert {PROJECT / words.split()[-1] for words in told} <= {*LOCKS}


def test_the_lock_holds_what_the_project_asks_for() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    pinned = {name.lower().replace("_", "-") for name in _pinned("requirements.txt")}
    for wanted in project["project"]["dependencies"]:
        assert re.split(r"[<>=!~ ]", wanted)[0].lower().replace("_", "-") in pinned, wanted


def test_every_licence_is_permissive() -> None:
    names = list(_pinned("requirements.txt"))
    command = [sys.executable, "-m", "piplicenses", "--from=mixed", "--format=json", "--packages", *names]
    found = {
        row["Name"]: row["License"]
        for row in json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    }
    assert len(found) > 20
    for name, licence in found.items():
        licence = BY_HAND.get(name, licence)
        assert PERMISSIVE.search(licence), f"{name}: {licence}"


def test_the_bill_of_materials_lists_every_package() -> None:
    command = [
        sys.executable,
        "-m",
        "cyclonedx_py",
        "requirements",
        str(PROJECT / "requirements.txt"),
        "--output-reproducible",
    ]
    bill = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    assert {part["name"]: part["version"] for part in bill["components"]} == _pinned("requirements.txt")


def test_the_lock_names_every_extra_that_a_package_asks_for() -> None:
    """Without them pip up to 23 refuses the whole lock, at whatever day one of these packages gets a new release."""
    text = (PROJECT / "requirements-dev.txt").read_text(encoding="utf-8")
    locked = {
        canonicalize_name(name): set(extras.split(","))
        for name, extras in re.findall(r"^([\w.-]+)\[([a-z,-]+)\]==", text, re.M)
    }
    asked = [
        (package, wanted)
        for package in _pinned("requirements-dev.txt")
        for wanted in _asked_by(package, locked)
    ]
    assert asked
    for package, wanted in asked:
        missing = wanted.extras - locked.get(canonicalize_name(wanted.name), set())
        assert not missing, f"{package} vraagt {wanted}: zet {missing} in de lock, met make lock"


def _asked_by(package: str, locked: dict[str, set[str]]) -> Iterator[Requirement]:
    """What an installed package needs here with an extra; also for the extras of its own that the lock names."""
    try:
        needs = map(Requirement, metadata.requires(package) or [])
    except metadata.PackageNotFoundError:
        return  # locked for another Python or another system
    own = ["", *locked.get(canonicalize_name(package), set())]
    yield from (
        need
        for need in needs
        if need.extras and (not need.marker or any(need.marker.evaluate({"extra": name}) for name in own))
    )


@pytest.mark.registry
@pytest.mark.parametrize("pip", ["met Python", "nieuwste"])
def test_every_lock_installs_with_the_oldest_and_the_newest_pip(pip: str, tmp_path: Path) -> None:
    if pip == "nieuwste":
        command = [sys.executable, "-m", "uv", "venv", "-q", "--seed", str(tmp_path / "pip")]
    else:
        command = [sys.executable, "-m", "venv", str(tmp_path / "pip")]
    subprocess.run(command, check=True, timeout=60)
    python = tmp_path / "pip" / ("Scripts" if os.name == "nt" else "bin") / "python"
    for lock in LOCKS:
        if lock.name != "requirements.txt":  # which requirements-dev.txt holds, see below
            dry = [
                "install",
                "-q",
                "--dry-run",
                "--disable-pip-version-check",
                "--require-hashes",
                "-r",
                str(lock),
            ]
            done = subprocess.run(
                [str(python), "-m", "pip", *dry], capture_output=True, text=True, timeout=120, check=False
            )
            assert done.returncode == 0, f"{lock.name}: {done.stderr}"


def test_the_tests_run_with_the_packages_that_make_the_site() -> None:
    assert _pinned("requirements.txt").items() <= _pinned("requirements-dev.txt").items()


def test_the_packages_are_watched() -> None:
    dependabot = (PROJECT / ".github" / "dependabot.yml").read_text(encoding="utf-8")
    assert "package-ecosystem: pip" in dependabot
    assert "package-ecosystem: github-actions" in dependabot
    assert "make audit" in (PROJECT / ".github" / "workflows" / "controle.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize("file", [".gitlab-ci.yml", ".devcontainer/devcontainer.json"])
def test_an_image_is_named_by_its_bytes(file: str) -> None:
    named = re.findall(
        r"""^\W*image\W+([^"\s]+)""", (PROJECT / file).read_text(encoding="utf-8"), re.MULTILINE
    )
    assert named
    for image in named:
        assert re.fullmatch(r"[a-z0-9./-]+:[\w.-]+@sha256:[0-9a-f]{64}", image), image


def test_a_release_says_what_it_is_made_with() -> None:
    workflow = yaml.safe_load((PROJECT / ".github" / "workflows" / "uitgave.yml").read_text(encoding="utf-8"))
    steps = [step.get("run", "") for step in workflow["jobs"]["uitgeven"]["steps"]]
    made = {name: words.split()[2] for words in steps if (name := words.partition(" > ")[2])}
    assert made == {"sbom.cdx.json": "sbom", "licenties.md": "licences"}
    (release,) = [words for words in steps if words.startswith("gh release create")]
    assert {*made, "*-usb.zip"} <= {*release.split()}


def test_nothing_from_elsewhere_is_in_the_repository() -> None:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=PROJECT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    assert not [
        name
        for name in listed
        if name.endswith((".min.js", ".min.css", ".woff", ".woff2", ".ttf", ".whl", ".jar"))
    ]
    assert not [name for name in listed if "reveal" in name or "lunr" in name]
