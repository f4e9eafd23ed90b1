"""What the site is made with: pinned by hash for every Python, permissively licensed, watched, and easy to list."""

import json
import re
import subprocess
import sys
import tomllib

import pytest
from conftest import PROJECT

PERMISSIVE = re.compile(r"MIT|BSD|Apache|ISC|PSF|Python Software Foundation|Unlicense|0BSD|OFL|HPND|MPL|Mozilla|Public Domain|CC0|Zlib")
#: Packages of which the metadata names no licence that a program can read -> what their own licence file says.
BY_HAND: dict[str, str] = {}


def _pinned(name: str) -> dict[str, str]:
    text = (PROJECT / name).read_text(encoding="utf-8")
    return dict(re.findall(r"^([A-Za-z0-9._-]+)==([^ ;\\\\]+)", text, re.MULTILINE))


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_package_is_pinned_by_hash(name: str) -> None:
    entries = re.split(r"\n(?=[A-Za-z0-9])", (PROJECT / name).read_text(encoding="utf-8").strip())
    assert len(entries) > 20
    for entry in entries:
        assert re.match(r"[A-Za-z0-9._-]+==\S+", entry), entry[:80]
        assert "--hash=sha256:" in entry, entry[:80]


def test_the_lock_holds_what_the_project_asks_for() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    pinned = {name.lower().replace("_", "-") for name in _pinned("requirements.txt")}
    for wanted in project["project"]["dependencies"]:
        assert re.split(r"[<>=!~ ]", wanted)[0].lower().replace("_", "-") in pinned, wanted


def test_every_licence_is_permissive() -> None:
    names = list(_pinned("requirements.txt"))
    command = [sys.executable, "-m", "piplicenses", "--from=mixed", "--format=json", "--packages", *names]
    found = {row["Name"]: row["License"] for row in json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)}
    assert len(found) > 20
    for name, licence in found.items():
        licence = BY_HAND.get(name, licence)
        assert PERMISSIVE.search(licence), f"{name}: {licence}"


def test_the_bill_of_materials_lists_every_package() -> None:
    command = [sys.executable, "-m", "cyclonedx_py", "requirements", str(PROJECT / "requirements.txt"), "--output-reproducible"]
    bill = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    assert {part["name"]: part["version"] for part in bill["components"]} == _pinned("requirements.txt")


def test_the_packages_are_watched() -> None:
    dependabot = (PROJECT / ".github" / "dependabot.yml").read_text(encoding="utf-8")
    assert "package-ecosystem: pip" in dependabot
    assert "package-ecosystem: github-actions" in dependabot
    assert "make audit" in (PROJECT / ".github" / "workflows" / "controle.yml").read_text(encoding="utf-8")


def test_nothing_from_elsewhere_is_in_the_repository() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=PROJECT, capture_output=True, text=True, check=True).stdout.splitlines()
    assert not [name for name in listed if name.endswith((".min.js", ".min.css", ".woff", ".woff2", ".ttf", ".whl", ".jar"))]
    assert not [name for name in listed if "reveal" in name or "lunr" in name]
