"""Find things that nothing uses, and things that journeys and stages lack."""

from collections.abc import Iterator

from journeybook.catalogue import Catalogue, Journey, JourneyStage, is_set_aside
from journeybook.checks.inspection import Inspection, found
from journeybook.checks.positions import of_stage
from journeybook.findings import Finding
from journeybook.kinds import IN_FILES, IN_HANDBOOK, ThingKind
from journeybook.load import Document
from journeybook.terms import TermFinder

_FOR_THEMSELVES = frozenset({ThingKind.JOURNEY, ThingKind.STAGE, ThingKind.GOAL, ThingKind.TERM})
"""Journeys are what names the rest; stages, goals and terms are looked at for themselves."""
_UNUSED = tuple(kind for kind in (*IN_FILES, *IN_HANDBOOK) if kind not in _FOR_THEMSELVES)


def unused(inspection: Inspection) -> Iterator[Finding]:
    """Personas, touchpoints and entries of the handbook that no reference and no link names."""
    catalogue = inspection.catalogue
    if not inspection.is_complete:
        return
    for kind in (kind for kind in _UNUSED if kind in IN_FILES):
        for document in catalogue.folder.of_kind(kind):
            if not catalogue.is_used(kind, document.id) and not is_set_aside(document):
                yield found(document, ("title",), f"unused-{kind}", id=document.id)
    handbook = catalogue.folder.handbook
    if handbook is not None:
        yield from _unused_vocabulary(catalogue, handbook)


def _unused_vocabulary(catalogue: Catalogue, handbook: Document) -> Iterator[Finding]:
    for kind in (kind for kind in _UNUSED if kind in IN_HANDBOOK):
        for number, item in enumerate(getattr(catalogue.handbook, kind.row.plural)):
            if not catalogue.is_used(kind, item.id):
                yield found(handbook, (kind.row.plural, number, "id"), f"unused-{kind}", id=item.id)


def unused_lanes(inspection: Inspection) -> Iterator[Finding]:
    """Lanes of the handbook's own in which nothing stands."""
    catalogue = inspection.catalogue
    handbook = catalogue.folder.handbook
    if not inspection.is_complete or handbook is None:
        return
    for number, lane in enumerate(catalogue.handbook.lanes):
        if not catalogue.is_used(ThingKind.LANE, lane.id):
            yield found(handbook, ("lanes", number, "id"), "unused-lane", id=lane.id)


def unused_stages(inspection: Inspection) -> Iterator[Finding]:
    """Stages that the handbook names itself and no journey goes through."""
    catalogue = inspection.catalogue
    handbook = catalogue.folder.handbook
    if not inspection.is_complete or not handbook or not handbook.record or not catalogue.mapped:
        return
    used = {stage.record.stage for journey in catalogue.journeys.values() for stage in journey.stages}
    if "stages" in handbook.record.model_fields_set:
        for number, stage in enumerate(catalogue.handbook.stages):
            if stage.id not in used:
                yield found(handbook, ("stages", number, "id"), "unused-stage", id=stage.id)


def unserved_goals(inspection: Inspection) -> Iterator[Finding]:
    """Goals that no journey and no opportunity serves."""
    catalogue = inspection.catalogue
    handbook = catalogue.folder.handbook
    if not inspection.is_complete or not handbook:
        return
    of_journeys = {goal.id for journey in catalogue.journeys.values() for goal in journey.goals}
    for number, goal in enumerate(catalogue.handbook.goals):
        if goal.id not in of_journeys | catalogue.visits_of_goal.keys():
            yield found(handbook, ("goals", number, "id"), "unused-goal", id=goal.id)


def unused_terms(inspection: Inspection) -> Iterator[Finding]:
    """Terms that no link names and no text uses but their own."""
    catalogue = inspection.catalogue
    handbook = catalogue.folder.handbook
    if not inspection.is_complete or handbook is None or not catalogue.terms:
        return
    used = set(_used_terms(inspection))
    for number, term in enumerate(catalogue.handbook.terms):
        if term.id not in used and not catalogue.is_used(ThingKind.TERM, term.id):
            yield found(handbook, ("terms", number, "id"), "unused-term", id=term.id)


def _used_terms(inspection: Inspection) -> Iterator[str]:
    terms = inspection.catalogue.handbook.terms
    finder = TermFinder(terms)
    for prose in inspection.prose:
        for path, text in prose.passages:
            own = terms[path[1]].id if path[:1] == ("terms",) and isinstance(path[1], int) else ""
            yield from (term.id for term in finder.find(text) if term.id != own)
        yield from (term.id for term in finder.find(prose.body))


def without_touchpoint(inspection: Inspection) -> Iterator[Finding]:
    """Journeys, and stages of the others, in which customers meet nothing."""
    for journey in inspection.catalogue.mapped:
        if not journey.is_of_staff:
            empty = [stage for stage in journey.stages if not _meets_touchpoints(stage)]
            yield from _without(journey, empty, ThingKind.TOUCHPOINT)


def _meets_touchpoints(stage: JourneyStage) -> bool:
    """Whether a step names a touchpoint, or a journey of its own that does."""
    return any(step.record.touchpoints or step.record.journey for step in stage.steps)


def without_metric(inspection: Inspection) -> Iterator[Finding]:
    """Current journeys, and stages of those that have metrics, in which nothing is measured."""
    catalogue = inspection.catalogue
    if not catalogue.metrics:
        return
    measured = {(value.journey, value.stage) for value in catalogue.values}
    for journey in catalogue.mapped:
        if journey.record.state == "current":
            empty = [
                stage
                for stage in journey.stages
                if not _names_metrics(stage)
                and measured.isdisjoint(((journey.id, stage.record.stage), (None, stage.record.stage)))
            ]
            record = journey.record
            has_own = bool(record.metrics or record.funnel) or (journey.id, None) in measured
            yield from _without(journey, empty, ThingKind.METRIC, has_own=has_own)


def _names_metrics(stage: JourneyStage) -> bool:
    return bool(stage.record.metrics or any(step.all_metrics or step.record.metrics for step in stage.steps))


def _without(
    journey: Journey, empty: list[JourneyStage], kind: str, *, has_own: bool = False
) -> Iterator[Finding]:
    """Say of a journey that it lacks something; of its stages only where the others have it."""
    if len(empty) == len(journey.stages) and not has_own:
        yield found(journey.document, ("title",), f"journey-without-{kind}", journey=journey.title)
        return
    for stage in empty:
        yield found(journey.document, (*of_stage(stage), "stage"), f"stage-without-{kind}", stage=stage.title)


def without_owner(inspection: Inspection) -> Iterator[Finding]:
    """Journeys and touchpoints that nobody answers for, in a handbook that has teams."""
    catalogue = inspection.catalogue
    if not catalogue.teams:
        return
    for journey in catalogue.mapped:
        if not journey.record.owner:
            yield found(journey.document, ("title",), "journey-without-owner", journey=journey.title)
    for touchpoint in catalogue.touchpoints.values():
        if not touchpoint.record.owner and touchpoint.record.lifecycle != "retired":
            yield found(
                touchpoint.document, ("title",), "touchpoint-without-owner", touchpoint=touchpoint.title
            )
