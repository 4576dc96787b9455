"""The one exception of the command line: wrong use, or an environment that does not fit."""

import click

from journeybook.characters import shown_lines, unheard

CLEAN, PROBLEMS, WRONG_USE, INTERRUPTED = 0, 1, 2, 130
"""The exit codes."""


class Failure(click.ClickException):
    """Something that the user has to change before the command can run; the message says what."""

    exit_code = WRONG_USE

    def __init__(self, message: str) -> None:
        # a message may name what a stranger wrote, such as a key of a settings file
        super().__init__(unheard(shown_lines(message)))
