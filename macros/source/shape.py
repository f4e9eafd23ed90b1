"""What stands inside the annotation of a field."""

from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel


def parts(annotation: Any) -> Iterator[Any]:
    """The annotation itself and everything inside it, from outside in."""
    yield annotation
    for part in get_args(annotation):
        yield from parts(part)


def model_in(annotation: Any) -> type[BaseModel] | None:
    """The model that a field holds, or a list of it; None when it holds plain values."""
    return next(
        (part for part in parts(annotation) if isinstance(part, type) and issubclass(part, BaseModel)), None
    )


def choices(annotation: Any) -> list[str]:
    """The words that a field may hold; none when it may hold any."""
    return [word for part in parts(annotation) if get_origin(part) is Literal for word in get_args(part)]
