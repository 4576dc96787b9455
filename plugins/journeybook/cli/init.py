"""`journeybook init`: begin a new handbook that builds at once."""

import os
from pathlib import Path

import click

from journeybook import __version__
from journeybook.cli.terminal.failure import CLEAN, Failure
from journeybook.cli.terminal.files import write_files
from journeybook.cli.terminal.streams import tell, write
from journeybook.clock import today
from journeybook.edits import TextChange
from journeybook.scaffold import LANGUAGES, first_files, spoken_language


@click.command
@click.argument("folder", metavar="[DIR]", default=".")
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    help="German or English. Without it, German where this computer is set to German, else English.",
)
def init(folder: str, *, language: str | None) -> int:
    """Begin a handbook with a first journey, a persona and touchpoints.

    DIR is the folder for it, which is made if need be; without it, the handbook begins here. Its example
    is small and invented: change it, or delete it once there is something of your own.

    A file that exists is never overwritten: if there is one in the way, nothing is written.

    The exit code is 0 if the handbook is written, 2 if something is in the way.
    """
    texts = first_files(language or spoken_language(os.environ), __version__, today())
    changes = [
        TextChange(path=str(Path(folder, path)), before=None, after=text) for path, text in texts.items()
    ]
    there = [change.path for change in changes if os.path.lexists(change.path)]
    if there:
        paths = "".join(f"\n  {path}" for path in there)
        raise Failure(f"Nothing is written, since these files exist already:{paths}")
    write_files(changes)
    write("".join(f"{change.path}\n" for change in changes))
    tell(_what_now(folder))
    return CLEAN


def _what_now(folder: str) -> str:
    commands = ("journeybook check", "journeybook serve")
    if Path(folder) == Path():
        return f"Written. What you may do next:\n  {commands[0]}\n  {commands[1]}"
    return f"Written. What you may do next, in the folder '{folder}':\n  {commands[0]}\n  {commands[1]}"
