"""The first of many things, and how many there are."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt(Generic[T]):
    """The first of many; a page with thousands of rows answers no question."""

    items: tuple[T, ...]
    total: int

    @property
    def is_cut(self) -> bool:
        """Whether there are more."""
        return len(self.items) < self.total


def excerpt(items: Iterable[T], most: int) -> Excerpt[T]:
    """Take the first of many."""
    listed = tuple(items)
    return Excerpt(items=listed[:most], total=len(listed))
