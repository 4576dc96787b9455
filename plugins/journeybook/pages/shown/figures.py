"""The key figures of a page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number that tells how the handbook stands."""

    value: str
    title: str
    detail: str = ""
    address: str = ""
    """The address of what was counted; empty where there is nothing to see."""
    satisfaction: float | None = None
    """The value, where it is a satisfaction."""
    is_bad: bool = False
