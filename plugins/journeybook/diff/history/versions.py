"""Tell what each of the latest commits changed, file by file, newest first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import islice
from pathlib import Path

from journeybook.catalogue import Catalogue, Journey
from journeybook.diff.change import Change, Subject
from journeybook.diff.history.comparing import FileComparison, compare_versions
from journeybook.diff.kinds import Kind
from journeybook.git import Commit, FileChange, Repository, Tree, UnknownRevision
from journeybook.kinds import ThingKind
from journeybook.load import Document, kind_of, read_content, without_collector
from journeybook.load.document import file_digest
from journeybook.model import VALUE_REFERENCES

Parsed = dict[str, Document]
"""Versions of files that were read before, by path and by git's name for their content."""

_MOST_FILES = 12
"""The most files of one commit of which is told what changed in them."""
_MOST_BYTES = 256 * 1024
"""The largest file of values that is read for that."""


class Memory:
    """The versions that one build keeps for the next."""

    def __init__(self) -> None:
        self.parsed: Parsed = {}
        self._before: dict[tuple[str, ...], FileComparison | None] = {}
        self._now: dict[tuple[str, ...], FileComparison | None] = {}

    def begin(self) -> None:
        """Begin a build: what was compared in none since the one before is forgotten."""
        self._before, self._now = self._now, {}

    def compared(
        self, old: Document | None, new: Document | None, shared: Iterable[Document], today: date
    ) -> FileComparison | None:
        """Compare two versions amid what both share, unless that was done before."""
        around = tuple(shared)
        versions = (f"{item.inside} {item.digest}" if item else "" for item in (old, new, *around))
        key = (today.isoformat(), *versions)
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
    path: str
    """The path that the file has today, or had last."""
    change: FileChange


