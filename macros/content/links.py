"""Do links in the data to pages of this site lead somewhere? MkDocs cannot see them: they are HTML by then."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from macros.content.content import Content
from macros.source import markup
from macros.source.problems import Problem, did_you_mean
from macros.source.yaml_source import Path_, Source, Value


def known(content: Content, docs: Path) -> set[str]:
    """The addresses of all pages, from the root of the site; `docs` is the folder of the prose pages."""
    prose = {path.relative_to(docs).with_suffix(".html").as_posix() for path in docs.rglob("*.md")}
    return prose | content.adressen


def check(sources: Mapping[str, Source], known: Collection[str]) -> list[Problem]:
    """Every link in a text field to a page that is not there."""
    return [
        source.problem(path, f"De link naar '{page}' gaat nergens heen.{did_you_mean(page, known)}")
        for source in sources.values()
        for path, text in _texts(source.data, ())
        for page in (link.partition("#")[0] for link in markup.own_links(text))
        if page and page not in known
    ]


def _texts(value: Value, path: Path_) -> Iterator[tuple[Path_, str]]:
    if isinstance(value, str):
        yield path, value
    else:
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _texts(inner, (*path, key))
