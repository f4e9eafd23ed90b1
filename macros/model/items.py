"""What has an id of its own, what people call it, and how others refer to it."""

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from pydantic import Field, GetCoreSchemaHandler, ValidationInfo
from pydantic import GetJsonSchemaHandler as JsonHandler
from pydantic_core import CoreSchema, core_schema

from macros.model.basis import Model, Slug, Slugs


@dataclass(frozen=True)
class Soort:
    """A kind of content: what people call one and more of them, and where one is shown.

    `adres` is its page or its place on one, from the root of the site, with fields as blanks (`bron.html#{id}`);
    empty without. `het` says that the noun is neuter, `eigen` that a copy may add, replace and hide these.
    """

    naam: str
    meervoud: str
    adres: str = ""
    het: bool = False
    eigen: bool = False


class Item(Model):
    """Something with an id of its own, to which others refer; its class says what people call it."""

    SOORT: ClassVar[Soort]

    id: Slug

    @property
    def pagina(self) -> str:
        """The address where it is shown, from the root of the site; empty where it has none."""
        return self.SOORT.adres.format_map(vars(self))

    @property
    def adressen(self) -> tuple[str, ...]:
        """Every address where it is shown."""
        return (self.pagina,) if self.pagina else ()

    @property
    def verhuisd(self) -> dict[str, str]:
        """The addresses of pages under former ids, each with the address where the page is now."""
        pages = [adres for adres in self.adressen if "#" not in adres]
        former: tuple[str, ...] = getattr(self, "oude_ids", ())
        return {f"{page.rpartition('/')[0]}/{old}.html": page for page in pages for old in former}

    @property
    def bestanden(self) -> tuple[str, ...]:
        """The address of every file of the site that is about this alone, from the root of the site."""
        return (*(adres for adres in self.adressen if "#" not in adres), *self.verhuisd)


@dataclass(frozen=True)
class Ref:
    """On a field with an id, or a list of ids: the kind that it refers to. What it names has to be there."""

    soort: str

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: JsonHandler) -> dict[str, Any]:
        """The kind stands in the schema too: a form can offer what there is."""
        return {**handler(schema), "soort": self.soort}


class LooseRef(Ref):
    """On a list of ids, or of models with a field named after the kind: what a copy hides falls out of it.

    Write the least length of the list before it, inside `Annotated`: that counts what was written.
    """

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_after_validator_function(self._shown, handler(source))

    def _shown(self, items: tuple[Any, ...], info: ValidationInfo) -> tuple[Any, ...]:
        """The context of a validation holds what is hidden, as (kind, id)."""
        hidden = info.context.hidden if info.context else ()

        def is_hidden(item: Any) -> bool:
            return (self.soort, item if isinstance(item, str) else getattr(item, self.soort)) in hidden

        return tuple(item for item in items if not is_hidden(item))


#: The states of the other in which something helps.
Bij = Annotated[
    Slugs,
    Ref("gemoed"),
    Field(description="Bij wie dit helpt: hoe de ander eraan toe is, met ids uit onderwerp.yml."),
]
