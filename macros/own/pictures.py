"""Pictures, read as pictures and written again: upright, as small as a page needs, without where they were taken."""

import base64
import io
import warnings
from collections.abc import Callable, Iterable
from functools import lru_cache, partial
from pathlib import Path

import PIL
from markdown.extensions.toc import slugify
from PIL import Image, ImageOps, features

from macros.source.names import RESERVED
from macros.source.problems import Position, Problem, shown
from macros.talen import _

#: What is read, and how large it may be: in bytes, and in pixels.
_FORMATS = ("PNG", "JPEG", "WEBP")
MOST_BYTES, MOST_PIXELS = 30_000_000, 40_000_000
#: What of it goes onto a page, and onto every phone: in pixels, and in bytes.
WIDEST, LARGEST = 1600, 200_000
#: How much of a name an address keeps, in characters.
_LONGEST = 60
#: (what something is made from, what makes it) -> what is made.
Remember = Callable[[Iterable[str | bytes], Callable[[], bytes]], bytes]
#: How files of two of them begin.
_PNG, _JPEG = b"\x89PNG", b"\xff\xd8"
#: How well it is kept, from good to just good enough. What is still too large becomes smaller.
_QUALITIES = (80, 60, 40)
_SMALLER = 0.75


def name_of(file: str) -> str:
    """What a picture is called in the site, whatever people call its file: an address of plain letters."""
    name = slugify(Path(file).stem, "-")[:_LONGEST].strip("-")
    return f"{name if name and name not in RESERVED else f'plaatje-{name}'.rstrip('-')}.webp"


def look(paths: Iterable[Path], remember: Remember) -> tuple[dict[str, bytes], list[Problem]]:
    """Every picture as it goes onto a page, by its name in the site, and what is wrong with the others.

    `remember` keeps what was made of the same bytes: (what it is made from, what makes it) -> what is made.
    """
    made: dict[str, bytes] = {}
    problems = []
    files: dict[str, str] = {}
    for path in paths:
        name = name_of(path.name)
        try:
            if files.setdefault(name, path.name) != path.name:
                text = _("en '{ander}' heten op de site allebei '{naam}'. Geef er een een andere naam")
                raise ValueError(text.format(ander=shown(files[name]), naam=name))
            with path.open("rb") as file:
                raw = file.read(MOST_BYTES + 1)
            made[name] = remember([raw, _made_with()], partial(for_page, raw))
        except OSError:
            text = _("is niet te lezen. Kijk of je het mag openen, of zet het er opnieuw neer")
            problems.append(_problem(path, text))
        except ValueError as error:
            problems.append(_problem(path, str(error)))
    return made, problems


def _problem(path: Path, said: str) -> Problem:
    return Problem(f"organisatie/{path.parent.name}/{path.name}", Position(), f"'{shown(path.name)}' {said}.")


@lru_cache
def _made_with() -> bytes:
    """Everything else that a picture in the site depends on."""
    return f"{PIL.__version__} {features.version('webp')} ".encode() + Path(__file__).read_bytes()


def read(raw: bytes, widest: int = WIDEST) -> Image.Image:
    """A picture, upright, in RGB or RGBA, at most so many pixels wide; of one that moves what it shows first.

    Raises:
        ValueError: when it is no picture or too large to be read; says what to do, to go on after its name.
    """
    if len(raw) > MOST_BYTES:
        text = _("is te groot: {megabytes} MB. Meer dan {meeste} MB kan niet. Maak het kleiner")
        raise ValueError(text.format(megabytes=len(raw) // 1_000_000, meeste=MOST_BYTES // 1_000_000))
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(io.BytesIO(raw), formats=_FORMATS) as image:
            if image.width * image.height > MOST_PIXELS:
                raise Image.DecompressionBombError
            return _upright(image, widest)
    except Image.DecompressionBombError:
        text = _("heeft te veel beeldpunten. Meer dan {meeste} miljoen kan niet. Maak het kleiner")
        raise ValueError(text.format(meeste=MOST_PIXELS // 1_000_000)) from None
    except Exception:  # the decoders raise whatever a broken file makes them raise
        text = _("is geen plaatje dat open kan. Sla het opnieuw op in een tekenprogramma")
        raise ValueError(text) from None


def _upright(image: Image.Image, widest: int) -> Image.Image:
    image.draft("RGB", (widest, widest))  # a photo is read at about the size that is asked for
    made = image.convert("RGBA" if image.has_transparency_data else "RGB")
    ImageOps.exif_transpose(made, in_place=True)
    made.thumbnail((widest, 4 * widest))
    made.info.clear()
    return made


def for_page(raw: bytes) -> bytes:
    """A picture as WebP of at most `LARGEST` bytes; without loss where that is small enough. Raises as `read`."""
    image = read(raw)
    simple = raw.startswith(_PNG) and len(raw) <= 2 * LARGEST  # of others it takes long, and seldom helps
    if simple and len(exact := _written(image, "WEBP", lossless=True)) <= LARGEST:
        return exact
    while True:
        for quality in _QUALITIES:
            if len(made := _written(image, "WEBP", quality=quality)) <= LARGEST:
                return made
        _shrink(image)


def as_png(raw: bytes) -> bytes:
    """A picture as PNG of at most `LARGEST` bytes, for paper and slides too. Raises as `read`."""
    image = read(raw, WIDEST // 2)
    while len(made := _written(image, "PNG", optimize=True)) > LARGEST:
        _shrink(image)
    return made


def in_drawing(raw: bytes) -> str:
    """A picture as an address that holds it: a photo as JPEG, another one as PNG. Raises as `read`."""
    kind = "jpeg" if raw.startswith(_JPEG) else "png"
    made = _written(read(raw, WIDEST // 2), "JPEG", quality=_QUALITIES[0]) if kind == "jpeg" else as_png(raw)
    return f"data:image/{kind};base64,{base64.b64encode(made).decode()}"


def _shrink(image: Image.Image) -> None:
    image.thumbnail((max(1, image.width * _SMALLER), max(1, image.height * _SMALLER)))


def _written(image: Image.Image, kind: str, **how: int) -> bytes:
    written = io.BytesIO()
    image.save(written, format=kind, **how)
    return written.getvalue()
