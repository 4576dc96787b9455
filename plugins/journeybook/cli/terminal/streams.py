"""Write to the standard streams, whatever they are connected to."""

import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from typing import Any, TextIO, TypeVar

import click

from journeybook.characters import shown_lines, unheard
from journeybook.cli.terminal.failure import Failure

_PATIENCE = 1.0
"""Seconds until somebody who waits is told for what."""
_WIPE = "\r\x1b[K"
F = TypeVar("F", bound=Callable[..., Any])


_QUIET = "journeybook.quiet"


def quiet_option() -> click.Option:
    """Return the option of all commands that leaves only results and errors of what they say."""
    return click.Option(
        ("-q", "--quiet"),
        is_flag=True,
        expose_value=False,
        callback=_hush,
        help="Print results and errors alone: no sum, no progress, no advice.",
    )


def _hush(context: click.Context, _parameter: click.Parameter, is_quiet: bool) -> None:  # noqa: FBT001 - click calls it so
    context.meta[_QUIET] = is_quiet


def _is_quiet() -> bool:
    context = click.get_current_context(silent=True)
    return context is not None and context.meta.get(_QUIET, False)


def write(text: str, *, has_color: bool | None = None, commands: bool = False) -> None:
    """Write a result to standard output; click ends in silence when its reader has gone away.

    A runner of continuous integration finds no commands in it, unless it is meant to.
    """
    try:
        click.echo(unheard(text, commands=commands), nl=False, color=has_color)
    except BrokenPipeError:
        raise
    except OSError as error:
        _give_up_output()
        raise Failure("The result cannot be written: is the disk full, or the output closed?") from error


def tell(text: str) -> None:
    """Write lines beside the result, to standard error, unless the command shall be quiet."""
    if not _is_quiet():
        click.echo(unheard(shown_lines(text)), err=True)


def _give_up_output() -> None:
    """Let what could not be written go nowhere, or the interpreter would try again, and fail, at its end."""
    with suppress(OSError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def show_any_character() -> None:
    """Let a terminal without, say, Greek letters show their numbers in place of an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def color_option(command: F) -> F:
    """Give a command the option `--color`, which it takes as `color`."""
    return click.option(
        "--color",
        type=click.Choice(("auto", "always", "never")),
        default="auto",
        show_default=True,
        help="auto: colours on a terminal, unless the variable NO_COLOR is set; FORCE_COLOR turns them on.",
    )(command)


def wants_color(choice: str) -> bool:
    """Whether standard output shall have colours: as chosen, else as NO_COLOR and FORCE_COLOR say."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (is_terminal(sys.stdout) and _knows_colors())


def _knows_colors() -> bool:
    return os.environ.get("TERM") != "dumb"


def is_terminal(stream: TextIO | None) -> bool:
    """Whether somebody sits at a stream; there is none where a shell has closed it."""
    return stream is not None and stream.isatty()


@contextmanager
def waiting(text: str) -> Iterator[None]:
    """Tell who sits at a terminal what takes so long, with the seconds, and wipe it when it is done."""
    if _is_quiet() or not is_terminal(sys.stderr) or not _knows_colors():
        yield
        return
    done = threading.Event()
    teller = threading.Thread(target=_tell, args=(text, done), daemon=True)
    teller.start()
    try:
        yield
    finally:
        done.set()
        teller.join()


def _tell(text: str, done: threading.Event) -> None:
    seconds = 0
    while not done.wait(_PATIENCE):
        seconds += 1
        click.echo(f"{_WIPE}{text} … {seconds} s", err=True, nl=False, color=True)
    if seconds:
        click.echo(_WIPE, err=True, nl=False, color=True)
