"""Touchpoints that a journey uses where it should not, or leaves out where it should not."""

from collections.abc import Iterator

from journeybook.catalogue import Touchpoint, Visit
from journeybook.checks.inspection import Inspection, found
from journeybook.checks.positions import neighbours, of_step
from journeybook.findings import Finding
from journeybook.frontmatter import Path


def channel_changes(inspection: Inspection) -> Iterator[Finding]:
    """Steps on another channel than the one before, at which customers meet nothing."""
    for journey in inspection.catalogue.journeys.values():
        for stage, before, step in neighbours(journey):
            record = step.record
            if not record.channel or record.touchpoints or record.journey or not before.channels:
                continue
            if step.channels and step.channels[0] not in before.channels:
                yield found(
                    journey.document,
                    (*of_step(stage, step), "channel"),
                    "channel-change-without-touchpoint",
                    before=", ".join(channel.title for channel in before.channels),
                    channel=step.channels[0].title,
                )


def misplaced_touchpoints(inspection: Inspection) -> Iterator[Finding]:
    """Touchpoints in stages that they are not meant for, once for each stage of a journey."""
    seen: set[tuple[str, str, str]] = set()
    for visit, at, touchpoint in _uses(inspection):
        meant, stage = touchpoint.record.stages, visit.stage.record.stage
        use = (visit.journey.id, stage, touchpoint.id)
        if meant and stage not in meant and use not in seen:
            seen.add(use)
            document, rule = visit.journey.document, "touchpoint-outside-its-stages"
            yield found(document, at, rule, touchpoint=touchpoint.title, stage=stage)


def missing_touchpoints(inspection: Inspection) -> Iterator[Finding]:
    """Touchpoints that are no more or not yet, once for each journey."""
    seen: set[tuple[str, str]] = set()
    for visit, at, touchpoint in _uses(inspection):
        rule = _rule_of_absence(visit, touchpoint)
        use = (visit.journey.id, touchpoint.id)
        if rule and use not in seen:
            seen.add(use)
            yield found(visit.journey.document, at, rule, touchpoint=touchpoint.title)


def _rule_of_absence(visit: Visit, touchpoint: Touchpoint) -> str:
    match touchpoint.record.lifecycle, visit.journey.record.state:
        case "retired", _:
            return "retired-touchpoint-in-use"
        case "planned", "current":
            return "planned-touchpoint-in-current-journey"
    return ""


def _uses(inspection: Inspection) -> Iterator[tuple[Visit, Path, Touchpoint]]:
    """Yield each naming of a touchpoint in a step."""
    for visit in inspection.catalogue.visits:
        for number, name in enumerate(visit.step.record.touchpoints):
            touchpoint = inspection.catalogue.touchpoints.get(name)
            if touchpoint:
                yield visit, (*of_step(visit.stage, visit.step), "touchpoints", number), touchpoint
