"""Merge three states of a value: as it was exported, as it came back, and as the file says it now.

What only one side has changed is taken; where both have changed the same otherwise, the file holds and the
place is told. Entries of lists are the same by id, title or text, or by standing between the same neighbours.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from journeybook.importing.brought_in import KeyPath

ABSENT = None
"""Of a key that is not there."""
NAMES = ("id", "title", "text", "failure", "want", "stage", "metric", "to")
"""The fields by which an entry is known, the surest first."""


@dataclass(frozen=True, slots=True)
class Clash:
    """A place that both sides have changed otherwise."""

    came_back: KeyPath
    """Its path in what came back."""
    here: KeyPath
    """Its path in the file."""


@dataclass(slots=True)
class Merger:
    """Merges values, and remembers where they clash."""

    clashes: list[Clash] = field(default_factory=list)

    def merge(self, before: Any, now: Any, here: Any, clash: Clash) -> Any:
        """Merge a value, which is `ABSENT` where it is not there."""
        if now in (before, here):
            return here
        if here == before:
            return now
        if isinstance(now, Mapping) and isinstance(here, Mapping):
            return self._groups(before if isinstance(before, Mapping) else {}, now, here, clash)
        if isinstance(now, list) and isinstance(here, list):
            return self._lists(before if isinstance(before, list) else [], now, here, clash)
        self.clashes.append(clash)
        return here

    def _groups(
        self, before: Mapping[str, Any], now: Mapping[str, Any], here: Mapping[str, Any], clash: Clash
    ) -> dict[str, Any]:
        found = {}
        for key in {**here, **now}:
            at = Clash((*clash.came_back, key), (*clash.here, key))
            value = self.merge(before.get(key), now.get(key), here.get(key), at)
            if value is not ABSENT:
                found[key] = value
        return found

    def _lists(self, before: list[Any], now: list[Any], here: list[Any], clash: Clash) -> list[Any]:
        in_now, in_here = paired_entries(before, now), paired_entries(before, here)
        from_now = {at: number for number, at in in_now.items()}
        from_here = {at: number for number, at in in_here.items()}
        kept: list[tuple[int, Any]] = []
        for at, item in enumerate(now):
            old = from_now.get(at)
            there = in_here.get(old) if old is not None else None
            path = Clash((*clash.came_back, at), (*clash.here, there if there is not None else 0))
            if old is None:
                kept += [] if item in here else [(-1, item)]
            elif there is not None:
                kept.append((there, self.merge(before[old], item, here[there], path)))
            elif item != before[old]:
                self.clashes.append(Clash(path.came_back, clash.here))
        for at, item in enumerate(here):
            old = from_here.get(at)
            if old is None or (old not in in_now and item != before[old]):
                _put_behind(kept, at, item)
                if old is not None:
                    self.clashes.append(Clash((*clash.came_back, len(now)), (*clash.here, at)))
        return [item for _, item in kept]


def _put_behind(kept: list[tuple[int, Any]], at: int, item: Any) -> None:
    """Put an entry of the file behind the one that stands before it there."""
    behind = max((place for place, (number, _) in enumerate(kept) if 0 <= number < at), default=-1)
    kept.insert(behind + 1, (at, item))


def paired_entries(old: Sequence[Any], new: Sequence[Any]) -> dict[int, int]:
    """Pair the entries of two states of a list, by their positions."""
    one, other = list(_names(old)), list(_names(new))
    places = {name: at for at, name in enumerate(other)}
    found = {at: places[name] for at, name in enumerate(one) if name in places}
    for tag, start, end, begin, stop in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag == "replace" and end - start == stop - begin:
            taken = set(found.values())
            for at, to in zip(range(start, end), range(begin, stop), strict=True):
                if at not in found and to not in taken and type(old[at]) is type(new[to]):
                    found[at] = to
    return found


def _names(items: Sequence[Any]) -> Iterator[tuple[str, int]]:
    """Yield what each entry is known by, with a number where several are known by the same."""
    counts: dict[str, int] = {}
    for item in items:
        is_group = isinstance(item, Mapping)
        name = next((f"{key}={item[key]}" for key in NAMES if key in item), "") if is_group else str(item)
        counts[name] = counts.get(name, 0) + 1
        yield name, counts[name]
