"""The latest values of metrics, and how they moved."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from journeybook.catalogue import Catalogue
from journeybook.model import SCOPES, Metric, Value


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
