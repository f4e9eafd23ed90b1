"""The computer refuses, or holds something else than a file: a sentence in Dutch, never a traceback, and never silence."""

import errno
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from attacks import laid_out
from building import environment_of, run
from conftest import PROJECT

from macros.content.load import load
from macros.content.version import LAST
from macros.source.problems import DataError

CHECK = [sys.executable, "-m", "macros", "check"]
BUILD = [sys.executable, "-m", "mkdocs", "build", "--strict", "-q"]
END = "Er is niets veranderd aan de site."
#: The words of the operating system itself, of Python and of click.
ENGLISH = {
    *map(
        os.strerror,
        (errno.ENOENT, errno.EACCES, errno.EISDIR, errno.ELOOP, errno.EIO, errno.ENOSPC, errno.EROFS),
    )
}
ENGLISH |= {"Traceback", "Error", "Exception", "Usage", "Aborted", "invalid"}


@pytest.fixture
def project(whole: Path, tmp_path: Path) -> Path:
    """A project with the small set, and the files of an organisation that fills in everything."""
    return laid_out(tmp_path / "project", whole, {})


def _refused(said: str) -> bool:
    """Is this what people can use?"""
    return said.rstrip().endswith(END) and not any(word in said for word in ENGLISH)


@pytest.mark.parametrize(
    ("command", "most"),
    [
        ("macros check", 40),
        ("macros cijfers", 10),
        ("macros schema --map gemaakt", 10),
        ("macros bewerker gemaakt --repo naam/kopie", 10),
        ("macros export gemaakt", 12),
        ("mkdocs build -q -d gemaakt", 12),
    ],
)
def test_wherever_our_code_reads_or_writes(command: str, most: int, project: Path) -> None:
    """Each place in our code in turn, each fault in turn, as many as there is time for."""
    harness = Path(__file__).parent / "faults.py"
    done = subprocess.run(
        [sys.executable, str(harness), command, str(most)], cwd=project, env=environment_of(), capture_output=True, text=True,
        timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    runs = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(runs) >= min(most, 9)
    for place, path, fault, code, said in runs:
        kept = path.startswith(".cache/") and code == 0  # it is only made again
        assert kept or (code == 1 and _refused(said)), (place, path, fault, code, said)


def _folder(path: Path) -> None:
    path.mkdir()


def _dead(path: Path) -> None:
    path.symlink_to("weg")


def _loop(path: Path) -> None:
    path.symlink_to(path.name)


OTHER: dict[str, Callable[[Path], None]] = {
    "map": _folder,
    "dode link": _dead,
    "rondje": _loop,
    "fifo": os.mkfifo,
}


@pytest.fixture
def content(whole: Path, tmp_path: Path) -> Path:
    """Only what `load` reads: the small set, with a picture in `docs` and one of the organisation."""
    root = shutil.copytree(whole, tmp_path / "inhoud")
    for folder in ("docs", "organisatie/paginas"):
        shutil.copy(PROJECT / "tests" / "kopie" / "paginas" / "boom.png", root / folder / "boom.png")
    load(root)
    return root


@pytest.fixture
def soon() -> Iterator[None]:
    """Who waits for a pipe that nobody writes in is woken."""

    def wake(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, wake)
    signal.alarm(20)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize("what", OTHER)
def test_something_else_where_a_file_belongs(what: str, content: Path, soon: None) -> None:
    """Every file of the content in turn is something else for a while."""
    for path in (path for path in content.rglob("*") if path.is_file()):
        if what == "map" and path.parent.name == "docs" and path.suffix != ".md":
            continue  # a folder may have any name
        file, raw = path.relative_to(content).as_posix(), path.read_bytes()
        path.unlink()
        OTHER[what](path)
        with pytest.raises(DataError) as error:
            load(content)
        said = str(error.value)
        assert _refused(said), said
        assert file in said or (file in said.replace("'", "organisatie/", 1) and "logo" in said), said
        path.rmdir() if what == "map" else path.unlink()
        path.write_bytes(raw)


@pytest.mark.parametrize("folder", ["data", "docs", "overrides"])
def test_a_folder_that_is_missing_is_named(folder: str, project: Path) -> None:
    shutil.rmtree(project / folder)
    done = run(CHECK, project)
    assert done.returncode == 1
    assert _refused(done.stderr), done.stderr
    assert folder in done.stderr


def test_nobody_needs_a_folder_of_ones_own(project: Path) -> None:
    shutil.rmtree(project / "organisatie")
    for command in (CHECK, BUILD):
        done = run(command, project)
        assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(
            ("SOURCE_DATE_EPOCH", value)
            for value in ("-1", "99999999999999999999", str(LAST + 1), "gisteren", "1.5", "²")
        ),
        *(
            ("SITE_URL", value)
            for value in ("onzin", "/", "ftp://a.example/", "https://", "https://[", "https://a b/")
        ),
    ],
)
def test_an_environment_that_cannot_be(name: str, value: str, project: Path) -> None:
    for command in (CHECK, BUILD):
        done = run(command, project, **{name: value})
        said = done.stdout + done.stderr
        assert done.returncode == 1
        assert _refused(said), said
        assert name in said
        assert f"'{value}'" in said


