"""Tell what each of the latest commits changed in the file of a journey, newest first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from journeybook.catalogue import Catalogue, Journey
from journeybook.diff.change import Change, Subject
from journeybook.diff.compare import JourneyPair, compare_versions
from journeybook.diff.kinds import Kind
from journeybook.git import Commit, FileChange, Repository, Tree, UnknownRevision
from journeybook.kinds import ThingKind
from journeybook.load import Document, without_collector
from journeybook.load.document import file_digest, read_document

Parsed = dict[str, Document]
"""Versions of files that were read before, by path and by git's name for their content."""

_Comparison = tuple[JourneyPair, tuple[Change, ...]] | None


class Memory:
    """The versions that one build keeps for the next."""

    def __init__(self) -> None:
        self.parsed: Parsed = {}
        self._before: dict[tuple[str, ...], _Comparison] = {}
        self._now: dict[tuple[str, ...], _Comparison] = {}

    def begin(self) -> None:
        """Begin a build: what was compared in none since the one before is forgotten."""
        self._before, self._now = self._now, {}

    def compared(self, old: Document, new: Document, shared: Iterable[Document], today: date) -> _Comparison:
        """Compare two versions amid what both share, unless that was done before."""
        around = tuple(shared)
        key = (today.isoformat(), *(f"{item.inside} {item.digest}" for item in (old, new, *around)))
        if key in self._before:
            self._now[key] = self._before[key]
        elif key not in self._now:
            self._now[key] = compare_versions(old, new, around, today=today)
        return self._now[key]


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A journey as a commit left it, with the changes of that commit."""

    commit: Commit
    is_new: bool
    """Whether it began the journey."""
    changes: tuple[Change, ...] = ()
    before: Journey | None = None
    """The journey before it; nothing where it was not read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Touch:
    """A commit, and what it did to one file."""

    commit: Commit
    change: FileChange


@dataclass(frozen=True, kw_only=True, eq=False)
class Versions:
    """The past of the journeys of a handbook; a file's versions are read when its journey is asked for."""

    root: Path
    """The journeys folder."""
    catalogue: Catalogue
    commits: Sequence[Commit]
    """The latest ones, newest first."""
    today: date
    most: int
    """The most commits that are told of each journey."""
    room: int
    """How many versions are read at most: of all journeys the latest, then those before, and so on."""
    memory: Memory = field(default_factory=Memory)

    def touches(self, journey: Journey) -> tuple[Touch, ...]:
        """The latest commits of a journey's file, without reading it."""
        return self._touches.get(journey.document.inside, ())

    def of(self, journey: Journey) -> tuple[Version, ...]:
        """The latest versions of a journey, newest first."""
        with without_collector():
            return self._told(journey)

    def _told(self, journey: Journey) -> tuple[Version, ...]:
        inside = journey.document.inside
        now: Document | None = None
        found: list[Version] = []
        for touch in self.touches(journey):
            now = self._document(inside, touch.change.new, now)
            before = self._document(inside, touch.change.old, None)
            found.append(self._version(touch, before, now))
            now = before
        return tuple(found)

    def _version(self, touch: Touch, before: Document | None, after: Document | None) -> Version:
        is_new = touch.change.kind == "added"
        moved = tuple(_moved(touch.change, after)) if after else ()
        compared = None
        if before and after:
            shared = self._shared(before, after)
            compared = self.memory.compared(before, after, shared, self.today)
        if compared is None:
            return Version(commit=touch.commit, is_new=is_new, changes=moved)
        pair, changes = compared
        return Version(commit=touch.commit, is_new=is_new, changes=(*changes, *moved), before=pair.before)

    def _document(self, inside: str, name: str, known: Document | None) -> Document | None:
        """A version of a file; that of today, or the one before a later commit, is not read again."""
        raw = self._contents.get(name)
        if raw is None:
            return None
        if known and known.digest == file_digest(raw):
            return known
        key = f"{inside}:{name}"
        if key not in self.memory.parsed:
            today = self._by_path.get(inside)
            is_today = today is not None and today.digest == file_digest(raw)
            read = today if today and is_today else read_document(inside, inside, ThingKind.JOURNEY, raw)
            self.memory.parsed[key] = read
        return self.memory.parsed[key]

    def _shared(self, *documents: Document) -> Iterator[Document]:
        """The files of today that give names to the things of which two versions speak."""
        names = {(use.kind, use.id) for document in documents for use in document.uses}
        for document in self._named:
            if document.kind is ThingKind.HANDBOOK or (document.kind, document.id) in names:
                yield document

    @cached_property
    def _named(self) -> tuple[Document, ...]:
        kinds = (ThingKind.HANDBOOK, ThingKind.PERSONA, ThingKind.TOUCHPOINT)
        return tuple(item for kind in kinds for item in self.catalogue.folder.of_kind(kind))

    @cached_property
    def _by_path(self) -> Mapping[str, Document]:
        return {item.inside: item for item in self.catalogue.folder.of_kind(ThingKind.JOURNEY)}

    @cached_property
    def _touches(self) -> Mapping[str, tuple[Touch, ...]]:
        found: dict[str, list[Touch]] = {}
        for path, touch in _followed(self.commits):
            if path in self._by_path and len(found.setdefault(path, [])) < self.most:
                found[path].append(touch)
        return {path: tuple(touches) for path, touches in found.items()}

    @cached_property
    def _contents(self) -> Mapping[str, bytes]:
        """The contents of the versions that are told, by git's name for them; one process reads them all."""
        names = dict.fromkeys(self._wanted())
        try:
            tree = Tree(repository=Repository.around(self.root), commit="", exists=True)
            return tree.blobs(names)
        except UnknownRevision:
            return {}

    def _wanted(self) -> Iterator[str]:
        left = self.room
        for at in range(self.most):
            for touches in self._touches.values():
                if at < len(touches) and left > 0:
                    change = touches[at].change
                    left -= change.kind != "added"
                    yield from (name for name in (change.new, change.old) if name.strip("0"))


def _followed(commits: Iterable[Commit]) -> Iterator[tuple[str, Touch]]:
    """Yield what commits did to files, with the paths that the files have today."""
    today: dict[str, str] = {}
    for commit in commits:
        changes = [(today.get(change.inside, change.inside), change) for change in commit.changes]
        for path, change in changes:
            if change.before:
                today[change.before] = path
            if change.kind != "removed":
                yield path, Touch(commit=commit, change=change)


def _moved(change: FileChange, document: Document) -> Iterator[Change]:
    if change.before:
        values = (("old", change.before), ("new", change.inside))
        subject = Subject(ThingKind.JOURNEY, document.id)
        yield Change(
            kind=Kind.FILE_MOVED, subject=subject, old=change.before, new=change.inside, values=values
        )
