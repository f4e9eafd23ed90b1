"""What falls away together with what an organisation hides: references of the project that can be missed."""

from collections.abc import Collection
from typing import Any

from macros.model import Dia, Model

#: Fields that list ids: name -> kind. A slide about a hidden factor falls away as a whole.
_LISTS = {"factoren": "factor", "verwant": "factor", "scenarios": "scenario"}


def without(model: Model, hidden: Collection[tuple[str, str]]) -> Any:
    """The model without references to what is hidden; `hidden` holds (kind, id)."""
    values = {name: _value(name, getattr(model, name), hidden) for name in type(model).model_fields}
    return type(model).model_construct(**values)


def _value(name: str, value: Any, hidden: Collection[tuple[str, str]]) -> Any:
    if isinstance(value, Model):
        return without(value, hidden)
    if not isinstance(value, tuple):
        return value
    kept = (item for item in value if not (isinstance(item, Dia) and ("factor", item.factor) in hidden))
    return tuple(without(item, hidden) if isinstance(item, Model) else item for item in kept if (_LISTS.get(name), item) not in hidden)
