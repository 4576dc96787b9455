"""Lay a record out in one row: plain values as they are, lists in one cell, a group in it as more columns."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from types import UnionType
from typing import Union, get_origin

from journeybook.model import Record
from journeybook.model.duration import Duration
from journeybook.model.references import record_of
from journeybook.notation.values import plain_number

TableCell = str | int | float | bool | None
FlatRow = dict[str, TableCell]

_EITHER = {Union, UnionType}
"""The annotations of a single record, which may be missing."""
BETWEEN = "; "
"""What parts the entries of a list in a cell."""


@cache
def flat_columns(kind: type[Record]) -> tuple[str, ...]:
    """The columns of a record, in the order of its fields; what has rows of its own has none here."""
    return tuple(_columns(kind))


def _columns(kind: type[Record]) -> Iterator[str]:
    for name, field in kind.model_fields.items():
        inner = record_of(kind, name)
        if inner is None and get_origin(field.annotation) is not dict:
            yield name
        elif inner is not None and get_origin(field.annotation) in _EITHER:
            yield from (f"{name}_{column}" for column in flat_columns(inner))


def flat(record: Record) -> FlatRow:
    """The cells of a record, defaults included."""
    kind = type(record)
    row = {
        name: table_cell(getattr(record, name)) for name in flat_columns(kind) if name in kind.model_fields
    }
    within = {name: value for name in kind.model_fields if isinstance(value := getattr(record, name), Record)}
    for name, inner in within.items():
        row |= {f"{name}_{column}": cell for column, cell in flat(inner).items()}
    return row


def table_cell(value: object) -> TableCell:
    """A value as one cell; empty where it has rows of its own."""
    match value:
        case bool() | str() | int():
            return value
        case float():
            return plain_number(value)
        case date() | Duration():
            return str(value)
        case tuple() if all(isinstance(item, str) for item in value):
            return BETWEEN.join(map(str, value))
    return None
