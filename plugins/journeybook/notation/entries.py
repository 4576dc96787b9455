"""Write records as entries that people read and edit in a cell, and read them back.

    Title [its-id] · severity: 4 · category: other
    ↳ evidence: Interviews · method: interview · n: 12

The first part is the text for which a plain text stands, or the title. Records within stand on lines of their
own below, behind an arrow for each level.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from journeybook.model import Record
from journeybook.notation.escapes import (
    SEPARATOR,
    WITHIN,
    own_text,
    own_value,
    sheet_escaped,
    sheet_unescaped,
    without_bullet,
)
from journeybook.notation.shapes import FieldShape, Holds, shape_of, shapes_of
from journeybook.notation.values import read_single, written_single
from journeybook.notation.words import SheetWords, field_meant, names_within

_INDENTATION = re.compile(r"\s{2,}|\t")
_ARROWS = re.compile(rf"(?:{WITHIN}\s*)+")
Tell = Callable[[str, str], None]
"""Takes what could not be read: the field and the text that stands there."""


@dataclass(slots=True)
class _Line:
    """A line of a cell with those that belong to it."""

    depth: int
    text: str
    within: "list[_Line]"


def written_entries(record: type[Record], values: list[Any], words: SheetWords) -> str:
    """Write records, one after the other."""
    return "\n".join(line for value in values for line in _lines(record, value, words))


def read_entries(record: type[Record], text: str, words: SheetWords, told: Tell) -> list[dict[str, Any]]:
    """Read records; what stands in none of the fields is told."""
    reader = _EntryReader(words, told)
    return [reader.entry(record, line) for line in _tree(text)]


def _lines(record: type[Record], value: dict[str, Any], words: SheetWords) -> Iterator[str]:
    names = names_within(words, record)
    main, parts, below = "", [], []
    for name, item in value.items():
        shape, said = shape_of(record, name), names.get(name, name)
        if name == main_field(record):
            main = _head(record, item, words)
        elif shape.record is not None:
            below += [
                f"{WITHIN}{line}" if line.startswith(WITHIN) else f"{WITHIN} {line}"
                for each in (item if shape.is_list else [item])
                for line in _below(shape.record, said, each, words)
            ]
        elif name != "id":
            parts.append(f"{said}: {_part(shape, record, name, item, words)}")
    main = f"{main} [{value['id']}]" if "id" in value else main
    yield SEPARATOR.join([main, *parts])
    yield from below


def main_field(record: type[Record]) -> str:
    """The field that an entry begins with, without its name."""
    return record.short or "title"


def _head(record: type[Record], text: str, words: SheetWords) -> str:
    """Write the first part of an entry; one that begins as a field does is told from it."""
    written = sheet_escaped(text)
    said, colon, rest = written.partition(":")
    return f"{said}\\:{rest}" if colon and field_meant(words, record, said) else written


def _below(record: type[Record], said: str, value: Any, words: SheetWords) -> Iterator[str]:
    first, *others = _lines(record, value, words)
    yield f"{said}: {first}"
    yield from others


def _part(shape: FieldShape, record: type[Record], name: str, item: Any, words: SheetWords) -> str:
    if shape.holds is Holds.OWN:
        return sheet_escaped(own_text(item))
    group = f"{record.__name__}.{name}"
    if shape.is_list:
        return ", ".join(sheet_escaped(written_single(shape, each, words, group)) for each in item)
    return sheet_escaped(written_single(shape, item, words, group))


def _tree(text: str) -> list[_Line]:
    """The lines of a cell, each below the last one that is indented less."""
    top = _Line(-1, "", [])
    open_lines = [top]
    for line in text.split("\n"):
        if not line.strip():
            continue
        arrows = _ARROWS.match(line.strip())
        depth = arrows[0].count(WITHIN) if arrows else bool(_INDENTATION.match(line))
        while open_lines[-1].depth >= depth:
            open_lines.pop()
        made = _Line(depth, line.strip()[len(arrows[0]) if arrows else 0 :], [])
        open_lines[-1].within.append(made)
        open_lines.append(made)
    return top.within


@dataclass(frozen=True, slots=True)
class _EntryReader:
    words: SheetWords
    told: Tell

    def entry(self, record: type[Record], line: _Line) -> dict[str, Any]:
        """Read a line and what stands below it."""
        main, own_id, fields = self._parts(record, without_bullet(line.text))
        for below in line.within:
            name, rest = self._named(record, below.text)
            shape = shape_of(record, name)
            if shape.record is not None:
                inner = self.entry(shape.record, _Line(below.depth, rest, below.within))
                fields[name] = [*fields.get(name, []), inner] if shape.is_list else inner
            else:
                main += "\n" * bool(main) + sheet_unescaped(below.text)
        head = {main_field(record): main} if main else {}
        return head | ({"id": own_id} if own_id else {}) | fields

    def _parts(self, record: type[Record], text: str) -> tuple[str, str, dict[str, Any]]:
        """The main text of an entry, its id, and its other fields."""
        main: list[str] = []
        fields: dict[str, Any] = {}
        for part in text.split(SEPARATOR):
            name, rest = self._named(record, part)
            if name not in {"", "id", main_field(record)} and shape_of(record, name).record is None:
                self._take(record, name, rest, fields)
            else:
                main.append(part)
        head, own_id = _with_id(record, SEPARATOR.join(main))
        return sheet_unescaped(head), own_id, fields

    def _take(self, record: type[Record], name: str, text: str, fields: dict[str, Any]) -> None:
        shape, group = shape_of(record, name), f"{record.__name__}.{name}"
        if shape.holds is Holds.OWN:
            fields[name] = own_value(sheet_unescaped(text))
            return
        items = [item.strip() for item in text.split(",")] if shape.is_list else [text]
        found = [read_single(shape, sheet_unescaped(item), self.words, group) for item in items if item]
        if None in found or not found:
            self.told(name, text)
        else:
            fields[name] = found if shape.is_list else found[0]

    def _named(self, record: type[Record], part: str) -> tuple[str, str]:
        """The field that a part begins with, and its value; no field where it begins with none."""
        said, colon, rest = part.partition(":")
        name = field_meant(self.words, record, said) if colon else ""
        return (name, rest.strip()) if name else ("", part)


def _with_id(record: type[Record], text: str) -> tuple[str, str]:
    head, bracket, own_id = text.rstrip().rpartition("[")
    is_id = bracket and own_id.endswith("]") and "id" in shapes_of(record)
    if is_id and (not head or head.endswith(" ")):
        return head.rstrip(), own_id[:-1]
    return text, ""
