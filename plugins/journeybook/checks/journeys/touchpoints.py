"""Find touchpoints that a journey uses where it should not, or leaves out where it should not."""

from collections.abc import Iterable, Iterator

from journeybook.catalogue import Touchpoint, Visit, channel_changes, of_customers
from journeybook.checks.inspection import Inspection, found
from journeybook.checks.positions import of_step
from journeybook.findings import Finding
from journeybook.frontmatter import Path


def gaps(inspection: Inspection) -> Iterator[Finding]:
    """Steps on another channel than the one before, at which customers meet nothing."""
    for journey in inspection.catalogue.mapped:
        changes = channel_changes(of_customers(inspection.catalogue.visits_of_journey[journey.id]))
        first = {change.after.step: change for change in reversed([*changes]) if change.is_gap}
        for step, change in first.items():
            yield found(
                journey.document,
                (*of_step(change.after.stage, step), "channel"),
                "channel-change-without-touchpoint",
                before=", ".join(channel.title for channel in change.before.step.channels),
                channel=step.channels[0].title,
            )


def misplaced_touchpoints(inspection: Inspection) -> Iterator[Finding]:
    """Touchpoints in stages that they are not meant for, once for each stage of a journey."""
    for touchpoint in inspection.catalogue.touchpoints.values():
        meant = touchpoint.record.stages
        first: dict[tuple[str, str], Visit] = {}
        for visit in _uses(inspection, touchpoint) if meant else ():
            stage = visit.stage.record.stage
            if stage not in meant:
                first.setdefault((visit.journey.id, stage), visit)
        for visit in first.values():
            document, place = visit.journey.document, _place(visit, touchpoint)
            rule = "touchpoint-outside-its-stages"
            yield found(document, place, rule, touchpoint=touchpoint.title, stage=visit.stage.title)


def missing_touchpoints(inspection: Inspection) -> Iterator[Finding]:
    """Touchpoints that are no more or not yet, once for each journey."""
    for touchpoint in inspection.catalogue.touchpoints.values():
        if touchpoint.record.lifecycle != "live":
            first: dict[str, Visit] = {}
            for visit in _uses(inspection, touchpoint):
                first.setdefault(visit.journey.id, visit)
            yield from _missing(touchpoint, first.values())


def _missing(touchpoint: Touchpoint, visits: Iterable[Visit]) -> Iterator[Finding]:
    for visit in visits:
        document, place = visit.journey.document, _place(visit, touchpoint)
        if touchpoint.record.lifecycle == "retired":
            yield found(document, place, "retired-touchpoint-in-use", touchpoint=touchpoint.title)
        elif visit.journey.record.state == "current":
            rule = "planned-touchpoint-in-current-journey"
            yield found(document, place, rule, touchpoint=touchpoint.title)


def _uses(inspection: Inspection, touchpoint: Touchpoint) -> tuple[Visit, ...]:
    return inspection.catalogue.visits_of_touchpoint.get(touchpoint.id, ())


def _place(visit: Visit, touchpoint: Touchpoint) -> Path:
    """The path to a touchpoint that a step names."""
    number = visit.step.record.touchpoints.index(touchpoint.id)
    return (*of_step(visit.stage, visit.step), "touchpoints", number)
