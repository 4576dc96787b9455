"""YAML text in, plain values and the place of every key and value out.

Values stay the text that the author typed; the model converts them. Read from the parser's events and never
composed: the C composer dies of deep nesting, and the safe loader of merge keys.
"""

from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from journeybook.frontmatter.refused import Refused
from journeybook.frontmatter.syntax import explain
from journeybook.frontmatter.text import refuse_forbidden

MAX_DEPTH = 16
MAX_NODES = 50_000
MAX_SCALAR = 64 * 1024

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NOTHING = {"", "~", "null", "Null", "NULL"}

Position = tuple[int, int]
Path = tuple[str | int, ...]
"""Keys and list positions that lead from the header's top to a value."""


@dataclass(slots=True)
class Header:
    """A header's values with the places where they were typed."""

    data: Any = None
    """Mappings, lists, text and None."""
    keys: dict[Path, Position] = field(default_factory=dict)
    """Line and column of each key."""
    values: dict[Path, Position] = field(default_factory=dict)
    """Line and column of each value; of a group of keys, that of its first key."""
    refused: list[Refused] = field(default_factory=list)
    """What was wrong without ending the reading: repeated keys."""


@dataclass(slots=True)
class _Level:
    container: Any
    path: Path
    is_group: bool
    key: str | None = None
    key_path: Path = ()


def read_yaml(text: str, first_line: int = 1) -> Header:
    """Read one YAML document whose text begins in `first_line` of its file."""
    _refuse_tabs(text, first_line)
    reading = _Reading(first_line)
    try:
        loader = _LOADER(text)
        while (event := loader.get_event()) is not None:
            reading.take(event)
    except yaml.MarkedYAMLError as error:
        raise explain(error, text, first_line) from error
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        raise Refused("yaml-syntax", "This is not valid YAML.", first_line) from error
    return reading.header


def _refuse_tabs(text: str, first_line: int) -> None:
    at = text.find("\t")
    if at >= 0:
        line = first_line + text.count("\n", 0, at)
        raise Refused("yaml-tab", "A tab stands here. Use spaces.", line, at - text.rfind("\n", 0, at))


class _Reading:
    """The state of one pass over the events: a stack of open mappings and lists."""

    def __init__(self, first_line: int) -> None:
        self.header = Header()
        self._first_line = first_line
        self._stack: list[_Level] = []
        self._nodes = 0
        self._documents = 0

    def take(self, event: Any) -> None:
        """Read on by one event."""
        kind = type(event)
        if kind is ScalarEvent:
            self._scalar(event)
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            self._stack.pop()
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            self._open(event)
        elif kind is AliasEvent:
            message = f"Text that begins with '*' must stand in quotes: \"*{event.anchor}\"."
            raise self._refused(event, "yaml-feature", message)
        elif kind is DocumentStartEvent:
            self._document(event)

    def _place(self, event: Any) -> Position:
        mark = event.start_mark
        return mark.line + self._first_line, mark.column + 1

    def _refused(self, event: Any, rule: str, message: str) -> Refused:
        return Refused(rule, message, *self._place(event))

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            raise self._refused(event, "yaml-feature", "A second YAML document begins here. Keep one.")
        if event.version or event.tags:
            raise self._refused(event, "yaml-feature", "A YAML directive stands here. Delete the line.")

    def _node(self, event: Any) -> Position:
        """Count a node, refuse what it may not carry, and return its place."""
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise self._refused(event, "too-deep", f"The header has more than {MAX_NODES:,} values.")
        if event.anchor:
            message = f"Text that begins with '&' must stand in quotes: \"&{event.anchor}\"."
            raise self._refused(event, "yaml-feature", message)
        if event.tag:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            message = f"Text that begins with '!' must stand in quotes: \"{tag}\"."
            raise self._refused(event, "yaml-feature", message)
        return self._place(event)

    def _scalar(self, event: Any) -> None:
        place, text, style = self._node(event), event.value, event.style
        if len(text) > MAX_SCALAR:
            message = f"This value has more than {MAX_SCALAR:,} characters."
            raise Refused("file-too-large", message, *place)
        if style == '"':
            refuse_forbidden(text, *place)
        level = self._stack[-1] if self._stack else None
        if level is not None and level.is_group and level.key is None:
            self._key(level, event, place)
        else:
            self._add(None if not style and text in _NOTHING else text, place)

    def _key(self, level: _Level, event: Any, place: Position) -> None:
        key = event.value
        if not event.style and key == "<<":
            message = "The merge key '<<' is not read. Write the keys out."
            raise Refused("yaml-feature", message, *place)
        path = (*level.path, key)
        if key in level.container:
            first = self.header.keys[path][0]
            message = f"The key '{key}' stands here again; it is already in line {first}."
            self.header.refused.append(Refused("repeated-key", message, *place))
        elif path not in self.header.keys:
            self.header.keys[path] = place
            if not level.container:
                self.header.values[level.path] = place
        level.key, level.key_path = key, path

    def _add(self, value: Any, place: Position) -> Path:
        """Put a value where the innermost open level expects it."""
        if not self._stack:
            self.header.data = value
            path: Path = ()
        elif (level := self._stack[-1]).is_group:
            if level.key is None:
                raise Refused("yaml-syntax", "A key must be plain text.", *place)
            level.container.setdefault(level.key, value)
            level.key, path = None, level.key_path
        else:
            path = (*level.path, len(level.container))
            level.container.append(value)
        self.header.values.setdefault(path, place)
        return path

    def _open(self, event: Any) -> None:
        place = self._node(event)
        if len(self._stack) >= MAX_DEPTH:
            raise Refused("too-deep", f"The header is nested deeper than {MAX_DEPTH} levels.", *place)
        is_group = type(event) is MappingStartEvent
        container: Any = {} if is_group else []
        self._stack.append(_Level(container, self._add(container, place), is_group))
