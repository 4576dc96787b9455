"""Let the text of a header say something else, and leave every line as it is that says what it shall.

Comments, the order of keys and the way of writing stay. Where a value cannot be changed in its place, it is
written anew with what it stands in; the text is read again, and refused if it does not say what it shall.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from journeybook.frontmatter import Refused, read_yaml, yaml_entry_lines, yaml_lines
from journeybook.importing.merging.forms import canonical, compact
from journeybook.importing.merging.pairing import pair_alike
from journeybook.model import Record
from journeybook.model.references import is_by_key, record_of
from journeybook.schema.order import field_of, in_house_order

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class NotRevised(Exception):  # noqa: N818 - it says what happened to the text
    """A text that is written in such a way that it can only be changed by hand."""


@dataclass(frozen=True, slots=True)
class _Change:
    """A stretch of the text, and what takes its place."""

    start: int
    end: int
    text: str


_Changes = list[_Change] | None
"""Nothing where a value cannot be changed in its place."""


def revised(text: str, record: type[Record], new: Mapping[str, Any]) -> str:
    """Return the text of a header that says something else; `NotRevised` where that is to be done by hand."""
    shall = canonical(record, new)
    try:
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        raise NotRevised from error
    old = canonical(record, read_yaml(text).data)
    changes = _Text(text).changes(node, _Said(record, old, shall)) if node else None
    if changes is None:
        raise NotRevised
    made = _applied(text, changes)
    try:
        says = canonical(record, read_yaml(made).data)
    except Refused as refused:
        raise NotRevised from refused
    if says != shall:
        raise NotRevised
    return made


def _applied(text: str, changes: Sequence[_Change], start: int = 0, end: int | None = None) -> str:
    """The stretch of a text with the changes in it."""
    parts, at = [], start
    for change in sorted(changes, key=lambda each: (each.start, each.end)):
        if change.start < at:
            raise NotRevised
        parts += [text[at : change.start], change.text]
        at = change.end
    return "".join((*parts, text[at : len(text) if end is None else end]))


@dataclass(frozen=True, slots=True)
class _Said:
    """The values of a place in canonical form: as it is, and as it shall be."""

    record: type[Record] | None
    """The class of the group, or of the entries of the list."""
    old: Any
    new: Any
    is_by_key: bool = False
    """Whether the keys of the group are the author's own."""

    def field(self, name: str) -> "_Said":
        """The same of a field, or of what stands under a key."""
        old, new = self.old.get(name), self.new.get(name)
        if self.is_by_key or self.record is None:
            return _Said(self.record, old, new)
        return _Said(record_of(self.record, name), old, new, is_by_key(self.record, name))

    def entry(self, at: int, later: int) -> "_Said":
        """The same of an entry of a list."""
        return _Said(self.record, self.old[at], self.new[later])

    @property
    def named_record(self) -> type[Record] | None:
        """The class whose fields the keys are."""
        return None if self.is_by_key else self.record

    def written(self) -> Any:
        """The value as an author would write it."""
        if self.record is None:
            return self.new
        if self.is_by_key and isinstance(self.new, Mapping):
            return {key: compact(self.record, item) for key, item in self.new.items()}
        return in_house_order(self.record, compact(self.record, self.new))


