"""Many builders of one site at once, some of them killed. By hand: PYTHONPATH=.:tests python tests/crowd.py 100."""

import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path

from building import copied, environment_of

SMALL = Path(__file__).parent / "moestuin"
BUILD = [sys.executable, "-m", "mkdocs", "build", "--strict", "-q", "-d"]
#: The share of builders that is killed.
KILLED = 0.2
#: How a builder can end: 0 with a site, 1 because somebody else was busy, -9 killed.
Ends = Counter[int]


def tree(folder: Path) -> dict[str, bytes]:
    """Every file in a folder, by its path in it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def projects(folder: Path) -> list[Path]:
    """Two small projects that differ in a word."""
    first = copied(folder / "een")
    shutil.rmtree(first / "data")
    shutil.copytree(SMALL / "data", first / "data")
    second = shutil.copytree(first, folder / "twee")
    change(second)
    return [first, second]


def change(root: Path) -> None:
    """Change a word of the small set in a project."""
    file = root / "data" / "success_factors.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("titel: De grond", "titel: De aarde"), encoding="utf-8")


def crowd(roots: list[Path], site: Path, starts: int, seconds: float, seed: int) -> Ends:
    """Start builders of these projects into one site within so many seconds, and kill some at some moment.

    Fails when one of them says anything but Dutch, or tells of a site that it did not build.
    """
    luck = random.Random(seed)
    began = time.monotonic()
    running: list[subprocess.Popen[str]] = []
    for moment in sorted(luck.uniform(0, seconds) for _ in range(starts)):
        time.sleep(max(0.0, began + moment - time.monotonic()))
        process = subprocess.Popen(
            [*BUILD, str(site)], cwd=luck.choice(roots), env=environment_of(SOURCE_DATE_EPOCH="1700000000"),
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip
        running.append(process)
        if luck.random() < KILLED:
            threading.Timer(luck.uniform(0.5, 8), process.kill).start()
    ends: Ends = Counter()
    for process in running:
        said = process.communicate()[0]
        ends[process.returncode] += 1
        busy = "wordt al gebouwd, sinds " in said and f"proces {process.pid}." not in said
        assert process.returncode in (0, -9) or (process.returncode == 1 and busy), said
    return ends


def standing(site: Path) -> dict[str, bytes]:
    """The site; a builder that was killed between its two renames left it under its other name."""
    return tree(site if site.exists() else site.with_name(f".{site.name}.oud"))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="bouwers-") as temporary:
        folder, starts = Path(temporary), int(sys.argv[1])
        roots = projects(folder)
        for root in roots:
            subprocess.run(
                [*BUILD, "site"], cwd=root, env=environment_of(SOURCE_DATE_EPOCH="1700000000"), check=True
            )
        began = time.monotonic()
        ends = crowd(roots, folder / "site", starts, seconds=2 * starts, seed=starts)
        same = [tree(root / "site") == standing(folder / "site") for root in roots]
        print(
            f"{starts} starts in {time.monotonic() - began:.0f} s: {dict(ends)}. De site is gelijk aan: {same}."
        )
        assert any(same)
