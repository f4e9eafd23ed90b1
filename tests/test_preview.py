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
from pathlib import Path
from urllib.request import urlopen

import pytest
from building import MEASURING_COPY, copied, spoil
from pypdf import PdfReader


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
    environment = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1", **MEASURING_COPY}
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "-a", place]
    with log.open("w") as output, subprocess.Popen(command, cwd=root, env=environment, stdout=output, stderr=output) as server:
        try:
            found = Served(root, f"http://{place}/", log)
            found.wait("Serving on")
            yield found
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(timeout=60)


THEMES = "data/success_factors.yml"
PROMISE = "belofte: Je kijkt met nieuwe ogen"


def test_a_changed_sentence_is_on_every_page_and_print(served: Served) -> None:
    whole = served.said("Documentation built")
    served.change(THEMES, PROMISE, "belofte: Proefzin. Je kijkt met nieuwe ogen")
    assert b"Proefzin." in served.get("themas/vertrekpunt.html")
    assert b"Proefzin." not in served.get("themas/houding.html")
    assert served.said("Documentation built") == whole, "voor een bladzijde is niet alles opnieuw gemaakt"
    pdf = PdfReader(io.BytesIO(served.get("downloads/alle-themas.pdf")))
    assert any("Proefzin." in page.extract_text() for page in pdf.pages)
    assert served.said("Documentation built") == whole + 1
    served.change(THEMES, "belofte: Proefzin. ", "belofte: Zoekzin. ")
    assert b"Zoekzin." in served.get("search/search_index.json")


def test_a_new_page_is_there(served: Served) -> None:
    theme = "  - id: x-buiten\n    titel: Buiten\n    kort: Wat buiten kan.\n    belofte: Je gaat naar buiten.\n"
    factor = "\nfactoren:\n"
    first = (served.root / THEMES).read_text(encoding="utf-8").partition(factor)[2].split("\n  - id: ")[1]
    copied = re.sub(r"thema: [\w-]+", "thema: x-buiten", f"  - id: x-{first}")
    served.change(THEMES, factor, f"\n{theme}{factor}{copied}\n")
    assert b"Je gaat naar buiten." in served.get("themas/x-buiten.html")
    assert b"x-buiten.html" in served.get("themas/index.html")


def test_what_is_no_data_is_seen_too(served: Served) -> None:
    served.change("docs/privacy.md", "# Privacy", "# Privacy van de proef")
    assert b"Privacy van de proef" in served.get("privacy.html")
    served.change("docs/assets/css/palet.css", "--op-merk: #fff", "--op-merk: #fffffe")
    assert b"--op-merk:#fffffe" in served.get("index.html")


def test_a_mistake_is_told_and_the_page_that_stood_stays(served: Served) -> None:
    path = served.root / THEMES
    good = path.read_text(encoding="utf-8")
    served.wait(spoil(served.root))
    served.wait("Je ziet nog de vorige versie.")
    assert b"Van het goede uitgaan" in served.get("themas/vertrekpunt.html")
    before = served.said("Reloading browsers")
    path.write_text(good, encoding="utf-8")
    served.wait("Reloading browsers", before + 1)
    assert b"Van het goede uitgaan" in served.get("themas/vertrekpunt.html")
    assert served.said("Traceback") == served.said("An error happened") == 0
