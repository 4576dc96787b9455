"""Read YAML into plain values, with the place of every key and value for those who ask.

Values stay the text that the author typed; the model converts them. Read from the parser's events and never
composed: the C composer dies of deep nesting, and the safe loader of merge keys.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from sys import intern
from typing import Any, Never

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from journeybook.frontmatter.places import AGAIN, Marks, Places
from journeybook.frontmatter.refused import Refused
from journeybook.frontmatter.syntax import explain_error
from journeybook.frontmatter.text import refuse_escaped

MAX_DEPTH = 16
MAX_NODES = 50_000
MAX_SCALAR = 64 * 1024

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NUMBER = re.compile(r"-[0-9.,]+")
NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
"""The bare texts that stand for no value."""


@dataclass(kw_only=True)
class Header:
    """A header's values; their places are looked up when a finding needs them."""

    data: Any = None
    """Mappings, lists, text and None."""
    refused: tuple[Refused, ...] = ()
    """What was wrong without ending the reading: repeated keys."""
    places: Places = field(default_factory=lambda: Places(None, Marks(), 1), repr=False, compare=False)
    """Line and column of each key and value."""
    text: str = field(default="", repr=False)
    first_line: int = 1
    """The line of the file in which the text begins."""


def read_yaml(text: str, first_line: int = 1) -> Header:
    """Read one YAML document whose text begins in `first_line` of its file."""
    _refuse_tabs(text, first_line)
    try:
        reading = _read(text, first_line)
        told = _read(text, first_line, with_repeated=True) if reading.has_repeated_keys else reading
    except yaml.MarkedYAMLError as error:
        _refuse_depth_before(error, text, first_line)
        raise explain_error(error, text, first_line) from error
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        raise Refused("yaml-syntax", "This is not valid YAML.", first_line) from error
    places = Places(told.data, told.marks, first_line)
    refused = tuple(places.repeated()) if reading.has_repeated_keys else ()
    return Header(data=reading.data, refused=refused, places=places, text=text, first_line=first_line)


def _read(text: str, first_line: int, *, with_repeated: bool = False) -> "_Reading":
    reading = _Reading(text, first_line, with_repeated=with_repeated)
    reading.take(_events(text))
    return reading


def _refuse_depth_before(error: yaml.MarkedYAMLError, text: str, first_line: int) -> None:
    """Raise `Refused` if the text is nested too deep before the place that the parser complains about.

    The parser looks ahead: libyaml 0.2.6 gives up at 1,000 brackets before it tells of the first, where older
    ones tell of all. Of the text up to its complaint, each tells what our own limit needs.
    """
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return
    try:
        _read(text[: mark.index], first_line)
    except Refused as refused:
        if refused.rule == "too-deep":
            raise refused from error
    except yaml.YAMLError:
        return  # the text ends in the middle, of course


def _events(text: str) -> Iterator[Event]:
    return iter(_LOADER(text).get_event, None)


def _refuse_tabs(text: str, first_line: int) -> None:
    at = text.find("\t")
    if at >= 0:
        line = first_line + text.count("\n", 0, at)
        raise Refused("yaml-tab", "A tab stands here. Use spaces.", line, at - text.rfind("\n", 0, at))


