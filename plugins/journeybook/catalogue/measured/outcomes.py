"""Say what became of the metric of an action since it was done, or why that cannot be told."""

from enum import StrEnum

from journeybook.catalogue.catalogue import Catalogue
from journeybook.catalogue.measured.series import change_of, is_better, series_at
from journeybook.catalogue.things import Action, Journey
from journeybook.catalogue.vocabulary import Metric, Stage, reaches, value
from journeybook.model import Value


class Untold(StrEnum):
    """Why nobody can tell whether an action helped."""

    NO_METRIC = "no-metric"
    """It names no metric."""
    NO_DATE = "no-date"
    """It names no date, so there is no before and after."""
    NO_VALUES = "no-values"
    """Its metric has values neither for the journey nor for everything."""
    NOTHING_BEFORE = "nothing-before"
    """Its metric was not measured before."""
    NOTHING_SINCE = "nothing-since"
    """Its metric has not been measured since."""


@value
class Outcome:
    """The course of a metric since an action was done.

    The day is that until which the action was to be done: files name no other.
    """

    action: Action
    untold: Untold | None = None
    """Why it cannot be told; None where it can."""
    before: Value | None = None
    """The last value from before the day."""
    after: Value | None = None
    """The latest value, where it is from after the day."""
    is_overall: bool = False
    """Whether both are those of everything, because the journey has no values of its own."""

    @property
    def metric(self) -> Metric | None:
        """The metric that was to move."""
        return self.action.metric

    @property
    def target(self) -> float | None:
        """The value to reach: the action's own, or the metric's."""
        own = self.action.record.target
        return own if own is not None or self.metric is None else self.metric.target

    @property
    def change(self) -> float | None:
        """The change from before to after, in the metric's unit; of percentages in points."""
        return change_of(self.before, self.after)

    @property
    def is_better(self) -> bool | None:
        """Whether the metric moved the right way; None where it did not move, or nothing tells."""
        return is_better(self.metric, self.change) if self.metric else None

    @property
    def is_reached(self) -> bool | None:
        """Whether the latest value reaches the target; None where nothing tells."""
        return reaches(self.metric, self.after.value if self.after else None, self.target)


def outcome_of(
    catalogue: Catalogue, journey: Journey, action: Action, stage: Stage | None = None
) -> Outcome | None:
    """Say what became of the metric of an action of a journey, or a stage of it; nothing until it is done."""
    if action.record.status != "done":
        return None
    if action.metric is None:
        return Outcome(action=action, untold=Untold.NO_METRIC)
    if action.record.due is None:
        return Outcome(action=action, untold=Untold.NO_DATE)
    series = series_at(catalogue, action.metric, journey, stage)
    if series is None:
        return Outcome(action=action, untold=Untold.NO_VALUES)
    before, after = series.before(action.record.due), series.after(action.record.due)
    reasons = ((before, Untold.NOTHING_BEFORE), (after, Untold.NOTHING_SINCE))
    return Outcome(
        action=action,
        untold=next((reason for found, reason in reasons if found is None), None),
        before=before,
        after=after,
        is_overall=series.is_overall,
    )
