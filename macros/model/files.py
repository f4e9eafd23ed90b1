"""Which files of data there are, and what follows from them: gathered from all modules of this room."""

import pkgutil
from importlib import import_module
from pathlib import Path

from macros.model import former, inhoud, kinds
from macros.model.basis import Bestand

for _module in pkgutil.iter_modules([str(Path(__file__).parent)]):
    import_module(f"macros.model.{_module.name}")


def _in(folder: str) -> dict[str, type[Bestand]]:
    return {Path(shape.pad).stem: shape for shape in Bestand.__subclasses__() if shape.pad.startswith(folder)}


#: The data files: name -> shape.
FILES = _in("data/")
#: The kinds of content by name, and every place where one refers to another.
KINDS = kinds.kinds(FILES)
REFERENCES = kinds.references({**FILES, **_in("organisatie/")})
#: What an organisation adds to its own copy; none of these has to be there.
OWN = {**_in("organisatie/"), "inhoud": inhoud.shape(KINDS.values())}
#: Fields that are called or filled otherwise than before: by the file.
FORMER = {name: [*former.places(shape)] for name, shape in {**FILES, **OWN}.items()}
