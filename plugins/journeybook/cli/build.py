"""`journeybook build`: write the handbook as a site."""

import click

from journeybook.cli.terminal.site import run_builder


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def build(arguments: tuple[str, ...]) -> int:
    """Write the handbook as a site that can be published.

    It is the handbook of the folder that you work in, or of one above; the program that it was made for
    builds it, MkDocs or ProperDocs. ARGUMENTS are handed to that program, such as --strict or --site-dir DIR.

    The exit code is that of the program, or 2 if there is no handbook.
    """
    return run_builder("build", arguments)
