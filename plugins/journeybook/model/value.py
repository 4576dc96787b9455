"""A measured value: one row of a CSV file below metrics/."""

from dataclasses import dataclass
from datetime import date

from journeybook.kinds import ThingKind
from journeybook.model.fields import Measured

SCOPES = (
    ThingKind.JOURNEY,
    ThingKind.STAGE,
    ThingKind.TOUCHPOINT,
    ThingKind.CHANNEL,
    ThingKind.PERSONA,
)
"""What a value may be measured for: columns of a metrics file, and fields of a value."""
VALUE_REFERENCES = (ThingKind.METRIC, *SCOPES)
"""The columns of a metrics file that name other things."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """What a metric was on a day or in a month."""

    metric: str
    """The metric's id."""
    date: date
    """The day; of a month, its first."""
    by_month: bool
    """Whether only the month was given."""
    value: Measured
    """In the metric's unit."""
    is_percentage: bool = False
    """Whether the file has a sign for percent behind the value."""
    journey: str | None = None
    stage: str | None = None
    touchpoint: str | None = None
    channel: str | None = None
    persona: str | None = None
    n: int | None = None
    """How many cases the value rests on; of answers, how many gave it."""
    interval: tuple[Measured, Measured] | None = None
    """The ends of its 95 % interval, where it was computed from answers."""
