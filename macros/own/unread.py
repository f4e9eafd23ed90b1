"""Files in an organisation's own folder, or just beside it, that nobody reads: each is told, with where it belongs."""

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from macros.model.files import OWN
from macros.source.problems import Position, Problem, shown

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

_INSTEAD = "Dit bestand leest niemand. Heet het '{}'? Geef het dan precies die naam. Anders haal je het weg."
_DATA_SAID = f"Dit bestand leest niemand. In deze map kunnen {', '.join(sorted(_NAMES))}."
_PAGE_SAID = f"Een pagina staat in {FOLDER}/{PAGES}, en is gewone tekst in een bestand als over-ons.md."
_PICTURE_SAID = f"Een plaatje staat in {FOLDER}/{PAGES}, als .jpg, .png of .webp. Een logo is .svg of .png."
_FOLDER_SAID = f"Deze map leest niemand. Zet de bestanden in {FOLDER}, en pagina's in {FOLDER}/{PAGES}."
_ELSEWHERE = f"Hier leest niemand dit. Zet het in de map {FOLDER}."


def check(root: Path) -> list[Problem]:
    """Every file below the project in `root` that somebody meant for the site of an organisation and that is not read."""
    here = root / FOLDER
    found = [(path, said) for path in _inside(here) if path.name not in _NAMES and (said := _complaint(path))]
    for folder in (root, root / "data", root / "docs"):
        found += [(path, _ELSEWHERE) for path in _inside(folder) if _is_elsewhere(path, root)]
    return [Problem(path.relative_to(root).as_posix(), Position(), said) for path, said in found]


def _inside(folder: Path) -> Iterator[Path]:
    with suppress(OSError):
        yield from sorted(folder.iterdir())


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
        return _FOLDER_SAID
    meant = next((known for known in sorted(_NAMES) if _is_meant(name, known)), None)
    if meant:
        return _INSTEAD.format(meant)
    return _by_kind(name, _DATA_SAID)


def beside_pages(path: Path) -> str:
    """The same of a file among the pages that is neither a page nor a picture."""
    name = path.name.casefold()
    if path.is_dir():
        return (
            "Een map in deze map leest de site niet. Zet de bestanden ernaast." if any(_inside(path)) else ""
        )
    if name.endswith(".md.txt"):
        return f"Dit bestand leest niemand. Haal '.txt' van de naam af: {shown(path.name[:-4])}."
    return _by_kind(name, f"Dit bestand hoort in de map {FOLDER}, niet bij de pagina's.")


def _by_kind(name: str, of_data: str) -> str:
    kinds = ((_DATA, of_data), (_PAGE, _PAGE_SAID), (_PICTURE, _PICTURE_SAID))
    return "" if _THEIRS.fullmatch(name) else next((said for ends, said in kinds if name.endswith(ends)), "")


def _is_meant(name: str, known: str) -> bool:
    """Is it a file of the folder under another name, as `Hulp.yml`, `hulp (1).yml`, `hulp.yml.txt` and `hulp.txt`?"""
    stem = known.removesuffix(".yml")
    other = re.search(rf"\b{stem}\b.*\.ya?ml\b|^{stem}\.(?:txt|json|docx|md)$", name)
    return bool(other) and not _THEIRS.fullmatch(name.removesuffix(".txt"))
