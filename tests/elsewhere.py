"""The small set as a site in another language: its own words stay as they are, ours are said in that language."""

import shutil
from pathlib import Path

from building import build, copied
from conftest import SMALL

ADDRESS = "https://garden.example/"

#: Some sentences in Arabic; the others stay as they are, since nobody has translated them.
ARABIC = {
    "Hier stopt deze tip": "هنا تنتهي هذه النصيحة",
    "Zo kun je het zeggen": "يمكنك أن تقول",
    "Zoeken": "بحث",
    "Waar zoek je naar?": "عمّ تبحث؟",
    "Mijn voornemen": "خطتي",
    "Thema": "الموضوع",
}


def project(root: Path, code: str, country: str) -> Path:
    """A project about the small subject in a language of a country; returns `root`."""
    shutil.copytree(SMALL, copied(root), dirs_exist_ok=True)
    about = root / "data" / "onderwerp.yml"
    text = (
        about.read_text(encoding="utf-8")
        .replace("taal: nl", f"taal: {code}")
        .replace("land: NL", f"land: {country}")
    )
    about.write_text(text, encoding="utf-8")
    if code == "ar":
        lines = (f'msgid "{ours}"\nmsgstr "{said}"\n' for ours, said in ARABIC.items())
        (root / "macros" / "talen" / "ar.po").write_text("\n".join(lines), encoding="utf-8")
    return root


def site(root: Path, code: str, country: str) -> Path:
    """The site that it becomes."""
    done = build(project(root, code, country), SITE_URL=ADDRESS)
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "site"
