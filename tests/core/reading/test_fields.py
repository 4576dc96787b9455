"""The models have the fields of the content model, with its types, and no others."""

from datetime import date
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import pytest

from journeybook import model
from journeybook.model import Record, Reference

CONTRACT: dict[type[Record], str] = {
    model.Handbook: """
        stages: list of Stage
        channels: list of Channel
        teams: list of Team
        metrics: list of Metric
        goals: list of Goal
        segments: list of Segment
        systems: list of System
        principles: list of Principle
        terms: list of Term
        groups: list of Group
        lanes: list of OwnLane
        customers: text
        review_every: int
    """,
    model.OwnLane: """
        id *: id
        title *: text
        side *: customer|firm
        kind *: text|number|link
        description: text
        aggregate: sum|mean|none
    """,
    model.Stage: """
        id *: id
        title *: text
        goal: text
        description: text
        aliases: list of text
    """,
    model.Channel: """
        id *: id
        title *: text
        setting *: online|offline|both
        icon: text
    """,
    model.Team: """
        id *: id
        title *: text
        contact: text
        description: text
    """,
    model.Metric: """
        id *: id
        title *: text
        unit *: percent|count|score|currency|duration
        currency: text
        duration_unit: seconds|minutes|hours|days
        direction *: up|down
        target: float
        definition: text
        source: text
        formula: nps|csat|ces
        columns: list of text
    """,
    model.Goal: """
        id *: id
        title *: text
        description: text
        metric: metric
        target: float
        due: date
    """,
    model.Segment: """
        id *: id
        title *: text
        description: text
        size: text
        value_proposition: text
    """,
    model.System: """
        id *: id
        title *: text
        kind: text
        owner: team
        url: text
        description: text
    """,
    model.Principle: """
        id *: id
        title *: text
        description: text
    """,
    model.Term: """
        id *: id
        title *: text
        definition *: text
        aliases: list of text
    """,
    model.Group: """
        id *: id
        title *: text
    """,
    model.MicroConversion: """
        title *: text
        metric: metric
    """,
    model.Experiment: """
        hypothesis *: text
        result: text
        link: text
    """,
    model.Journey: """
        title *: text
        id: id
        personas *: list of persona
        stages *: list of JourneyStage
        summary: text
        goal: text
        scenario: text
        trigger: text
        outcome: text
        state: current|future
        compares_to: journey
        parent: journey
        variant_of: journey
        variant: text
        status: planned|draft|review|published
        owner: team
        reviewed: date
        review_every: int
        evidence: list of Evidence
        metrics: list of metric
        funnel: list of FunnelEntry
        goals: list of goal
        principles: list of principle
        tags: list of text
    """,
    model.FunnelEntry: """
        metric *: metric
        stage: stage
    """,
    model.JourneyStage: """
        stage *: stage
        id: id
        title: text
        goal: text
        phase: text
        owner: team
        actions: list of Entry
        thoughts: list of Entry
        feelings: list of Entry
        needs: list of Entry
        motivations: list of Entry
        doubts: list of Doubt
        expectations: list of Entry
        quotes: list of Quote
        frontstage: list of Entry
        backstage: list of Entry
        systems: list of system or text
        actors: list of team or text
        pain_points: list of PainPoint
        opportunities: list of Opportunity
        metrics: list of metric
        principles: list of principle
        duration: Duration
        wait: Duration
        evidence: list of Evidence
        links: list of DocumentLink
        content: list of Content
        lanes: lane to list of OwnEntry
        steps *: list of Step
    """,
    model.Content: """
        title *: text
        type: text
        url: text
        status: idea|planned|live|retired
        owner: team
    """,
    model.Step: """
        title *: text
        id: id
        personas: list of persona
        satisfaction: persona to int
        actions: list of Entry
        thoughts: list of Entry
        feelings: list of Entry
        needs: list of Entry
        motivations: list of Entry
        doubts: list of Doubt
        expectations: list of Entry
        quotes: list of Quote
        touchpoints: list of touchpoint
        channel: channel
        devices: list of text
        frontstage: list of Entry
        backstage: list of Entry
        systems: list of system or text
        actors: list of team or text
        owner: team
        recovery: list of Recovery
        pain_points: list of PainPoint
        opportunities: list of Opportunity
        duration: Duration
        wait: Duration
        moment_of_truth: bool or text
        micro_conversion: MicroConversion
        metrics: list of metric
        evidence: list of Evidence
        links: list of DocumentLink
        lanes: lane to list of OwnEntry
        image: Picture
        next: list of Next
        optional: bool
        journey: journey
    """,
    model.DocumentLink: """
        title *: text
        url *: text
    """,
    model.Recovery: """
        failure *: text
        response: text
    """,
    model.Entry: """
        text *: text
        persona: list of persona
        evidence: list of Evidence
    """,
    model.OwnEntry: """
        text *: text
        persona: list of persona
        evidence: list of Evidence
        url: text
    """,
    model.Doubt: """
        text *: text
        persona: list of persona
        evidence: list of Evidence
        answered_by: list of touchpoint
    """,
    model.Quote: """
        text *: text
        persona: list of persona
        evidence: list of Evidence
    """,
    model.Picture: """
        src *: text
        alt *: text
    """,
    model.Next: """
        to *: step
        when: text
    """,
    model.PainPoint: """
        title *: text
        id: id
        severity: int
        category: disconnected-channels|long-sales-cycle|poor-onboarding|lack-of-support|no-follow-up|other
        evidence: list of Evidence
    """,
    model.Opportunity: """
        title *: text
        id: id
        impact: int
        effort: int
        solves: list of pain-point
        goals: list of goal
        status: idea|planned|doing|done|rejected
        reason: text
        actions: list of Action
    """,
    model.Action: """
        title *: text
        owner: team
        due: date
        status: open|doing|done
        metric: metric
        target: float
        link: text
        experiment: Experiment
    """,
    model.Evidence: """
        title *: text
        method: interview|observation|survey|focus-group|usability-test|analytics|social-listening|support-tickets|review|workshop|assumption
        date: date
        n: int
        url: text
        expires: date
    """,
    model.Persona: """
        title *: text
        id: id
        role: text
        age: int
        location: text
        segment: segment, or text until one is listed
        type: primary|secondary|negative|staff
        quote: text
        quotes: list of text
        image: Picture
        goals: list of text
        jobs: list of Job
        needs: list of text
        frustrations: list of text
        motivations: list of text
        hobbies: list of text
        behaviours: list of text
        preferred_channels: list of channel
        devices: list of text
        digital_skill: int
        accessibility_needs: list of text
        facts: text to text
        interview: Interview
        evidence: list of Evidence
        reviewed: date
        tags: list of text
    """,
    model.Job: """
        want *: text
        when: text
        so_that: text
    """,
    model.Interview: """
        why_interested: list of text
        how_researched: list of text
        decision_criteria: list of text
        alternatives: list of text
        why_us: list of text
        wishes: list of text
    """,
    model.Touchpoint: """
        title *: text
        id: id
        channel *: channel
        group: group
        owner: team
        stages: list of stage
        rating: int
        importance: int
        expectation: text
        lifecycle: planned|live|retired
        self_service: bool
        systems: list of system or text
        url: text
        feedback_url: text
        aliases: list of text
        metrics: list of metric
        evidence: list of Evidence
        links: list of DocumentLink
        reviewed: date
        tags: list of text
    """,
}
_PLAIN = {str: "text", int: "int", float: "float", bool: "bool", date: "date"}


