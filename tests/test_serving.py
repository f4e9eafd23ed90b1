"""`mkdocs serve`: what was saved is seen at once, on the page and in all that is made from it."""

import io
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.request import urlopen

import pytest
from building import MEASURING_COPY, copied, spoil
from pypdf import PdfReader

from macros.content.content import Content


@dataclass
class Served:
    """The project in `root` while it is being served; `at` is where, `log` what the server says."""

    root: Path
    at: str
    log: Path

    def get(self, address: str) -> bytes:
        with urlopen(self.at + address, timeout=60) as answer:
            body: bytes = answer.read()
            return body

    def change(self, file: str, old: str, new: str) -> None:
        """Save another text, and wait until the server has seen it."""
        path, before = self.root / file, self.said("Reloading browsers")
        text = path.read_text(encoding="utf-8")
        assert text.count(old) >= 1
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        self.wait("Reloading browsers", before + 1)

    def said(self, words: str) -> int:
        return self.log.read_text(encoding="utf-8").count(words)

    def wait(self, words: str, times: int = 1) -> None:
        for _ in range(600):
            if self.said(words) >= times:
                return
            time.sleep(0.1)
        raise AssertionError(f"'{words}' kwam niet:\n{self.log.read_text(encoding='utf-8')[-2000:]}")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    root = copied(tmp_path_factory.mktemp("serve") / "project")
    log = root / "log.txt"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    environment = {
        "PATH": "/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONUNBUFFERED": "1",
        **MEASURING_COPY,
    }
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "-a", place]
    with (
        log.open("w") as output,
        subprocess.Popen(command, cwd=root, env=environment, stdout=output, stderr=output) as server,
    ):
        try:
            found = Served(root, f"http://{place}/", log)
            found.wait("Serving on")
            yield found
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(timeout=60)


THEMES = "data/success_factors.yml"
PROMISE = "    belofte: "


@pytest.fixture(scope="module")
def first(content: Content) -> str:
    """The address of the page that shows the first promise in the data."""
    return content.themas[0].pagina


def test_a_changed_sentence_is_on_every_page_and_print(served: Served, first: str) -> None:
    served.change(THEMES, PROMISE, f"{PROMISE}Proefzin. ")
    assert b"Proefzin." in served.get(first)
    pdf = PdfReader(io.BytesIO(served.get("downloads/alle-themas.pdf")))
    assert any("Proefzin." in page.extract_text() for page in pdf.pages)
    served.change(THEMES, f"{PROMISE}Proefzin. ", f"{PROMISE}Zoekzin. ")
    assert b"Zoekzin." in served.get("search/search_index.json")


def test_a_new_page_is_there(served: Served) -> None:
    theme = (
        "  - id: x-buiten\n    titel: Buiten\n    kort: Wat buiten kan.\n    belofte: Je gaat naar buiten.\n"
    )
    factor = "\nfactoren:\n"
    first = (served.root / THEMES).read_text(encoding="utf-8").partition(factor)[2].split("\n  - id: ")[1]
    copied = re.sub(r"thema: [\w-]+", "thema: x-buiten", f"  - id: x-{first}")
    served.change(THEMES, factor, f"\n{theme}{factor}{copied}\n")
    assert b"Je gaat naar buiten." in served.get("themas/x-buiten.html")
    assert b"x-buiten.html" in served.get("themas/index.html")


def test_what_is_no_data_is_seen_too(served: Served) -> None:
    served.change("docs/privacy.md", "# ", "# Proefkop en ")
    assert served.get("privacy.html").count(b"Proefkop en") > 1, "in de tekst en in het menu"
    served.change("docs/assets/css/palet.css", ":root", ":root{--proef:1}:root")
    assert b"--proef:1" in served.get("index.html")


STANDS = "Je ziet nog de vorige versie."


def _weg(root: Path, wrong: str) -> str:
    prose = root / "docs" / "privacy.md"
    prose.write_text(f"{prose.read_text(encoding='utf-8')}\n{wrong}\n", encoding="utf-8")
    return "weg"


#: A mistake in the data, in a link, and in the call of a macro, each with the file in which it is made.
MISTAKES = (
    (THEMES, spoil),
    ("docs/privacy.md", partial(_weg, wrong="[weg](weg.md)")),
    ("docs/privacy.md", partial(_weg, wrong="{{ weg() }}")),
)


def test_after_a_mistake_the_site_that_stood_can_be_seen(served: Served, first: str) -> None:
    before = {
        address: served.get(address) for address in (first, "privacy.html", "downloads/alle-themas.pdf")
    }
    for file, make in MISTAKES:
        told, reloads, good = (
            served.said(STANDS),
            served.said("Reloading browsers"),
            (served.root / file).read_bytes(),
        )
        said = make(served.root)
        served.wait(STANDS, told + 1)
        served.wait("Reloading browsers", reloads + 1)
        assert served.said(said)
        for address, page in before.items():
            assert _page(served.get(address)) == _page(page), f"{address} na een fout in {file}"
        (served.root / file).write_bytes(good)
        served.wait("Reloading browsers", reloads + 2)
    assert served.said("An error happened") == 0


def _page(file: bytes) -> bytes:
    """Without the script of MkDocs, which is another at every request."""
    return file.partition(b"<script>")[0]


def test_code_that_cannot_be_seen_yet_is_told(served: Served) -> None:
    served.change("macros/content/version.py", '"""The version', '"""De versie, the version')
    assert served.said("Stop met Ctrl+C en begin opnieuw.") == 1
