"""What a program that reads a PDF aloud finds in it besides the words."""

from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject


def alternatives(reader: PdfReader) -> list[str]:
    """What is said in place of each picture, in reading order."""
    return list(_below(reader.trailer["/Root"]["/StructTreeRoot"]))


def _below(node: Any) -> Iterator[str]:
    found = node.get_object()
    if isinstance(found, ArrayObject):
        for inner in found:
            yield from _below(inner)
    elif isinstance(found, DictionaryObject):
        if "/Alt" in found:
            yield str(found["/Alt"])
        if "/K" in found:
            yield from _below(found.raw_get("/K"))
