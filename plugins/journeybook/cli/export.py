"""`journeybook export`: write a handbook in a form that people or other programs take."""

from collections.abc import Callable, Container, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Any

import click
from click.core import ParameterSource

from journeybook import scaffold
from journeybook.cli.exporting.order import Order
from journeybook.cli.terminal.folder import journeys_option

_WRITERS: Mapping[str, tuple[str, str, frozenset[str]]] = MappingProxyType(
    {
        "csv": ("csv_data", "write_csv", frozenset({"journeys_dir"})),
        "json": ("json_data", "write_json", frozenset({"journeys_dir"})),
        "markdown": ("pages", "write_pages", frozenset()),
        "pptx": (
            "board_pack",
            "write_board_pack",
            frozenset({"journeys_dir", "template", "journeys", "language"}),
        ),
        "xlsx": ("workbook", "write_workbook", frozenset({"journeys_dir", "language"})),
    }
)
"""The forms, each with the module and its function that writes it, and the options that it takes."""


@click.command
@click.argument("form", metavar="FORMAT", type=click.Choice(tuple(_WRITERS)))
@click.argument("target", metavar="DIR|FILE")
@journeys_option
@click.option(
    "--template", metavar="FILE", help="The presentation of your firm whose layouts the slides are laid on."
)
@click.option(
    "--journey", "journeys", metavar="ID", multiple=True, help="Slides of this journey only; several times."
)
@click.option(
    "--language",
    metavar="LANGUAGE",
    type=click.Choice(scaffold.LANGUAGES),
    help="The language of slides or a workbook. Without it, that of the theme, or of this computer.",
)
@click.pass_context
def export(context: click.Context, /, form: str, target: str, **options: Any) -> int:
    """Write a handbook in a form that people or other programs take.

    FORMAT is csv, json, markdown, pptx or xlsx.

    csv: a table a kind of thing, with ids that join them and figures that are computed, in a DIR.

    json: everything that authors write, and the files as they are named, as data. A FILE that ends in .json
    holds all of it, - is standard output; a DIR gets a file for each kind, and the pictures.

    markdown: every page of the finished site as Markdown that holds its HTML, with the navigation, pictures,
    styles and scripts, in a DIR for a builder such as Zensical.

    pptx: slides for a board, in a FILE that ends in .pptx: how things stand, a slide for each journey with
    its curve as a chart that can be edited, what hurts most, what is to be decided and what is overdue.

    xlsx: a workbook that people edit in a spreadsheet program and send back: a sheet for each journey, tables
    of everything else. `journeybook import` reads it in again. FILE ends in .xlsx.

    What an export has written there before is written anew; what holds anything else is refused.

    The exit code is 0 if everything is written, 1 if the handbook has problems and cannot be exported, 2 if
    something else is in the way.
    """
    module, function, taken = _WRITERS[form]
    _refuse_others(context, form, taken)
    writer: Callable[[Order], int] = getattr(import_module(f"journeybook.cli.exporting.{module}"), function)
    return writer(Order(target=target, **options))


def _refuse_others(context: click.Context, form: str, options: Container[str]) -> None:
    """Refuse an option that a form does not take."""
    for option in context.command.params:
        source = context.get_parameter_source(option.name or "")
        is_typed = isinstance(option, click.Option) and source is ParameterSource.COMMANDLINE
        if is_typed and option.name not in options:
            raise click.UsageError(f"{option.opts[0]} is not for {form}.")
