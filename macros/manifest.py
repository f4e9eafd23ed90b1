"""Which files are the project's, and what a fork changed in them: a list of fingerprints that travels with the project."""

import hashlib
import subprocess
from pathlib import Path

MANIFEST = Path("macros/manifest.txt")


def write(root: Path) -> None:
    """Write the fingerprint (SHA-256, line ends as on Unix) of every file that git knows in `root`, in the form of `sha256sum`."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, text=True, check=True).stdout.split("\0")
    ours = sorted({name for name in listed if name and name != MANIFEST.as_posix() and (root / name).exists()})
    lines = [f"{_fingerprint(root / name)}  {name}\n" for name in ours]
    (root / MANIFEST).write_text("".join(lines), encoding="utf-8")


def changed(root: Path) -> list[str]:
    """The project's files below `root` that are no longer as the project made them, in the order of the list."""
    path = root / MANIFEST
    if not path.exists():
        return []
    known = (line.split("  ", 1) for line in path.read_text(encoding="utf-8").splitlines())
    return [name for mark, name in known if (root / name).is_file() and _fingerprint(root / name) != mark]


def _fingerprint(path: Path) -> str:
    raw = path.read_bytes()
    return hashlib.sha256(raw if b"\0" in raw else raw.replace(b"\r\n", b"\n")).hexdigest()
