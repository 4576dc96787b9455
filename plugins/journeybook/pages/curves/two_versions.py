"""Draw the curves of two versions of a journey over its stages, in one picture."""

from dataclasses import dataclass

from journeybook.catalogue import Journey, JourneyStage, Visit
from journeybook.diff import pair_journeys
from journeybook.pages.curves.overlay import Overlay, overlay


@dataclass(frozen=True, slots=True, kw_only=True)
class StageVersions:
    """A stage in both versions, or in one of them."""

    title: str
    now: JourneyStage | None
    """As it was."""
    then: JourneyStage | None
    """As it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoVersions:
    """A journey as it was and as it is; told like a current journey and a future one."""

    current: Journey
    """As it was; it has no page."""
    future: Journey
    """As it is."""
    stages: tuple[StageVersions, ...]
    picture: Overlay


def two_versions(before: Journey | None, after: Journey | None) -> TwoVersions | None:
    """Draw both curves; nothing where a version is missing, or where they are the same."""
    if before is None or after is None or _satisfactions(before) == _satisfactions(after):
        return None
    rows = pair_journeys(before, after).rows
    visits = {
        step: Visit(journey=journey, stage=stage, step=step)
        for journey in (before, after)
        for stage in journey.stages
        for step in stage.steps
    }
    drawn = overlay([(row.before, row.after) for row in rows], visits)
    if drawn is None:
        return None
    stages = (StageVersions(title=row.title, now=row.before, then=row.after) for row in rows)
    return TwoVersions(current=before, future=after, stages=tuple(stages), picture=drawn)


def _satisfactions(journey: Journey) -> list[tuple[str, float | None]]:
    return [(stage.id, step.satisfaction) for stage in journey.stages for step in stage.steps]
