"""Turn values of data formats into those of a header: texts, in the short form that authors write."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from journeybook.model import Record
from journeybook.model.references import is_by_key, record_of

_MOST_DIGITS = 60


def as_typed(value: Any) -> Any:
    """Return a value with numbers and truth values as the texts that authors type."""
    match value:
        case Mapping():
            return {key: as_typed(item) for key, item in value.items()}
        case list():
            return [as_typed(item) for item in value]
        case bool():
            return str(value).lower()
        case int() | float():
            return _digits(Decimal(str(value)))
    return value


def _digits(number: Decimal) -> str:
    """Write a number without an exponent, unless that would fill pages."""
    return f"{number:f}" if abs(number.adjusted()) <= _MOST_DIGITS else str(number)


def as_written(kind: type[Record], data: Any) -> Any:
    """Return the values of a header with a plain text wherever it stands for a whole group."""
    if isinstance(data, list):
        return [as_written(kind, item) for item in data]
    if not isinstance(data, Mapping):
        return data
    if kind.short is not None and data.keys() == {kind.short}:
        return data[kind.short]
    return {key: _within(kind, key, value) for key, value in data.items()}


def _within(kind: type[Record], field: str, value: Any) -> Any:
    inner = record_of(kind, field)
    if inner is None:
        return value
    if is_by_key(kind, field) and isinstance(value, Mapping):
        return {key: item if key.startswith("x-") else as_written(inner, item) for key, item in value.items()}
    return as_written(inner, value)
