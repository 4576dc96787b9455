"""Choose the days, months or years that a time axis names, so that their names never overlap."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count, pairwise
from typing import Literal

from journeybook.charts.lettering import width_of

TimeUnit = Literal["day", "month", "year"]
Naming = Callable[[date, TimeUnit], str]
"""Names a day, a month or a year in the reader's language."""
_DAYS = (1, 2, 7, 14)
_MONTHS = (1, 2, 3, 6)
_YEARS = (1, 2, 5)
_FEW_DAYS = 45
"""Up to so many days are told by the day."""
_GAP = 10.0
"""Between two names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A named place on a time axis."""

    day: date
    name: str


def moments(
    first: date, last: date, *, across: Callable[[date], float], naming: Naming, size: float
) -> tuple[Moment, ...]:
    """Name as many days, months or years from the first to the last day as have room, evenly.

    `across` places a day on the axis; `size` is that of the letters. Of a time without a beginning of a month
    the first day is named.
    """
    for unit, days in _choices(first, last):
        named = tuple(Moment(day=day, name=naming(day, unit)) for day in days)
        if named and _have_room(named, across, size):
            return named
    return (Moment(day=first, name=naming(first, "day")),)


def _have_room(named: Sequence[Moment], across: Callable[[date], float], size: float) -> bool:
    return all(
        across(b.day) - across(a.day) >= (width_of(a.name, size) + width_of(b.name, size)) / 2 + _GAP
        for a, b in pairwise(named)
    )


def _choices(first: date, last: date) -> Iterator[tuple[TimeUnit, list[date]]]:
    """Yield ever fewer moments; of very many years in the end but one."""
    if (last - first).days <= _FEW_DAYS and (first.day, last.day) != (1, 1):
        for step in _DAYS:
            yield "day", [first + timedelta(at) for at in range(0, (last - first).days + 1, step)]
    for step in _MONTHS:
        yield "month", _starts(first, last, step)
    for power in count():
        for digit in _YEARS:
            step = digit * 10**power
            yield "year", _starts(first, last, 12 * step)
            if step > last.year:
                return


def _starts(first: date, last: date, step: int) -> list[date]:
    """The first days of every so manieth month since the year 1, from the first day to the last."""
    start, end = (12 * (day.year - 1) + day.month - 1 for day in (first, last))
    start += first.day > 1
    months = range(start + -start % step, end + 1, step)
    return [date(month // 12 + 1, month % 12 + 1, 1) for month in months]
