"""`journeybook log`: say what each of the latest commits changed, in the customer's terms."""

from collections.abc import Iterator
from datetime import date
from itertools import chain, islice
from pathlib import Path

import click

from journeybook import clock, scaffold
from journeybook.cli.completion import with_history
from journeybook.cli.printing.release_notes import notes_since
from journeybook.cli.terminal.days import typed_day
from journeybook.cli.terminal.failure import CLEAN, Failure
from journeybook.cli.terminal.folder import journeys_option, weights_of_changes
from journeybook.cli.terminal.formats import format_option
from journeybook.cli.terminal.streams import write
from journeybook.cli.terminal.things import typed_thing
from journeybook.diff import FOLLOWED, LogEntry, NotComparable, Standpoint, Subject, read_log
from journeybook.findings import quoted
from journeybook.git import UnknownRevision
from journeybook.kinds import NAMED, ThingKind
from journeybook.report import differences
from journeybook.settings import Weights

_MOST = 20
_FORMATS = {"text": differences.log_text, "json": differences.log_json}


@click.command
@click.argument("thing", metavar="[ID]", required=False, shell_complete=with_history)
@click.option(
    "--max",
    "most",
    type=click.IntRange(min=1),
    help="How many commits are told about: 20, or since a day all, without it.",
)
@click.option("--since", metavar="DATE", help="Only commits since a day such as 2026-10-01, or '30 days'.")
@journeys_option
@format_option(
    (*_FORMATS, "markdown"), "text: for a terminal. json: for programs. markdown: notes for readers."
)
@click.option(
    "--language",
    type=click.Choice(scaffold.LANGUAGES),
    help="The language of markdown. Without it, that of the theme in mkdocs.yml, or of this computer.",
)
def log(  # noqa: PLR0913 - one parameter an option
    thing: str | None,
    *,
    most: int | None,
    since: str | None,
    journeys_dir: str,
    form: str,
    language: str | None,
) -> int:
    """Say what the latest commits changed, in the customer's terms, newest first.

    ID is the id of a journey, or KIND:ID such as persona:anna. The thing is followed back through the ids and
    files that it had before. Without it, all changes are told. Merges are left out, and the commit at which a
    shallow clone ends.

    With --format markdown and --since, it prints notes for readers instead of commits: what got better and
    worse for customers, what is new and gone, what is planned, from the day to the latest commit.

    The exit code is 0, or 2 if there is no history or no such thing in it.
    """
    today = clock.today()
    day = typed_day(since, today) if since is not None else None
    place = Standpoint(here=Path(), journeys=journeys_dir.replace("\\", "/"))
    subject = _subject(thing) if thing is not None else None
    weights = weights_of_changes(journeys_dir)
    try:
        if form in _FORMATS:
            entries = read_log(place, today=today, subject=subject, since=day)
            told = _first(entries, most or (_MOST if day is None else None), subject, day)
            parts = _FORMATS[form](told, weights)
        else:
            parts = _notes(place, today, day, subject, language, weights)
        for part in parts:
            write(part)
    except (NotComparable, UnknownRevision) as error:
        raise Failure(str(error)) from error
    return CLEAN


def _first(
    entries: Iterator[LogEntry], most: int | None, subject: Subject | None, day: date | None
) -> Iterator[LogEntry]:
    """Yield no more than so many commits; of a thing that no commit knows, say so."""
    told = islice(entries, most)
    first = next(told, None)
    if first is None and subject is not None and day is None:
        raise Failure(_unknown(subject))
    return chain([first] if first else [], told)


def _notes(  # noqa: PLR0913, PLR0917 - all that was typed
    place: Standpoint,
    today: date,
    day: date | None,
    subject: Subject | None,
    language: str | None,
    weights: Weights,
) -> Iterator[str]:
    if day is None:
        raise Failure("Notes for readers tell what changed since a day. Name it: --since 2026-10-01")
    yield notes_since(day, place, today=today, subject=subject, language=language, weights=weights)


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
