"""What is written to the standard streams, whatever they are connected to."""

import sys
from io import TextIOWrapper

import click

from journeybook.cli.failure import Failure


def write(text: str) -> None:
    """Write a result to standard output; click ends in silence when its reader has gone away."""
    try:
        click.echo(text, nl=False)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise Failure("The result cannot be written: is the disk full, or the output closed?") from error


def show_any_character() -> None:
    """Let a terminal without, say, Greek letters show their numbers in place of an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
