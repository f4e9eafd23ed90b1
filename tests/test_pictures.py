"""Pictures beside own pages: decoded and written again, small, under a plain name; whatever cannot be read says so."""

import io
import struct
import zlib
from pathlib import Path
from unicodedata import normalize

import pytest
from garden import garden
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from macros.content.content import Content
from macros.content.load import PAGES
from macros.own import additions, pictures
from macros.source.problems import DataError

GPS, ORIENTATION, SUBJECT = 0x8825, 0x0112, 0x010E


def photo(width: int, height: int, turned: int = 1, kind: str = "JPEG") -> bytes:
    """A picture that is hard to make small, with where it was taken; its left half is darker."""
    image = Image.effect_noise((width, height), 50).convert("RGB")
    image.paste(
        Image.effect_noise((width // 2, height), 20).convert("RGB").point(lambda value: value // 3), (0, 0)
    )
    exif = image.getexif()
    exif[ORIENTATION], exif[SUBJECT] = turned, "Bij ons thuis"
    exif.get_ifd(GPS)[1] = "N"
    written = io.BytesIO()
    image.save(written, format=kind, exif=exif, quality=95)
    return written.getvalue()


def _with(root: Path, pages: dict[str, str], files: dict[str, bytes]) -> Content:
    (root / PAGES).mkdir(parents=True)
    for name, raw in files.items():
        (root / PAGES / name).write_bytes(raw)
    return garden(root, {f"paginas/{name}.md": text for name, text in pages.items()})


def _said(root: Path, pages: dict[str, str], files: dict[str, bytes]) -> list[str]:
    with pytest.raises(DataError) as error:
        _with(root, pages, files)
    return [str(problem) for problem in error.value.problems]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photo_is_upright_small_and_tells_nothing(kind: str) -> None:
    raw = photo(1800, 900, turned=6, kind=kind)  # 6: turn a quarter to the right
    assert b"Bij ons thuis" in raw
    made = pictures.for_page(raw)
    assert b"Bij ons thuis" not in made
    assert len(made) <= pictures.LARGEST
    with Image.open(io.BytesIO(made)) as image:
        assert image.format == "WEBP"
        assert dict(image.getexif()) == {}
        assert image.width * 2 == pytest.approx(image.height, abs=2)
        assert image.width <= pictures.WIDEST
        top, bottom = (
            image.convert("L").crop(
                (0, half * image.height // 2, image.width, (half + 1) * image.height // 2)
            )
            for half in (0, 1)
        )
        assert sum(top.histogram()[64:]) < sum(bottom.histogram()[64:])  # what was left is at the top now


def test_a_large_picture_becomes_as_wide_as_a_page_and_a_small_one_stays() -> None:
    for size, expected in (((3200, 800), (1600, 400)), ((300, 200), (300, 200)), ((10, 9000), (7, 6400))):
        written = io.BytesIO()
        Image.new("RGB", size, "red").save(written, format="PNG")
        with Image.open(io.BytesIO(pictures.for_page(written.getvalue()))) as image:
            assert image.size == expected


def test_a_drawing_keeps_every_pixel_and_what_shines_through(tmp_path: Path) -> None:
    image = Image.new("RGBA", (64, 64), (0, 0, 0, 0))
    image.paste((200, 10, 30, 255), (0, 0, 32, 64))
    written = io.BytesIO()
    image.save(written, format="PNG")
    with Image.open(io.BytesIO(pictures.for_page(written.getvalue()))) as made:
        assert [made.getpixel(place) for place in ((3, 3), (60, 3))] == [(200, 10, 30, 255), (0, 0, 0, 0)]


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16", "CMYK"])
def test_every_kind_of_colours_can_be_read(mode: str) -> None:
    written = io.BytesIO()
    Image.new(mode, (40, 30)).save(written, format="TIFF" if mode == "CMYK" else "PNG")
    if mode == "CMYK":
        written = io.BytesIO()
        Image.new(mode, (40, 30)).save(written, format="JPEG")
    with Image.open(io.BytesIO(pictures.for_page(written.getvalue()))) as image:
        assert image.size == (40, 30)


def _bomb() -> bytes:
    """A PNG of a few bytes that says it is 60,000 pixels wide and high."""

    def part(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + part(b"IHDR", head)
        + part(b"IDAT", zlib.compress(bytes(9)))
        + part(b"IEND", b"")
    )


BROKEN = {
    "leeg.jpg": (b"", "is geen plaatje dat open kan. Sla het opnieuw op in een tekenprogramma."),
    "pagina.jpg": (b"<!doctype html><title>404</title>", "is geen plaatje dat open kan. Sla het opnieuw op in een tekenprogramma."),
    "half.jpg": (photo(400, 300)[:5000], "is geen plaatje dat open kan. Sla het opnieuw op in een tekenprogramma."),
    "tekening.png": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "is geen plaatje dat open kan. Sla het opnieuw op in een tekenprogramma."),
    "bom.png": (_bomb(), "heeft te veel beeldpunten. Meer dan 40 miljoen kan niet. Maak het kleiner."),
    "zwaar.png": (b"\x89PNG" + bytes(pictures.MOST_BYTES), "is te groot: 30 MB. Meer dan 30 MB kan niet. Maak het kleiner."),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_no_picture_says_so(name: str, tmp_path: Path) -> None:
    raw, said = BROKEN[name]
    assert _said(tmp_path, {}, {name: raw}) == [f"{PAGES}/{name}:1:1: '{name}' {said}"]


def _outcome(raw: bytes) -> str:
    try:
        return str(Image.open(io.BytesIO(pictures.for_page(raw))).format)
    except ValueError as error:
        return str(error)


@given(st.binary(max_size=60), st.integers(0, 900), st.binary(max_size=8))
@settings(max_examples=150, deadline=None)
def test_whatever_bytes_become_a_picture_or_a_sentence(start: bytes, at: int, cut: bytes) -> None:
    good = photo(60, 40, kind="PNG")[:2000]
    for raw in (
        start,
        good[: at * 2] + cut + good[at * 2 + len(cut) :],
        b"\xff\xd8" + start,
        b"RIFF" + start,
    ):
        assert _outcome(raw).startswith(("WEBP", "is geen plaatje", "heeft te veel", "is te groot"))


SMALL_PHOTO = photo(40, 30)
#: Names as people and phones give them, as they may be typed -> what they become.
NAMES = {
    "boom.png": (["boom.png", "./boom.png", "<boom.png>"], "boom.webp"),
    "IMG_2041.JPG": (["IMG_2041.JPG"], "img_2041.webp"),
    "WhatsApp Image 2026-11-01 at 10.22.33.jpeg": (
        [
            "WhatsApp Image 2026-11-01 at 10.22.33.jpeg",
            "<WhatsApp Image 2026-11-01 at 10.22.33.jpeg>",
            "WhatsApp%20Image%202026-11-01%20at%2010.22.33.jpeg",
        ],
        "whatsapp-image-2026-11-01-at-102233.webp",
    ),
    "foto #1.jpg": (["foto #1.jpg", "foto%20%231.jpg"], "foto-1.webp"),
    "wat?.png": (["wat?.png", "wat%3F.png"], "wat.webp"),
    "100%.png": (["100%.png", "100%25.png"], "100.webp"),
    "café (1).webp": (
        ["café (1).webp", "caf%C3%A9%20(1).webp", normalize("NFD", "café (1).webp")],
        "cafe-1.webp",
    ),
    normalize("NFD", "coöp.png"): (["coöp.png"], "coop.webp"),
    "foto's & meer.png": (["foto's & meer.png", "foto's &amp; meer.png"], "fotos-meer.webp"),
    "図.png": (["図.png"], "plaatje.webp"),
    "con.png": (["con.png"], "plaatje-con.webp"),
    f"{'x' * 200}.png": ([f"{'x' * 200}.png"], f"{'x' * 60}.webp"),
}


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_whatever_a_picture_is_called_it_works(name: str, tmp_path: Path) -> None:
    typed, address = NAMES[name]
    text = "# T\n\n" + "\n\n".join(f"![plaatje]({one})" for one in typed)
    content = _with(tmp_path, {"over-ons": text}, {name: SMALL_PHOTO})
    (page,) = content.eigen_paginas
    images = LexborHTMLParser(page.html).css("img")
    assert [image.attributes["src"] for image in images] == [address] * len(typed)
    assert [place for place, _ in additions.files("", None, content.plaatjes)] == [f"eigen/{address}"]


def test_two_files_of_one_name_are_told(tmp_path: Path) -> None:
    said = _said(tmp_path, {}, {"Boom.JPG": SMALL_PHOTO, "boom.jpg": SMALL_PHOTO})
    assert said == [
        f"{PAGES}/boom.jpg:1:1: 'boom.jpg' en 'Boom.JPG' heten op de site allebei 'boom.webp'. Geef er een een andere naam."
    ]


def test_a_picture_that_is_not_there_is_told_with_what_was_meant(tmp_path: Path) -> None:
    said = _said(tmp_path, {"x": "# T\n\n![b](Bom.png) ![c](zzz.gif)"}, {"Boom.png": SMALL_PHOTO})
    assert said == [
        f"{PAGES}/x.md:3:6: Dit plaatje is er niet: 'Bom.png'. Bedoel je 'Boom.png'?",
        f"{PAGES}/x.md:3:20: Dit plaatje is er niet: 'zzz.gif'. Zet een .png, .jpg of .webp in organisatie/paginas en schrijf hier de naam.",
    ]
