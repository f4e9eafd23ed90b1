"""Makes finished pages light and locked: only the style that a page uses, inside the page, and a strict policy.

Rules of which no selector can match anything on the page are left out, as are custom properties that nothing reads.
What scripts may add counts as used: every word in them is taken for a class or an attribute.
"""

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import tinycss2
from selectolax.lexbor import LexborHTMLParser

STYLE, POLICY = "@stijl@", "@csp@"

#: Between two tags the lines of a template are one space to a browser.
_INDENT = re.compile(r">\n\s+<")
_SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")
#: Attributes of which a selector's value counts too; of the others, having it is enough.
_EXACT = ("dir", "type", "role")
_MADE = re.compile(r"""createElement\(\s*["'](\w+)""")
_WORD = re.compile(r"[A-Za-z_][\w-]*")


@dataclass(frozen=True)
class _Selector:
    """What has to be on a page for a selector to match: all of `needs`, and of each group at least one."""

    needs: frozenset[str]
    groups: tuple[tuple["_Selector", ...], ...] = ()

    def fits(self, used: frozenset[str]) -> bool:
        return self.needs <= used and all(any(one.fits(used) for one in group) for group in self.groups)


@dataclass(frozen=True)
class _Rule:
    """A rule with its selectors, or an at-rule with what is in it; text that is always kept has neither."""

    text: str = ""
    selectors: tuple[tuple[_Selector, str], ...] = ()
    declarations: tuple[tuple[str, str], ...] = ()
    inside: tuple["_Rule", ...] = field(default=())


@dataclass(frozen=True)
class Stylesheet:
    """A parsed stylesheet, ready to be cut."""

    rules: tuple[_Rule, ...]
    names: frozenset[str]

    def cut(self, used: frozenset[str]) -> str:
        """The rules that can match on a page where `used` (see `used_on`) occurs."""
        return _cut(self, used & self.names)


def parse(css: str) -> Stylesheet:
    """Parse CSS once, to be cut for many pages."""
    rules = tuple(_rules(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)))
    return Stylesheet(rules, frozenset(_names(rules)))


def used_on(html: str, scripts: Iterable[str] = ()) -> frozenset[str]:
    """The elements, classes, ids and attributes of a page, and what the scripts that work on it may add."""
    found: set[str] = set()
    for node in LexborHTMLParser(html).css("*"):
        found.add(node.tag or "")
        for name, value in node.attributes.items():
            found.add(f"[{name}")
            if name == "class":
                found.update(f".{one}" for one in (value or "").split())
            elif name == "id":
                found.add(f"#{value}")
            elif name in _EXACT:
                found.add(f"[{name}={value}")
    return frozenset(found | {"html", "body", "[open", "[hidden"}).union(*map(_added_by, scripts))


@lru_cache(maxsize=64)
def _added_by(script: str) -> frozenset[str]:
    """Every word of a script as a class and an attribute (`ariaPressed` is `aria-pressed`), and the elements that it makes."""
    words = set(_WORD.findall(script))
    kebab = {re.sub("([A-Z])", r"-\1", word).lower() for word in words}
    return frozenset(
        {f".{word}" for word in words} | {f"[{name}" for name in kebab} | {f"[data-{name}" for name in kebab} | set(_MADE.findall(script))
    )


def policy(html: str) -> str:
    """A Content-Security-Policy for a page: nothing from elsewhere, and of what stands in the page only what stands there now.

    `file:` is for a copy on a stick, where browsers do not agree on what 'self' is; a page of a server cannot reach it.
    """
    scripts = " ".join(inline_scripts(html))
    styles = " ".join(_hash(text) for text in re.findall(r"<style>(.*?)</style>", html, re.DOTALL))
    return (
        f"default-src 'none'; script-src 'self' file: {scripts}; style-src 'self' file: {styles}; img-src 'self' file: data:; "
        "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"
    ).replace(" ;", ";")


def inline_scripts(html: str) -> list[str]:
    """The hashes of the scripts that stand in a page, as a policy writes them."""
    return [_hash(text) for text in _SCRIPT.findall(html)]


