"""Files as nobody means them, made from real ones: whatever is in one, the answer comes soon, in Dutch or as a site.

By hand, for twenty minutes: PYTHONPATH=.:tests python tests/fuzz.py 20. What it finds it writes into the folder `vondsten`; a case of
it belongs in `test_fuzz.py`.
"""

import hashlib
import json
import os
import random
import re
import resource
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import yaml
from garden import garden, own_files
from markdown import Markdown

from macros.content.load import load
from macros.content.site import Site
from macros.own.markdown import EXTENSIONS
from macros.pages import listing, site_map
from macros.pages.page_macros import PageMacros
from macros.paper import prints
from macros.source import front_matter
from macros.source.files import MAX_BYTES
from macros.source.problems import MOST, DataError

FOUND = Path("vondsten")
#: What one file may cost: seconds of work, and bytes of memory beside what the tests hold already.
SECONDS, MEMORY = 5, 200_000_000
ENGLISH = re.compile(r"\b(should|must|invalid|input|expected|Traceback|Error)\b")

#: Values that people do not type, or not here.
STRANGE: list[Any] = [
    "", " ", "~", "null", "ja", "-1", "0", "1e999", "2026-02-30", "[]", "{}", [], {}, [[]], {"": ""}, {"id": "x"},
    "\u200b", "\x00", "\ufeff", "a\u0301" * 50, "\U0001f469\u200d\U0001f467", "\u202e", "\u2028", "é" * 70,
    "x-" + "a" * 58, "con", "index", "__proto__", "../../etc/passwd", "javascript:alert(1)", "https://[", "mailto:",
    "[a](b.html)", "[a](#b)", "[a](hulp.html#zo)", "**a", "*a*", "``` js", "{{ x }}", "{% x %}", "<b>", "&lt;", "@stijl@",
]  # fmt: skip
#: What a file may be full of.
TOKENS = [
    "[", "]", "(", "{", "}", "*", "**", "_", "`", "```\n", "~~~\n", "# ", "\n", "    ", "- ", "- a\n", "> ", "| a ", "|", "a: b\n",
    "a:\n  ", "&a ", "*a ", "? ", "! ", "!!! note\n    ", "[a](b.html) ", "![a](b.png) ", "[^1]", "[^1]: a\n", "*[a]: b\n", "<b>",
    "<!--", "&#1;", "/*", "a{", "}", "url(", "<g>", "<g a='b'/>", "<style>", "<use href='#a'/>", "{{ x }}", "{#", "x", "\\", "\\\"", "é", "\u200b", "\U0001f600", "\t", "\r", "\x00", ": ", "=== \"a\"\n", "a\n\n",
    "https://a.example ", "<https://a.example>", "1. ", "[a]: b\n", "a\n: b\n", "- [ ] ", "{ .a }", "\n---\n", "%", "'", '"',
]  # fmt: skip
Path_ = tuple[str | int, ...]


def mutated(raw: bytes, yml: bool, luck: random.Random) -> bytes:
    """A file that looks like this one, changed in one to four ways."""
    for _ in range(luck.choice([1, 1, 2, 3, 4])):
        change = luck.choice([_tree, _tree, _text, _bytes]) if yml else luck.choice([_text, _text, _bytes])
        with suppress(RecursionError):  # what is too deep for us stays as deep as it is
            raw = change(raw, luck)[:MAX_BYTES]
    return raw


def _tree(raw: bytes, luck: random.Random) -> bytes:
    """Other values, at places of the file."""
    try:
        data = yaml.load(raw, Loader=yaml.CBaseLoader)
    except yaml.YAMLError:
        return _text(raw, luck)
    places = [path for path in _places(data) if path]
    if not places:
        return _text(raw, luck)
    path = luck.choice(places)
    inside, key = _at(data, path[:-1]), path[-1]
    what = luck.randrange(8)
    if what == 0:
        del inside[key]
    elif what == 1 and isinstance(inside, list):
        inside += [inside[key]] * _at_most(luck.choice([1, 2, 100, 3000]), json.dumps(inside[key]))
    elif what == 2:
        inside[key] = _copied(_at(data, luck.choice(places)))
    elif what == 3:
        deep = inside[key]
        for _ in range(luck.choice([1, 5, 28, 31, 200])):
            deep = [deep] if luck.random() < 0.5 else {"a": deep}
        inside[key] = deep
    elif what == 4 and isinstance(inside, dict):
        inside[luck.choice(["", "x", str(key) + "n", "id", *map(str, inside)])] = inside.pop(key)
    elif what == 5 and isinstance(inside[key], str):
        inside[key] = (inside[key] or "x") * _at_most(luck.choice([2, 50, 1000, 20_000]), inside[key])
    elif what == 6 and isinstance(inside, dict):
        inside |= {f"veld{number}": "x" for number in range(luck.choice([1, 300, 20_000]))}
    else:
        inside[key] = luck.choice(STRANGE)
    return json.dumps(data, ensure_ascii=luck.random() < 0.5, indent=luck.choice([None, 1])).encode(
        "utf-8", "replace"
    )


