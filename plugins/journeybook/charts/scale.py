"""Choose the range of an axis, and round steps on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

_STEPS = 4
"""At least so many steps, unless they are rounded up."""
_LEAST_SHARE = 0.25
"""Of the axis, for the values beside a target that is far away."""
_DUST = 9
"""Digits after which a sum of binary fractions is dust."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AxisScale:
    """A range with steps, the lowest first."""

    steps: tuple[float, ...]
    """From the lower end to the upper one."""

    def share(self, number: float) -> float:
        """The place of a number between the lower end, 0, and the upper one, 1."""
        return (number - self.steps[0]) / (self.steps[-1] - self.steps[0])

    def holds(self, number: float) -> bool:
        """Whether a number lies within the range."""
        return self.steps[0] <= number <= self.steps[-1]


def scale(values: Sequence[float], target: float | None = None) -> AxisScale:
    """Span an axis over measured values, at least one.

    It reaches from the lowest to the highest value, so that a change can be seen; it begins at 0 only where
    the lowest value is no further from 0 than from the highest. A target is within it, unless the values
    would have less than a quarter of its length. Around equal values lies a tenth more and less.
    """
    low, high = min(values), max(values)
    if target is not None and _has_room(low, high, target):
        low, high = min(low, target), max(high, target)
    low, high = _with_zero(*_widened(low, high))
    step = _round_step((high - low) / _STEPS)
    first, last = floor(round(low / step, _DUST)), ceil(round(high / step, _DUST))
    return AxisScale(steps=tuple(round(at * step, 12) for at in range(first, last + 1)))


def _has_room(low: float, high: float, target: float) -> bool:
    whole = max(high, target) - min(low, target)
    return low == high or high - low >= _LEAST_SHARE * whole


def _widened(low: float, high: float) -> tuple[float, float]:
    if low != high:
        return low, high
    room = abs(low) / 10 or 1.0
    return (low if low == 0 else low - room), high + room


def _with_zero(low: float, high: float) -> tuple[float, float]:
    if 0 < low <= high - low:
        return 0.0, high
    return (low, 0.0) if 0 < -high <= high - low else (low, high)


def _round_step(least: float) -> float:
    """The smallest of 1, 2, 5, 10 … that is not less; of 0.1, 0.2 … as well."""
    power = 10.0 ** floor(log10(least))
    return next(power * digit for digit in (1, 2, 5, 10) if power * digit >= least * (1 - 1e-9))
