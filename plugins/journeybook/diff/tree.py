"""Arrange changes as a tree of things, stages, steps and items.

All formats and all pages render this tree: what belongs together, what comes first, how much there is of it
and which rules speak of it is decided here alone.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from operator import attrgetter
from types import MappingProxyType

from journeybook.diff.breaking import Break, breaks_of
from journeybook.diff.change import Change, Subject
from journeybook.diff.compare import Difference, JourneyPair
from journeybook.findings import Severity
from journeybook.kinds import ThingKind
from journeybook.settings import Weights

_AS_REGISTERED: Weights = MappingProxyType({})
_LEVELS = ("stage", "step", "item")
"""What leads from a thing to a place within it: the names of a change's ids."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldChange:
    """A change, with the rules that speak of it."""

    change: Change
    breaks: tuple[Break, ...] = ()
    """The worst first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """The changes of a thing or of a part of it."""

    changes: tuple[ToldChange, ...]
    """All, in it and in its parts, the worst first."""
    own: tuple[ToldChange, ...]
    """Those of itself."""
    parts: Mapping[str, "Branch"]
    """Stages of a journey, steps of a stage, pain points and opportunities of a step, by their ids."""

    def part(self, name: str) -> "Branch":
        """The branch of a part; nothing, where nothing has changed in it."""
        return self.parts.get(name, _EMPTY)


_EMPTY = Branch(changes=(), own=(), parts=MappingProxyType({}))


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedThing:
    """A thing that has changed: a journey, a persona, a touchpoint, handbook.yml or what it lists."""

    subject: Subject
    title: str
    """What it is called after the change, or was before."""
    pair: JourneyPair | None
    """Both versions of a journey; nothing where the file itself is the same."""
    branch: Branch

    @property
    def changes(self) -> tuple[ToldChange, ...]:
        """All its changes, the worst first."""
        return self.branch.changes


@dataclass(frozen=True, kw_only=True)
class ChangeTree:
    """The changes between two states of a handbook, as a tree."""

    difference: Difference
    things: tuple[ChangedThing, ...]
    """The one with the worst change comes first."""

    def __bool__(self) -> bool:
        return bool(self.difference)

    @cached_property
    def changes(self) -> tuple[ToldChange, ...]:
        """The changes of all things, in their order."""
        return tuple(told for thing in self.things for told in thing.changes)

    @cached_property
    def breaks(self) -> tuple[Break, ...]:
        """The rules that speak of these changes, the worst first."""
        found = (item for told in self.changes for item in told.breaks)
        return tuple(sorted(found, key=lambda item: item.severity.rank))

    @cached_property
    def breaking(self) -> tuple[tuple[ChangedThing, ToldChange], ...]:
        """The changes that rules speak of, each once with its thing, the worst first."""
        found = [(thing, told) for thing in self.things for told in thing.changes if told.breaks]
        return tuple(sorted(found, key=lambda one: one[1].breaks[0].severity.rank))

    @cached_property
    def weights(self) -> Mapping[Severity, int]:
        """Count the rules that speak, by weight."""
        return Counter(item.severity for item in self.breaks)


def change_tree(difference: Difference, weights: Weights = _AS_REGISTERED) -> ChangeTree:
    """Arrange a difference; settings may give each breaking rule another weight, or None to leave it out."""
    return ChangeTree(difference=difference, things=tuple(_things(difference, weights)))


def _things(difference: Difference, weights: Weights) -> Iterator[ChangedThing]:
    for subject, changes in groupby(difference.changes, key=attrgetter("subject")):
        told = [ToldChange(change=item, breaks=breaks_of(item, difference, weights)) for item in changes]
        pair = difference.pairs.get(subject.journey)
        yield ChangedThing(
            subject=subject, title=_title(difference, subject, pair), pair=pair, branch=_grown(told, _LEVELS)
        )


def _grown(changes: Sequence[ToldChange], levels: Sequence[str]) -> Branch:
    """Arrange changes by their ids, level by level; their order stays."""
    if not levels:
        return Branch(changes=tuple(changes), own=tuple(changes), parts={})
    found: dict[str, list[ToldChange]] = {}
    for told in changes:
        found.setdefault(getattr(told.change, levels[0]), []).append(told)
    own = found.pop("", [])
    parts = {name: _grown(inner, levels[1:]) for name, inner in found.items()}
    return Branch(changes=tuple(changes), own=tuple(own), parts=parts)


def _title(difference: Difference, subject: Subject, pair: JourneyPair | None) -> str:
    journey = (pair.after or pair.before) if pair else None
    if journey:
        return journey.title
    return "handbook.yml" if subject.kind is ThingKind.HANDBOOK else difference.names.after(*subject)
