"""`journeybook new`: begin a journey, persona or touchpoint as a file, or an entry of handbook.yml."""

from collections.abc import Iterable

import click

from journeybook import clock, scaffold
from journeybook.catalogue import Catalogue
from journeybook.cli.terminal.failure import CLEAN, Failure
from journeybook.cli.terminal.files import write_files
from journeybook.cli.terminal.folder import journeys_option, read_catalogue
from journeybook.cli.terminal.language import language_of
from journeybook.cli.terminal.streams import tell, write
from journeybook.edits import TextChange
from journeybook.kinds import BEGUN, ThingKind


@click.command
@click.argument("kind", type=click.Choice([kind.value for kind in (*BEGUN, *scaffold.LISTED)]))
@click.argument("title")
@journeys_option
@click.option(
    "--all", "with_all", is_flag=True, help="Ask for every field of a file, not only for those of most."
)
@click.option(
    "--language",
    type=click.Choice(scaffold.LANGUAGES),
    help="The language of the questions. Without it, that of the theme in mkdocs.yml, or of this computer.",
)
def new(kind: str, title: str, *, journeys_dir: str, with_all: bool, language: str | None) -> int:
    """Begin a journey, persona or touchpoint, a stage, team or what else handbook.yml lists.

    KIND says which of them. TITLE is its name, in quotes if it has spaces; the id is made from it. A journey,
    persona or touchpoint gets a file, which says in comments what is to be asked and which fields can be
    filled. Anything else becomes the last entry of its list in handbook.yml.

    What exists is never overwritten.

    The exit code is 0 if it is written, 2 if something is in the way.
    """
    catalogue = read_catalogue(journeys_dir)
    root, label = catalogue.folder.root, catalogue.folder.label
    try:
        if kind in scaffold.LISTED:
            return _write_entry(ThingKind(kind), title, catalogue)
        made = scaffold.new_file(
            ThingKind(kind),
            title,
            language or language_of(root, label),
            catalogue,
            clock.today(),
            with_all=with_all,
        )
    except scaffold.NotPossible as error:
        raise Failure(str(error)) from error
    return _write(TextChange(path=f"{label}/{made.inside}", before=None, after=made.text), made.assumed)


def _write_entry(kind: ThingKind, title: str, catalogue: Catalogue) -> int:
    change = scaffold.new_entry(kind, title, catalogue)
    return _write(change, scaffold.ASSUMED.get(kind, {}).items())


def _write(change: TextChange, assumed: Iterable[tuple[str, str]]) -> int:
    write_files([change])
    write(f"{change.path}\n")
    for field, guess in assumed:
        tell(f"Assumed: {field}: {guess}. Change it in the file if it is another one.")
    return CLEAN
