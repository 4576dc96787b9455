"""Texts whose parts may look different."""

from typing import NamedTuple


class RichText(NamedTuple):
    """A text, and the part of it that is struck through."""

    text: str
    struck: str = ""
