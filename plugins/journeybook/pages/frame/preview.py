"""What a preview shows: how the files differ from a base, and which of it a reviewer should not overlook."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from journeybook.diff import Break, Change, Difference


@dataclass(frozen=True, kw_only=True, eq=False)
class Proposal:
    """What the files of a handbook change."""

    base: str
    """What they are compared with, as it was named."""
    difference: Difference
    breaks: tuple[Break, ...] = ()
    """The worst first."""

    @cached_property
    def stamp(self) -> str:
        """Equal stamps, equal changes."""
        weights = [f"{item.rule.id} {item.severity}" for item in self.breaks]
        return f"{self.base} {self.difference.changes!r} {self.difference.unread!r} {weights!r}"

    def breaks_of(self, change: Change) -> tuple[Break, ...]:
        """The rules that speak of a change."""
        return self._breaks.get(id(change), ())

    @cached_property
    def _breaks(self) -> Mapping[int, tuple[Break, ...]]:
        found: dict[int, tuple[Break, ...]] = {}
        for item in self.breaks:
            found[id(item.change)] = (*found.get(id(item.change), ()), item)
        return found
