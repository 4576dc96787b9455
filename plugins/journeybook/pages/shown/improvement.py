"""What several pages say of the same things: lines of curves, problems, chances, values of metrics."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from journeybook import catalogue as handbook
from journeybook.catalogue import Catalogue, Journey, Opportunity, PainPoint, Visit
from journeybook.catalogue.things import Action
from journeybook.charts import HIGHEST
from journeybook.model import SCOPES, Metric, Value

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt(Generic[T]):
    """The first of many; a page with thousands of rows answers no question."""

    items: tuple[T, ...]
    total: int

    @property
    def is_cut(self) -> bool:
        """Whether there are more."""
        return len(self.items) < self.total


def excerpt(items: Iterable[T], most: int) -> Excerpt[T]:
    """Take the first of many."""
    listed = tuple(items)
    return Excerpt(items=listed[:most], total=len(listed))


def worst_steps(visits: Iterable[Visit], most: int = 100) -> Excerpt[Visit]:
    """Steps in their order; where there are too many, those with the lowest satisfaction."""
    listed = tuple(visits)
    if len(listed) > most:
        listed = tuple(sorted(listed, key=lambda visit: visit.step.satisfaction or HIGHEST + 1))
    return excerpt(listed, most)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A pain point with where it hurts."""

    visit: Visit
    pain: PainPoint


@dataclass(frozen=True, slots=True, kw_only=True)
class Chance:
    """An opportunity with where it would help."""

    visit: Visit
    opportunity: Opportunity
    solves: tuple[str, ...]
    """Titles of the pain points that it solves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """An action with the opportunity that it belongs to."""

    visit: Visit
    opportunity: Opportunity
    action: Action


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The latest value of a metric, and how it moved."""

    metric: Metric
    value: Value | None
    change: float | None = None
    """Against the value a year before, or the earliest later one."""
    since: date | None = None

    @property
    def is_better(self) -> bool | None:
        """Whether the metric moved the right way; None where it did not move."""
        if not self.change:
            return None
        return (self.change > 0) == (self.metric.direction == "up")

    @property
    def is_on_target(self) -> bool | None:
        """Whether the target is reached; None where there is no target or no value."""
        if self.metric.target is None or self.value is None:
            return None
        if self.metric.direction == "up":
            return self.value.value >= self.metric.target
        return self.value.value <= self.metric.target


def mean(visits: Iterable[Visit]) -> float | None:
    """The mean satisfaction over steps that have one."""
    return handbook.mean(visit.step.satisfaction for visit in visits)


def lowest(visits: Iterable[Visit]) -> Visit | None:
    """The step with the lowest satisfaction."""
    rated = [visit for visit in visits if visit.step.satisfaction is not None]
    return min(rated, key=lambda visit: visit.step.satisfaction or 0, default=None)


def highest(visits: Iterable[Visit]) -> Visit | None:
    """The step with the highest satisfaction."""
    rated = [visit for visit in visits if visit.step.satisfaction is not None]
    return max(rated, key=lambda visit: visit.step.satisfaction or 0, default=None)


def problems(visits: Iterable[Visit]) -> tuple[Problem, ...]:
    """The pain points of steps, worst first."""
    found = (Problem(visit=visit, pain=pain) for visit in visits for pain in visit.step.pain_points)
    return tuple(sorted(found, key=lambda problem: -problem.pain.record.severity))


def open_problems(catalogue: Catalogue, visits: Iterable[Visit]) -> tuple[Problem, ...]:
    """The pain points of steps that are still open, worst first."""
    return tuple(item for item in problems(visits) if catalogue.is_open(item.pain))


def chances(catalogue: Catalogue, visits: Iterable[Visit]) -> tuple[Chance, ...]:
    """The opportunities of steps: most impact for least effort first, what is done or rejected last."""
    found = (
        Chance(visit=visit, opportunity=chance, solves=tuple(_solved(catalogue, visit.journey, chance)))
        for visit in visits
        for chance in visit.step.opportunities
    )
    return tuple(sorted(found, key=lambda chance: _worth(chance.opportunity)))


def _solved(catalogue: Catalogue, journey: Journey, chance: Opportunity) -> Iterator[str]:
    for name in chance.record.solves:
        pain = catalogue.pain_points.get(name if "/" in name else f"{journey.id}/{name}")
        if pain:
            yield pain.title


def _worth(chance: Opportunity) -> tuple[bool, int]:
    record = chance.record
    return chance.is_closed, (record.effort or 3) - 2 * (record.impact or 3)


def tasks(visits: Iterable[Visit], today: date) -> tuple[Task, ...]:
    """The actions of steps: overdue first, then by due date, those with nothing left to do last."""
    found = (
        Task(visit=visit, opportunity=chance, action=action)
        for visit in visits
        for chance in visit.step.opportunities
        for action in chance.actions
    )
    return tuple(sorted(found, key=lambda task: _urgency(task.action, today)))


def _urgency(action: Action, today: date) -> tuple[bool, bool, date]:
    return not action.is_open, not action.is_overdue(today), action.record.due or date.max


def readings(catalogue: Catalogue, metrics: Iterable[Metric], **scope: str) -> tuple[Reading, ...]:
    """The latest values of metrics in a scope such as `journey="schuhkauf"`; overall where it has none."""
    return tuple(reading(catalogue, metric, **scope) for metric in metrics)


def reading(catalogue: Catalogue, metric: Metric, **scope: str) -> Reading:
    """The latest value of one metric."""
    values = course(catalogue, metric, **scope) or course(catalogue, metric)
    if not values:
        return Reading(metric=metric, value=None)
    latest = values[-1]
    year_before = latest.date.replace(year=latest.date.year - 1, day=1)
    earlier = next(value for value in values if value.date >= year_before)
    if earlier is latest:
        return Reading(metric=metric, value=latest)
    return Reading(metric=metric, value=latest, change=latest.value - earlier.value, since=earlier.date)


def course(catalogue: Catalogue, metric: Metric, **scope: str) -> tuple[Value, ...]:
    """The values of a metric in exactly one scope, in the order of their dates."""
    wanted = tuple(scope.get(kind) for kind in SCOPES)
    return catalogue.courses.get((metric.id, wanted), ())
