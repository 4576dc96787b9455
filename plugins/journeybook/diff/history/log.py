"""Tell what each of the latest commits changed in a journeys folder, newest first."""

import posixpath
import subprocess
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from journeybook.catalogue import FileThing
from journeybook.diff.change import Change, Subject
from journeybook.diff.compare import RENAMED, Difference, compare
from journeybook.diff.history.past import Around, Past
from journeybook.diff.kinds import Kind
from journeybook.diff.states.revisions import NotComparable, Standpoint, at_commit
from journeybook.diff.states.state import KnownDocuments
from journeybook.git import Commit, UnknownRevision, read_commits
from journeybook.kinds import IN_FILES, IN_HANDBOOK, ThingKind
from journeybook.load import Source, kind_of, read_files

FOLLOWED = (*IN_FILES, *IN_HANDBOOK)
"""The kinds of things whose history can be asked for."""
_EVERYTHING = ("",)
_PATHS = {
    **dict.fromkeys(IN_HANDBOOK, ("handbook.yml",)),
    ThingKind.METRIC: ("handbook.yml", "metrics"),
}
"""Where things stand that have no file of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEntry:
    """A commit, and what it changed."""

    commit: Commit
    difference: Difference
    subject: Subject | None
    """The thing that was asked for, as it was called after the commit; nothing, where all that changed is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stretch:
    """A part of the history: the commits from one on that touch some paths below the journeys folder."""

    start: str
    paths: Sequence[str]


def read_log(
    place: Standpoint, *, today: date, subject: Subject | None = None, since: date | None = None
) -> Iterator[LogEntry]:
    """Yield the commits that changed something, or one thing, newest first; since a day, all of them.

    A thing is followed back to the ids and the files that it had; git is asked for the commits that touch its
    file, which are few.
    """
    try:
        yield from _Walk(place, today, since).entries(subject)
    except UnknownRevision as error:
        raise NotComparable(str(error)) from error
    except (OSError, subprocess.SubprocessError) as error:
        raise NotComparable("There is no commit yet that could be told about.") from error


class _Walk:
    """A walk back along the history; what was read of one commit is not read again for the next."""

    def __init__(self, place: Standpoint, today: date, since: date | None) -> None:
        self._place = place
        self._today = today
        self._since = since
        self._past = Past(place=place)
        self._known: KnownDocuments = {}

    def entries(self, subject: Subject | None) -> Iterator[LogEntry]:
        """Yield the commits; where a thing lay in another file, git is asked anew for that one."""
        paths = _paths_today(self._place, subject) if subject else _EVERYTHING
        stretch: _Stretch | None = _Stretch(start="HEAD", paths=paths)
        while stretch:
            stretch, subject = yield from self._along(stretch, subject)

    def _along(
        self, stretch: _Stretch, subject: Subject | None
    ) -> Generator[LogEntry, None, tuple[_Stretch | None, Subject | None]]:
        """Yield the commits of a stretch, and return the one that goes on where the thing lay elsewhere."""
        for around in self._past.around(tuple(self._commits(stretch))):
            difference = compare(around.before, around.after, today=self._today, known=self._known)
            changes = [change for change in difference.changes if subject in {None, change.subject}]
            if not changes:
                continue
            yield LogEntry(commit=around.commit, difference=difference, subject=subject)
            if subject:
                paths = _paths_before(difference, subject, changes, stretch.paths)
                subject = _before(subject, changes)
                if paths != stretch.paths:
                    return _next(around, paths), subject
        return None, subject

    def _commits(self, stretch: _Stretch) -> Iterator[Commit]:
        paths = [posixpath.join(self._place.inside, path) for path in stretch.paths]
        return read_commits(self._place.repository, paths, start=stretch.start, since=self._since)


def _next(around: Around, paths: Sequence[str]) -> _Stretch | None:
    parent = around.commit.parent
    return _Stretch(start=parent, paths=paths) if parent else None


def _before(subject: Subject, changes: Sequence[Change]) -> Subject:
    """The thing as it was called before it changed."""
    old = (change.old for change in changes if change.kind in RENAMED)
    return Subject(subject.kind, next(old, subject.id))


def _paths_before(
    difference: Difference, subject: Subject, changes: Sequence[Change], paths: Sequence[str]
) -> Sequence[str]:
    """Find where a thing stood before it changed; what was added stood nowhere, or where it stands now."""
    if subject.kind in _PATHS:
        return _PATHS[subject.kind]
    former = difference.names.renamed.get((subject.kind, subject.id))
    if former:
        return (former.inside,)
    moved = next((change.old for change in changes if change.kind is Kind.FILE_MOVED), None)
    if moved:
        return (moved,)
    old = difference.names.old
    tables: dict[ThingKind, Mapping[str, FileThing]] = {
        ThingKind.JOURNEY: old.journeys,
        ThingKind.PERSONA: old.personas,
        ThingKind.TOUCHPOINT: old.touchpoints,
    }
    thing = tables[subject.kind].get(subject.id)
    return (thing.document.inside,) if thing else paths


def _paths_today(place: Standpoint, subject: Subject) -> Sequence[str]:
    """Find where a thing stands at HEAD; anywhere, where it is not known there."""
    if subject.kind in _PATHS:
        return _PATHS[subject.kind]
    source = at_commit(place.repository.commit("HEAD"), place).source
    paths = [path for path in source.paths() if isinstance(path, str) and kind_of(path) is subject.kind]
    source.fetch(paths)
    wanted = {path for path in paths if _may_describe(source, path, subject.id)}
    found = (document for document in read_files(source, "", wanted=wanted).documents)
    return next(((document.inside,) for document in found if document.id == subject.id), _EVERYTHING)


def _may_describe(source: Source, path: str, name: str) -> bool:
    """Whether a file may have an id: by its name, by its header, or in an escaped form of YAML."""
    if posixpath.basename(path).partition(".")[0].lower() == name:
        return True
    try:
        raw = source.read(path)
    except OSError:
        return False
    return b"\\" in raw or name.encode() in raw
