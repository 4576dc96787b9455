"""`journeybook import`: bring in journeys and what else people keep in tables, boards and diagrams."""

from pathlib import Path

import click

from journeybook import edits, scaffold
from journeybook.cli.terminal.failure import CLEAN, PROBLEMS, Failure
from journeybook.cli.terminal.files import write_files
from journeybook.cli.terminal.folder import read_catalogue, typed_or_found
from journeybook.cli.terminal.language import language_of
from journeybook.cli.terminal.streams import tell, write
from journeybook.importing.joining import plan
from journeybook.importing.reading import AS, Wanted, WrongMapping, bring_in
from journeybook.language import language as language_called
from journeybook.messages import N_
from journeybook.report.imports import as_document, on_screen
from journeybook.workbooks import NotReadable


@click.command("import")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option(
    "--as", "kind", type=click.Choice(AS), help="What the files hold, where it is not seen rightly."
)
@click.option("--map", "mapping", metavar="FILE", help="A file that says what labels of a sheet stand for.")
@click.option(
    "--into",
    metavar="DIR",
    callback=typed_or_found,
    help="The folder with the journey files. Without it, that of the site here or above, or ./journeys.",
)
@click.option("--dry-run", "is_dry", is_flag=True, help="Write nothing, but say what would be written.")
@click.option(
    "--apply", "applies", is_flag=True, help="Write opportunities of a list into the journeys they belong to."
)
@click.option("--report", metavar="FILE", help="Write the whole report into a Markdown file.")
@click.option(
    "--language",
    type=click.Choice(scaffold.LANGUAGES),
    help="The language of the report. Without it, that of the theme in mkdocs.yml, or of this computer.",
)
def import_(  # noqa: PLR0913 - click hands over each option
    files: tuple[str, ...],
    *,
    kind: str | None,
    mapping: str | None,
    into: str,
    is_dry: bool,
    applies: bool,
    report: str | None,
    language: str | None,
) -> int:
    """Bring in journeys and what else people keep in files of other programs.

    FILE is a file of another handbook, with its header, or what `journeybook export json` or `xlsx` has
    written. What it says becomes drafts in files of their own, and of an export the files as they were; what
    is there already stays. What people have changed in a workbook since becomes edits of the files.

    At the end stands what was taken, guessed and left over, with the place of each in its file.

    The exit code is 0 if everything is written, 1 if a file is refused or holds nothing that could be taken,
    2 if something else is in the way.
    """
    wanted = Wanted(kind=kind or "", mapping=Path(mapping) if mapping else None)
    try:
        sources = [bring_in(Path(file), file, wanted) for file in files]
    except NotReadable as error:
        raise NothingTaken(str(error)) from error
    except WrongMapping as error:
        raise Failure(str(error)) from error
    catalogue = read_catalogue(into)
    spoken = language_called(language or language_of(catalogue.folder.root, catalogue.folder.label))
    try:
        planned = plan(catalogue, sources, unknown=spoken.text(N_("Unknown")), applies=applies)
    except scaffold.NotPossible as error:
        raise Failure(f"{error} Nothing is written.") from error
    if not is_dry:
        write_files(planned.changes)
    if report:
        edits.write_whole(Path(report), as_document(planned.told, spoken).encode())
    write("".join(f"{change.path}\n" for change in planned.changes))
    tell(on_screen(planned.told, spoken).rstrip("\n"))
    return CLEAN if planned.changes or any(each.has_taken for each in planned.told) else PROBLEMS


class NothingTaken(Failure):
    """A file that is refused, or of which nothing can be taken."""

    exit_code = PROBLEMS
