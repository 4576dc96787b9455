"""`journeybook schema`: write the JSON Schema of headers, with which editors complete and check."""

from pathlib import Path

import click

from journeybook import edits
from journeybook.cli.terminal.failure import CLEAN, Failure
from journeybook.cli.terminal.folder import read_catalogue
from journeybook.cli.terminal.streams import tell, write
from journeybook.findings import quoted
from journeybook.kinds import ThingKind
from journeybook.report.encoded import as_json
from journeybook.schema import FILE_MODELS, NO_NAMES, TitlesOfKinds, file_name, names_in, schema_of


@click.command
@click.argument("kind", type=click.Choice([kind.value for kind in FILE_MODELS]), required=False)
@click.option(
    "--output", metavar="DIR", help="The folder that the schemas are written to, one file for each kind."
)
@click.option(
    "--journeys-dir",
    metavar="DIR",
    help="A folder of journeys; editors then offer the ids of its personas, touchpoints, stages and so on.",
)
def schema(kind: str | None, *, output: str | None, journeys_dir: str | None) -> int:
    """Write the JSON Schema of the files of a handbook.

    KIND is the kind of file; its schema is printed. Without it, the schemas of all kinds are written to the
    folder that --output names. Editors use a schema to offer the keys and values of a header, to explain
    them, and to underline what does not fit.

    The exit code is 0, or 2 if something is in the way.
    """
    if kind is None and output is None:
        raise Failure(
            f"Say which schema to print ({', '.join(FILE_MODELS)}), or where to write all: --output DIR"
        )
    names = _names(journeys_dir)
    texts = {each: _text(each, names) for each in FILE_MODELS if kind in {None, each}}
    if output is None:
        write("".join(texts.values()))
    else:
        _save(Path(output), texts)
    return CLEAN


def _names(typed: str | None) -> TitlesOfKinds:
    """The ids of a handbook, whatever else is wrong with it."""
    if typed is None:
        return NO_NAMES
    return names_in(read_catalogue(typed))


def _text(kind: ThingKind, names: TitlesOfKinds) -> str:
    return as_json(schema_of(kind, names))


def _save(folder: Path, texts: dict[ThingKind, str]) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for kind, text in texts.items():
            file = folder / file_name(kind)
            edits.write_whole(file, text.encode("utf-8"))
            tell(f"{file.as_posix()} is written.")
    except OSError as error:
        raise Failure(f"The folder {quoted(str(folder))} cannot be written to.") from error
