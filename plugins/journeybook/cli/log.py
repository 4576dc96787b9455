"""`journeybook log`: say what each of the latest commits changed, in the customer's terms."""

from itertools import chain, islice
from pathlib import Path

import click

from journeybook import clock, report
from journeybook.cli.terminal.failure import CLEAN, Failure
from journeybook.cli.terminal.folder import journeys_option, weights_of_changes
from journeybook.cli.terminal.formats import format_option
from journeybook.cli.terminal.streams import write
from journeybook.diff import NotComparable, Standpoint, read_log
from journeybook.findings import quoted
from journeybook.git import UnknownRevision

_FORMATS = {"text": report.log_text, "json": report.log_json}


@click.command
@click.argument("journey", required=False)
@click.option(
    "--max",
    "most",
    type=click.IntRange(min=1),
    default=20,
    show_default=True,
    help="How many commits are told about.",
)
@journeys_option
@format_option(_FORMATS, "text: for a terminal. json: for programs.")
def log(journey: str | None, *, most: int, journeys_dir: str, form: str) -> int:
    """Say what the latest commits changed, in the customer's terms, newest first.

    JOURNEY is the id of a journey; it is followed back through the ids that it had before. Without it, all
    changes are told. Merges are left out, and the commit at which a shallow clone ends.

    The exit code is 0, or 2 if there is no history or no such journey in it.
    """
    place = Standpoint(here=Path(), journeys=journeys_dir.replace("\\", "/"))
    try:
        entries = islice(read_log(place, today=clock.today(), journey=journey), most)
        first = next(entries, None)
        if first is None and journey is not None:
            raise Failure(f"No commit has changed a journey {quoted(journey)}. Is it the journey's id?")
        told = chain([first] if first else [], entries)
        for part in _FORMATS[form](told, weights_of_changes(journeys_dir)):
            write(part)
    except (NotComparable, UnknownRevision) as error:
        raise Failure(str(error)) from error
    return CLEAN
