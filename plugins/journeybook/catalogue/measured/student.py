"""The quantile of Student's t that 95 % intervals of means need."""

from math import pi, sqrt, tan
from statistics import NormalDist

_P = 0.975


def student(freedom: int) -> float:
    """Return the quantile 0.975 of the t distribution, to 2 in 1,000 or closer.

    One and two degrees have closed forms; the others follow Abramowitz, M., and Stegun, I. A. (1964):
    Handbook of Mathematical Functions, 26.7.5.
    """
    if freedom == 1:
        return tan(pi * (_P - 0.5))
    if freedom == 2:  # noqa: PLR2004 - two degrees of freedom
        return (2 * _P - 1) / sqrt(2 * _P * (1 - _P))
    z = NormalDist().inv_cdf(_P)
    terms = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160,
    )
    return z + sum(term / float(freedom) ** power for power, term in enumerate(terms, 1))
