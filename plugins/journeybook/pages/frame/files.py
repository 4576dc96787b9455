"""A file of the site that is no page: a picture, the source of a diagram, a calendar."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """A file of the site."""

    address: str
    """Below the site's root."""
    page: str
    """The address of the page that it belongs to, and that takes it along where another plugin hides it."""
    content: str