class _Reading:
    """The state of one pass over the events: a stack of open mappings and lists."""

    def __init__(self, source: str, first_line: int, *, with_repeated: bool) -> None:
        self._source = source
        self.data: Any = None
        self.marks = Marks()
        self.has_repeated_keys = False
        self._with_repeated = with_repeated
        self._first_line = first_line
        self._container: Any = None
        self._key: str | None = None
        self._outer: list[Any] = []
        self._documents = 0

    def take(self, events: Iterable[Any]) -> None:
        """Read the events of a whole document; most of them are scalars."""
        for event in events:
            kind = type(event)
            if kind is ScalarEvent:
                self._scalar(event)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                self._container, self._key = self._outer.pop(), None
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                self._open(event)
            elif kind is AliasEvent:
                message = f"Text that begins with '*' must stand in quotes: \"*{event.anchor}\"."
                raise self._refused(event, "yaml-feature", message)
            elif kind is DocumentStartEvent:
                self._document(event)

    def _refused(self, event: Any, rule: str, message: str) -> Refused:
        mark = event.start_mark
        return Refused(rule, message, mark.line + self._first_line, mark.column + 1)

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            raise self._refused(event, "yaml-feature", "A second YAML document begins here. Keep one.")
        if event.version or event.tags:
            raise self._refused(event, "yaml-feature", "A YAML directive stands here. Delete the line.")

    def _count(self, event: Any) -> None:
        """Count a node and refuse what it may not carry."""
        if self.marks.take(event.start_mark) > MAX_NODES:
            raise self._refused(event, "too-deep", f"The header has more than {MAX_NODES:,} values.")
        if event.anchor or event.tag:
            self._refuse_feature(event)

    def _refuse_feature(self, event: Any) -> Never:
        if event.anchor:
            message = f"Text that begins with '&' must stand in quotes: \"&{event.anchor}\"."
            raise self._refused(event, "yaml-feature", message)
        tag = event.tag.replace("tag:yaml.org,2002:", "!!")
        message = f"Text that begins with '!' must stand in quotes: \"{tag}\"."
        raise self._refused(event, "yaml-feature", message)

    def _scalar(self, event: Any) -> None:
        self._count(event)
        text, style = event.value, event.style
        if len(text) > MAX_SCALAR:
            message = f"This value has more than {MAX_SCALAR:,} characters."
            raise self._refused(event, "file-too-large", message)
        if not text.isascii():
            text = unicodedata.normalize("NFC", text)  # as an umlaut is stored, it says the same
        if style == '"':
            self._refuse_escaped(event)
        elif style == ">":
            text = text.replace("\n", "\n\n")  # of the lines of a folded block, only blank ones part anything
        elif not style and text.startswith("-") and not _NUMBER.fullmatch(text):
            self._refuse_joined_entries(event)
        if self._key is None and type(self._container) is dict:
            self._take_key(event, text)
        elif style or text not in NOTHING:
            self._add(text)
        else:
            self._add(None)

    def _refuse_joined_entries(self, event: Any) -> None:
        """Refuse lines that begin with a dash and no space, of which YAML makes one text."""
        line = event.start_mark.line
        is_below_its_key = self._key is not None and self.marks[len(self.marks) - 2][0] < line
        if is_below_its_key or event.end_mark.line > line:
            message = "A '-' that begins an entry of a list needs a space behind it."
            raise self._refused(event, "yaml-syntax", message)

    def _refuse_escaped(self, event: Any) -> None:
        try:
            refuse_escaped(event.value, self._source, event.start_mark.line + 1, event.start_mark.column + 1)
        except Refused as refused:
            line = refused.line + self._first_line - 1
            raise Refused(refused.rule, refused.message, line, refused.column) from None

    def _take_key(self, event: Any, text: str) -> None:
        if text == "<<" and not event.style:
            message = "The merge key '<<' is not read. Write the keys out."
            raise self._refused(event, "yaml-feature", message)
        self._key = intern(text)
        if text in self._container:
            self.has_repeated_keys = True
            self._key = f"{text}{AGAIN}{len(self.marks)}" if self._with_repeated else text

    def _add(self, value: Any) -> None:
        """Put a value where the innermost group or list expects it; of two equal keys the first counts."""
        container = self._container
        if self._key is not None:
            container.setdefault(self._key, value)
            self._key = None
        elif container is None:
            self.data = value
        else:
            container.append(value)

    def _open(self, event: Any) -> None:
        self._count(event)
        if len(self._outer) >= MAX_DEPTH:
            message = f"The header is nested deeper than {MAX_DEPTH} levels."
            raise self._refused(event, "too-deep", message)
        if self._key is None and type(self._container) is dict:
            raise self._refused(event, "yaml-syntax", "A key must be plain text.")
        inner: Any = {} if type(event) is MappingStartEvent else []
        self._add(inner)
        self._outer.append(self._container)
        self._container = inner
