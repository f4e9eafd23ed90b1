"""Files in an organisation's own folder, or just beside it, that nobody reads: each is told, with where it belongs."""

import re
from collections.abc import Iterator
from pathlib import Path

from macros.model.files import OWN
from macros.source.problems import Position, Problem, shown
from macros.talen import N_, _

FOLDER, PAGES = "organisatie", "paginas"
_NAMES = {Path(shape.pad).name for shape in OWN.values()}
#: What people and their programs keep for themselves: notes, copies, and what is hidden.
_THEIRS = re.compile(
    r"\..*|.*~|#.*#|.*\.(?:txt|bak|orig|tmp|swp)|thumbs\.db|desktop\.ini|(?:leesmij|readme).*", re.IGNORECASE
)
_LOGO = (".svg", ".png")
#: How names end of what cannot be read here: data, a page, a picture.
_DATA = (".yml", ".yaml", ".json")
_PAGE = (".md", ".markdown", ".docx", ".doc", ".odt", ".rtf", ".pages", ".pdf", ".html", ".htm")
_PICTURE = (
    ".jpg", ".jpeg", ".webp", ".gif", ".heic", ".heif", ".bmp", ".tif", ".tiff", ".svg", ".eps", ".ai",
)  # fmt: skip

_INSTEAD = N_(
    "Dit bestand leest niemand. Heet het '{naam}'? Geef het dan precies die naam. Anders haal je het weg."
)
_DATA_SAID = N_("Dit bestand leest niemand. In deze map kunnen {namen}.")
_PAGE_SAID = N_("Een pagina staat in {paginas}, en is gewone tekst in een bestand als over-ons.md.")
_PICTURE_SAID = N_("Een plaatje staat in {paginas}, als .jpg, .png of .webp. Een logo is .svg of .png.")
_FOLDER_SAID = N_("Deze map leest niemand. Zet de bestanden in {map}, en pagina's in {paginas}.")
_ELSEWHERE = N_("Hier leest niemand dit. Zet het in de map {map}.")


def check(root: Path) -> list[Problem]:
    """Every file below the project in `root` that somebody meant for the site of an organisation and that is not read."""
    here = root / FOLDER
    found = [(path, said) for path in _inside(here) if path.name not in _NAMES and (said := _complaint(path))]
    for folder in (root, root / "data", root / "docs"):
        found += [(path, _filled(_(_ELSEWHERE))) for path in _inside(folder) if _is_elsewhere(path, root)]
    return [Problem(path.relative_to(root).as_posix(), Position(), said) for path, said in found]


def _inside(folder: Path) -> Iterator[Path]:
    yield from sorted(folder.iterdir()) if folder.is_dir() else ()


def _is_elsewhere(path: Path, root: Path) -> bool:
    """Does it belong in the folder, or is it that folder under another name?"""
    name = path.name.casefold()
    return name in _NAMES or (path.parent == root and name in (PAGES, FOLDER) and path.name != FOLDER)


def _complaint(path: Path) -> str:
    """What is wrong with something in the folder that is none of the files it can hold; empty where nothing is."""
    name = path.name.casefold()
    if name.startswith(".") or path.name == PAGES or name.endswith((".voorbeeld.yml", *_LOGO)):
        return ""
    if not path.is_file():
        return _filled(_(_FOLDER_SAID))
    meant = next((known for known in sorted(_NAMES) if _is_meant(name, known)), None)
    if meant:
        return _(_INSTEAD).format(naam=meant)
    return _by_kind(name, _(_DATA_SAID))


def beside_pages(path: Path) -> str:
    """The same of a file among the pages that is neither a page nor a picture."""
    name = path.name.casefold()
    if path.is_dir():
        inside = _("Een map in deze map leest de site niet. Zet de bestanden ernaast.")
        return inside if any(_inside(path)) else ""
    if name.endswith(".md.txt"):
        text = _("Dit bestand leest niemand. Haal '.txt' van de naam af: {naam}.")
        return text.format(naam=shown(path.name[:-4]))
    return _by_kind(name, _("Dit bestand hoort in de map {map}, niet bij de pagina's."))


def _by_kind(name: str, of_data: str) -> str:
    """What is said of a file by how its name ends; empty where it is nobody's but theirs."""
    if _THEIRS.fullmatch(name):
        return ""
    kinds = ((_DATA, of_data), (_PAGE, _(_PAGE_SAID)), (_PICTURE, _(_PICTURE_SAID)))
    return _filled(next((said for ends, said in kinds if name.endswith(ends)), ""))


def _filled(said: str) -> str:
    """A sentence with the folders in it, and what can be in the first."""
    return said.format(map=FOLDER, paginas=f"{FOLDER}/{PAGES}", namen=", ".join(sorted(_NAMES)))


def _is_meant(name: str, known: str) -> bool:
    """Is it a file of the folder under another name, as `Hulp.yml`, `hulp (1).yml`, `hulp.yml.txt` and `hulp.txt`?"""
    stem = known.removesuffix(".yml")
    other = re.search(rf"\b{stem}\b.*\.ya?ml\b|^{stem}\.(?:txt|json|docx|md)$", name)
    return bool(other) and not _THEIRS.fullmatch(name.removesuffix(".txt"))
