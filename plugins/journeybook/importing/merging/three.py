"""Merge three states of a header: what a source said then, what it says now, and the file."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from journeybook.importing.brought_in import KeyPath
from journeybook.importing.merging.pairing import Pairs, pair_alike


class _NotThere(Enum):
    """Stands for a value that is not there."""

    NOT_THERE = "absent"


NOT_THERE = _NotThere.NOT_THERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A value that both sides have changed, each in its own way."""

    in_source: KeyPath
    """Where it stands in what is brought in now, or where it stood then."""
    in_file: KeyPath
    """Where it stands in the file."""
    then: Any
    now: Any
    """The value in the source; `NOT_THERE` if it is gone there."""
    file: Any
    """The value in the file; `NOT_THERE` if it is gone there."""


@dataclass(kw_only=True)
class Merged:
    """The header that both sides agree on, and what they do not agree on."""

    data: Any = None
    conflicts: list[Conflict] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _At:
    """The places of a value on both sides."""

    source: KeyPath = ()
    file: KeyPath = ()

    def of(self, source: str | int, file: str | int) -> "_At":
        return _At((*self.source, source), (*self.file, file))


def merge(then: Any, now: Any, file: Any) -> Merged:
    """Merge three headers in one form."""
    merged = Merged()
    merged.data = _value(then, now, file, _At(), merged)
    return merged


def _value(then: Any, now: Any, file: Any, at: _At, merged: Merged) -> Any:
    if now in (then, file):
        return file
    if file == then:
        return now
    old = [] if isinstance(now, list) and then is NOT_THERE else {} if then is NOT_THERE else then
    if isinstance(old, dict) and isinstance(now, dict) and isinstance(file, dict):
        return _group(old, now, file, at, merged)
    if isinstance(old, list) and isinstance(now, list) and isinstance(file, list):
        return _List(old, now, file, at, merged).merged()
    merged.conflicts.append(Conflict(in_source=at.source, in_file=at.file, then=then, now=now, file=file))
    return file


def _group(then: dict[str, Any], now: dict[str, Any], file: dict[str, Any], at: _At, merged: Merged) -> Any:
    made = {}
    for key in dict.fromkeys((*file, *now)):
        states = [each.get(key, NOT_THERE) for each in (then, now, file)]
        value = _value(states[0], states[1], states[2], at.of(key, key), merged)
        if value is not NOT_THERE:
            made[key] = value
    return made


class _List:
    """Merges three states of a list."""

    def __init__(self, then: list[Any], now: list[Any], file: list[Any], at: _At, merged: Merged) -> None:
        self._then, self._now, self._file, self._at, self._merged = then, now, file, at, merged
        self._to_now, self._to_file = pair_alike(then, now), pair_alike(then, file)
        self._of_file = {later: earlier for earlier, later in self._to_file.items()}
        self._also: Pairs = self._added_on_both_sides()

    def _added_on_both_sides(self) -> Pairs:
        """Find the entries that both have added, by their places in the file."""
        olds = set(self._to_now.values())
        new = [at for at in range(len(self._now)) if at not in olds]
        own = [at for at in range(len(self._file)) if at not in self._of_file]
        found = pair_alike([self._file[at] for at in own], [self._now[at] for at in new])
        same = {own[one]: new[other] for one, other in found.items()}
        return {one: other for one, other in same.items() if self._file[one] == self._now[other]}

    def merged(self) -> list[Any]:
        """Every entry of the file in its place, as the source has it; what is new behind its neighbour."""
        made: list[tuple[int | None, Any]] = []
        for at, item in enumerate(self._file):
            then = self._of_file.get(at)
            now = self._also.get(at) if then is None else self._to_now.get(then)
            value = item if then is None else self._entry(then, now, at)
            if value is not NOT_THERE:
                made.append((now, value))
        self._tell_of_deleted()
        self._put_new_ones(made)
        return [value for _, value in self._moved(made)]

    def _entry(self, then: int, now: int | None, at: int) -> Any:
        at_source = then if now is None else now
        new = NOT_THERE if now is None else self._now[now]
        return _value(self._then[then], new, self._file[at], self._at.of(at_source, at), self._merged)

    def _tell_of_deleted(self) -> None:
        """Tell of entries that the source has changed and the file has no more."""
        for then, now in self._to_now.items():
            if then not in self._to_file and self._then[then] != self._now[now]:
                self._merged.conflicts.append(
                    Conflict(
                        in_source=(*self._at.source, now),
                        in_file=self._at.file,
                        then=self._then[then],
                        now=self._now[now],
                        file=NOT_THERE,
                    )
                )

    def _put_new_ones(self, made: list[tuple[int | None, Any]]) -> None:
        known = set(self._to_now.values()) | set(self._also.values())
        for now, item in enumerate(self._now):
            if now not in known:
                places = {
                    position: number for number, (position, _) in enumerate(made) if position is not None
                }
                before = next((places[each] for each in range(now - 1, -1, -1) if each in places), -1)
                made.insert(before + 1, (now, item))

    def _moved(self, made: list[tuple[int | None, Any]]) -> list[tuple[int | None, Any]]:
        """Put the entries in the order of the source, if that has changed and the file's has not."""
        by_source = [self._to_now[then] for then in sorted(self._to_now) if then in self._to_file]
        by_file = [self._to_file[then] for then in sorted(self._to_file) if then in self._to_now]
        if _rises(by_source) or _rises([now for now, _ in made if now is not None]):
            return made
        if not _rises(by_file):
            self._tell_of_moves()
            return made
        slots = [number for number, (now, _) in enumerate(made) if now is not None]
        ordered = sorted((made[number] for number in slots), key=lambda item: item[0] or 0)
        for number, item in zip(slots, ordered, strict=True):
            made[number] = item
        return made

    def _tell_of_moves(self) -> None:
        self._merged.conflicts.append(
            Conflict(
                in_source=self._at.source,
                in_file=self._at.file,
                then=self._then,
                now=self._now,
                file=self._file,
            )
        )


def _rises(numbers: Sequence[int]) -> bool:
    return list(numbers) == sorted(numbers)
