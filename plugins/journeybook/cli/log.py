"""`journeybook log`: say what each of the latest commits changed, in the customer's terms."""

from itertools import chain, islice
from pathlib import Path

import click

from journeybook import clock
from journeybook.cli.completion import with_history
from journeybook.cli.terminal.failure import CLEAN, Failure
from journeybook.cli.terminal.folder import journeys_option, weights_of_changes
from journeybook.cli.terminal.formats import format_option
from journeybook.cli.terminal.streams import write
from journeybook.cli.terminal.things import typed_thing
from journeybook.diff import FOLLOWED, NotComparable, Standpoint, Subject, read_log
from journeybook.findings import quoted
from journeybook.git import UnknownRevision
from journeybook.kinds import NAMED, ThingKind
from journeybook.report import differences

_FORMATS = {"text": differences.log_text, "json": differences.log_json}


@click.command
@click.argument("thing", metavar="[ID]", required=False, shell_complete=with_history)
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
def log(thing: str | None, *, most: int, journeys_dir: str, form: str) -> int:
    """Say what the latest commits changed, in the customer's terms, newest first.

    ID is the id of a journey, or KIND:ID such as persona:anna. The thing is followed back through the ids and
    files that it had before. Without it, all changes are told. Merges are left out, and the commit at which a
    shallow clone ends.

    The exit code is 0, or 2 if there is no history or no such thing in it.
    """
    place = Standpoint(here=Path(), journeys=journeys_dir.replace("\\", "/"))
    subject = _subject(thing) if thing is not None else None
    try:
        entries = islice(read_log(place, today=clock.today(), subject=subject), most)
        first = next(entries, None)
        if first is None and subject is not None:
            raise Failure(_unknown(subject))
        told = chain([first] if first else [], entries)
        for part in _FORMATS[form](told, weights_of_changes(journeys_dir)):
            write(part)
    except (NotComparable, UnknownRevision) as error:
        raise Failure(str(error)) from error
    return CLEAN


def _subject(typed: str) -> Subject:
    """The thing that was typed: a journey by its id alone."""
    kind, name = typed_thing(typed) if ":" in typed else (ThingKind.JOURNEY, typed)
    if kind not in FOLLOWED:
        kinds = ", ".join(kind for kind in NAMED if kind in FOLLOWED)
        raise Failure(
            f"The history of a {kind.words} is told with its journey. The kinds that have one are {kinds}."
        )
    return Subject(kind, name)


def _unknown(subject: Subject) -> str:
    noun = subject.kind.words
    return f"No commit has changed a {noun} {quoted(subject.id)}. Is it the {noun}'s id?"
