"""Tell what each of the latest commits changed: of the whole handbook, and of each journey, newest first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import islice
from pathlib import Path

from journeybook.catalogue import Catalogue, Journey
from journeybook.diff.change import Change, Subject
from journeybook.diff.compare import RENAMED
from journeybook.diff.history.memory import CommitChanges, Memory
from journeybook.diff.history.past import Past
from journeybook.diff.kinds import of_things
from journeybook.diff.states.revisions import NotComparable, Standpoint
from journeybook.git import Commit, FileChange, UnknownRevision
from journeybook.kinds import IN_FILES, IN_HANDBOOK, ThingKind
from journeybook.load import kind_of, without_collector

_ADDED = of_things((*IN_FILES, *IN_HANDBOOK), "added")


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
class PastChange:
    """A change of a commit."""

    change: Change
    title: str
    """What the thing was called then that it is of."""
    today: str
    """The id that the thing has today; empty where it is known that it has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """A commit with what it changed."""

    commit: Commit
    changes: tuple[PastChange, ...]
    """Those of one thing stand together."""
    files: tuple[Touch, ...]
    """The files of which it is not known what changed in them."""


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
        return tuple(map(self._version, self.touches(journey)))

    @cached_property
    def latest(self) -> tuple[Deed, ...]:
        """The latest commits that changed anything that is content, newest first."""
        return tuple(self._deeds())

    def _version(self, touch: Touch) -> Version:
        found = self._compared.get(touch.commit.id)
        pair = found.pairs.get(touch.change.inside) if found else None
        if found is None or pair is None:
            return Version(commit=touch.commit, is_new=touch.change.kind == "added")
        return Version(
            commit=touch.commit,
            is_new=pair.before is None,
            changes=found.of_journey(touch.change.inside) if pair.before else (),
            before=pair.before,
        )

    def _deeds(self) -> Iterator[Deed]:
        today: dict[Subject, str] = {}
        for touches in self._recent:
            commit = touches[0].commit
            found = self._compared.get(commit.id)
            changes = found.changes if found else ()
            told = (
                PastChange(
                    change=change,
                    title=found.titles[change.subject] if found else "",
                    today=today.get(change.subject, change.subject.id),
                )
                for change in changes
            )
            files = (touch for touch in touches if found is None or touch.change.inside in found.unread)
            yield Deed(commit=commit, changes=tuple(told), files=tuple(files))
            for change in changes:
                self._go_back(today, change)

    @staticmethod
    def _go_back(today: dict[Subject, str], change: Change) -> None:
        """Note what the thing of a change is called today that had its id before."""
        subject = change.subject
        if change.kind in RENAMED:
            today[Subject(subject.kind, change.old)] = today.get(subject, subject.id)
        elif change.kind in _ADDED:
            today[subject] = ""

    @cached_property
    def _compared(self) -> Mapping[str, CommitChanges]:
        """The changes of the commits that are told, by their names."""
        told = dict.fromkeys(
            (*_within(self._recent, self.recent_room), *_within(self._of_journeys(), self.room))
        )
        by_name = {commit.id: commit for commit in self.commits}
        place = Standpoint(here=self.root.parent, journeys=self.root.name or ".")
        with without_collector():
            try:
                return self.memory.compared(
                    Past(place=place),
                    [by_name[name] for name in told],
                    self.today,
                    self.catalogue.folder.documents,
                )
            except (NotComparable, UnknownRevision):
                return {}

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
        return tuple(islice(self._by_commit.values(), self.recent))

    @cached_property
    def _by_commit(self) -> Mapping[str, tuple[Touch, ...]]:
        found: dict[str, list[Touch]] = {}
        for touch in followed(self.commits):
            if isinstance(kind_of(touch.path), ThingKind):
                found.setdefault(touch.commit.id, []).append(touch)
        return {name: tuple(touches) for name, touches in found.items()}

    def _of_journeys(self) -> Iterator[tuple[Touch, ...]]:
        """Yield the latest commit of each journey, then those before, each with all that it touched."""
        for at in range(self.most):
            for touches in self._touches.values():
                if at < len(touches):
                    yield self._by_commit[touches[at].commit.id]


def _within(commits: Iterable[Sequence[Touch]], room: int) -> Iterator[str]:
    """Yield the names of commits, until they have changed as many files as there is room for."""
    left = room
    for touches in commits:
        if left <= 0:
            return
        left -= sum(touch.change.kind != "added" for touch in touches)
        yield touches[0].commit.id


def followed(commits: Iterable[Commit]) -> Iterator[Touch]:
    """Yield what commits did to files, with the paths that the files have today."""
    today: dict[str, str] = {}
    for commit in commits:
        changes = [(today.get(change.inside, change.inside), change) for change in commit.changes]
        for path, change in changes:
            if change.before:
                today[change.before] = path
            yield Touch(commit=commit, path=path, change=change)
