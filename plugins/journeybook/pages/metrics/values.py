"""All values of a metric as rows: each, or month by month where they are too many to be read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from journeybook.model import Value

MOST_ROWS = 120
"""Above so many values, those of a month share a row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueRow:
    """A value, or those of a month."""

    latest: Value
    """The value, or the last of the month."""
    lowest: float
    highest: float
    count: int
    """How many values it stands for."""


def value_rows(values: Sequence[Value]) -> tuple[ValueRow, ...]:
    """The rows of values in the order of their days, the newest first."""
    return tuple(_by_month(values) if len(values) > MOST_ROWS else map(_row, reversed(values)))


def _by_month(values: Sequence[Value]) -> Iterator[ValueRow]:
    for _, month in groupby(reversed(values), lambda value: value.date.replace(day=1)):
        there = list(month)
        yield ValueRow(
            latest=there[0],
            lowest=min(value.value for value in there),
            highest=max(value.value for value in there),
            count=len(there),
        )


def _row(value: Value) -> ValueRow:
    return ValueRow(latest=value, lowest=value.value, highest=value.value, count=1)
