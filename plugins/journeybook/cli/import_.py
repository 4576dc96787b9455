"""`journeybook import`: bring in journeys and what else people keep in tables, boards and diagrams."""

from pathlib import Path

import click

from journeybook import scaffold
from journeybook.catalogue import build_catalogue
from journeybook.cli.bringing import planned_for, read_sources, refuse_report, write_planned
from journeybook.cli.terminal.files import is_there
from journeybook.cli.terminal.folder import label_of, read_catalogue, typed_or_found
from journeybook.cli.terminal.language import language_of
from journeybook.importing.reading import AS, Wanted
from journeybook.load import read_folder


@click.command("import")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option(
    "--as", "kind", type=click.Choice(AS), help="What the files hold, where it is not seen rightly."
)
@click.option("--map", "mapping", metavar="FILE", help="A mapping file: what names in a sheet stand for.")
@click.option(
    "--into",
    metavar="DIR",
    callback=typed_or_found,
    help="The folder with the journey files, which is made if need be. Without it, that of the site here or "
    "above, or ./journeys.",
)
@click.option("--dry-run", "is_dry", is_flag=True, help="Write nothing, but say what would be written.")
@click.option(
    "--apply",
    "applies",
    is_flag=True,
    help="Write opportunities and pain points of a list into their journeys.",
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

    FILE is a sheet (XLSX, ODS, XLS, CSV), a board of Miro (JSON or CSV), a Mermaid diagram, journeys kept as
    data (JSON or YAML), an export of an analytics or survey tool, a file of another handbook, or what
    `journeybook export json` or `xlsx` has written. Journeys become drafts in files of their own.

    What is there already stays. Of a file that comes again, only what has changed in it is written, unless
    people have changed the same in the handbook since.

    At the end stands what was taken, guessed and left over, with the place of each in its file.

    The exit code is 0 if everything is written, 1 if a file is refused or holds nothing that could be taken,
    2 if something else is in the way.
    """
    if report:
        refuse_report(report, (*files, *([mapping] if mapping else [])))
    wanted = Wanted(kind=kind or "", mapping=Path(mapping) if mapping else None)
    sources = read_sources(files, wanted)
    root = Path(into)
    is_new = not is_there(root) and root.parent.is_dir()
    catalogue = build_catalogue(read_folder(root, label_of(into)), {}) if is_new else read_catalogue(into)
    spoken = language or language_of(catalogue.folder.root, catalogue.folder.label)
    planned = planned_for(catalogue, sources, spoken, applies=applies)
    return write_planned(planned, spoken, is_dry=is_dry, report=report)
