"""Compare the states around commits for a build, and keep what was found for the next one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from journeybook.diff.change import Change, Subject
from journeybook.diff.compare import Difference, JourneyPair, compare
from journeybook.diff.history.past import Around, Past
from journeybook.diff.states.state import KnownDocuments, State
from journeybook.diff.tree import change_tree
from journeybook.git import Commit
from journeybook.kinds import ThingKind
from journeybook.load import Document, kind_of
from journeybook.load.document import file_digest

_MOST_FILES = 40
"""The most files that a commit may change so that it is compared."""
_MOST_BYTES = 256 * 1024
"""The most of values that it may change for that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitChanges:
    """The changes of a commit, as `diff` tells them."""

    changes: tuple[Change, ...]
    """Those of one thing stand together, its worst first."""
    titles: Mapping[Subject, str]
    """What the things were called then that it changed."""
    pairs: Mapping[str, JourneyPair]
    """Both versions of journeys, by the paths of their files after it."""
    unread: frozenset[str]
    """The paths of files that it changed and that cannot be read on one side."""

    def of_journey(self, path: str) -> tuple[Change, ...]:
        """Return what changed in the journey of a file."""
        pair = self.pairs.get(path)
        subject = Subject(ThingKind.JOURNEY, pair.id) if pair else None
        return tuple(change for change in self.changes if change.subject == subject)


class Memory:
    """The comparisons that one build keeps for the next."""

    def __init__(self) -> None:
        self._before: dict[tuple[str, ...], CommitChanges | None] = {}
        self._now: dict[tuple[str, ...], CommitChanges | None] = {}

    def begin(self) -> None:
        """Begin a build: what was compared in none since the one before is forgotten."""
        self._before, self._now = self._now, {}

    def compared(
        self, past: Past, commits: Sequence[Commit], today: date, documents: Iterable[Document]
    ) -> dict[str, CommitChanges]:
        """Compare the states around commits, by their names; those that change too much are left out.

        Of `documents`, those of today, what is the same in a state is not read again.
        """
        folder, day = str(past.place.here / past.place.journeys), today.isoformat()
        keys = {commit.id: (folder, commit.id, day) for commit in commits}
        self._now |= {key: self._before[key] for key in keys.values() if key in self._before}
        new = [commit for commit in commits if keys[commit.id] not in self._now]
        for around, found in _compare(past, new, today, documents):
            self._now[keys[around.commit.id]] = found
        return {name: found for name, key in keys.items() if (found := self._now.get(key))}


def _compare(
    past: Past, commits: Sequence[Commit], today: date, documents: Iterable[Document]
) -> Iterator[tuple[Around, CommitChanges | None]]:
    ours = {document.inside: document for document in documents if document.kind is not ThingKind.VALUES}
    known: KnownDocuments = {}
    for around in past.around(commits):
        if _is_large(around):
            yield around, None
            continue
        for state in (around.before, around.after):
            known.update(_of_today(state, past.contents, ours, known))
        difference = compare(around.before, around.after, today=today, known=known)
        yield around, _comparison(difference)


def _is_large(around: Around) -> bool:
    """Whether a commit changed so much that reading it would take too long."""
    values = sum(size for path, size in around.sizes.items() if kind_of(path) is ThingKind.VALUES)
    return len(around.sizes) > _MOST_FILES or values > _MOST_BYTES


def _of_today(
    state: State, contents: Mapping[str, bytes], ours: Mapping[str, Document], known: KnownDocuments
) -> Iterator[tuple[tuple[str, str], Document]]:
    """Yield the documents of today that a state has as well."""
    for path in state.source.paths():
        document = ours.get(path) if isinstance(path, str) else None
        if document is None:
            continue
        name = state.source.identity(document.inside)
        raw = contents.get(name) if isinstance(name, str) else None
        if raw is None or not isinstance(name, str) or (document.inside, name) in known:
            continue
        if file_digest(raw) == document.digest:
            yield (document.inside, name), document


def _comparison(difference: Difference) -> CommitChanges:
    things = change_tree(difference).things
    label = f"{difference.after.label}/"
    return CommitChanges(
        changes=difference.changes,
        titles={thing.subject: thing.title for thing in things},
        pairs={pair.after.document.inside: pair for pair in difference.journeys if pair.after},
        unread=frozenset(item.finding.place.path.removeprefix(label) for item in difference.unread),
    )
