"""The latest values of metrics, and how they moved."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from journeybook.catalogue import Catalogue, Scope
from journeybook.model import SCOPES, Metric, Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The latest value of a metric, and how it moved."""

    metric: Metric
    value: Value | None
    base: Value | None = None
    """What it is compared with: the value a year before, or the earliest later one."""
    is_overall: bool = False
    """Whether it is that of everything together, because what was asked for has no values of its own."""

    @property
    def change(self) -> float | None:
        """The change of the metric since its base, in the metric's unit."""
        if self.value is None or self.base is None:
            return None
        return round(self.value.value - self.base.value, 9)

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The values of a metric for a part of the whole, such as one stage of a journey."""

    scope: Scope
    values: tuple[Value, ...]
    """In the order of their dates."""
    reading: Reading


def readings(catalogue: Catalogue, metrics: Iterable[Metric], **scope: str) -> tuple[Reading, ...]:
    """The latest values of metrics in a scope such as `journey="schuhkauf"`; overall where it has none."""
    return tuple(reading(catalogue, metric, **scope) for metric in metrics)


def reading(catalogue: Catalogue, metric: Metric, **scope: str) -> Reading:
    """The latest value of one metric."""
    values = course(catalogue, metric, **scope)
    if values or not scope:
        return _latest(metric, values)
    return _latest(metric, course(catalogue, metric), is_overall=True)


def course(catalogue: Catalogue, metric: Metric, **scope: str) -> tuple[Value, ...]:
    """The values of a metric in exactly one scope, in the order of their dates."""
    wanted = tuple(scope.get(kind) for kind in SCOPES)
    return catalogue.courses.get((metric.id, wanted), ())


def all_series(catalogue: Catalogue, metric: Metric) -> Iterator[Series]:
    """Yield the series of a metric for parts of the whole, in the order in which their files name them."""
    for (name, scope), values in catalogue.courses.items():
        if name == metric.id and any(scope):
            yield Series(scope=scope, values=values, reading=_latest(metric, values))


def _latest(metric: Metric, values: tuple[Value, ...], *, is_overall: bool = False) -> Reading:
    if not values:
        return Reading(metric=metric, value=None)
    latest = values[-1]
    year_before = latest.date.replace(year=latest.date.year - 1, day=1)
    earlier = next(value for value in values if value.date >= year_before)
    base = earlier if earlier is not latest else None
    return Reading(metric=metric, value=latest, base=base, is_overall=is_overall)
