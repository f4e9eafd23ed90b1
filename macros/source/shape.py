"""What stands inside the annotation of a field."""

from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo


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


def fields(model: type[BaseModel], path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], FieldInfo]]:
    """Every field inside a model at `path`, with the way to its values: names, and `*` for every item of a list."""
    for name, field in model.model_fields.items():
        many = any(get_origin(part) is tuple for part in parts(field.annotation))
        here = (*path, name, "*") if many else (*path, name)
        yield here, field
        if inner := model_in(field.annotation):
            yield from fields(inner, here)


def choices(annotation: Any) -> list[str]:
    """The words that a field may hold; none when it may hold any."""
    return [word for part in parts(annotation) if get_origin(part) is Literal for word in get_args(part)]
