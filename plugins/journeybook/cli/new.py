"""`journeybook new`: write the file of a new journey, persona or touchpoint, with the questions to ask."""

import click

from journeybook import clock, scaffold
from journeybook.cli.terminal.failure import CLEAN, Failure
from journeybook.cli.terminal.files import write_files
from journeybook.cli.terminal.folder import journeys_option, read_catalogue
from journeybook.cli.terminal.language import language_of
from journeybook.cli.terminal.streams import tell, write
from journeybook.edits import TextChange
from journeybook.kinds import BEGUN, ThingKind


@click.command
@click.argument("kind", type=click.Choice([kind.value for kind in BEGUN]))
@click.argument("title")
@journeys_option
@click.option(
    "--language",
    type=click.Choice(scaffold.LANGUAGES),
    help="The language of the questions. Without it, that of the theme in mkdocs.yml, or of this computer.",
)
def new(kind: str, title: str, *, journeys_dir: str, language: str | None) -> int:
    """Write the file of a new journey, persona or touchpoint.

    KIND says which of them. TITLE is its name, in quotes if it has spaces; the file gets its name and id
    from it. The file says in comments what is to be asked and which fields can be filled.

    A file that exists is never overwritten.

    The exit code is 0 if the file is written, 2 if something is in the way.
    """
    catalogue = read_catalogue(journeys_dir)
    root, label = catalogue.folder.root, catalogue.folder.label
    spoken = language or language_of(root, label)
    try:
        made = scaffold.new_file(ThingKind(kind), title, spoken, catalogue, clock.today())
    except scaffold.NotPossible as error:
        raise Failure(str(error)) from error
    path = f"{label}/{made.inside}"
    write_files([TextChange(path=path, before=None, after=made.text)])
    write(f"{path}\n")
    for field, guess in made.assumed:
        tell(f"Assumed: {field}: {guess}. Change it in the file if it is another one.")
    return CLEAN
