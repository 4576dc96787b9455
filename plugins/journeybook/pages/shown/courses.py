"""The course of metrics as pictures: charts with axes, and small lines beside a value."""

from collections.abc import Iterable, Sequence
from functools import partial

from journeybook.catalogue import Reading
from journeybook.charts import (
    Aim,
    AxisWords,
    Course,
    LineChart,
    Measurement,
    Sparkline,
    line_charts,
    sparkline,
)
from journeybook.language import Language
from journeybook.model import Metric, Value


def spark_of(reading: Reading) -> Sparkline | None:
    """The small line of a metric; nothing where it was measured only once."""
    return sparkline(_measurements(reading.values), reading.metric.target)


def course_charts(
    language: Language, metric: Metric, courses: Iterable[tuple[str, Sequence[Value]]]
) -> tuple[LineChart, ...]:
    """Draw lines of a metric, each with its title and its values, for wide pages and for narrow ones."""
    drawn = [Course(title=title, values=_measurements(values)) for title, values in courses]
    words = AxisWords(number=partial(language.measured, metric=metric), naming=language.moment)
    return line_charts(drawn, words=words, target=_target(language, metric))


def _target(language: Language, metric: Metric) -> Aim | None:
    if metric.target is None:
        return None
    told = language.text("target %(value)s", value=language.measured(metric.target, metric))
    return Aim(value=metric.target, title=told)


def _measurements(values: Iterable[Value]) -> tuple[Measurement, ...]:
    return tuple(map(_measurement, values))


def _measurement(value: Value) -> Measurement:
    low, high = value.interval or (None, None)
    return Measurement(day=value.date, value=value.value, low=low, high=high)
