"""A picture that a header names."""

from typing import ClassVar

from journeybook.model.base import Record
from journeybook.model.fields import Text


class Picture(Record):
    """A picture below journeys/."""

    short: ClassVar[str | None] = None

    src: Text
    """The path below journeys/, such as `assets/anna.png`."""
    alt: Text
    """What the picture shows, for those who do not see it."""
