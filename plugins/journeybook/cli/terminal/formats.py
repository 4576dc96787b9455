"""Give commands that print the option for the format of what they print."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


def format_option(formats: Iterable[str], meaning: str) -> Callable[[F], F]:
    """Give a command the option `--format`, which it takes as `form`; the first format is the default."""
    names = tuple(formats)
    return click.option(
        "--format", "form", type=click.Choice(names), default=names[0], show_default=True, help=meaning
    )
