"""Jinja: content to Markdown and HTML. Templates only loop and show; everything they show is escaped."""

import re
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from macros.content.content import Content
from macros.content.site import Site
from macros.pages.glossary import Glossary
from macros.source import markup, phone
from macros.talen import _ as gettext
from macros.talen import ngettext, speaking, spoken

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


def _gettext(sentence: str) -> Markup:
    """A sentence of ours in the language of the site; whoever words it, it is text and no HTML."""
    return _as_text(gettext(sentence))


def _ngettext(one: str, many: str, count: int) -> Markup:
    """The same, for a count."""
    return _as_text(ngettext(one, many, count))


def _as_text(sentence: str) -> Markup:
    """Escaped, but for the apostrophe: our attributes stand between double quotation marks. A per cent sign is one."""
    sentence = _PER_CENT.sub("%%", sentence)
    for sign, escaped in _HTML.items():
        sentence = sentence.replace(sign, escaped)
    return Markup(sentence)


_PER_CENT = re.compile(r"%(?!\(\w+\)s)")
_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;"}


def _date(day: date) -> str:
    return spoken().in_words(day)


def translate(jinja: Environment) -> None:
    """Let templates say their sentences in the language of the site: `_("…")` and `{% trans %}`."""
    jinja.add_extension("jinja2.ext.i18n")
    jinja.policies["ext.i18n.trimmed"] = True
    jinja.install_gettext_callables(_gettext, _ngettext, newstyle=True)  # type: ignore[attr-defined]


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
        "hoofdletter": hoofdletter, "datum": _date,
        "veilig": Markup}  # fmt: skip
    translate(jinja)
    return jinja


_JINJA = environment()


def render(template: str, inhoud: Content, site: Site, page_url: str, **values: Any) -> str:
    """Render a template for the page at `page_url` (from the root of the site)."""
    with speaking(inhoud.taal):
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
