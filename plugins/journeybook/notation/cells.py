"""Write the value of a field into a cell, and read it back.

Single values stand as they are: a text whole, with its line breaks; numbers and days as such. Of a list, each
entry has a line, a text under a label as `label: text`.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from journeybook.model import Record, Reference
from journeybook.notation.entries import Tell, read_entries, written_entries
from journeybook.notation.escapes import own_text, own_value, sheet_escaped, sheet_unescaped, without_bullet
from journeybook.notation.shapes import OWN, FieldShape, Holds
from journeybook.notation.values import digits, read_single, written_single
from journeybook.notation.words import SheetWords

TitlesByKind = Mapping[str, Mapping[str, str]]
"""The titles of things by their ids, by kind."""
Written = str | int | float | date
"""What a cell holds."""
Resolve = Callable[[Reference, str], str | None]
"""Takes what a cell names, and returns its id, or the text where a text may stand."""

_FIRST_YEAR = 1901
"""Programs count days from 1900, and not all of them alike."""
_LABELLED = re.compile(r"((?:\\.|[^\\:]|:(?=\S))+):(?:\s+(.*))?", re.DOTALL)
_NUMBERS = (Holds.WHOLE, Holds.NUMBER)


def written_cell(
    shape: FieldShape, value: Any, words: SheetWords, group: str, titles: TitlesByKind
) -> Written:
    """Write the value of a field; `group` names its set of words."""
    if shape.holds is Holds.OWN:
        return own_text(value)
    if shape.is_by_key and isinstance(value, dict):
        return "\n".join(_labelled(label, item) for label, item in value.items())
    if shape.record is not None:
        return written_entries(shape.record, value if shape.is_list else [value], words)
    if shape.is_list:
        return "\n".join(_item(shape, each, words, group, titles) for each in value)
    return _one(shape, value, words, group, titles)


def _one(shape: FieldShape, value: Any, words: SheetWords, group: str, titles: TitlesByKind) -> Written:
    """Write a value that stands alone in its cell."""
    if shape.reference is not None:
        return _item(shape, value, words, group, titles)
    if shape.holds is Holds.DAY and int(value[:4]) >= _FIRST_YEAR:
        return date.fromisoformat(value)
    if shape.holds in _NUMBERS and not isinstance(value, str):
        return _exact(value)
    return written_single(shape, value, words, group)


def _exact(number: float) -> Written:
    """A number, or its digits where a workbook would keep fewer of them."""
    return number if float(f"{number:.15G}") == number else digits(number)


def _item(shape: FieldShape, value: str, words: SheetWords, group: str, titles: TitlesByKind) -> str:
    """Write an entry of a list; what is named is shown by its title, with its id in brackets."""
    title = titles.get(shape.reference.kind, {}).get(value) if shape.reference else None
    if title is not None:
        return shown_reference(title, value)
    return sheet_escaped(written_single(shape, value, words, group))


def shown_reference(title: str, name: str) -> str:
    """Write what a cell names: its title, and its id in brackets."""
    return f"{' '.join(title.split())} [{name}]"


def _labelled(label: str, item: Any) -> str:
    name = sheet_escaped(label).replace(":", "\\:")
    return f"{name}: {sheet_escaped(own_text(item) if label.startswith(OWN) else item)}"


class CellReader:
    """Reads cells: what they name becomes an id, and what cannot be read is told."""

    def __init__(self, words: SheetWords, resolve: Resolve) -> None:
        self.words = words
        self._resolve = resolve

    def read(self, shape: FieldShape, text: str, group: str, told: Tell) -> Any:
        """Read the value of a field; nothing where there is none, or none that can be read."""
        if shape.holds is Holds.OWN:
            return own_value(text)
        if shape.is_by_key:
            return _by_label(text, group, told)
        if shape.record is not None:
            return self._records(shape, shape.record, text, told)
        if shape.is_list:
            lines = [without_bullet(line.strip()) for line in text.split("\n") if line.strip()]
            found = [self._single(shape, line, group, told) for line in lines]
            return [value for value in found if value is not None] or None
        if shape.reference is not None:
            return self._single(shape, text.strip(), group, told)
        return self._value(shape, text, group, told)

    def _records(self, shape: FieldShape, record: type[Record], text: str, told: Tell) -> Any:
        found = read_entries(record, text, self.words, told)
        if shape.is_list or not found:
            return found or None
        return found[0]

    def _single(self, shape: FieldShape, text: str, group: str, told: Tell) -> Any:
        if shape.reference is not None:
            return self._resolve(shape.reference, text)
        return self._value(shape, sheet_unescaped(text), group, told)

    def _value(self, shape: FieldShape, text: str, group: str, told: Tell) -> Any:
        found = read_single(shape, text, self.words, group)
        if found is None:
            told(group.rpartition(".")[2], text)
        return found


def _by_label(text: str, group: str, told: Tell) -> dict[str, Any] | None:
    """Read texts under labels; a line without a label belongs to the text before it."""
    found: dict[str, Any] = {}
    for line in filter(str.strip, text.split("\n")):
        labelled = _LABELLED.fullmatch(line.strip())
        if labelled:
            name, item = sheet_unescaped(labelled[1]), sheet_unescaped(labelled[2] or "")
            found[name] = own_value(item) if name.startswith(OWN) else item
        elif found:
            last = next(reversed(found))
            found[last] = f"{found[last]}\n{sheet_unescaped(line.strip())}"
        else:
            told(group.rpartition(".")[2], line)
    return found or None
