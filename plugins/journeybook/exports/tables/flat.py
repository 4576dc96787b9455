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


@cache
def _plan(kind: type[Record]) -> tuple[frozenset[str], tuple[str, ...]]:
    """The fields that are columns, and those that are groups of columns."""
    names = kind.model_fields
    groups = (name for name in names if any(column.startswith(f"{name}_") for column in flat_columns(kind)))
    return frozenset(flat_columns(kind)) & names.keys(), tuple(groups)


def flat(record: Record) -> FlatRow:
    """The cells of a record, defaults included."""
    columns, groups = _plan(type(record))
    row = {name: table_cell(value) for name, value in record.__dict__.items() if name in columns}
    for name in groups:
        inner = record.__dict__[name]
        if isinstance(inner, Record):
            row |= {f"{name}_{column}": cell for column, cell in flat(inner).items()}
    return row


def table_cell(value: object) -> TableCell:
    """A value as one cell; empty where it has rows of its own."""
    if value is None or isinstance(value, (str, int)):
        return value
    match value:
        case float():
            return plain_number(value)
        case date() | Duration():
            return str(value)
        case tuple() if all(isinstance(item, str) for item in value):
            return BETWEEN.join(map(str, value))
    return None
