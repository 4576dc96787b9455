"""Say how long a text takes to read."""

from math import ceil

from markupsafe import Markup

_WORDS_A_MINUTE = 180
"""Slower than a novel is read: figures and names take their time."""


def minutes_to_read(html: Markup) -> int:
    """The minutes that the words of a piece of HTML take, one at least."""
    return max(1, ceil(len(html.striptags().split()) / _WORDS_A_MINUTE))
