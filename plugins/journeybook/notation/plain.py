"""Put what authors wrote into the plain values of data formats: numbers, lists and texts, own keys included.

A field has one form, however its author wrote it: a list is a list, and an entry a group of keys. What is
not written is not there; defaults are for those who read.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from journeybook.model import Record
from journeybook.model.duration import Duration
from journeybook.notation.shapes import OWN
from journeybook.notation.values import plain_number

Plain = dict[str, Any]
"""Mappings, lists, texts, numbers and truth values."""


def plain_record(record: Record, typed: Any) -> Plain:
    """Return the fields of a record that are written, in the order of its class, then the author's own keys.

    `typed` is what stands in the header for it: own keys are in no record.
    """
    kind = type(record)
    raw = typed if isinstance(typed, Mapping) else {kind.short: typed}
    written = record.model_fields_set
    fields = {
        name: value if isinstance(value, (str, int)) else plain_value(value, _typed(kind, raw, name))
        for name, value in record.__dict__.items()
        if name in written and not _is_left_out(kind, raw, name)
    }
    return fields | own_keys(raw)


def _typed(kind: type[Record], raw: Mapping[Any, Any], name: str) -> Any:
    """The value that was typed for a field, under whichever of its names."""
    value = raw.get(name)
    return raw.get(kind.spellings.get(name, name)) if value is None else value


def _is_left_out(kind: type[Record], raw: Mapping[Any, Any], name: str) -> bool:
    return name in kind.dispensable and _typed(kind, raw, name) is None


def own_keys(raw: Mapping[Any, Any]) -> Plain:
    """Return the keys of a group that are the author's own."""
    return {key: value for key, value in raw.items() if key.startswith(OWN)}


def plain_value(value: Any, typed: Any) -> Any:
    """Return a value of a record as plain data."""
    match value:
        case Record():
            return plain_record(value, typed)
        case tuple():
            each = typed if isinstance(typed, list) else [typed]
            return [plain_value(*pair) for pair in zip(value, each, strict=True)]
        case dict():
            return _by_key(value, typed)
        case float():
            return plain_number(value)
        case date() | Duration():
            return str(value)
    return value


def _by_key(values: Mapping[str, Any], typed: Any) -> Any:
    """Return a value for all, or values by their keys; own keys among these stay."""
    if "*" in values:
        return plain_value(values["*"], typed)
    return own_keys(typed) | {key: plain_value(value, typed[key]) for key, value in values.items()}
