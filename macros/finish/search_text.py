"""What the search plugin gets to read: the words of an article, without what it would only skip."""

from selectolax.lexbor import LexborHTMLParser

#: What has no words.
_WITHOUT = ["svg", "img", "input", "br"]
#: What is no part of its own: what the plugin would find below such a heading belongs to the page.
_WHOLE = "[data-scenario] :is(h2, h3)[id]"
#: What has words, while the search makes nothing of the tags around them.
_UNWRAPPED = [
    "a",
    "abbr",
    "b",
    "button",
    "em",
    "i",
    "label",
    "option",
    "q",
    "select",
    "small",
    "span",
    "strong",
]


def readable(html: str) -> str:
    """The article with its words, headings and blocks: what the search finds in it is the same, in a third of the tags."""
    tree = LexborHTMLParser(html)
    for node in tree.css("[data-search-exclude]"):
        node.decompose()
    for heading in tree.css(_WHOLE):
        del heading.attrs["id"]
    tree.strip_tags(_WITHOUT)
    tree.unwrap_tags(_UNWRAPPED)
    return tree.body.inner_html or "" if tree.body else ""
