"""A command line that speaks as the site does: its help, what somebody typed that is no command, and what was refused."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, NoReturn

import click

from macros.source.computer import Refused, refused
from macros.source.problems import DataError, did_you_mean, shown
from macros.talen import N_, _

#: click's own words in a help text -> ours.
_WORDS = {
    "Usage:": N_("Zo:"),
    "[OPTIONS]": N_("[KEUZES]"),
    "COMMAND [ARGS]...": N_("OPDRACHT …"),
    "Options:": N_("Keuzes:"),
    "Commands:": N_("Opdrachten:"),
    "[required]": N_("[moet]"),
    "Show this message and exit.": N_("Laat dit zien."),
}


class _Command(click.Command):
    def get_help(self, ctx: click.Context) -> str:
        """The help text."""
        return _ours(super().get_help(ctx))


def _ours(text: str) -> str:
    for english, dutch in _WORDS.items():
        text = text.replace(english, _(dutch))
    return text


class Commands(_Command, click.Group):
    """A group of commands. Whatever goes wrong in one is said, and ends with 1; what was typed wrong ends with 2."""

    command_class = _Command
    group_class = type

    def main(self, args: Sequence[str] | None = None, **options: Any) -> NoReturn:  # type: ignore[override]
        """Run the command in `args`, or what was typed."""
        open_up()
        typed, said = [*(sys.argv[1:] if args is None else args)], ""
        try:
            code = super().main(typed, **options | {"standalone_mode": False}) or 0
            sys.stdout.flush()
        except click.UsageError as error:
            said, code = _usage(error, typed, click.Context(self, info_name=options.get("prog_name"))), 2
        except click.Abort:
            said, code = "\n" + _("Gestopt. Er is niets geschreven."), 1
        except DataError as error:
            annotate(error)
            said, code = str(error), 1
        except Refused as error:
            said, code = str(error), 1
        except OSError as error:
            said, code = refused(error), 1
        _finish(said)
        sys.exit(code)


def _finish(said: str) -> None:
    """Say what went wrong, to who can hear it; what could not be written is not tried again."""
    try:
        sys.stdout.flush()
    except OSError:
        with suppress(OSError):
            sys.stdout.close()
    with suppress(OSError):
        click.echo(said, nl=bool(said), err=True)


def _usage(error: click.UsageError, typed: Sequence[str], context: click.Context) -> str:
    """What was typed that cannot be, and how it should be; `context` is that of the whole where the error names none."""
    context = error.ctx or context
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return _ours(context.get_help())
    group, hint = context.command, ""
    if isinstance(error, click.exceptions.NoSuchCommand) and isinstance(group, click.Group):
        hint = did_you_mean(error.command_name, group.commands)
    if isinstance(error, click.MissingParameter) and error.param:
        name = (
            error.param.opts[0]
            if isinstance(error.param, click.Option)
            else error.param.make_metavar(context)
        )
        hint = " " + _("Hier mist: {naam}.").format(naam=name)
    wrong = _("Dit klopt niet: '{opdracht}'.").format(opdracht=shown(" ".join(typed)))
    more = _("Uitleg: {opdracht}").format(opdracht=f"{context.command_path} --help")
    return "\n".join([wrong + hint, _ours(context.get_usage()), more])


def open_up() -> None:
    """Let a terminal that lacks a sign of ours show something else in its place."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, ValueError, OSError):  # no terminal, but something that listens
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]


def annotate(error: DataError) -> None:
    """Tell GitHub, where it listens, at which line it is wrong."""
    if os.environ.get("GITHUB_ACTIONS") == "true":
        click.echo("\n".join(problem.as_github_annotation() for problem in error.told))
