"""The project's own pages in `docs`, looked at before MkDocs reads them: what it would say of them is English, or late."""

from pathlib import Path

from macros.own import markdown
from macros.source import files, front_matter
from macros.source.problems import DataError, Position, Problem


def check(docs: Path) -> list[Problem]:
    """What is no ordinary file, no text, or too much to be read soon."""
    problems = files.strange(docs)
    for path in files.visible(docs, ".md") if not problems else ():
        name = f"docs/{path.relative_to(docs).as_posix()}"
        try:
            text = files.text(path, name)
            front_matter.look(text, name)
            markdown.bound(text)
        except DataError as error:
            problems += error.problems
        except markdown.TooMuch as much:
            problems.append(Problem(name, Position.at(text, max(0, text.find(much.typed))), much.text))
    return problems
