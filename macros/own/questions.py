"""Asks who the organisation is and writes its `organisatie.yml`: for who has a terminal."""

import json
import os
from pathlib import Path

import click

from macros.model import OrganisatieBestand
from macros.source.computer import Refused
from macros.source.files import put
from macros.source.problems import DataError
from macros.source.validate import Context, validate
from macros.source.yaml_source import parse
from macros.talen import _

FILE = Path("organisatie/organisatie.yml")
SCHEMA = "# yaml-language-server: $schema=../data/schema/organisatie.schema.json\n"


def ask(root: Path, land: str) -> Path:
    """Ask every field, each until its answer is right, and write the file; `land` is where phone numbers lie.

    Raises:
        Refused: the file is there already; it stays as it is.
    """
    path = root / FILE
    if os.path.lexists(path):
        said = _("{bestand} is er al. Verander dat bestand, of haal het eerst weg.")
        raise Refused(said.format(bestand=FILE.as_posix()))
    answers: dict[str, str] = {}
    for name, field in OrganisatieBestand.model_fields.items():
        question = _(field.description or name).rstrip(".")
        if not field.is_required():
            question = _("{vraag} (leeg mag)").format(vraag=question)
        if answer := _ask(name, question, field.is_required(), land):
            answers[name] = answer
    put(path, _as_yaml(answers))
    return path


def _ask(name: str, question: str, required: bool, land: str) -> str:
    while True:
        answer: str = click.prompt(question, default="", show_default=False).strip()
        if not answer and not required:
            return ""
        complaint = _complaint(name, answer, land)
        if complaint is None:
            return answer
        click.echo(complaint)


def _complaint(name: str, answer: str, land: str) -> str | None:
    """What is wrong with one answer, as `check` says it."""
    try:
        source = parse(
            _as_yaml({"naam": "x", name: answer}).encode("utf-8", "surrogatepass"), FILE.as_posix()
        )
    except DataError as error:
        return error.problems[0].text
    problems = validate(source, OrganisatieBestand, Context(land))[1]
    return problems[0].text if problems else None


def _as_yaml(answers: dict[str, str]) -> str:
    """A JSON string is a YAML string too, whatever is in it."""
    return SCHEMA + "".join(
        f"{name}: {json.dumps(answer, ensure_ascii=False)}\n" for name, answer in answers.items()
    )
