"""Locks finished pages: nothing from elsewhere may run, load or look, and of what stands in a page only what stands there now."""

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator

#: Marks in a page: where its style goes, and where its policy goes. What people write is escaped and is never one.
_STYLE, _POLICY = "<style>{}</style>", '<meta http-equiv="Content-Security-Policy" content="{}">'
STYLE, POLICY = _STYLE.format("@stijl@"), _POLICY.format("@csp@")

#: Between two tags the lines of a template are one space to a browser.
_INDENT = re.compile(r">\n\s+<")
_SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)


def finish(html: str, css: str = "") -> str:
    """A finished page with its style and its policy in place of the marks."""
    html = _INDENT.sub(">\n<", html).replace(STYLE, _STYLE.format(css), 1)
    return html.replace(POLICY, _POLICY.format(policy(html)), 1)


def finished(files: Iterable[tuple[str, str | bytes]]) -> Iterator[tuple[str, str | bytes]]:
    """Files as (address, what is in it), the pages among them with their policy."""
    for address, file in files:
        yield address, finish(file) if isinstance(file, str) and address.endswith(".html") else file


def policy(html: str) -> str:
    """A Content-Security-Policy for a page.

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


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
