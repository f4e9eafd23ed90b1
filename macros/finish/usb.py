"""The whole site as one zip for a USB stick."""

import zipfile
from pathlib import Path

from macros.model import Onderwerp
from macros.source.files import below

MOMENT = (1980, 1, 1, 0, 0, 0)  # the same for every file, so that two builds give the same zip


def write(site: Path, about: Onderwerp) -> Path:
    """Pack everything in `site` into one zip in its downloads, named after the subject; returns the path of the zip."""
    path = site / about.zip
    path.parent.mkdir(parents=True, exist_ok=True)
    inside = sorted(file for file in below(site) if file.is_file() and file != path and file.suffix != ".map")
    with zipfile.ZipFile(path, "w") as packed:
        for file in inside:
            entry = zipfile.ZipInfo(f"{about.bestandsnaam}/{file.relative_to(site).as_posix()}", MOMENT)
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, file.read_bytes(), zipfile.ZIP_DEFLATED)
    return path
