"""What the site asks of its host: shut what no page uses, in the words of each kind of host."""

import re
import shutil
from pathlib import Path
from urllib.parse import unquote

import pytest
from conftest import ADDRESS

from macros.finish import headers

HOSTS = {
    "_headers": r"^  ([\w-]+): (.+)$",
    ".htaccess": r'^  Header always set ([\w-]+) "(.+)"$',
    ".nginx.conf": r'^add_header ([\w-]+) "(.+)" always;$',
}
#: What no page needs, and a page of ours that somebody put in another page could be made to ask for.
SHUT = {"accelerometer", "camera", "geolocation", "gyroscope", "magnetometer", "microphone", "payment", "usb"}


def _headers(built: Path, host: str) -> dict[str, str]:
    return dict(re.findall(HOSTS[host], (built / host).read_text(encoding="utf-8"), re.MULTILINE))


@pytest.mark.parametrize("host", HOSTS)
def test_every_host_is_asked_the_same(host: str, built: Path) -> None:
    asked = _headers(built, host)
    assert asked.pop("Content-Security-Policy") == _headers(built, "_headers")["Content-Security-Policy"]
    features = dict(feature.split("=") for feature in asked.pop("Permissions-Policy").split(", "))
    assert features.keys() == SHUT
    assert set(features.values()) == {"()"}
    assert asked == {
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-cache",
    }


def test_the_policy_opens_nothing_to_others(built: Path) -> None:
    policy = dict(
        part.split(" ", 1) for part in _headers(built, "_headers")["Content-Security-Policy"].split("; ")
    )
    scripts = policy.pop("script-src").split()
    assert scripts[0] == "'self'"
    assert scripts[1:]
    assert all(re.fullmatch(r"'sha256-[\w+/]{43}='", script) for script in scripts[1:])
    assert policy == {
        "object-src": "'none'", "base-uri": "'none'", "form-action": "'none'", "frame-ancestors": "'none'",
        "connect-src": "'self'", "worker-src": "'self'", "manifest-src": "'self'", "img-src": "'self' data:",
    }  # fmt: skip


def test_what_a_host_does_besides(built: Path) -> None:
    base = "/" + ADDRESS.partition("://")[2].partition("/")[2]
    netlify, apache, nginx = ((built / host).read_text(encoding="utf-8") for host in HOSTS)
    assert netlify.startswith("/*\n")
    assert f"ErrorDocument 404 {base}404.html\n" in apache
    assert "AddType application/manifest+json .webmanifest\n" in apache
    for kind in (
        "text/html",
        "text/css",
        "text/javascript",
        "application/javascript",
        "application/json",
        "image/svg+xml",
    ):
        assert re.search(rf"^  AddOutputFilterByType DEFLATE .*{re.escape(kind)}( |$)", apache, re.MULTILINE)
        assert (
            kind == "text/html"
            or kind == "text/javascript"
            or re.search(rf"^gzip_types .*{re.escape(kind)}[ ;]", nginx, re.MULTILINE)
        )
    for opened in re.findall(r"<(If\w+) ", apache):
        assert apache.count(f"<{opened} ") == apache.count(f"</{opened}>")
    assert f"\nerror_page 404 {base}404.html;\n" in nginx
    assert "\ngzip on;\n" in nginx
    assert "location ~ /\\. { deny all; }" in nginx


@pytest.mark.parametrize(
    "base", ["/a b/", '/a";deny all;/', "/$uri/{x}/", "/a\n} server {/", "/%{ENV:x}/", "/a%20b/", "/é'\\/"]
)
def test_no_address_can_end_a_directive(base: str, built: Path, tmp_path: Path) -> None:
    shutil.copy(built / "index.html", tmp_path)
    headers.write(tmp_path, "/")
    plain = {host: (tmp_path / host).read_text(encoding="utf-8").splitlines() for host in HOSTS}
    headers.write(tmp_path, base)
    for host, lines in plain.items():
        written = (tmp_path / host).read_text(encoding="utf-8").splitlines()
        other = [(old, new) for old, new in zip(lines, written, strict=True) if old != new]
        for old, new in other:
            directive, page = re.escape(old).split(re.escape("/404.html"))
            found = re.fullmatch(rf"{directive}(/[A-Za-z0-9%._~/-]*)404\.html{page}", new)
            assert found
            assert unquote(found[1]) == unquote(base)
        assert len(other) == (host != "_headers")
