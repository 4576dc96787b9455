"""Put the values of a header into one form, however they are written, so that they can be compared."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from journeybook.model import Record
from journeybook.model.fields import AsList
from journeybook.model.references import is_by_key, record_of
from journeybook.schema.order import field_of


@cache
def _lists(record: type[Record]) -> frozenset[str]:
    """The fields in which a single value stands for a list of one."""
    fields = record.model_fields.items()
    return frozenset(name for name, field in fields if any(mark is AsList for mark in field.metadata))


def canonical(record: type[Record] | None, value: Any) -> Any:
    """Return a group of keys with lists as lists, entries as groups, and each field under its own name."""
    if record is None:
        return value.strip() if isinstance(value, str) else value
    if isinstance(value, str) and record.short:
        value = {record.short: value}
    if not isinstance(value, Mapping):
        return value
    return {
        field_of(record, key): _field(record, field_of(record, key), item)
        for key, item in value.items()
        if item is not None
    }


def _field(record: type[Record], field: str, value: Any) -> Any:
    inner = record_of(record, field)
    if is_by_key(record, field) and isinstance(value, Mapping):
        return {key: _each(inner, item) if inner else canonical(None, item) for key, item in value.items()}
    return (
        _each(inner, value) if field in _lists(record) or isinstance(value, list) else canonical(inner, value)
    )


def _each(record: type[Record] | None, value: Any) -> list[Any]:
    items = value if isinstance(value, (list, tuple)) else [value]
    return [canonical(record, item) for item in items if item is not None]


def compact(record: type[Record] | None, value: Any) -> Any:
    """Return a value in one form as an author would write it: a text for a group that says nothing else."""
    if isinstance(value, list):
        return [compact(record, item) for item in value]
    if record is None or not isinstance(value, Mapping):
        return value
    if record.short and list(value) == [record.short] and isinstance(value[record.short], str):
        return value[record.short]
    return {key: _compact_field(record, key, item) for key, item in value.items()}


def _compact_field(record: type[Record], key: str, value: Any) -> Any:
    inner = record_of(record, key)
    if is_by_key(record, key) and isinstance(value, Mapping):
        return {name: _single(compact(inner, item)) for name, item in value.items()}
    return compact(inner, value)


def _single(value: Any) -> Any:
    return value[0] if isinstance(value, list) and len(value) == 1 else value
