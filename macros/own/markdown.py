"""Markdown as people know it: the extensions that pages have, and what their HTML needs for everybody."""

import re
from html import escape
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor

from macros.talen import N_, _

_BACK, _CONTENTS = N_("Terug naar de tekst bij noot {}"), N_("Op deze pagina")
#: The extensions with their options: of docs, in mkdocs.yml (a test compares), and of own pages.
EXTENSIONS: dict[str, dict[str, object]] = {
    "abbr": {},
    "admonition": {},
    "attr_list": {},
    "def_list": {},
    "footnotes": {"BACKLINK_TEXT": "&#8617;&#65038;", "BACKLINK_TITLE": _BACK},
    "sane_lists": {},
    "tables": {"use_align_attribute": True},
    "toc": {"permalink": False, "title": _CONTENTS, "toc_depth": "2-3"},
    "pymdownx.details": {},
    "pymdownx.highlight": {"linenums_style": "pymdownx-inline", "pygments_lang_class": True},
    "pymdownx.superfences": {},
    "pymdownx.tabbed": {"alternate_style": True},
    "pymdownx.tasklist": {},
}

#: Time grows with the square of these: characters of a page, and per page or block what takes longest of all.
MOST_CHARACTERS, MOST_BRACKETS, MOST_LINES, MOST_IN_BLOCK = 50_000, 400, 300, 10_000
#: And every piece of code takes a while; each has a fence before and after it.
MOST_FENCES = 500
_FENCE = re.compile(r"^[ >]*(?:```|~~~)", re.MULTILINE)

#: A box without a title of its own is called after its kind.
_TITLES = {
    "Note": N_("Opmerking"),
    "Abstract": N_("Samenvatting"),
    "Summary": N_("Samenvatting"),
    "Todo": N_("Nog te doen"),
    "Hint": N_("Tip"),
    "Important": N_("Belangrijk"),
    "Success": N_("Goed"),
    "Check": N_("Goed"),
    "Done": N_("Klaar"),
    "Question": N_("Vraag"),
    "Help": N_("Vraag"),
    "Faq": N_("Vraag"),
    "Warning": N_("Let op"),
    "Caution": N_("Let op"),
    "Attention": N_("Let op"),
    "Failure": N_("Mislukt"),
    "Fail": N_("Mislukt"),
    "Missing": N_("Ontbreekt"),
    "Danger": N_("Gevaar"),
    "Error": N_("Fout"),
    "Bug": N_("Fout"),
    "Example": N_("Voorbeeld"),
    "Quote": N_("Citaat"),
    "Cite": N_("Citaat"),
}
#: The kinds of boxes.
KINDS = frozenset(title.lower() for title in _TITLES) | {"tip", "info", "tldr"}

#: What only Markdown makes: the templates of the site give such elements a class, or do not use them.
_RICH = re.compile(
    r'<(?:table|dl|pre|hr|hr /|blockquote)>|<abbr title|class="[^"]*highlight'
    r'|class="(?:admonition|tabbed-set|footnote|task-list|toc)\b'
    rf'|<details class="(?:{"|".join(sorted(KINDS))})'
)
_TITLE = re.compile(r'(?<=<p class="admonition-title">)\w+(?=</p>)|(?<=<summary>)\w+(?=</summary>)')
_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_ABBR = re.compile(r'<abbr title="[^"]*">')
_TASK = re.compile(r'(?<=<input )(?=type="checkbox" disabled)')


def extensions() -> dict[str, dict[str, object]]:
    """The extensions with their options, which speak the language of the site."""
    found = {name: dict(options) for name, options in EXTENSIONS.items()}
    found["footnotes"]["BACKLINK_TITLE"] = _(_BACK)
    found["toc"]["title"] = _(_CONTENTS)
    return found


def finish(html: str) -> str:
    """The HTML that Markdown made, so that it works without a mouse and without a script, in the language of the site.

    What scrolls in its own box can be reached by keyboard; so can the first of each abbreviation, which then
    says what it stands for. All is put in `<div class="proza">`, which asks for `proza.css`; plain text is not.
    """
    if not _RICH.search(html):
        return html
    html = _TITLE.sub(lambda title: _(_TITLES.get(title[0], title[0])), html)
    label, task_label = _("Tabel"), _("Taak")
    table = f'<div class="tabel" role="group" aria-label="{escape(label)}" tabindex="0">'
    html = _TABLE.sub(lambda found: f"{table}{found[0]}</div>", html)
    task = f'aria-label="{escape(task_label)}" '
    html = _TASK.sub(lambda found: task, html.replace("<pre>", '<pre tabindex="0">'))
    for meaning in dict.fromkeys(_ABBR.findall(html)):
        html = html.replace(meaning, meaning.replace("<abbr", '<abbr tabindex="0"'), 1)
    return f'<div class="proza">\n{html}\n</div>'


class TooMuch(Exception):
    """A text that would take too long; says why, and at which words, as they were typed."""

    def __init__(self, typed: str, text: str) -> None:
        super().__init__(text)
        self.typed, self.text = typed, text


def convert(text: str) -> str:
    """The HTML of an own page, in which HTML shows as typed; not yet looked at, not yet finished.

    Raises:
        TooMuch: when it would take too long.
    """
    _bound(text)
    known = extensions()
    return str(Markdown(extensions=[*known, _Careful()], extension_configs=known).convert(text))


def bound(text: str) -> None:
    """Look whether a page that MkDocs itself will convert is not too much; raises `TooMuch` when it is."""
    _bound(text)
    _bound_blocks(text.split("\n"))


def _bound(text: str) -> None:
    if len(text) > MOST_CHARACTERS:
        said = _(
            "Deze pagina is te lang: {tekens} tekens. Meer dan {meeste} kan niet. Verdeel hem over meer pagina's."
        )
        raise TooMuch("", said.format(tekens=len(text), meeste=MOST_CHARACTERS))
    if len(_FENCE.findall(text)) > MOST_FENCES:
        raise TooMuch("```", _("Op deze pagina staan te veel stukken code. Verdeel hem over meer pagina's."))


class _Careful(Extension):
    """Shows HTML as typed, but for `<br>`, and refuses what would take too long."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.preprocessors.deregister("html_block")
        md.preprocessors.register(_Bounds(md), "bounds", 20)  # after fenced code, of which nothing takes long
        md.inlinePatterns.deregister("html")
        md.inlinePatterns.register(_LineBreak(r"<br ?/?>", md), "br", 90)


class _LineBreak(InlineProcessor):
    def handleMatch(self, match: re.Match[str], data: str) -> tuple[Element, int, int]:
        return Element("br"), match.start(), match.end()


class _Bounds(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        _bound_blocks(lines)
        return lines


def _bound_blocks(lines: list[str]) -> None:
    text = "\n".join(lines)
    if text.count("[") > MOST_BRACKETS:
        most = max(lines, key=lambda line: line.count("["))
        said = _("Op deze pagina staat meer dan {aantal} keer '['. Verdeel hem over meer pagina's.")
        raise TooMuch(most, said.format(aantal=MOST_BRACKETS))
    for block in re.split(r"\n\s*\n", text):
        if block.count("\n") >= MOST_LINES or len(block) > MOST_IN_BLOCK:
            first = block.lstrip("\n").partition("\n")[0]
            said = _("Dit stuk is te lang. Zet na hooguit {regels} regels of {tekens} tekens een lege regel.")
            raise TooMuch(first, said.format(regels=MOST_LINES, tekens=MOST_IN_BLOCK))
