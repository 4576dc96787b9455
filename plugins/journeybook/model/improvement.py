"""What is to become better: pain points, opportunities and their actions."""

from typing import Annotated, ClassVar, Literal

from journeybook.model.base import Record
from journeybook.model.evidence import EvidenceList
from journeybook.model.fields import AsList, Day, Id, Number, Score, Text, WebAddress, one_of
from journeybook.model.names import GoalNames, MetricName, PainPointName, TeamName

Category = Literal[
    "disconnected-channels", "long-sales-cycle", "poor-onboarding", "lack-of-support", "no-follow-up", "other"
]
OpportunityStatus = Literal["idea", "planned", "doing", "done", "rejected"]
ActionStatus = Literal["open", "doing", "done"]


class PainPoint(Record):
    """A problem that holds the customer back."""

    title: Text
    """The problem in one sentence."""
    id: Id | None = None
    """Needed to refer to it."""
    severity: Score = 3
    """1 (a nuisance) to 5 (customers leave)."""
    category: Annotated[Category, one_of(Category)] | None = None
    """One of the common pain points."""
    evidence: EvidenceList = ()
    """What shows it."""


class Experiment(Record):
    """What is tried out by an action."""

    short: ClassVar[str | None] = "hypothesis"

    hypothesis: Text
    """What is expected to happen, and why."""
    result: Text | None = None
    """What came of it."""
    link: WebAddress | None = None
    """Where it is described."""


class Action(Record):
    """One thing to do."""

    title: Text
    """What."""
    owner: TeamName | None = None
    """Who."""
    due: Day | None = None
    """Until when."""
    status: Annotated[ActionStatus, one_of(ActionStatus)] = "open"
    """`open`, `doing` or `done`."""
    metric: MetricName | None = None
    """Which metric is to move."""
    target: Number | None = None
    """The value to reach, in the metric's unit."""
    link: WebAddress | None = None
    """The ticket."""
    experiment: Experiment | None = None
    """What is tried out by it."""


class Opportunity(Record):
    """Something that would make the journey better."""

    title: Text
    """The idea in one sentence."""
    id: Id | None = None
    """Needed to refer to it."""
    impact: Score | None = None
    """1 (hardly felt) to 5 (decides)."""
    effort: Score | None = None
    """1 (a day) to 5 (a year)."""
    solves: Annotated[tuple[PainPointName, ...], AsList] = ()
    """Ids of pain points of this journey, or journey-id/pain-id."""
    goals: GoalNames = ()
    """The organisation's goals that it serves."""
    status: Annotated[OpportunityStatus, one_of(OpportunityStatus)] = "idea"
    """`idea`, `planned`, `doing`, `done` or `rejected`."""
    reason: Text | None = None
    """Why it is rejected, so that nobody proposes it anew."""
    actions: Annotated[tuple[Action, ...], AsList] = ()
    """What is done about it."""
