"""`journeybook rename`: give a thing another id, wherever the old one is written."""

import click

from journeybook import edits, scaffold
from journeybook.cli.completion import ids_of_kind
from journeybook.cli.terminal.failure import CLEAN, Failure
from journeybook.cli.terminal.files import write_files
from journeybook.cli.terminal.folder import journeys_option, read_catalogue, translated_catalogues
from journeybook.cli.terminal.streams import tell, waiting, write
from journeybook.edits import TextChange
from journeybook.kinds import NAMED, ThingKind
from journeybook.load import without_collector
from journeybook.load.beside import read_beside
from journeybook.report.counting import counted


@click.command
@click.argument("kind", type=click.Choice([kind.value for kind in NAMED]))
@click.argument("old", shell_complete=ids_of_kind)
@click.argument("new")
@click.option("--dry-run", is_flag=True, help="Show what would change, as a diff, and change nothing.")
@journeys_option
def rename(kind: str, old: str, new: str, *, dry_run: bool, journeys_dir: str) -> int:
    """Change an id everywhere: in headers, links, paths, headings and rows, and in the name of its file.

    KIND says what OLD is the id of; NEW is the id that it gets. Pages in docs/ beside the folder are changed
    as well. Where mkdocs.yml has the plugin redirects with entries, entries for the old addresses are added;
    otherwise they are shown. Titles and texts stay as they are.

    Nothing is changed if NEW is taken or no id, or if a file has problems that could hide a use.

    The exit code is 0 if the id is changed, 2 if something is in the way.
    """
    try:
        with waiting("Looking for uses"), without_collector():
            catalogue = read_catalogue(journeys_dir)
            beside = read_beside(catalogue.folder.root, catalogue.folder.label)
            others = translated_catalogues(catalogue)
            renaming = scaffold.rename_thing(
                catalogue, beside, ThingKind(kind), old, new, translations=others
            )
    except scaffold.NotPossible as error:
        raise Failure(str(error)) from error
    if dry_run:
        write(edits.as_diff(renaming.changes))
    else:
        write_files(renaming.changes)
        write("".join(map(_line, renaming.changes)))
    tell(_summary(ThingKind(kind), old, new, renaming, "would be" if dry_run else "is now"))
    return CLEAN


def _line(change: TextChange) -> str:
    return f"{change.path} -> {change.to}\n" if change.to else f"{change.path}\n"


def _summary(kind: ThingKind, old: str, new: str, renaming: scaffold.Renaming, verb: str) -> str:
    size = f"{counted(renaming.places, 'place')} in {counted(len(renaming.changes), 'file')}"
    done = f"The {kind.words} '{old}' {verb} '{new}': {size}."
    if not renaming.moved:
        return done
    return (
        f"{done}\nLinks from elsewhere to the old address break. If the handbook is published, install "
        f"mkdocs-redirects and add this to the plugins in mkdocs.yml:\n{scaffold.as_lines(renaming.moved)}"
    )