class _Text:
    """The text of a header, whose parts are changed one by one."""

    def __init__(self, text: str) -> None:
        self._text = text

    def changes(self, node: Node, said: _Said) -> _Changes:
        """The changes of a value in its place."""
        if isinstance(node, MappingNode) and isinstance(said.old, dict) and isinstance(said.new, dict):
            return self._group(node, said)
        is_list = isinstance(said.old, list) and isinstance(said.new, list) and said.old and said.new
        return self._list(node, said) if isinstance(node, SequenceNode) and is_list else None

    def _group(self, node: MappingNode, said: _Said) -> _Changes:
        """The changes of keys and values, of a group that is written key below key."""
        record = said.named_record
        names = [field_of(record, key.value) if record else key.value for key, _ in node.value]
        if node.flow_style or not names or names[0] not in said.new or len(set(names)) < len(names):
            return None
        changes: list[_Change] = []
        for (key, value), name in zip(node.value, names, strict=True):
            if name not in said.new:
                changes += [self._removal(key, value)] if name in said.old else []
            elif said.old.get(name) != said.new[name]:
                changes += self._entry(key, value, said.field(name))
        added = (name for name in said.new if name not in names)
        return [*changes, *(self._added_key(node, names, said, name) for name in added)]

    def _entry(self, key: Node, value: Node, said: _Said) -> list[_Change]:
        """The changes of what stands under a key, which is written anew if need be."""
        within = self.changes(value, said)
        if within is not None:
            return within
        column = key.start_mark.column
        text = "\n".join(yaml_lines(key.value, said.written(), column))[column:]
        return [_Change(key.start_mark.index, self._end(value, key), text)]

    def _list(self, node: SequenceNode, said: _Said) -> _Changes:
        """The changes of a list that is written entry below entry."""
        dashes = [self._dash(node, item) for item in node.value]
        if node.flow_style or len(dashes) != len(said.old) or -1 in dashes:
            return None
        chunks = self._chunks(node, dashes)
        column, parting = node.start_mark.column, self._parting(chunks)
        texts = {
            later: self._chunk(node.value[at], chunks[at], said.entry(at, later), column)
            for at, later in pair_alike(said.old, said.new).items()
        }
        parts = [
            texts.get(at) or self._new_chunk(_Said(said.record, None, item), column, parting)
            for at, item in enumerate(said.new)
        ]
        (start, _), (_, end) = chunks[0], chunks[-1]
        return [_Change(start, end, self._ended("".join(parts), self._text[start:end]))]

    def _ended(self, text: str, old: str) -> str:
        """A text with as many ends of lines behind it as another one."""
        return text.rstrip("\n") + old[len(old.rstrip("\n")) :]

    def _chunk(self, node: Node, chunk: tuple[int, int], said: _Said, column: int) -> str:
        """The lines of an entry, as they are or as they shall be."""
        start, end = chunk
        changes = [] if said.old == said.new else self.changes(node, said)
        if changes is None:
            text = "\n".join(yaml_entry_lines(said.written(), column))[column:]
            dash = self._text.rfind("-", start, node.start_mark.index)
            changes = [_Change(dash, self._end(node, node), text)]
        text = _applied(self._text, changes, start, end)
        return text if text.endswith("\n") else f"{text}\n"

    def _new_chunk(self, said: _Said, column: int, parting: str) -> str:
        return "\n".join(yaml_entry_lines(said.written(), column)) + "\n" + parting

    def _parting(self, chunks: list[tuple[int, int]]) -> str:
        """An empty line, if entries are parted by such."""
        return "\n" if any(self._text[start:end].endswith("\n\n") for start, end in chunks[:-1]) else ""

    def _dash(self, node: SequenceNode, item: Node) -> int:
        """Find the dash of an entry; -1 if something else stands before it in its line."""
        begin = self._line(item.start_mark.index) + node.start_mark.column
        before = self._text[begin - node.start_mark.column : begin]
        return begin if not before.strip() and self._text[begin : begin + 1] == "-" else -1

    def _chunks(self, node: SequenceNode, dashes: Sequence[int]) -> list[tuple[int, int]]:
        """The stretches of all entries: their lines, with the comments right above them."""
        starts = [self._with_comments(self._line(dash), node.start_mark.column) for dash in dashes]
        starts[0] = self._line(dashes[0])
        last = self._line_end(self._end(node.value[-1], node.value[-1]))
        return list(pairwise((*starts, last)))

    def _with_comments(self, start: int, column: int) -> int:
        """The beginning of the comments right above a line, as deep as this one."""
        while start > 0:
            above = self._line(start - 1)
            if not self._text[above:start].startswith(" " * column + "#"):
                break
            start = above
        return start

    def _added_key(self, node: MappingNode, names: list[str], said: _Said, name: str) -> _Change:
        """Insert a key behind the last one that the house writes before it."""
        every = dict.fromkeys((*names, name))
        record = said.named_record
        order = list(in_house_order(record, every) if record else every)
        earlier = order[: order.index(name)]
        at = max((number for number, each in enumerate(names) if each in earlier), default=0)
        key, value = node.value[at]
        position = self._line_end(self._end(value, key))
        lines = "\n".join(yaml_lines(name, said.field(name).written(), node.start_mark.column))
        is_open = not self._text[:position].endswith("\n")
        return _Change(position, position, f"\n{lines}" if is_open else f"{lines}\n")

    def _removal(self, key: Node, value: Node) -> _Change:
        return _Change(self._line(key.start_mark.index), self._line_end(self._end(value, key)), "")

    def _end(self, node: Node, key: Node) -> int:
        """Find the end of a value, without the blanks, lines and comments that follow it."""
        if isinstance(node, ScalarNode):
            start, end = node.start_mark.index, node.end_mark.index
            if start == end:
                return self._text.index(":", key.end_mark.index) + 1 if key is not node else end
            return start + len(self._text[start:end].rstrip())
        if not isinstance(node, (MappingNode, SequenceNode)) or node.flow_style or not node.value:
            return int(node.end_mark.index)
        last = node.value[-1]
        return self._end(last[1], last[0]) if isinstance(node, MappingNode) else self._end(last, last)

    def _line(self, index: int) -> int:
        return self._text.rfind("\n", 0, index) + 1

    def _line_end(self, index: int) -> int:
        """The beginning of the line behind a place."""
        end = self._text.find("\n", index)
        return len(self._text) if end < 0 else end + 1
