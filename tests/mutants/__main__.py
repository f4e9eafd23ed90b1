"""The command: `python tests/mutants --seed 1 --aantal 60`."""

import random
import sys
import tempfile
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(PROJECT), str(PROJECT / "tests")]

import click  # noqa: E402
import fork  # noqa: E402

import mutants  # noqa: E402
from mutants import faults, other  # noqa: E402
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
        root, packages, start = (
            fork.upstream(Path(place) / "project"),
            PROJECT / ".venv",
            time.perf_counter(),
        )
        workshop = (
            Measured(root, packages) if where == "python" else Whole(root, packages, other.PLACES[where][2])
        )
        click.echo(f"Gemeten welke test waar komt, in {_minutes(start)}.")
        for test in workshop.failed:
            click.echo(f"Slaagt zonder fout al niet, en telt niet mee: {test}")
        for seed in seeds:
            chosen = choose(root, seed, count, where, folder)
            start, caught = time.perf_counter(), 0
            click.echo("\n| plek | fout | gezien door |\n|---|---|---|")
            for path, fault in chosen:
                seen_by = workshop.seen_by(path, fault)
                caught += seen_by is not None
                shown = str(fault).replace("|", "\\|")
                click.echo(
                    f"| {path.relative_to(root).as_posix()}:{fault.line} | {fault.kind}: `{shown}` | {f'`{seen_by}`' if seen_by else '**niemand**'} |"
                )
            click.echo(
                f"\nSeed {seed}: {caught} van {len(chosen)} gezien ({caught / len(chosen):.0%}), in {_minutes(start)}."
            )


def _minutes(start: float) -> str:
    return f"{(time.perf_counter() - start) / 60:.1f} minuten"


def choose(
    root: Path, seed: int, count: int, where: str, folder: str = ""
) -> list[tuple[Path, faults.Fault]]:
    """Faults of every kind in turn, each at a random place below a folder."""
    chance = random.Random(seed)
    by_kind: dict[str, list[tuple[Path, faults.Fault]]] = {}
    for path in sorted(root.glob("macros/**/*.py" if where == "python" else other.PLACES[where][0])):
        if not path.is_relative_to(root / folder):
            continue
        source = path.read_bytes()
        for fault in faults.of(source, chance) if where == "python" else other.of(where, source, chance):
            by_kind.setdefault(fault.kind, []).append((path, fault))
    for found in by_kind.values():
        chance.shuffle(found)
    chosen: list[tuple[Path, faults.Fault]] = []
    while len(chosen) < count and any(by_kind.values()):
        chosen += [by_kind[kind].pop() for kind in sorted(by_kind) if by_kind[kind]]
    return chosen[:count]


if __name__ == "__main__":
    main()
