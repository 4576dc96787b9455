"""Draw two journeys' curves over the same stages, with the points of their steps."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from journeybook.catalogue import JourneyStage, Step, Visit
from journeybook.charts import SAD, CurvePair, Line, StageColumn, curve_pair

BothStages = tuple[JourneyStage | None, JourneyStage | None]
"""The same stage now and then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OverlayPoint:
    """A step's value in the picture."""

    visit: Visit
    satisfaction: float
    left: float
    top: float
    """In percent of the picture."""
    is_low: bool
    """Whether it is the low point of its line, the first of several."""
    is_shared: bool
    """Whether the other line has a point in the same place."""
    is_sad: bool
    """Whether it stands out, as on a map: its line is nowhere lower, and it is low."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlay:
    """Both curves, and the spots of each in the order of its steps."""

    pair: CurvePair
    now: tuple[OverlayPoint, ...]
    then: tuple[OverlayPoint, ...]


def overlay(rows: Sequence[BothStages], visits: Mapping[Step, Visit]) -> Overlay | None:
    """Draw both journeys; nothing where neither has a value."""
    drawn = curve_pair([StageColumn(now=_marks(now), then=_marks(then)) for now, then in rows])
    if not (drawn.now.points or drawn.then.points):
        return None
    steps_now = {step.number: visits[step] for now, _ in rows for step in (now.steps if now else ())}
    steps_then = {step.number: visits[step] for _, then in rows for step in (then.steps if then else ())}
    return Overlay(
        pair=drawn,
        now=_overlay_points(drawn, drawn.now, steps_now),
        then=_overlay_points(drawn, drawn.then, steps_then),
    )


def _marks(stage: JourneyStage | None) -> list[tuple[int, float | None]]:
    return [(step.number - 1, step.satisfaction) for step in (stage.steps if stage else ())]


def _overlay_points(drawn: CurvePair, line: Line, visits: Mapping[int, Visit]) -> tuple[OverlayPoint, ...]:
    satisfactions = {point.satisfaction for point in line.points}
    other = drawn.now if line is drawn.then else drawn.then
    others = {(point.x, point.y) for point in other.points}
    lowest = min(line.points, key=lambda point: point.satisfaction) if len(satisfactions) > 1 else None
    return tuple(
        OverlayPoint(
            visit=visits[point.column + 1],
            satisfaction=point.satisfaction,
            left=100 * point.x / drawn.width,
            top=100 * point.y / drawn.height,
            is_low=point is lowest,
            is_shared=(point.x, point.y) in others,
            is_sad=lowest is not None and point.satisfaction == lowest.satisfaction <= SAD,
        )
        for point in line.points
    )
