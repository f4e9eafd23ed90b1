"""What lets the site be installed and work without a network: the service worker, the manifest and its icons."""

import base64
import hashlib
import json
from pathlib import Path

from macros.content.content import Content
from macros.content.site import Site
from macros.own import colours
from macros.own.logo import picture
from macros.pages.render import render
from macros.source.files import below

WORKER, MANIFEST = "sw.js", "manifest.webmanifest"
#: What the pages that may not be old have to be now: the worker asks, since it cannot know a version after it.
CONTROL = "controle.json"
#: Fetched when somebody asks for them, or no part of what people read.
_NOT_KEPT = {".pdf", ".pptx", ".zip", ".map"}
_NOT_PAGES = {
    "404.html",
    "sitemap.xml",
    "sitemap.xml.gz",
    "search/search_index.json",
    WORKER,
    MANIFEST,
    CONTROL,
}
#: Icons of the home screen: name -> (pixels, white around the drawing as a share of the width).
ICONS = {"icoon-192.png": (192, 0.0), "icoon-512.png": (512, 0.0), "icoon-masker.png": (512, 0.15)}


def write(folder: Path, content: Content, site: Site, docs: Path, fresh: list[str]) -> None:
    """Add everything to the finished site in `folder`.

    Args:
        folder: where the site is.
        content: what it is about.
        site: its name and address.
        docs: holds the project's own icon.
        fresh: addresses of pages that may not be old when there is a network: they hold safety numbers.
    """
    drawing = (
        content.logo.svg
        if content.logo
        else (docs / "assets" / "img" / "icoon.svg").read_text(encoding="utf-8")
    )
    for name, (pixels, padding) in ICONS.items():
        (folder / "assets" / "img" / name).write_bytes(picture(drawing, pixels, padding))
    (folder / MANIFEST).write_text(
        json.dumps(manifest(content, site), ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )
    now = {address: sha256(folder / address) for address in fresh}
    (folder / CONTROL).write_text(json.dumps(now), encoding="utf-8")
    off = content.organisatie and not content.organisatie.offline
    (folder / WORKER).write_text(
        _off(content, site) if off else _on(folder, content, site, fresh), encoding="utf-8"
    )


def manifest(content: Content, site: Site) -> dict[str, object]:
    """The web app manifest; addresses in it are relative to the manifest itself."""
    own = content.organisatie
    icons = [
        {
            "src": f"assets/img/{name}",
            "sizes": f"{pixels}x{pixels}",
            "type": "image/png",
            "purpose": "maskable" if padding else "any",
        }
        for name, (pixels, padding) in ICONS.items()
    ]
    return {
        "name": site.naam,
        "short_name": own.roepnaam if own else content.onderwerp.korte_naam,
        "lang": content.taal.code,
        "dir": content.taal.direction,
        "start_url": "index.html",
        "scope": "./",
        "display": "standalone",
        "theme_color": colour(content),
        "background_color": colours.PAPER[0],
        "icons": icons,
    }


def colour(content: Content) -> str:
    """The colour of the header."""
    return content.kleur or colours.OURS


def _on(folder: Path, content: Content, site: Site, fresh: list[str]) -> str:
    files = {address: sha256(folder / address) for address in kept(folder)}
    version = hashlib.sha256(json.dumps(files).encode()).hexdigest()[:12]
    elsewhere = render("geen-papier.html.j2", content, site, WORKER)
    return render(
        "sw.js.j2",
        content,
        site,
        WORKER,
        bestanden=files,
        versie=version,
        vers=fresh,
        controle=CONTROL,
        geen_papier=elsewhere,
    )


def _off(content: Content, site: Site) -> str:
    return render("sw-uit.js.j2", content, site, WORKER)


def kept(folder: Path) -> list[str]:
    """The addresses of what a device keeps: everything that people read, hear or click, and no paper."""
    found = (
        path.relative_to(folder).as_posix()
        for path in below(folder)
        if path.is_file() and path.suffix not in _NOT_KEPT
    )
    return sorted(
        address
        for address in found
        if address not in _NOT_PAGES and not address.rpartition("/")[2].startswith((".", "_"))
    )


def sha256(path: Path) -> str:
    """The SHA-256 of a file in base64, as the worker reckons it."""
    return base64.b64encode(hashlib.sha256(path.read_bytes()).digest()).decode()
