"""Find pain points without an answer, and opportunities and actions without an owner or a date."""

from collections.abc import Iterator

from journeybook.catalogue import Answer, Entry, Journey, Opportunity, PainPoint, answer_near
from journeybook.catalogue.things import Action
from journeybook.checks.inspection import Inspection, found
from journeybook.checks.positions import spots_in
from journeybook.findings import Finding
from journeybook.frontmatter import Path
from journeybook.load import Document

_FELT = 3
"""The severity from which on a pain point deserves a plan; that of one without a severity."""


def unanswered_pain_points(inspection: Inspection) -> Iterator[Finding]:
    """Pain points that no opportunity answers, and severe ones that nobody works on."""
    if not inspection.is_complete:
        return
    for journey in inspection.catalogue.mapped:
        for path, spot in spots_in(journey):
            for number, pain in enumerate(spot.part.pain_points):
                answer = max(inspection.catalogue.answer(pain), answer_near(spot))
                rule = _unanswered(inspection, pain, answer)
                if rule:
                    at, severity = (*path, "pain_points", number, "title"), pain.record.severity
                    yield found(journey.document, at, rule, title=pain.title, severity=severity)


def _unanswered(inspection: Inspection, pain: PainPoint, answer: Answer) -> str:
    """Name the rule that a pain point breaks."""
    if pain.record.severity >= inspection.limits.severe:
        if answer is Answer.REJECTED:
            return "rejected-opportunity-for-severe-pain"
        return "severe-pain-without-owner" if answer < Answer.OWNED else ""
    is_left = pain.record.severity >= _FELT and answer.is_missing
    return "pain-point-without-opportunity" if is_left else ""


def unanswered_doubts(inspection: Inspection) -> Iterator[Finding]:
    """Doubts without an answer, in journeys that say of another one where it is answered."""
    for journey in inspection.catalogue.mapped:
        doubts = tuple(_doubts(journey))
        if any(doubt.answers for _, doubt in doubts):
            for path, doubt in doubts:
                if not doubt.answers:
                    yield found(journey.document, (*path, "text"), "unanswered-doubt", text=doubt.text)


def _doubts(journey: Journey) -> Iterator[tuple[Path, Entry]]:
    """Yield the doubts of stages as a whole and of steps, with their paths."""
    for path, spot in spots_in(journey):
        for number, doubt in enumerate(spot.part.entries["doubts"]):
            yield (*path, "doubts", number), doubt


def unfinished_plans(inspection: Inspection) -> Iterator[Finding]:
    """Opportunities and actions without what makes them a plan, and actions that are overdue."""
    for journey in inspection.catalogue.mapped:
        for path, spot in spots_in(journey):
            for number, opportunity in enumerate(spot.part.opportunities):
                at = (*path, "opportunities", number)
                yield from _of_opportunity(journey.document, at, opportunity)
                yield from _of_actions(inspection, journey.document, at, opportunity)


def overdue_goals(inspection: Inspection) -> Iterator[Finding]:
    """Goals that should have been reached by now, and of which no value shows that they are."""
    catalogue = inspection.catalogue
    handbook = catalogue.folder.handbook
    if handbook is None or not inspection.has_all_values:
        return
    for number, record in enumerate(catalogue.handbook.goals):
        goal = catalogue.goals[record.id]
        latest = catalogue.latest(goal.metric)
        if goal.is_overdue(inspection.today, latest.value if latest else None):
            at = ("goals", number, "due")
            yield found(handbook, at, "overdue-goal", title=record.title, date=record.due)


def _of_opportunity(document: Document, at: Path, opportunity: Opportunity) -> Iterator[Finding]:
    record, title = opportunity.record, opportunity.record.title
    if record.status == "done":
        open_one = next((action.title for action in record.actions if action.status != "done"), None)
        if open_one is not None:
            rule = "done-opportunity-with-open-action"
            yield found(document, (*at, "status"), rule, title=title, action=open_one)
    if opportunity.is_closed:
        return
    if record.impact is None or record.effort is None:
        yield found(document, (*at, "title"), "opportunity-without-impact-or-effort", title=title)
    if record.status != "idea" and not record.actions:
        yield found(document, (*at, "status"), "planned-opportunity-without-action", title=title)


def _of_actions(
    inspection: Inspection, document: Document, at: Path, opportunity: Opportunity
) -> Iterator[Finding]:
    """Judge the open actions of an opportunity; those of an idea are not agreed on yet."""
    for number, action in enumerate(opportunity.actions):
        if not action.is_open:
            continue
        place, title = (*at, "actions", number), action.record.title
        if action.is_overdue(inspection.today):
            yield found(document, (*place, "due"), "overdue-action", title=title, date=action.record.due)
        rule = _missing(action)
        if rule and opportunity.record.status != "idea":
            yield found(document, (*place, "title"), rule, title=title)


def _missing(action: Action) -> str:
    """Name what an action lacks; who is to do it comes before when."""
    if action.record.owner is None:
        return "action-without-owner"
    return "action-without-due-date" if action.record.due is None else ""