def finish(html: str, css: Stylesheet, scripts: Iterable[str]) -> str:
    """A finished page with its style and its policy in place of the marks."""
    html = _INDENT.sub(">\n<", html)
    html = html.replace(STYLE, css.cut(used_on(html, scripts)), 1)
    return html.replace(POLICY, policy(html), 1)


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _rules(nodes: Sequence[Any]) -> Iterator[_Rule]:
    for node in nodes:
        if node.type == "qualified-rule":
            declarations = tuple(_declarations(node.content))
            selectors = tuple((_selector(part), tinycss2.serialize(part).strip()) for part in _split(node.prelude))
            if declarations:
                yield _Rule(selectors=selectors, declarations=declarations)
        elif node.type == "at-rule" and node.lower_at_keyword in ("media", "supports", "layer", "container") and node.content is not None:
            inside = tuple(_rules(tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)))
            yield _Rule(text=f"@{node.at_keyword}{_tight(tinycss2.serialize(node.prelude))}", inside=inside)
        elif node.type == "at-rule" and node.lower_at_keyword != "charset":
            yield _Rule(text=_tight(tinycss2.serialize([node])))


def _declarations(content: Sequence[Any]) -> Iterator[tuple[str, str]]:
    for node in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if node.type == "declaration":
            yield node.name, _tight(tinycss2.serialize(node.value).strip()) + ("!important" if node.important else "")


def _tight(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def _split(tokens: Sequence[Any]) -> Iterator[list[Any]]:
    part: list[Any] = []
    for token in tokens:
        if token.type == "literal" and token.value == ",":
            yield part
            part = []
        else:
            part.append(token)
    yield part


def _selector(tokens: Sequence[Any]) -> _Selector:
    needs: set[str] = set()
    groups: list[tuple[_Selector, ...]] = []
    before = ""
    for token in tokens:
        if token.type == "ident" and before == ".":
            needs.add(f".{token.value}")
        elif token.type == "ident" and before != ":":
            needs.add(token.lower_value)
        elif token.type == "hash":
            needs.add(f"#{token.value}")
        elif token.type == "[] block":
            needs.add(_attribute(token.content))
        elif token.type == "function" and token.lower_name in ("is", "where", "has"):
            groups.append(tuple(_selector(part) for part in _split(token.arguments)))
        before = token.value if token.type == "literal" else ""
    return _Selector(frozenset(needs), tuple(groups))


def _attribute(content: Sequence[Any]) -> str:
    words = [token.value for token in content if token.type in ("ident", "string")]
    exact = any(token.type == "literal" and token.value == "=" for token in content)
    return f"[{words[0]}={words[1]}" if exact and words[0] in _EXACT else f"[{words[0]}"


def _names(rules: Iterable[_Rule]) -> Iterator[str]:
    for rule in rules:
        yield from _names(rule.inside)
        for selector, _ in rule.selectors:
            yield from _names_in(selector)


def _names_in(selector: _Selector) -> Iterator[str]:
    yield from selector.needs
    for group in selector.groups:
        for one in group:
            yield from _names_in(one)


@lru_cache(maxsize=256)
def _cut(css: Stylesheet, used: frozenset[str]) -> str:
    kept = _kept(css.rules, used)
    read: set[str] = set()
    while True:  # a custom property may read another one
        grown = {
            name
            for rule in _flat(kept)
            for property_, value in rule.declarations
            if _wanted(property_, read)
            for name in _VARIABLE.findall(value)
        }
        if grown <= read:
            break
        read |= grown
    values = " ".join(value for rule in _flat(kept) for _, value in rule.declarations)
    moving = (rule for rule in kept if not (rule.text.startswith("@keyframes ") and rule.text.split()[1].partition("{")[0] not in values))
    return "".join(_text(rule, read) for rule in moving)


def _kept(rules: Iterable[_Rule], used: frozenset[str]) -> list[_Rule]:
    kept = []
    for rule in rules:
        if rule.inside:
            if inside := _kept(rule.inside, used):
                kept.append(_Rule(text=rule.text, inside=tuple(inside)))
        elif rule.selectors:
            if selectors := tuple(pair for pair in rule.selectors if pair[0].fits(used)):
                kept.append(_Rule(selectors=selectors, declarations=rule.declarations))
        elif rule.text:
            kept.append(rule)
    return kept


def _flat(rules: Iterable[_Rule]) -> Iterator[_Rule]:
    for rule in rules:
        yield rule
        yield from _flat(rule.inside)


def _wanted(property_: str, read: set[str]) -> bool:
    return not property_.startswith("--") or property_ in read


def _text(rule: _Rule, read: set[str]) -> str:
    if rule.inside:
        inside = "".join(_text(one, read) for one in rule.inside)
        return f"{rule.text}{{{inside}}}" if inside else ""
    if not rule.selectors:
        return rule.text
    body = ";".join(f"{name}:{value}" for name, value in rule.declarations if _wanted(name, read))
    return f"{','.join(text for _, text in rule.selectors)}{{{body}}}" if body else ""
