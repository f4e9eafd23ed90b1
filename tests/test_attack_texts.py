"""Hostile text in every text field in turn: it comes out as typed, on page, in search, deck, PDF and PowerPoint."""

import io
import json
import re
import unicodedata
from pathlib import Path

from pptx import Presentation
from pypdf import PdfReader
from selectolax.lexbor import LexborHTMLParser

_FREE = re.compile(r"\s+|[\u00ad\u200b\u202a-\u202e\u2066-\u2069]")


def _check(text: str, marks: dict[str, str], where: str) -> set[str]:
    """Before every mark stands exactly what was typed, but for white space, capitals and what cannot be seen; returns the marks."""
    flat = _FREE.sub("", text).casefold()
    met = set()
    for found in re.finditer(r"m\d{3}m", flat):
        typed = _FREE.sub("", marks[found[0]]).casefold()
        assert flat[: found.start()].endswith(typed), (
            f"{where}: {flat[max(0, found.start() - 80) : found.end()]}"
        )
        met.add(found[0])
    return met


def test_pages_show_what_was_typed(attacked: tuple[Path, dict[str, str]]) -> None:
    site, marks = attacked
    met: set[str] = set()
    for path in site.rglob("*.html"):
        tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
        assert not tree.css(
            "svg[onload], img[onerror], article script, a[href^='javascript'], img[src^='http']"
        ), path
        for node in tree.css("script, style"):
            node.decompose()
        met |= _check(tree.root.text(), marks, path.name)
    # What is on no page: what only prints, slides and search engines show, and places that no scenario has.
    assert len(met) > 0.85 * len(marks)


def test_search_has_what_was_typed(attacked: tuple[Path, dict[str, str]]) -> None:
    site, marks = attacked
    docs = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]
    text = " ".join(LexborHTMLParser(f"<p>{doc['title']}</p><div>{doc['text']}</div>").text() for doc in docs)
    assert len(_check(text, marks, "zoeken")) > 50


def test_paper_has_what_was_typed(attacked: tuple[Path, dict[str, str]]) -> None:
    site, _ = attacked
    met: set[str] = set()
    for path in (site / "downloads").glob("*.pdf"):
        text = unicodedata.normalize("NFKC", "".join(page.extract_text() for page in PdfReader(path).pages))
        met |= set(re.findall(r"m\d{3}m", _FREE.sub("", text)))
        assert "49" not in re.sub(r"m\d{3}m", "", text) or "{{ 7*7 }}" in text
    assert len(met) > 80


def test_powerpoint_has_what_was_typed(attacked: tuple[Path, dict[str, str]]) -> None:
    site, marks = attacked
    met: set[str] = set()
    for path in (site / "downloads").glob("*.pptx"):
        deck = Presentation(io.BytesIO(path.read_bytes()))
        for slide in deck.slides:
            texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
            met |= _check("\n".join([*texts, slide.notes_slide.notes_text_frame.text]), marks, path.name)
    assert len(met) > 20
