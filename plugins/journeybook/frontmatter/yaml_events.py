"""YAML text in, plain values and the place of every key and value out.

Values stay the text that the author typed; the model converts them. Read from the parser's events and never
composed: the C composer dies of deep nesting, and the safe loader of merge keys.
"""

from dataclasses import dataclass, field
from typing import Any

import yaml

from journeybook.frontmatter.refused import Refused
from journeybook.frontmatter.syntax import explain
from journeybook.frontmatter.text import refuse_forbidden

MAX_DEPTH = 16
MAX_NODES = 50_000
MAX_SCALAR = 64 * 1024

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

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


def read_yaml(text: str, first_line: int = 1) -> Header:
    """Read one YAML document whose text begins in `first_line` of its file."""
    _refuse_tabs(text, first_line)
    reading = _Reading(first_line)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
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
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._open(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._stack.pop()
        elif isinstance(event, yaml.AliasEvent):
            raise self._refused(
                event, "yaml-feature", f"Text that begins with '*' must stand in quotes: \"*{event.anchor}\"."
            )
        elif isinstance(event, yaml.DocumentStartEvent):
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

    def _node(self, event: Any) -> None:
        """Count a node and refuse what it may not carry."""
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise self._refused(event, "too-deep", f"The header has more than {MAX_NODES:,} values.")
        if event.anchor:
            message = f"Text that begins with '&' must stand in quotes: \"&{event.anchor}\"."
            raise self._refused(event, "yaml-feature", message)
        if event.tag:
            message = f"Text that begins with '!' must stand in quotes: \"{event.tag}\"."
            raise self._refused(event, "yaml-feature", message)

    def _scalar(self, event: Any) -> None:
        self._node(event)
        value: str | None = event.value
        if len(event.value) > MAX_SCALAR:
            raise self._refused(event, "file-too-large", f"This value has more than {MAX_SCALAR:,} characters.")
        if event.style == '"':
            refuse_forbidden(event.value, *self._place(event))
        if self._stack and self._stack[-1].is_group and self._stack[-1].key is None:
            self._key(event)
            return
        if event.style is None and value in {"", "~", "null", "Null", "NULL"}:
            value = None
        self._add(value, event)

    def _key(self, event: Any) -> None:
        level, key = self._stack[-1], event.value
        if event.style is None and key == "<<":
            raise self._refused(event, "yaml-feature", "The merge key '<<' is not read. Write the keys out.")
        path = (*level.path, key)
        if key in level.container:
            first = self.header.keys[path][0]
            message = f"The key '{key}' stands here again; it is already in line {first}."
            self.header.refused.append(self._refused(event, "repeated-key", message))
        else:
            self.header.keys[path] = self._place(event)
        level.key = key

    def _add(self, value: Any, event: Any) -> Path:
        """Put a value where the innermost open level expects it."""
        if not self._stack:
            self.header.data = value
            path: Path = ()
        elif (level := self._stack[-1]).is_group:
            path = self._add_to_group(level, value, event)
        else:
            path = (*level.path, len(level.container))
            level.container.append(value)
        self.header.values.setdefault(path, self._place(event))
        return path

    def _add_to_group(self, level: _Level, value: Any, event: Any) -> Path:
        if level.key is None:
            raise self._refused(event, "yaml-syntax", "A key must be plain text.")
        key, level.key = level.key, None
        level.container.setdefault(key, value)
        return (*level.path, key)

    def _open(self, event: Any) -> None:
        self._node(event)
        if len(self._stack) >= MAX_DEPTH:
            raise self._refused(event, "too-deep", f"The header is nested deeper than {MAX_DEPTH} levels.")
        is_group = isinstance(event, yaml.MappingStartEvent)
        container: Any = {} if is_group else []
        self._stack.append(_Level(container, self._add(container, event), is_group))