def _at_most(often: int, text: str) -> int:
    """How often, but not so often that it is much more than a file may hold."""
    return min(often, 1 + MAX_BYTES // (len(text) or 1))


def _text(raw: bytes, luck: random.Random) -> bytes:
    """Parts of the text elsewhere, away, or many times; or something that many a file has, very often."""
    text = raw.decode(errors="replace")
    start = luck.randrange(len(text) + 1)
    end = min(len(text), start + luck.choice([1, 3, 20, 200, 5000]))
    part = luck.choice([text[start:end], *(luck.choice(TOKENS) for _ in range(3))]) or "x"
    often = luck.choice([0, 1, 2, 40, 1000, 30_000, 1_000_000])
    more = part * _at_most(often, part)
    return (text[:start] + more + text[luck.choice([start, end]) :]).encode(errors="replace")


def _bytes(raw: bytes, luck: random.Random) -> bytes:
    """Some bytes are others."""
    made = bytearray(raw)
    for _ in range(luck.choice([1, 3, 30])):
        at = luck.randrange(len(made) + 1)
        made[at : at + luck.randrange(3)] = luck.randbytes(luck.randrange(4))
    return bytes(made)


def _places(value: Any, path: Path_ = ()) -> Iterator[Path_]:
    yield path
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in inside:
        yield from _places(inner, (*path, key))


def _at(value: Any, path: Path_) -> Any:
    for key in path:
        value = value[key]
    return value


def _copied(value: Any) -> Any:
    return json.loads(json.dumps(value))


def complaint(root: Path, target: str, raw: bytes) -> str:
    """What is wrong with the answer to this file among the content in `root`; empty where nothing is.

    It runs in a process of its own, with the limits above.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.dup2(writing, 2)
        code = 1
        try:
            held = int(Path("/proc/self/statm").read_text().split()[5]) * resource.getpagesize()
            resource.setrlimit(resource.RLIMIT_DATA, (held + MEMORY, held + MEMORY))
            resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
            (root / target).write_bytes(raw)
            _answer(root, target)
            code = 0
        except BaseException:
            os.write(writing, traceback.format_exc().encode(errors="replace")[-3000:])
        os._exit(code)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read().decode(errors="replace")
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return "" if code == 0 else said or f"ended with {code}: longer than {SECONDS} s"


def _answer(root: Path, target: str) -> None:
    """Load, and show what was loaded; fails when either is not as it should be."""
    try:
        content = load(root)
    except DataError as error:
        told = error.lines()
        assert 2 <= len(told) <= MOST + 2
        assert all(len(line) < 2000 for line in told), max(map(len, told))
        for problem in error.told:
            assert problem.position.line >= 1
            assert problem.position.column >= 1
            assert not ENGLISH.search(re.sub(r"'[^']*'|\(.*\)", "", problem.text)), problem
        return
    docs = {path.relative_to(root / "docs").as_posix(): path for path in (root / "docs").rglob("*.md")}
    titles = {
        source: front_matter.title(path.read_text(encoding="utf-8"), source) for source, path in docs.items()
    }
    site = Site("De moestuin", "https://tuin.example/", "Vrij")
    pages = site_map.pages(
        content, {page.source: "Titel" for page in listing.PAGES if not page.macro} | titles
    )
    macros = PageMacros(content, site, pages, prints.Prints(()))
    for page in pages:
        if page.macro:
            macros.make(page.macro, page.url, page.about)
    list(prints.plans(content, site))
    if target.startswith("docs/"):
        Markdown(extensions=[*EXTENSIONS], extension_configs=EXTENSIONS).convert(
            docs[target[5:]].read_text(encoding="utf-8")
        )


def tried(root: Path, seed: int) -> tuple[str, bytes, str]:
    """One file of the content in `root`, mutated: its path, its bytes, and what is wrong with the answer."""
    luck = random.Random(seed)
    files = [path for path in sorted(root.rglob("*")) if path.suffix in {".yml", ".md", ".svg"}]
    path = luck.choice(files)
    good = path.read_bytes()
    raw = mutated(good, path.suffix == ".yml", luck)
    target = path.relative_to(root).as_posix()
    try:
        return target, raw, complaint(root, target, raw)
    finally:
        path.write_bytes(good)


def keep(target: str, raw: bytes) -> Path:
    """Write down a find: its name says where it belongs."""
    name = f"{target.replace('/', '__')}.{hashlib.sha256(raw).hexdigest()[:8]}"
    FOUND.mkdir(exist_ok=True)
    (FOUND / name).write_bytes(raw)
    return FOUND / name


def main(minutes: float, first: int) -> None:
    """Try for so many minutes, from a seed on."""
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
        root = Path(folder) / "moestuin"
        garden(root, own_files(hiding=True))
        end, seed, wrong = time.monotonic() + 60 * minutes, first, 0
        while time.monotonic() < end:
            target, raw, said = tried(root, seed)
            if said:
                wrong += 1
                print(f"== {seed} {keep(target, raw).name} ({len(raw)} bytes)\n{said[-700:]}", flush=True)
            seed += 1
    print(f"{seed - first} bestanden, {wrong} vondsten")


if __name__ == "__main__":
    main(float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0)