@dataclass(frozen=True, slots=True, kw_only=True)
class TouchedFile:
    """A file that a commit changed, and what that changed for readers."""

    touch: Touch
    changes: tuple[Change, ...] | None
    """The worst first; nothing is known where its versions were not read."""
    title: str = ""
    """What it described then, where it could be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """A commit with the files that it changed."""

    commit: Commit
    files: tuple[TouchedFile, ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class Versions:
    """The past of a handbook; versions of files are read, all together, when they are first asked for."""

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
    recent: int = 0
    """The number of commits of which is told what they changed anywhere."""
    recent_room: int = 0
    """How many versions are read for that at most, the newest first."""
    memory: Memory = field(default_factory=Memory)

    def touches(self, journey: Journey) -> tuple[Touch, ...]:
        """The latest commits of a journey's file, without reading it."""
        return self._touches.get(journey.document.inside, ())

    def of(self, journey: Journey) -> tuple[Version, ...]:
        """The latest versions of a journey, newest first."""
        with without_collector():
            return tuple(self._version(touch) for touch in self.touches(journey))

    @cached_property
    def latest(self) -> tuple[Deed, ...]:
        """The latest commits that changed anything that is content, newest first."""
        with without_collector():
            return tuple(
                Deed(commit=touches[0].commit, files=tuple(map(self._file, touches)))
                for touches in self._recent
            )

    def _version(self, touch: Touch) -> Version:
        is_new = touch.change.kind == "added"
        compared = None if is_new else self._compared(touch)
        moved = tuple(self._moved(touch))
        if compared is None:
            return Version(commit=touch.commit, is_new=is_new, changes=moved)
        pair, changes = compared
        before = pair.before if pair else None
        return Version(commit=touch.commit, is_new=is_new, changes=(*changes, *moved), before=before)

    def _file(self, touch: Touch) -> TouchedFile:
        compared = self._compared(touch)
        if compared is None:
            return TouchedFile(touch=touch, changes=None)
        names = (touch.change.new, touch.change.old)
        versions = (self._document(touch.path, name) for name in names)
        title = next((str(getattr(item.record, "title", "")) for item in versions if item), "")
        return TouchedFile(touch=touch, changes=(*compared[1], *self._moved(touch)), title=title)

    def _compared(self, touch: Touch) -> FileComparison | None:
        """The comparison of a file before and after a commit; nothing where a version was not read."""
        new = touch.change.new
        # git names as the old content of a copy that of another file
        old = touch.change.old if touch.change.kind != "added" else ""
        before, after = self._document(touch.path, old), self._document(touch.path, new)
        is_whole = all(version or not name.strip("0") for version, name in ((before, old), (after, new)))
        if not is_whole or not (before or after):
            return None
        known = [version for version in (before, after) if version]
        if self._is_computed_elsewhere(known):
            return None
        return self.memory.compared(before, after, self._shared(*known), self.today)

    def _is_computed_elsewhere(self, versions: Sequence[Document]) -> bool:
        """Whether they hold answers to a question that other files answer as well: none tells the value."""
        metrics, own = self.catalogue.metrics, {version.inside for version in versions}
        asked = {value.metric for version in versions for _, value in version.values}
        computed = {name for name in asked if name in metrics and metrics[name].formula}
        others = (item for item in self.catalogue.folder.of_kind(ThingKind.VALUES) if item.inside not in own)
        return bool(computed) and any(value.metric in computed for item in others for _, value in item.values)

    def _moved(self, touch: Touch) -> Iterator[Change]:
        """Say that a file was moved, where it could be read."""
        change, document = touch.change, self._document(touch.path, touch.change.new)
        if document and change.before:
            values = (("old", change.before), ("new", change.inside))
            subject = Subject(document.kind, document.id)
            yield Change(
                kind=Kind.FILE_MOVED, subject=subject, old=change.before, new=change.inside, values=values
            )

    def _document(self, inside: str, name: str) -> Document | None:
        """A version of a file; that of today is not read again."""
        raw, kind = self._contents.get(name), kind_of(inside)
        if raw is None or not isinstance(kind, ThingKind):
            return None
        if kind is ThingKind.VALUES and len(raw) > _MOST_BYTES:
            return None
        key = f"{inside}:{name}"
        if key not in self.memory.parsed:
            today = self._by_path.get(inside)
            is_today = today is not None and today.digest == file_digest(raw)
            read = today if today and is_today else read_content(inside, inside, kind, raw)
            self.memory.parsed[key] = read
        return self.memory.parsed[key]

    def _shared(self, *documents: Document) -> Iterator[Document]:
        """The files of today that give names to the things of which two versions speak."""
        names = {(use.kind, use.id) for document in documents for use in document.uses}
        rows = (value for document in documents for _, value in document.values)
        names |= {(kind, getattr(value, kind)) for value in rows for kind in VALUE_REFERENCES}
        own = {document.inside for document in documents}
        for document in self._named:
            is_named = document.kind is ThingKind.HANDBOOK or (document.kind, document.id) in names
            if is_named and document.inside not in own:
                yield document

    @cached_property
    def _named(self) -> tuple[Document, ...]:
        kinds = (ThingKind.HANDBOOK, ThingKind.PERSONA, ThingKind.TOUCHPOINT)
        return tuple(item for kind in kinds for item in self.catalogue.folder.of_kind(kind))

    @cached_property
    def _by_path(self) -> Mapping[str, Document]:
        return {item.inside: item for item in self.catalogue.folder.documents}

    @cached_property
    def _touches(self) -> Mapping[str, tuple[Touch, ...]]:
        journeys = {item.inside for item in self.catalogue.folder.of_kind(ThingKind.JOURNEY)}
        found: dict[str, list[Touch]] = {}
        for touch in followed(self.commits):
            if touch.path in journeys and touch.change.kind != "removed":
                found.setdefault(touch.path, []).append(touch)
        return {path: tuple(touches[: self.most]) for path, touches in found.items()}

    @cached_property
    def _recent(self) -> tuple[tuple[Touch, ...], ...]:
        """The touches of the latest commits that changed content, commit by commit."""
        found: dict[str, list[Touch]] = {}
        for touch in followed(self.commits):
            if isinstance(kind_of(touch.path), ThingKind):
                found.setdefault(touch.commit.id, []).append(touch)
        return tuple(tuple(touches) for touches in islice(found.values(), self.recent))

    @cached_property
    def _contents(self) -> Mapping[str, bytes]:
        """The contents of the versions that are told, by git's name for them; one process reads them all."""
        names = dict.fromkeys((*_within(self._newest(), self.recent_room), *self._of_journeys()))
        try:
            tree = Tree(repository=Repository.around(self.root), commit="", exists=True)
            return tree.blobs(names)
        except UnknownRevision:
            return {}

    def _newest(self) -> Iterator[Touch]:
        return (touch for touches in self._recent for touch in touches[:_MOST_FILES])

    def _of_journeys(self) -> Iterator[str]:
        rows = (
            touches[at] for at in range(self.most) for touches in self._touches.values() if at < len(touches)
        )
        return _within(rows, self.room)


def _within(touches: Iterable[Touch], room: int) -> Iterator[str]:
    """Yield git's names for the contents before and after, until as many versions as there is room for."""
    left = room
    for touch in touches:
        if left <= 0:
            return
        left -= touch.change.kind != "added"
        yield from (name for name in (touch.change.new, touch.change.old) if name.strip("0"))


def followed(commits: Iterable[Commit]) -> Iterator[Touch]:
    """Yield what commits did to files, with the paths that the files have today."""
    today: dict[str, str] = {}
    for commit in commits:
        changes = [(today.get(change.inside, change.inside), change) for change in commit.changes]
        for path, change in changes:
            if change.before:
                today[change.before] = path
            yield Touch(commit=commit, path=path, change=change)
