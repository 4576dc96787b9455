"""`journeybook serve`: show the handbook on this computer while it is written."""

import click

from journeybook.cli.terminal.site import run_builder


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def serve(arguments: tuple[str, ...]) -> int:
    """Show the handbook on this computer while you write it.

    It is built again whenever a file is saved, and every page shows the problems that were found. It is the
    handbook of the folder that you work in, or of one above; the program that it was made for builds it,
    MkDocs or ProperDocs. ARGUMENTS are handed to that program, such as --dev-addr 127.0.0.1:8080 or --open.

    The exit code is that of the program, or 2 if there is no handbook.
    """
    return run_builder("serve", arguments)
