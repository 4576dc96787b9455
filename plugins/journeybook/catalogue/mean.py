"""The mean satisfaction of whatever has one, and how means are rounded."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal
from statistics import fmean

_EXACT = Context(prec=400, rounding=ROUND_HALF_UP)
"""Enough digits for any float."""


def mean(values: Iterable[float | None]) -> float | None:
    """Return the mean, 1 to 5, over the values that are there; nothing where none is."""
    present = [value for value in values if value is not None]
    return fmean(present) if present else None


def rounded(number: float, digits: int) -> float:
    """Round as people do: 3.25 to 3.3, not to the even digit."""
    if isinstance(number, int):
        return number
    return float(Decimal(repr(number)).quantize(Decimal(1).scaleb(-digits), context=_EXACT))
