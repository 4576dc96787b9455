"""A measured value: one row of a CSV file below metrics/."""

from dataclasses import dataclass
from datetime import date

from journeybook.model.fields import Measured

VALUE_REFERENCES = ("metric", "journey", "stage", "touchpoint", "channel", "persona")
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
    journey: str | None = None
    stage: str | None = None
    touchpoint: str | None = None
    channel: str | None = None
    persona: str | None = None
    n: int | None = None
    """How many cases the value rests on."""
