"""Lay a journey as it was into the one that is proposed, for its map and the pages of its stages.

What is gone stands where it was, with all that went with it; texts show word by word what has changed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, TypeVar, cast

from journeybook import model
from journeybook.catalogue import Entry, Journey, JourneyStage, Step
from journeybook.diff import StagePair, StepPair, pair_journeys
from journeybook.edited import edited, gone
from journeybook.model.lanes import Lane, LaneKind
from journeybook.pages.review.lists import merged

Part = TypeVar("Part", Step, JourneyStage)

_RECORDS = ("devices", "recovery", "links", "evidence")
"""The lists of a part that pages take from its record."""
_THINGS = (
    "pain_points",
    "opportunities",
    "systems",
    "actors",
    "metrics",
    "touchpoints",
    "channels",
    "content",
)
"""The lists of a part that pages take from the part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BothVersions:
    """A journey in which both versions can be read."""

    journey: Journey
    before: Mapping[Step, Step]
    """The steps as they were, by those of this journey; of gone ones their own."""
    stages: Mapping[str, JourneyStage]
    """Its stages by their ids."""
    gone: tuple[Step, ...]
    """The steps that are only in the version before."""


def both_versions(old: Journey, now: Journey, lanes: Iterable[Lane]) -> BothVersions:
    """Lay the version before into the one of now, which keeps its averages."""
    laying = _Laying(now, lanes)
    stages = tuple(map(laying.stage, pair_journeys(old, now).rows))
    return BothVersions(
        journey=replace(now, stages=stages),
        before=MappingProxyType(laying.before),
        stages={stage.id: stage for stage in stages},
        gone=tuple(laying.gone),
    )


class _Laying:
    """Lays the stages and steps of two versions into each other."""

    def __init__(self, now: Journey, lanes: Iterable[Lane]) -> None:
        self._ids = {step.id for step in now.steps}
        own = [lane for lane in lanes if lane.is_own]
        self._texts = {lane.name for lane in own if lane.kind is LaneKind.ENTRIES}
        """The handbook's own lanes of texts; of others, a stage counts the numbers."""
        self._nothing: dict[str, tuple[Entry, ...]] = {lane.name: () for lane in own}
        self.before: dict[Step, Step] = {}
        self.gone: list[Step] = []

    def stage(self, row: StagePair) -> JourneyStage:
        """A stage with the steps of both versions."""
        steps = tuple(map(self._step, row.steps))
        old, now = row.before, row.after
        if old is None:
            return replace(cast("JourneyStage", now), steps=steps)
        stage = self._laid(old, now)
        if now is None:
            return replace(stage, title=gone(stage.title), satisfaction=None, steps=steps)
        return replace(stage, title=edited(old.title, now.title), steps=steps)

    def _step(self, pair: StepPair) -> Step:
        old, now = pair.before, pair.after
        if old is None:
            return cast("Step", now)
        step = self._laid(old, now)
        step = _with_texts(step, old.record, now.record) if now else self._left(step)
        self.before[step] = old
        return step

    def _left(self, step: Step) -> Step:
        """A step that is gone: it leads nowhere, and no curve goes through it."""
        record = step.record.model_copy(
            update={"title": gone(step.title), "next": (), "journey": None, "moment_of_truth": False}
        )
        left = replace(
            step,
            id=f"{step.id}_gone" if step.id in self._ids else step.id,
            record=record,
            satisfaction=None,
            satisfactions=(),
            paths=(),
            conversion_metric=None,
        )
        self.gone.append(left)
        return left

    def _laid(self, old: Part, now: Part | None) -> Part:
        """A part with the lists of both versions laid into each other; all are gone where nothing is left."""
        part = now or old
        fields = type(part.record).model_fields
        entries = {
            name: merged(old.entries.get(name, ()), now.entries.get(name, ()) if now else ())
            for name in part.entries
            if name in fields or name in self._texts
        }
        written: dict[str, Any] = {name: _records(items) for name, items in entries.items() if name in fields}
        for name in _RECORDS:
            if name in fields:
                written[name] = merged(getattr(old.record, name), getattr(now.record, name) if now else ())
        things: dict[str, Any] = {
            name: merged(getattr(old, name), getattr(now, name) if now else ())
            for name in _THINGS
            if hasattr(part, name)
        }
        rest = {**self._nothing, **(now.entries if now else {})}
        record = part.record.model_copy(update=written)
        return replace(part, entries={**rest, **entries}, record=record, **things)


def _with_texts(step: Step, old: model.Step, now: model.Step) -> Step:
    """A step with the edits of the texts that stand for themselves."""
    found: dict[str, Any] = {"title": edited(old.title, now.title)}
    if isinstance(old.moment_of_truth, str) and isinstance(now.moment_of_truth, str):
        found["moment_of_truth"] = edited(old.moment_of_truth, now.moment_of_truth)
    return replace(step, record=step.record.model_copy(update=found))


def _records(items: tuple[Entry, ...]) -> tuple[Any, ...]:
    return tuple(item.record for item in items)
