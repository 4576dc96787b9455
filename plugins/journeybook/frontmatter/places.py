"""The events of a YAML document that was read without complaint in, the place of every key and value out."""

from collections.abc import Iterable
from typing import Any

from yaml.events import CollectionEndEvent, MappingStartEvent, ScalarEvent, SequenceStartEvent

from journeybook.frontmatter.refused import Refused

Position = tuple[int, int]
Path = tuple[str | int, ...]
"""Keys and list positions that lead from the header's top to a value."""


class Places:
    """Where the keys and values of a document were typed, by line and column."""

    def __init__(self, events: Iterable[Any], first_line: int) -> None:
        self.keys: dict[Path, Position] = {}
        self.values: dict[Path, Position] = {}
        self.repeated: list[Refused] = []
        self._first_line = first_line
        self._levels: list[_Level] = []
        for event in events:
            self._take(event)

    def _take(self, event: Any) -> None:
        if isinstance(event, CollectionEndEvent):
            self._levels.pop()
        elif isinstance(event, ScalarEvent):
            level = self._levels[-1] if self._levels else None
            if level is not None and level.expects_key:
                self._take_key(level, event)
            else:
                self._take_value(event)
        elif isinstance(event, (MappingStartEvent, SequenceStartEvent)):
            path = self._take_value(event)
            self._levels.append(_Level(path, is_group=isinstance(event, MappingStartEvent)))

    def _take_key(self, level: "_Level", event: Any) -> None:
        path, place = level.open_key(event.value), self._place(event)
        if event.value in level.names:
            message = (
                f"The key '{event.value}' stands here again; it is already in line {self.keys[path][0]}."
            )
            self.repeated.append(Refused("repeated-key", message, *place))
        elif path not in self.keys:
            self.keys[path] = place
            if not level.names:
                self.values[level.path] = place
        level.names.add(event.value)

    def _take_value(self, event: Any) -> Path:
        path = self._levels[-1].next_path() if self._levels else ()
        self.values.setdefault(path, self._place(event))
        return path

    def _place(self, event: Any) -> Position:
        return event.start_mark.line + self._first_line, event.start_mark.column + 1


class _Level:
    """An open group of keys or an open list."""

    def __init__(self, path: Path, *, is_group: bool) -> None:
        self.path = path
        self.names: set[str] = set()
        self._is_group = is_group
        self._key: str | None = None
        self._count = 0

    @property
    def expects_key(self) -> bool:
        return self._is_group and self._key is None

    def open_key(self, key: str) -> Path:
        self._key = key
        return (*self.path, key)

    def next_path(self) -> Path:
        """The path of the value that comes next."""
        part: str | int = self._count if self._key is None else self._key
        self._key, self._count = None, self._count + 1
        return (*self.path, part)
