"""The one exception of the command line: wrong use, or an environment that does not fit."""

import click

CLEAN, PROBLEMS, WRONG_USE, INTERRUPTED = 0, 1, 2, 130
"""The exit codes."""


class Failure(click.ClickException):
    """Something that the user has to change before the command can run; the message says what."""

    exit_code = WRONG_USE
