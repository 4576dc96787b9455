"""Write words in the colours of a terminal."""

from functools import partial
from typing import Protocol

from journeybook.findings import Severity

BOLD, FAINT, GOOD = "1", "2", "32"
OF_WEIGHT = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
"""The colour of each weight; the weight is always written as well."""


class Paint(Protocol):
    """A way to give words a colour, or to leave them as they are."""

    def __call__(self, color: str, words: str) -> str:
        """Return the words in a colour of this module."""


def paint(*, has_color: bool) -> Paint:
    """Return what paints words, where there shall be colours."""
    return partial(_painted, has_color)


def _painted(has_color: bool, color: str, words: str) -> str:  # noqa: FBT001 - bound above
    return f"\x1b[{color}m{words}\x1b[0m" if has_color and words else words
