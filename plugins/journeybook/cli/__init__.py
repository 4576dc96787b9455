"""The command line: one module a command, each a function that returns its exit code."""

from importlib import import_module
from pathlib import Path
from typing import Never

import click

from journeybook import __version__
from journeybook.cli.terminal.failure import INTERRUPTED, Failure
from journeybook.cli.terminal.streams import show_any_character
from journeybook.clock import NotADay

_COMMANDS = (
    "check",
    "completion",
    "csp",
    "diff",
    "digest",
    "explain",
    "impact",
    "init",
    "log",
    "new",
    "pdf",
    "refs",
    "rename",
    "schema",
)
"""The commands that can be typed; a command's module and its function are called the same."""


class Commands(click.Group):
    """A group that ends the program with the exit code of its command, and imports no other command."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click calls it so
        """Name all commands."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click calls it so
        """Import the command that was typed."""
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"journeybook.cli.{cmd_name}"), cmd_name)
        return command

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
@click.version_option(__version__, prog_name="journeybook")
def main() -> None:
    """Check the customer journeys of a handbook that is written as text files, print and publish them."""