def _shown(annotation: Any, marks: tuple[Any, ...] = ()) -> str:  # noqa: PLR0911 - one for each kind
    """Say a field's type in the words of the contract."""
    reference = next((mark for mark in marks if isinstance(mark, Reference)), None)
    if reference:
        other = " or text" if reference.or_text else ""
        return (
            f"{reference.kind}{other or (', or text until one is listed' if reference.until_listed else '')}"
        )
    if "_id" in repr(marks):
        return "id"
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _shown(arguments[0], (*marks, *arguments[1:]))
    if origin is Literal:
        return "|".join(arguments)
    if origin is tuple:
        return f"list of {_shown(arguments[0])}"
    if origin is dict:
        return f"{_shown(arguments[0])} to {_shown(arguments[1])}"
    if origin in {Union, UnionType}:
        return " or ".join(_shown(part, marks) for part in arguments if part is not NoneType)
    return _PLAIN.get(annotation) or str(annotation.__name__)


@pytest.mark.parametrize("kind", CONTRACT, ids=lambda kind: kind.__name__)
def test_fields_are_those_of_the_contract(kind: type[Record]) -> None:
    fields = {
        f"{name} *" if field.is_required() else name: _shown(field.annotation, tuple(field.metadata))
        for name, field in kind.model_fields.items()
    }
    lines = [line.strip().split(": ") for line in CONTRACT[kind].strip().splitlines()]
    assert fields == dict(lines)


def test_every_record_stands_in_the_contract() -> None:
    direct = Record.__subclasses__()
    assert {*direct, *(kind for record in direct for kind in record.__subclasses__())} == set(CONTRACT)


@pytest.mark.parametrize(
    ("kind", "short"),
    [
        (model.Step, "title"),
        (model.PainPoint, "title"),
        (model.Opportunity, "title"),
        (model.Action, "title"),
        (model.Evidence, "title"),
        (model.Content, "title"),
        (model.Recovery, "failure"),
        (model.MicroConversion, "title"),
        (model.Experiment, "hypothesis"),
        (model.Job, "want"),
        (model.Entry, "text"),
        (model.Doubt, "text"),
        (model.Quote, "text"),
        (model.OwnEntry, "text"),
        (model.Next, "to"),
        (model.FunnelEntry, "metric"),
    ],
    ids=lambda value: getattr(value, "__name__", value),
)
def test_these_have_a_plain_text_as_their_short_form(kind: type[Record], short: str) -> None:
    assert kind.short == short
    assert kind.model_validate("A") == kind.model_validate({short: "A"})


def test_no_other_record_has_a_short_form() -> None:
    assert {kind.__name__ for kind in CONTRACT if kind.short} == {
        "Step", "PainPoint", "Opportunity", "Action", "Evidence", "Recovery", "Content", "Job", "Entry", "Doubt", "Quote", "OwnEntry",
        "Next", "MicroConversion", "Experiment", "FunnelEntry"
    }  # fmt: skip


def test_columns_of_metrics_files_are_those_of_the_contract() -> None:
    from journeybook.load.sheets.columns import OPTIONAL, REQUIRED

    assert REQUIRED == ("date", "metric", "value")
    assert OPTIONAL == ("journey", "stage", "touchpoint", "channel", "persona", "n")
