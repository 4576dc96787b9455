"""`journeybook refs`: list every place that names a thing."""

import click

from journeybook import scaffold
from journeybook.cli.completion import things
from journeybook.cli.terminal.failure import CLEAN, Failure
from journeybook.cli.terminal.folder import journeys_option, read_catalogue, translated_catalogues
from journeybook.cli.terminal.streams import tell, waiting, write
from journeybook.cli.terminal.things import typed_thing
from journeybook.load import without_collector
from journeybook.load.beside import read_beside
from journeybook.report.counting import counted


@click.command
@click.argument("thing", metavar="KIND:ID", shell_complete=things)
@journeys_option
def refs(thing: str, *, journeys_dir: str) -> int:
    """List every place that names a journey, persona, touchpoint, channel, stage, team or metric.

    KIND:ID is written as in a link, for example touchpoint:kasse. A step or a pain point of a journey is
    step:JOURNEY/ID or pain-point:JOURNEY/ID. Each line is path:line:column: where, in words. Files that
    cannot be read are left out; `journeybook check` names them.

    The exit code is 0, or 2 if there is no such thing.
    """
    kind, name = typed_thing(thing)
    try:
        with waiting("Looking for uses"), without_collector():
            catalogue = read_catalogue(journeys_dir)
            beside = read_beside(catalogue.folder.root, catalogue.folder.label)
            found = scaffold.uses(
                catalogue, beside, kind, name, translations=translated_catalogues(catalogue)
            )
    except scaffold.NotPossible as error:
        raise Failure(str(error)) from error
    write("".join(f"{mention.place}: {mention.where}\n" for mention in found.mentions))
    tell(f"{thing}: {counted(len(found.mentions), 'use')}")
    return CLEAN
