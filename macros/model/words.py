"""The sentences that editors, forms and messages show of the models: they stand in no code that says them."""

from collections.abc import Iterator
from inspect import getdoc

from pydantic import BaseModel

from macros.model import checklist, files, scenario
from macros.source.shape import choices, model_in

#: Words of the data that readers see as they stand there.
_SHOWN = (checklist.Moment, scenario.Oordeel)


def said() -> Iterator[tuple[str, str]]:
    """Every sentence, with the file in which it stands."""
    for name, kind in files.KINDS.items():
        where = _file(kind.model)
        yield name, where
        yield kind.meervoud, where
    for words in _SHOWN:
        yield from ((word, "macros/model/__init__.py") for word in choices(words))
    for model in (*files.FILES.values(), *files.OWN.values()):
        about = [model.model_config.get("title"), getdoc(model)]
        yield from ((text, _file(model)) for text in about if text)
        yield from _described(model)


def _file(model: type) -> str:
    return f"{model.__module__.replace('.', '/')}.py"


def _described(model: type[BaseModel]) -> Iterator[tuple[str, str]]:
    """The help of every field of a model, and of the models in it."""
    for field in model.model_fields.values():
        if field.description:
            yield field.description, _file(model)
        if inner := model_in(field.annotation):
            yield from _described(inner)
