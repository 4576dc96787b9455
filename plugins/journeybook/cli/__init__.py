"""The command line: one module a command, each a function that returns its exit code."""

from collections.abc import Mapping
from copy import copy
from importlib import import_module
from itertools import chain
from keyword import iskeyword
from pathlib import Path
from typing import Never

import click

from journeybook import __version__
from journeybook.cli.terminal.failure import INTERRUPTED, Failure
from journeybook.cli.terminal.streams import quiet_option, show_any_character
from journeybook.clock import NotADay
from journeybook.findings import listed, nearest, quoted

_SUMMARIES: Mapping[str, Mapping[str, str]] = {
    "Write": {
        "init": "Begin a handbook with a first journey and persona.",
        "new": "Begin a journey, persona, touchpoint, stage, team and so on.",
        "rename": "Change an id everywhere it is named.",
        "refs": "List every place that names something.",
        "impact": "List the steps that a failure of something touches.",
    },
    "Bring in": {
        "import": "Bring in sheets, boards and diagrams, as drafts.",
    },
    "Check": {
        "check": "Say what is wrong in a folder of journeys, and where.",
        "explain": "Explain a rule of `check`, with a bad and a good example.",
    },
    "Review": {
        "diff": "Say what has changed between two states of a handbook.",
        "log": "Say what the latest commits changed, newest first.",
        "digest": "Sum up what happened since a day.",
        "codeowners": "Write who is asked to review which file.",
    },
    "Publish": {
        "serve": "Show the handbook on this computer while you write it.",
        "build": "Write the handbook as a site that can be published.",
        "pdf": "Write the maps of journeys as PDF, PNG or both.",
        "export": "Write the handbook as slides, as data, or for other builders.",
        "csp": "Print a strict Content-Security-Policy for a built site.",
    },
    "Set up": {
        "completion": "Print a script for commands, options and ids by Tab.",
        "schema": "Write the JSON Schema of the files of a handbook.",
    },
}
"""The commands by what they are for, a line on each; a command's module and function are called the same.

Where Python has the word for itself, an underscore follows it.
"""
_COMMANDS = tuple(sorted(chain.from_iterable(_SUMMARIES.values())))
_WIDEST = max(map(len, _COMMANDS))


class Commands(click.Group):
    """A group that ends the program with the exit code of its command, and imports no other command."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click calls it so
        """Name all commands."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click calls it so
        """Import the command that was typed."""
        if cmd_name not in _COMMANDS:
            return None
        name = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command: click.Command = copy(getattr(import_module(f"journeybook.cli.{name}"), name))
        if not command.ignore_unknown_options:  # these hand their options over
            command.params = [*command.params, quiet_option()]
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that was typed, or say which one was meant."""
        if args[0] not in _COMMANDS and not args[0].startswith("-"):
            hint = nearest(args[0], _COMMANDS) or f" There are {listed(_COMMANDS, 'and')}."
            raise Failure(f"There is no command {quoted(args[0])}.{hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click calls it so
        """List the commands by what they are for, without importing any."""
        for title, summaries in _SUMMARIES.items():
            with formatter.section(title):
                formatter.write_dl([(name.ljust(_WIDEST), line) for name, line in summaries.items()])

    def invoke(self, ctx: click.Context) -> Never:
        """Run the command; Ctrl-C ends it in silence."""
        show_any_character()
        try:
            ctx.exit(super().invoke(ctx))
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)
        except NotADay as error:
            raise Failure(str(error)) from error
        except FileNotFoundError as error:
            if _has_working_folder():
                raise
            raise Failure("The folder that you work in is gone. Go to one that is there.") from error


def _has_working_folder() -> bool:
    try:
        return bool(Path.cwd())
    except FileNotFoundError:
        return False


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", prog_name="journeybook")
def main() -> None:
    """Write customer journeys as text files, check them, review their changes, and publish a handbook.

    What a command does, and its options: journeybook COMMAND --help
    """
