"""The command: `python tests/mutants --seed 1 --aantal 60`."""

import random
import sys
import tempfile
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
PACKAGES = PROJECT / ".venv"
sys.path[:0] = [str(PROJECT), str(PROJECT / "tests")]

import click  # noqa: E402
import fork  # noqa: E402

import mutants  # noqa: E402
from mutants import faults, other  # noqa: E402
from mutants.faults import Fault  # noqa: E402
from mutants.running import Measured, Whole  # noqa: E402


@click.command(help=mutants.__doc__)
@click.option(
    "--seed",
    "seeds",
    type=int,
    multiple=True,
    default=[1],
    help="Welke fouten: hetzelfde getal geeft dezelfde. Mag vaker.",
)
@click.option("--aantal", "count", default=60, help="Hoeveel fouten per seed.")
@click.option("--map", "folder", default="", help="Alleen in deze map, zoals macros/paper.")
@click.option(
    "--soort", "where", type=click.Choice(["python", *other.PLACES]), default="python", help="Waar ze komen."
)
def main(seeds: tuple[int, ...], count: int, folder: str, where: str) -> None:
    """Make the faults one by one, and print a table."""
    with tempfile.TemporaryDirectory() as place:
        start, root = time.perf_counter(), fork.upstream(Path(place) / "project")
        there = other.PLACES.get(where)
        workshop = Whole(root, PACKAGES, there.tests) if there else Measured(root, PACKAGES)
        click.echo(f"Klaar om te beginnen na {_minutes(start)}.")
        for test in workshop.failed:
            click.echo(f"Slaagt zonder fout al niet, en telt niet mee: {test}")
        for seed in seeds:
            chosen = choose(root, seed, count, where, folder)
            start, caught = time.perf_counter(), 0
            click.echo("\n| plek | fout | gezien door |\n|---|---|---|")
            for path, fault in chosen:
                seen_by = workshop.seen_by(path, fault)
                caught += seen_by is not None
                place = f"{path.relative_to(root).as_posix()}:{fault.line}"
                shown = str(fault).replace("|", "\\|")
                click.echo(
                    f"| {place} | {fault.kind}: `{shown}` | {f'`{seen_by}`' if seen_by else '**niemand**'} |"
                )
            share = f"{caught} van {len(chosen)} gezien ({caught / len(chosen):.0%})"
            click.echo(f"\nSeed {seed}: {share}, in {_minutes(start)}.")


def _minutes(start: float) -> str:
    return f"{(time.perf_counter() - start) / 60:.1f} minuten"


def choose(root: Path, seed: int, count: int, where: str, folder: str = "") -> list[tuple[Path, Fault]]:
    """Faults of every kind in turn, each at a random place below a folder."""
    chance = random.Random(seed)
    by_kind: dict[str, list[tuple[Path, Fault]]] = {}
    files = other.PLACES[where].files if where in other.PLACES else "macros/**/*.py"
    for path in (path for path in sorted(root.glob(files)) if path.is_relative_to(root / folder)):
        source = path.read_bytes()
        for fault in other.of(where, source, chance) if where in other.PLACES else faults.of(source, chance):
            by_kind.setdefault(fault.kind, []).append((path, fault))
    for found in by_kind.values():
        chance.shuffle(found)
    chosen: list[tuple[Path, Fault]] = []
    while len(chosen) < count and any(by_kind.values()):
        chosen += [by_kind[kind].pop() for kind in sorted(by_kind) if by_kind[kind]]
    return chosen[:count]


if __name__ == "__main__":
    main()
