"""Check future journeys against the current ones that they are compared with."""

from collections.abc import Iterator
from typing import Any

from journeybook.catalogue import Journey, JourneyPart, JourneyStage, Step
from journeybook.checks.inspection import Inspection, found
from journeybook.findings import Finding
from journeybook.model.lanes import NO_LANES_OF_STAGE, LaneKind, lanes_of

_NOT_LIVED = lanes_of(
    LaneKind.SATISFACTION,
    LaneKind.TOUCHPOINTS,
    LaneKind.PAIN_POINTS,
    LaneKind.OPPORTUNITIES,
    LaneKind.EVIDENCE,
    LaneKind.QUOTES,
    LaneKind.METRICS,
    LaneKind.PICTURE,
)
_BESIDE = frozenset({"id", *(lane.name for lane in _NOT_LIVED)})
"""Fields that make no step another one: those of what is known, and those that are compared as meant."""


def comparisons(inspection: Inspection) -> Iterator[Finding]:
    """Future journeys that change nothing or replace nothing, and journeys compared with the wrong one."""
    journeys = inspection.catalogue.journeys
    for journey in inspection.catalogue.mapped:
        is_future, name = journey.record.state == "future", journey.record.compares_to
        current = journeys.get(name or "")
        if is_future and not name:
            yield found(journey.document, ("state",), "future-journey-without-current", journey=journey.title)
        elif name and not is_future:
            yield found(journey.document, ("compares_to",), "current-journey-with-comparison", journey=name)
        elif current and current is not journey:
            yield from _compared(journey, current)


def _compared(journey: Journey, current: Journey) -> Iterator[Finding]:
    at = ("compares_to",)
    if current.record.state == "future":
        yield found(journey.document, at, "compares-with-future", journey=current.title)
    if _course(journey) == _course(current):
        yield found(journey.document, at, "future-journey-without-changes", current=current.title)


def _course(journey: Journey) -> list[tuple[dict[str, Any], list[dict[str, Any]]]]:
    """The course of a journey, stage by stage."""
    return [(_as_a_whole(stage), [_as_lived(step) for step in stage.steps]) for stage in journey.stages]


def _as_a_whole(stage: JourneyStage) -> dict[str, Any]:
    """Tell what is lived throughout a stage, whatever it is called and whoever answers for it."""
    elsewhere = NO_LANES_OF_STAGE.keys() - {"stage"} | _BESIDE
    return {name: value for name, value in stage.record if name not in elsewhere} | _pains(stage)


def _pains(part: JourneyPart) -> dict[str, Any]:
    return {"pain_points": {(pain.title, pain.record.severity) for pain in part.pain_points}}


def _as_lived(step: Step) -> dict[str, Any]:
    written = {name: value for name, value in step.record if name not in _BESIDE}
    return (
        written
        | _pains(step)
        | {
            "satisfaction": {each.persona.id: each.satisfaction for each in step.satisfactions}
            or step.satisfaction,
            "touchpoints": {touchpoint.id for touchpoint in step.touchpoints},
        }
    )
