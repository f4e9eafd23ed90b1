"""The small inline markup of text fields: `**vet**`, `*nadruk*`, `[tekst](adres)`. The rest appears as typed."""

import re
from collections.abc import Callable
from typing import Any

from markupsafe import Markup, escape

from macros.source import addresses

_TOKEN = re.compile(
    r"\*\*(?P<strong>[^*\s](?:[^*]*[^*\s])?)\*\*"
    r"|(?<![*\w])\*(?P<em>[^*\s](?:[^*]*[^*\s])?)\*(?![*\w])"
    r"|(?<!!)\[(?P<label>[^\[\]]+)\]\((?P<address>[^()\s]+)\)"
)
#: A page of this site, as seen from its root: `begrippen.html#term`.
_OWN = re.compile(r"[a-z0-9][a-z0-9/_-]*\.html(?:#[\w-]+)?|#[\w-]+")

#: What other programs read even in HTML: fences, and the start of what Jinja fills in.
_READ = re.compile(r"`{3,}|~{3,}|{(?=[{%#])")


def render(text: str, root: str = "", words: Callable[[str], Markup] = escape) -> Markup:
    """Turn a text field into safe HTML.

    Args:
        text: what was typed.
        root: the way from the page to the root of the site, such as `../`.
        words: turns plain text outside links into HTML; the glossary passes its marker here.
    """
    if not _may_have_markup(text):
        return words(text)
    parts, end = [], 0
    for token in _TOKEN.finditer(text):
        html = _html(token, root, words)
        if html is None:
            continue
        parts += [words(text[end : token.start()]), html]
        end = token.end()
    return Markup("").join([*parts, words(text[end:])])


def plain(text: str) -> str:
    """The text without its markup, for titles, descriptions and paper."""
    if not _may_have_markup(text):
        return text
    return _TOKEN.sub(
        lambda token: (
            token["strong"] or token["em"] or (token["label"] if _link(token["address"]) else token[0])
        ),
        text,
    )


def plain_values(value: Any) -> Any:
    """A plain value, as JSON has them, with every text in it without its markup."""
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, dict):
        return {key: plain_values(inner) for key, inner in value.items()}
    return [plain_values(inner) for inner in value] if isinstance(value, list) else value


def _may_have_markup(text: str) -> bool:
    """Most texts have none, and this is quicker to see."""
    return "*" in text or "[" in text


def unread(html: str) -> str:
    """HTML of which a program that looks for Markdown's fences or for Jinja leaves every line alone."""
    return _READ.sub(lambda signs: "".join(f"&#{ord(sign)};" for sign in signs[0]), html)


def own_links(text: str) -> list[str]:
    """The addresses of this site that the text links to."""
    return [
        token["address"]
        for token in _TOKEN.finditer(text)
        if token["address"] and _OWN.fullmatch(token["address"])
    ]


def wrong_links(text: str) -> list[tuple[str, str]]:
    """The addresses outside this site that the text wants to link to and cannot, each with why."""
    asked = (token["address"] for token in _TOKEN.finditer(text) if token["address"])
    outside = (address for address in asked if address.partition(":")[0].lower() in addresses.LINKS)
    return [(address, said) for address in outside if (said := addresses.wrong(address))]


def _html(token: re.Match[str], root: str, words: Callable[[str], Markup]) -> Markup | None:
    if token["strong"]:
        return Markup("<strong>{}</strong>").format(words(token["strong"]))
    if token["em"]:
        return Markup("<em>{}</em>").format(words(token["em"]))
    kind = _link(token["address"])
    if kind is None:
        return None
    address = (
        token["address"] if kind == "foreign" or token["address"].startswith("#") else root + token["address"]
    )
    return Markup('<a href="{}">{}</a>').format(address, token["label"])


def _link(address: str) -> str | None:
    if _OWN.fullmatch(address):
        return "own"
    return None if addresses.wrong(address) else "foreign"
