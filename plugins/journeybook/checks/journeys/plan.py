"""Pain points, opportunities and actions: whether something is done, by whom and until when."""

from collections.abc import Iterator
from enum import IntEnum
from itertools import repeat

from journeybook import model
from journeybook.catalogue import Catalogue, PainPoint, Step
from journeybook.checks.inspection import Inspection, found
from journeybook.checks.positions import steps_of
from journeybook.findings import Finding
from journeybook.frontmatter import Path
from journeybook.load import Document

_FELT = 3
"""The severity from which on a pain point deserves a plan; that of one without a severity."""
_IS_CLOSED = frozenset({"done", "rejected"})


class _Answer(IntEnum):
    """How far a pain point is answered."""

    NONE = 0
    REJECTED = 1
    LIVE = 2
    IN_HANDS = 3
    """It is done already, or some team has an action of it."""


def unanswered_pain_points(inspection: Inspection) -> Iterator[Finding]:
    """Pain points that no opportunity answers, and severe ones that nobody works on."""
    if not inspection.is_complete:
        return
    answers = _answers(inspection.catalogue)
    for journey in inspection.catalogue.journeys.values():
        for path, step in steps_of(journey):
            for number, pain in enumerate(step.pain_points):
                answer = max(map(answers.get, _names(pain), repeat(_Answer.NONE)))
                rule = _unanswered(inspection, pain, max(answer, _answer_here(step)))
                if rule:
                    at, severity = (*path, "pain_points", number, "title"), pain.record.severity
                    yield found(journey.document, at, rule, title=pain.title, severity=severity)


def _unanswered(inspection: Inspection, pain: PainPoint, answer: _Answer) -> str:
    """Name the rule that a pain point breaks."""
    if pain.record.severity >= inspection.limits.severe:
        if answer is _Answer.REJECTED:
            return "rejected-opportunity-for-severe-pain"
        return "severe-pain-without-owner" if answer < _Answer.IN_HANDS else ""
    is_open = pain.record.severity >= _FELT and answer < _Answer.LIVE
    return "pain-point-without-opportunity" if is_open else ""


def _names(pain: PainPoint) -> tuple[str, ...]:
    """Under what a pain point is the same as others: its title, and its written id."""
    return (pain.title.casefold(), *([pain.record.id] if pain.record.id else ()))


def _answers(catalogue: Catalogue) -> dict[str, _Answer]:
    """The best answer to each pain point that opportunities name, by its id and by its title."""
    found: dict[str, _Answer] = {}
    for visit in catalogue.visits:
        for opportunity in visit.step.opportunities:
            answer = _answer(opportunity.record)
            for name in opportunity.record.solves:
                whole = name if "/" in name else f"{visit.journey.id}/{name}"
                for key in (whole.rpartition("/")[2], catalogue.pain_titles.get(whole, "").casefold()):
                    found[key] = max(answer, found.get(key, answer))
    return found


def _answer_here(step: Step) -> _Answer:
    """The best of the opportunities at a step that do not say what they solve."""
    here = (_answer(item.record) for item in step.opportunities if not item.record.solves)
    return max(here, default=_Answer.NONE)


def _answer(record: model.Opportunity) -> _Answer:
    if record.status == "rejected":
        return _Answer.REJECTED
    is_in_hands = record.status == "done" or any(action.owner for action in record.actions)
    return _Answer.IN_HANDS if is_in_hands else _Answer.LIVE


def unfinished_plans(inspection: Inspection) -> Iterator[Finding]:
    """Opportunities and actions without what makes them a plan, and actions that are overdue."""
    for journey in inspection.catalogue.journeys.values():
        for path, step in steps_of(journey):
            for number, opportunity in enumerate(step.opportunities):
                at = (*path, "opportunities", number)
                yield from _of_opportunity(journey.document, at, opportunity.record)
                yield from _of_actions(inspection, journey.document, at, opportunity.record)


def _of_opportunity(document: Document, at: Path, record: model.Opportunity) -> Iterator[Finding]:
    title = record.title
    if record.status == "done":
        open_one = next((action.title for action in record.actions if action.status != "done"), None)
        if open_one is not None:
            rule = "done-opportunity-with-open-action"
            yield found(document, (*at, "status"), rule, title=title, action=open_one)
    if record.status in _IS_CLOSED:
        return
    if record.impact is None or record.effort is None:
        yield found(document, (*at, "title"), "opportunity-without-impact-or-effort", title=title)
    if record.status != "idea" and not record.actions:
        yield found(document, (*at, "status"), "planned-opportunity-without-action", title=title)


def _of_actions(
    inspection: Inspection, document: Document, at: Path, record: model.Opportunity
) -> Iterator[Finding]:
    """Judge the actions of an opportunity; those of an idea are not agreed on yet."""
    if record.status in _IS_CLOSED:
        return
    for number, action in enumerate(record.actions):
        place = (*at, "actions", number)
        if action.status == "done":
            continue
        if action.due is not None and action.due < inspection.today:
            yield found(document, (*place, "due"), "overdue-action", title=action.title, date=action.due)
        rule = _missing(action)
        if rule and record.status != "idea":
            yield found(document, (*place, "title"), rule, title=action.title)


def _missing(action: model.Action) -> str:
    """Name what an action lacks; who is to do it comes before when."""
    if action.owner is None:
        return "action-without-owner"
    return "action-without-due-date" if action.due is None else ""
