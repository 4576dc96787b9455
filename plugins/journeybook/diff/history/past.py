"""Read the states before and after commits, those of many with a few processes of git."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from journeybook.diff.states.revisions import Standpoint, before_all
from journeybook.diff.states.state import IN_ANY_CASE, State
from journeybook.git import Commit, Tree, TreeEntry, read_trees
from journeybook.kinds import ThingKind
from journeybook.load import TreeFiles, kind_of

_AT_ONCE = 16
"""Of how many commits states are read together; whoever asks for a few waits for no more."""
_LARGEST = 1024 * 1024
"""The largest file that is read ahead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """The states before and after a commit."""

    commit: Commit
    before: State
    after: State
    sizes: dict[str, int]
    """The sizes of the files that differ, by their paths below the folder; the larger where it has two."""


@dataclass(frozen=True, kw_only=True)
class Past:
    """The states of a journeys folder along its history."""

    place: Standpoint
    contents: dict[str, bytes] = field(default_factory=dict)
    """What was read of files, by git's names for it."""

    def around(self, commits: Sequence[Commit]) -> Iterator[Around]:
        """Yield the states around each of some commits; `UnknownRevision` if a clone does not have them."""
        for at in range(0, len(commits), _AT_ONCE):
            yield from self._together(commits[at : at + _AT_ONCE])

    def _together(self, commits: Sequence[Commit]) -> Iterator[Around]:
        names = [name for commit in commits for name in (commit.id, commit.parent) if name]
        trees = read_trees(self.place.repository, names, self.place.inside)
        nothing = Tree(repository=self.place.repository, commit="", exists=False)
        pairs = [(trees[commit.parent] if commit.parent else nothing, trees[commit.id]) for commit in commits]
        wanted = dict.fromkeys(name for pair in pairs for name in _wanted(*pair) if name not in self.contents)
        self.contents.update(trees[commits[0].id].blobs(wanted))
        for commit, (before, after) in zip(commits, pairs, strict=True):
            yield Around(
                commit=commit,
                before=self._state(before) if commit.parent else before_all(self.place),
                after=self._state(after),
                sizes=_sizes(before, after),
            )

    def _state(self, tree: Tree) -> State:
        label = self.place.journeys.rstrip("/")
        source = TreeFiles(tree, self.contents)
        return State(name=tree.commit, label=label, source=source, commit=tree.commit)


def _wanted(before: Tree, after: Tree) -> Iterator[str]:
    """Yield git's names for what a comparison of two trees reads; what a clone does not have is left out."""
    for entry in (*_differing(before, after), *_differing(after, before)):
        if 0 < entry.size <= _LARGEST:
            yield entry.id
    for entry in after.entries:
        if entry.size and kind_of(entry.inside) in IN_ANY_CASE:
            yield entry.id


def _differing(tree: Tree, other: Tree) -> Iterator[TreeEntry]:
    """Yield the files of a tree that are content and not the same in another."""
    for entry in tree.entries:
        same = other.by_path.get(entry.inside)
        if (same is None or same.id != entry.id) and isinstance(kind_of(entry.inside), ThingKind):
            yield entry


def _sizes(before: Tree, after: Tree) -> dict[str, int]:
    found: dict[str, int] = {}
    for entry in (*_differing(before, after), *_differing(after, before)):
        found[entry.inside] = max(entry.size, found.get(entry.inside, 0))
    return found
