"""Series of measured values: a metric for everything, or for a part of it, with its latest value."""

from collections.abc import Iterable, Iterator
from datetime import MINYEAR, date

from journeybook.catalogue.catalogue import Catalogue
from journeybook.catalogue.measured.courses import EVERYTHING, Scope
from journeybook.catalogue.things import Journey
from journeybook.catalogue.vocabulary import Metric, Stage, reaches, value
from journeybook.kinds import ThingKind
from journeybook.model import SCOPES, Value

_A_MONTH = 27
"""Days that lie at least between two values of different months that are measured on the same day."""


@value
class Reading:
    """The latest value of a metric, and how it moved."""

    metric: Metric
    value: Value | None
    base: Value | None = None
    """What it is compared with: the value a year before, or the earliest later one."""
    is_overall: bool = False
    """Whether it is that of everything together, because what was asked for has no values of its own."""
    is_in_parts: bool = False
    """Whether there is no value because only other parts of the whole are measured."""
    values: tuple[Value, ...] = ()
    """All values up to the latest, in the order of their dates."""

    @property
    def change(self) -> float | None:
        """The change of the metric since its base, in the metric's unit; of percentages in points."""
        return change_of(self.base, self.value)

    @property
    def is_better(self) -> bool | None:
        """Whether the metric moved the right way; None where it did not move."""
        return is_better(self.metric, self.change)

    @property
    def is_on_target(self) -> bool | None:
        """Whether the target is reached; None where there is no target or no value."""
        return reaches(self.metric, self.value.value if self.value else None, self.metric.target)


@value
class Series:
    """The values of a metric for everything, or for a part such as one stage of a journey."""

    metric: Metric
    scope: Scope
    """What it is measured for, in the order of `SCOPES`; nothing but None where it is everything."""
    values: tuple[Value, ...]
    """In the order of their dates; at least one."""

    @property
    def is_overall(self) -> bool:
        """Whether it is measured for everything together."""
        return not any(self.scope)

    @property
    def lowest(self) -> float:
        """The lowest measured value, whatever the target."""
        return min(item.value for item in self.values)

    @property
    def highest(self) -> float:
        """The highest measured value, whatever the target."""
        return max(item.value for item in self.values)

    @property
    def reading(self) -> Reading:
        """Its latest value."""
        return _latest(self.metric, self.values)

    @property
    def month_before(self) -> Value | None:
        """The last value from about a month, or longer, before the latest."""
        latest = self.values[-1].date
        return next((item for item in reversed(self.values) if (latest - item.date).days >= _A_MONTH), None)

    def before(self, day: date) -> Value | None:
        """The last value from before a day; that of the day's own month is from neither before nor after."""
        return next((item for item in reversed(self.values) if item.date < _start(item, day)), None)

    def after(self, day: date) -> Value | None:
        """The latest value, if it is from after a day."""
        latest = self.values[-1]
        return latest if latest.date > _start(latest, day) else None


def _start(item: Value, day: date) -> date:
    """The day as the value dates it: a month as its first day."""
    return day.replace(day=1) if item.by_month else day


def change_of(base: Value | None, latest: Value | None) -> float | None:
    """The change from one value to another, without the dust of binary fractions."""
    return round(latest.value - base.value, 9) if latest and base else None


def is_better(metric: Metric, change: float | None) -> bool | None:
    """Whether a metric moved the right way; None where it did not move."""
    return (change > 0) == (metric.direction == "up") if change else None


def readings(catalogue: Catalogue, metrics: Iterable[Metric], **scope: str) -> tuple[Reading, ...]:
    """The latest values of metrics in a scope such as `journey="schuhkauf"`; overall where it has none."""
    return tuple(reading(catalogue, metric, **scope) for metric in metrics)


def reading(catalogue: Catalogue, metric: Metric, **scope: str) -> Reading:
    """The latest value of one metric."""
    values = course(catalogue, metric, **scope)
    overall = course(catalogue, metric)
    if values or overall:
        return _latest(metric, values or overall, is_overall=bool(scope) and not values)
    return _unmeasured(catalogue, metric)


def _unmeasured(catalogue: Catalogue, metric: Metric) -> Reading:
    return Reading(metric=metric, value=None, is_in_parts=metric.id in catalogue.courses_of_metric)


def course(catalogue: Catalogue, metric: Metric, **scope: str) -> tuple[Value, ...]:
    """The values of a metric in exactly one scope, in the order of their dates."""
    wanted = tuple(scope.get(kind) for kind in SCOPES)
    return catalogue.courses_of_metric.get(metric.id, {}).get(wanted, ())


def series_of(catalogue: Catalogue, metric: Metric) -> Iterator[Series]:
    """Yield every series of a metric, that of everything included, in the order in which files name them."""
    for scope, values in catalogue.courses_of_metric.get(metric.id, {}).items():
        yield Series(metric=metric, scope=scope, values=values)


def parts_of(catalogue: Catalogue, metric: Metric) -> Iterator[Series]:
    """Yield the series of a metric for parts of the whole."""
    return (series for series in series_of(catalogue, metric) if not series.is_overall)


def nearest_series(catalogue: Catalogue, metric: Metric, **scope: str) -> Series | None:
    """The series of a metric in exactly one scope; overall where that has none."""
    found = {series.scope: series for series in series_of(catalogue, metric)}
    wanted: Scope = tuple(scope.get(kind) for kind in SCOPES)
    return found.get(wanted) or found.get(EVERYTHING)


def series_at(
    catalogue: Catalogue, metric: Metric, journey: Journey, stage: Stage | None = None
) -> Series | None:
    """The series of a stage of a journey, of the journey, or of everything: the first that there is."""
    if stage:
        near = nearest_series(catalogue, metric, **{ThingKind.JOURNEY: journey.id, ThingKind.STAGE: stage.id})
        if near and not near.is_overall:
            return near
    return nearest_series(catalogue, metric, **{ThingKind.JOURNEY: journey.id})


def reading_at(catalogue: Catalogue, metric: Metric, journey: Journey, stage: Stage | None = None) -> Reading:
    """The latest value of that series."""
    series = series_at(catalogue, metric, journey, stage)
    if series is None:
        return _unmeasured(catalogue, metric)
    return _latest(metric, series.values, is_overall=series.is_overall)


def _latest(metric: Metric, values: tuple[Value, ...], *, is_overall: bool = False) -> Reading:
    latest = values[-1]
    year = latest.date.year - 1
    year_before = latest.date.replace(year=year, day=1) if year >= MINYEAR else date.min
    earlier = next(value for value in values if value.date >= year_before)
    base = earlier if earlier is not latest else None
    return Reading(metric=metric, value=latest, base=base, is_overall=is_overall, values=values)
