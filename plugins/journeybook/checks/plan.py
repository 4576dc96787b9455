"""Pain points, opportunities and actions: whether something is done, by whom and until when."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from journeybook import model
from journeybook.catalogue import Catalogue, Journey, Opportunity, PainPoint, Step
from journeybook.checks.inspection import Inspection, found
from journeybook.checks.walk import steps_of
from journeybook.findings import Finding
from journeybook.frontmatter import Path
from journeybook.load import Document

_FELT = 3
"""The severity from which on a pain point deserves a plan; that of one without a severity."""
_IS_CLOSED = frozenset({"done", "rejected"})


def unanswered_pain_points(inspection: Inspection) -> Iterator[Finding]:
    """Pain points that no opportunity answers, and severe ones that nobody works on."""
    answers = _Answers(inspection.catalogue)
    for journey in inspection.catalogue.journeys.values():
        for path, step in steps_of(journey):
            for number, pain in enumerate(step.pain_points):
                if pain.record.severity >= min(_FELT, inspection.limits.severe):
                    at = (*path, "pain_points", number)
                    yield from _unanswered(inspection, journey, at, pain, answers.of(step, pain))


def _unanswered(
    inspection: Inspection, journey: Journey, at: Path, pain: PainPoint, answers: list[model.Opportunity]
) -> Iterator[Finding]:
    document, severity = journey.document, pain.record.severity
    live = [answer for answer in answers if answer.status != "rejected"]
    if severity < inspection.limits.severe:
        if not live:
            yield found(document, (*at, "title"), "pain-point-without-opportunity", title=pain.title)
    elif answers and not live:
        rule = "rejected-opportunity-for-severe-pain"
        yield found(document, (*at, "title"), rule, title=pain.title, severity=severity)
    elif not any(_is_in_hands(answer) for answer in live):
        rule = "severe-pain-without-owner"
        yield found(document, (*at, "title"), rule, title=pain.title, severity=severity)


def _is_in_hands(answer: model.Opportunity) -> bool:
    """Whether an opportunity is done already, or some team has an action of it."""
    return answer.status == "done" or any(action.owner for action in answer.actions)


@dataclass
class _Answers:
    """The opportunities of a handbook by what they solve: a pain point is one by its id or its title."""

    catalogue: Catalogue
    by_pain: dict[str, list[model.Opportunity]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        titles = self.catalogue.pain_titles
        for visit in self.catalogue.visits:
            for opportunity in visit.step.opportunities:
                for name in opportunity.record.solves:
                    self._add(name if "/" in name else f"{visit.journey.id}/{name}", opportunity, titles)

    def _add(self, name: str, opportunity: Opportunity, titles: dict[str, str]) -> None:
        for key in {name.rpartition("/")[2], titles.get(name, name).casefold()}:
            self.by_pain.setdefault(key, []).append(opportunity.record)

    def of(self, step: Step, pain: PainPoint) -> list[model.Opportunity]:
        """Return what would solve a pain point: what names it, and what stands at the same step."""
        by_id = self.by_pain.get(pain.record.id, []) if pain.record.id else []
        here = [item.record for item in step.opportunities if not item.record.solves]
        return [*by_id, *self.by_pain.get(pain.title.casefold(), []), *here]


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
