"""The HTTP headers that the site asks of its host, in the words of each kind of host.

A page carries its own strict policy; here is what a page cannot say itself, and what holds for all of them.
"""

from pathlib import Path
from urllib.parse import quote, unquote

from macros.finish import policy
from macros.talen import _

_POLICY = (
    "script-src 'self' {scripts}; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; img-src 'self' data:"
)
_ALWAYS = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()",
}


def write(folder: Path, base: str) -> None:
    """Write the files of all hosts into the finished site in `folder`, which stands at the path `base` of its host (`/` or `/a/b/`)."""
    headers, base = of(folder), quote(unquote(base))  # so that no sign in it can end a directive
    (folder / "_headers").write_text(netlify(headers), encoding="utf-8")
    (folder / ".htaccess").write_text(apache(headers, base), encoding="utf-8")
    (folder / ".nginx.conf").write_text(nginx(headers, base), encoding="utf-8")


def of(folder: Path) -> dict[str, str]:
    """The headers by name; the one script that stands in the pages is the same in all of them."""
    scripts = policy.inline_scripts((folder / "index.html").read_text(encoding="utf-8"))
    return {"Content-Security-Policy": _POLICY.format(scripts=" ".join(scripts)), **_ALWAYS}


def netlify(headers: dict[str, str]) -> str:
    """`_headers`, for Netlify and Cloudflare Pages."""
    return (
        "/*\n"
        + "".join(f"  {name}: {value}\n" for name, value in headers.items())
        + "  Cache-Control: no-cache\n"
    )


def apache(headers: dict[str, str], base: str) -> str:
    """`.htaccess`, for Apache."""
    lines = [
        f'  Header always set {name} "{value}"'
        for name, value in {**headers, "Cache-Control": "no-cache"}.items()
    ]
    return "\n".join(
        [
            f"ErrorDocument 404 {base}404.html",
            "AddType application/manifest+json .webmanifest",
            "<IfModule mod_deflate.c>",
            "  AddOutputFilterByType DEFLATE text/html text/css application/javascript text/javascript application/json image/svg+xml",
            "</IfModule>",
            "<IfModule mod_headers.c>",
            *lines,
            "</IfModule>",
            "",
        ]
    )


def nginx(headers: dict[str, str], base: str) -> str:
    """`.nginx.conf`, to include in the `server` block."""
    put = _("Zet in het server-blok:")
    lines = [
        f'add_header {name} "{value}" always;'
        for name, value in {**headers, "Cache-Control": "no-cache"}.items()
    ]
    return "\n".join(
        [
            f"# {put} include /pad/naar/site/.nginx.conf;",
            *lines,
            f"error_page 404 {base}404.html;",
            "gzip on;",
            "gzip_types text/css application/javascript application/json application/manifest+json image/svg+xml;",
            r"location ~ /\. { deny all; }",
            "",
        ]
    )
