"""Jinja: content to Markdown and HTML. Templates only loop and show; everything they show is escaped."""

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from macros.content.content import Content
from macros.content.site import Site
from macros.pages.glossary import Glossary
from macros.source import dates, markup, phone

TEMPLATES = Path(__file__).parent / "templates"


@pass_context
def _tekst(context: Context, text: str) -> Markup:
    """A text field with its markup, and terms of the glossary marked where they first occur."""
    return markup.render(text, context["root"], context["woorden"].mark)


@pass_context
def _zin(context: Context, text: str) -> Markup:
    """A text field with its markup only: for headings and for what people say."""
    return markup.render(text, context["root"])


@pass_context
def _tel(context: Context, number: str) -> str:
    """The address of a phone number."""
    return phone.address(number, context["inhoud"].onderwerp.land)


def hoofdletter(text: str) -> str:
    """The same text with a capital first."""
    return text[:1].upper() + text[1:]


def _plural(count: int, one: str, many: str) -> str:
    return one if count == 1 else many


def environment() -> Environment:
    """The Jinja environment of all templates."""
    jinja = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    jinja.filters |= {"tekst": _tekst, "zin": _zin, "tel": _tel, "kaal": markup.plain,
        "hoofdletter": hoofdletter, "meervoud": _plural, "datum": dates.in_words,
        "veilig": Markup}  # fmt: skip
    return jinja


_JINJA = environment()


def render(template: str, inhoud: Content, site: Site, page_url: str, **values: Any) -> str:
    """Render a template for the page at `page_url` (from the root of the site)."""
    return _JINJA.get_template(template).render(
        inhoud=inhoud,
        site=site,
        root="../" * page_url.count("/"),
        woorden=Glossary(inhoud.begrippen),
        **values,
    )


def render_description(text: str) -> str:
    """A description for search engines and shares: plain text on one line."""
    return " ".join(markup.plain(text).split())
