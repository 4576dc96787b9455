"""Tell what each of the latest commits changed in a journeys folder, newest first."""

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from journeybook.diff.change import Subject
from journeybook.diff.compare import Difference, compare
from journeybook.diff.kinds import Kind
from journeybook.diff.states.revisions import NotComparable, Standpoint, at_commit, before_all
from journeybook.diff.states.state import KnownDocuments
from journeybook.git import Commit, UnknownRevision, read_commits
from journeybook.kinds import ThingKind


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEntry:
    """A commit, and what it changed."""

    commit: Commit
    difference: Difference
    subject: Subject | None
    """The journey that was asked for; nothing, where all that changed is."""


def read_log(place: Standpoint, *, today: date, journey: str | None = None) -> Iterator[LogEntry]:
    """Yield the commits that changed something, or changed one journey, which is followed back to old ids."""
    known: KnownDocuments = {}
    for commit in _commits(place):
        found = _difference(commit, place, today, known)
        subject = Subject(ThingKind.JOURNEY, journey) if journey else None
        changes = [change for change in found.changes if subject in {None, change.subject}]
        if changes:
            yield LogEntry(commit=commit, difference=found, subject=subject)
        old_ids = (change.old for change in changes if change.kind is Kind.JOURNEY_RENAMED)
        journey = next(old_ids, journey) if journey else None


def _commits(place: Standpoint) -> Iterator[Commit]:
    try:
        yield from read_commits(place.repository, place.inside)
    except UnknownRevision as error:
        raise NotComparable(str(error)) from error
    except (OSError, subprocess.SubprocessError) as error:
        raise NotComparable("There is no commit yet that could be told about.") from error


def _difference(commit: Commit, place: Standpoint, today: date, known: KnownDocuments) -> Difference:
    parent = place.repository.parent(commit.id)
    before = at_commit(parent, place) if parent else before_all(place)
    return compare(before, at_commit(commit.id, place), today=today, known=known)
