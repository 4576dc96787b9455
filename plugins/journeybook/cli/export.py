"""`journeybook export`: write a handbook in a form that people or other programs take."""

from collections.abc import Callable, Container, Mapping
from importlib import import_module
from types import MappingProxyType

import click
from click.core import ParameterSource

from journeybook.cli.exporting.order import Order
from journeybook.cli.terminal.folder import journeys_option

_WRITERS: Mapping[str, tuple[str, str, frozenset[str]]] = MappingProxyType(
    {
        "json": ("json_data", "write_json", frozenset({"journeys_dir"})),
        "markdown": ("pages", "write_pages", frozenset()),
    }
)
"""The forms, each with the module and its function that writes it, and the options that it takes."""


@click.command
@click.argument("form", metavar="FORMAT", type=click.Choice(tuple(_WRITERS)))
@click.argument("target", metavar="DIR|FILE")
@journeys_option
@click.pass_context
def export(context: click.Context, form: str, target: str, *, journeys_dir: str) -> int:
    """Write a handbook in a form that people or other programs take.

    FORMAT is json or markdown.

    json: everything that authors write, and the files as they are named, as data. A FILE that ends in .json
    holds all of it, - is standard output; a DIR gets a file for each kind, and the pictures.

    markdown: every page of the finished site as Markdown that holds its HTML, with the navigation, pictures,
    styles and scripts, in a DIR for a builder such as Zensical.

    What an export has written there before is written anew; what holds anything else is refused.

    The exit code is 0 if everything is written, 1 if the handbook has problems and cannot be exported, 2 if
    something else is in the way.
    """
    module, function, options = _WRITERS[form]
    _refuse_others(context, form, options)
    writer: Callable[[Order], int] = getattr(import_module(f"journeybook.cli.exporting.{module}"), function)
    return writer(Order(target=target, journeys_dir=journeys_dir))


def _refuse_others(context: click.Context, form: str, options: Container[str]) -> None:
    """Refuse an option that a form does not take."""
    for option in context.command.params:
        source = context.get_parameter_source(option.name or "")
        is_typed = isinstance(option, click.Option) and source is ParameterSource.COMMANDLINE
        if is_typed and option.name not in options:
            raise click.UsageError(f"{option.opts[0]} is not for {form}.")
