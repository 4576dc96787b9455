"""The mean satisfaction of whatever has one."""

from collections.abc import Iterable
from statistics import fmean


def mean(values: Iterable[float | None]) -> float | None:
    """Return the mean, 1 to 5, over the values that are there; nothing where none is."""
    present = [value for value in values if value is not None]
    return fmean(present) if present else None
