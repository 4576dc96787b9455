"""Which stages and steps of two journeys are the same: two sequences in, pairs in one order out."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

from journeybook.catalogue import Journey, JourneyStage, Step

T = TypeVar("T", bound=Hashable)

ALIKE = 0.6
"""From here on two titles are taken for one step in other words; 1 is the same title."""


def same_stages(now: Journey, then: Journey) -> dict[JourneyStage, JourneyStage]:
    """The later journey's stages with the earlier one's: by their id, else by the canonical stage."""
    found: dict[JourneyStage, JourneyStage] = {}
    for key in (lambda stage: stage.id, lambda stage: stage.record.stage):
        found |= _by_key(_without(now.stages, found.values()), _without(then.stages, found), key)
    return found


def same_steps(now: Journey, then: Journey, stages: Mapping[JourneyStage, JourneyStage]) -> dict[Step, Step]:
    """The later journey's steps with the earlier one's: by their id, else by titles alike in a stage."""
    found = _by_key(tuple(now.steps), tuple(then.steps), lambda step: step.id)
    for later, earlier in stages.items():
        found |= _by_title(_without(earlier.steps, found.values()), _without(later.steps, found))
    return found


def aligned(
    now: Sequence[T], then: Sequence[T], same: Mapping[T, T]
) -> tuple[tuple[T | None, T | None], ...]:
    """Both in one order: that of the later ones, and what falls away behind what came before it."""
    rows: list[tuple[T | None, T | None]] = [
        (earlier if (earlier := same.get(item)) in now else None, item) for item in then
    ]
    paired = set(same.values())
    for at, item in enumerate(now):
        if item not in paired:
            before = set(now[:at])
            last = max((index for index, (left, _) in enumerate(rows) if left in before), default=-1)
            rows.insert(last + 1, (item, None))
    return tuple(rows)


def _without(items: Sequence[T], others: Iterable[T]) -> tuple[T, ...]:
    taken = set(others)
    return tuple(item for item in items if item not in taken)


def _by_key(now: Sequence[T], then: Sequence[T], key: Callable[[T], str]) -> dict[T, T]:
    """Those with the same key; where several have it, the first with the first."""
    waiting: dict[str, list[T]] = {}
    for item in reversed(now):
        waiting.setdefault(key(item), []).append(item)
    return {item: waiting[key(item)].pop() for item in then if waiting.get(key(item))}


def _by_title(now: Sequence[Step], then: Sequence[Step]) -> dict[Step, Step]:
    """Those with titles alike, the most alike first."""
    likeness = {(later, earlier): _likeness(earlier.title, later.title) for later in then for earlier in now}
    found: dict[Step, Step] = {}
    for later, earlier in sorted(likeness, key=lambda both: -likeness[both]):
        if likeness[later, earlier] >= ALIKE and later not in found and earlier not in found.values():
            found[later] = earlier
    return found


def _likeness(left: str, right: str) -> float:
    return SequenceMatcher(None, left.casefold(), right.casefold(), autojunk=False).ratio()