def test_an_environment_that_says_nothing(project: Path) -> None:
    for command in (CHECK, BUILD):
        done = run(command, project, SOURCE_DATE_EPOCH="", SITE_URL="")
        assert done.returncode == 0, done.stderr
    assert run(BUILD, project, SOURCE_DATE_EPOCH=str(LAST)).returncode == 0


@pytest.mark.parametrize("encoding", ["latin-1", "ascii", "cp437"])
def test_a_terminal_without_our_signs(encoding: str, project: Path) -> None:
    done = run(CHECK, project, PYTHONIOENCODING=encoding)
    assert done.returncode == 0
    assert "\nAlles klopt. " in done.stdout
    assert done.stderr == ""


def test_a_site_that_is_a_file_stays(project: Path) -> None:
    (project / "site").write_text("van mij", encoding="utf-8")
    done = run(BUILD, project)
    assert done.returncode == 1
    assert "'site' is een bestand, en hier hoort een map." in done.stdout.replace(f"{project}/", "")
    assert (project / "site").read_text(encoding="utf-8") == "van mij"


def test_a_site_that_is_elsewhere_stays_there(project: Path) -> None:
    (project / "elders").mkdir()
    (project / "site").symlink_to("elders")
    assert run(BUILD, project).returncode == 0
    assert (project / "site").is_symlink()
    assert (project / "elders" / "index.html").is_file()


def test_what_cannot_be_said_is_told_to_who_can_hear(project: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            CHECK,
            cwd=project,
            env=environment_of(),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr == f"De schijf is vol. Maak ruimte vrij. {END}\n"


def test_a_letter_that_nobody_can_read_is_asked_again(project: Path) -> None:
    (project / "organisatie" / "organisatie.yml").unlink()
    done = subprocess.run(
        [sys.executable, "-m", "macros", "nieuw", "organisatie"], cwd=project, env=environment_of(),
        input=b"Caf\xe9\nDe Boom\n" + b"\n" * 9, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "Dit bestand is geen UTF-8." in done.stdout.decode()
    assert load(project).organisatie.naam == "De Boom"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"site_name: [\n", "mkdocs.yml:2:1: "),
        (b"caf\xe9: x\n", "mkdocs.yml:1:4: Dit bestand is geen UTF-8."),
        (b"", "mkdocs.yml:1:1: 'site_name' hoort hier te staan, als een tekst."),
        (
            b"site_name: x\ntheme: material\n",
            "mkdocs.yml:2:1: 'theme' hoort hier te staan, als een groep velden.",
        ),
    ],
)
def test_settings_that_nobody_can_read(raw: bytes, said: str, project: Path) -> None:
    (project / "mkdocs.yml").write_bytes(raw)
    done = run(CHECK, project)
    assert done.returncode == 1
    assert said in done.stderr
    assert _refused(done.stderr), done.stderr


def test_settings_of_which_only_mkdocs_makes_something(project: Path) -> None:
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("\nteken: !!python/name:material.extensions.emoji.twemoji\nelders: !relative x\n")
    done = run(CHECK, project)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    "typed",
    [
        ["exprt"],
        ["export"],
        ["export", "--x"],
        ["export", "a", "b"],
        ["schema", "--map"],
        ["bewerker", "a"],
        [],
    ],
)
def test_what_is_no_command(typed: list[str], project: Path) -> None:
    done = run([sys.executable, "-m", "macros", *typed], project)
    assert done.returncode == 2
    assert "Zo: python -m macros" in done.stderr
    assert not any(word in done.stdout + done.stderr for word in ENGLISH)
