"""The policy of a page: the scripts and styles that stand in it now, and nothing that anybody typed."""

import base64
import hashlib
import re

import pytest

from macros.finish import policy


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _finished(html: str, css: str = "") -> tuple[str, dict[str, list[str]]]:
    """A finished page, and its policy: directive -> what it allows."""
    page = policy.finish(f"{policy.POLICY}{html}", css)
    found = re.match('<meta http-equiv="Content-Security-Policy" content="([^"]*)">', page)
    assert found
    return page, {name: allowed for name, *allowed in (part.split() for part in found[1].split("; "))}


def test_nothing_is_allowed_but_what_the_page_has() -> None:
    _, allowed = _finished("<p>Tekst</p>")
    assert allowed == {
        "default-src": ["'none'"], "script-src": ["'self'", "file:"], "style-src": ["'self'", "file:"],
        "img-src": ["'self'", "file:", "data:"], "connect-src": ["'self'"], "worker-src": ["'self'"],
        "manifest-src": ["'self'"], "base-uri": ["'none'"], "form-action": ["'none'"],
    }  # fmt: skip


def test_what_stands_in_the_page_is_allowed_by_its_bytes() -> None:
    scripts = '<script>een()\ntwee()</script><script data-x="y">drie()</script><script src="x.js"></script>'
    page, allowed = _finished(f"{scripts}<style>@stijl@</style>", "a{color:red}")
    assert allowed["script-src"] == ["'self'", "file:", _hash("een()\ntwee()"), _hash("drie()")]
    assert allowed["style-src"] == ["'self'", "file:", _hash("a{color:red}")]
    assert page.endswith("<style>a{color:red}</style>")


def test_a_mark_that_somebody_typed_stays_text() -> None:
    typed = "@csp@ en @stijl@"
    page, _ = _finished(f"<title>{typed}</title><style>@stijl@</style><p>{typed}</p>", "a{}")
    assert page.endswith(f"<title>{typed}</title><style>a{{}}</style><p>{typed}</p>")


@pytest.mark.parametrize(
    ("html", "small"),
    [
        ("<ul>\n  <li>a\n  b</li>\n\n</ul>", "<ul>\n<li>a\n  b</li>\n</ul>"),
        ("<i>a</i> <b>c</b>", "<i>a</i> <b>c</b>"),
    ],
)
def test_the_indents_of_templates_are_left_out(html: str, small: str) -> None:
    assert policy.finish(html) == small


def test_only_pages_get_one() -> None:
    files = [("a.html", policy.POLICY), ("a.js", "@csp@"), ("b.html", b"@csp@")]
    (_, page), *others = policy.finished(files)
    assert isinstance(page, str)
    assert "default-src" in page
    assert others == files[1:]
