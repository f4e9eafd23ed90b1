"""What the HTML of an own page may hold: a list of elements, attributes, classes and names of places."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from macros.own.markdown import KINDS
from macros.source.problems import did_you_mean
from macros.talen import N_, _

#: What people may put behind a text between braces, as `{ .knop }`: a button, and a box beside the text.
CLASSES = frozenset({"knop", "md-button", "md-button--primary", "inline", "end"})
#: What Markdown itself makes.
_MADE = (
    CLASSES
    | KINDS
    | {"admonition", "admonition-title", "highlight", "task-list", "task-list-item", "toc"}
    | {
        "footnote",
        "footnote-backref",
        "footnote-ref",
        "tabbed-alternate",
        "tabbed-block",
        "tabbed-content",
        "tabbed-labels",
        "tabbed-set",
    }
)
_LANGUAGE = re.compile(r"language-[\w.#+-]+")
#: A place on a page; with the signs that footnotes and tabs have in theirs.
_PLACE = re.compile(r"[a-z0-9_][a-z0-9_:.-]*", re.IGNORECASE)

_NUMBER, _WORDS = re.compile(r"[0-9]{1,4}"), re.compile(r".*", re.DOTALL)
_EVERYWHERE = {"id": _PLACE, "class": _WORDS}
_ATTRIBUTES: dict[str, dict[str, re.Pattern[str]]] = {
    "a": {"href": _WORDS, "title": _WORDS},
    "abbr": {"title": _WORDS},
    "details": {"open": _WORDS},
    "div": {"data-tabs": re.compile(r"[0-9]+:[0-9]+")},
    "img": {
        "src": _WORDS,
        "alt": _WORDS,
        "title": _WORDS,
        "width": _NUMBER,
        "height": _NUMBER,
        "loading": re.compile("lazy"),
    },
    "input": {"type": re.compile("radio|checkbox"), "name": _PLACE, "checked": _WORDS, "disabled": _WORDS},
    "label": {"for": _PLACE},
    "ol": {"start": _NUMBER},
    "span": {"data-linenos": _WORDS},
    "td": {"align": re.compile("left|center|right")},
}
_ATTRIBUTES["th"] = _ATTRIBUTES["td"]
_PLAIN = (
    "blockquote", "br", "code", "dd", "dl", "dt", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li",
    "p", "pre", "strong", "summary", "sup", "table", "tbody", "thead", "tr", "ul",
)  # fmt: skip
_ATTRIBUTES |= {tag: {} for tag in _PLAIN}

#: Nobody reads on in what was typed after this many characters.
_LONGEST = 60
_HOW = N_("Tussen accolades kan een #plek, een .soort, en bij een plaatje width en height.")


def refused(root: LexborNode) -> Iterator[tuple[str, str]]:
    """Everything in an article that may not be there: what was typed, and what to say of it."""
    for node in root.css("body *"):
        tag = node.tag or ""
        allowed = _ATTRIBUTES.get(tag)
        if allowed is None:
            yield tag, _("Dit kan hier niet: '{element}'. Schrijf gewone tekst.").format(element=tag)
            continue
        for name, value in node.attributes.items():
            pattern = (_EVERYWHERE | allowed).get(name)
            if pattern is None:
                text = _("Het kenmerk '{kenmerk}' kan hier niet. {uitleg} Haal '{kenmerk}' weg.")
                yield name, text.format(kenmerk=name, uitleg=_(_HOW))
            elif not pattern.fullmatch(value or ""):
                text = _("'{waarde}' kan hier niet bij '{kenmerk}'.")
                said = text.format(waarde=(value or "")[:_LONGEST], kenmerk=name)
                yield value or name, f"{said} {_instead(name)}"
        for kind in (
            (node.attributes.get("class") or "").split() if tag != "span" else ()
        ):  # those of code are Pygments'
            if kind not in _MADE and not _LANGUAGE.fullmatch(kind):
                hint = did_you_mean(kind[:_LONGEST], KINDS | CLASSES) or " " + _("Haal hem weg.")
                text = _("De soort '{soort}' kent de site niet.").format(soort=kind[:_LONGEST])
                yield kind, text + hint


def _instead(name: str) -> str:
    if name == "id":
        return _("Gebruik kleine letters, cijfers en streepjes, zoals: { #onze-afspraken }")
    if name in {"width", "height"}:
        return _("Schrijf een getal, zoals: {voorbeeld}").format(voorbeeld=f"{{ {name}=300 }}")
    return _("Haal het weg.")
