"""Part the fields of a record into places of a table, one a row or column, and put them together again.

A place is called by its field, or by field and key: `satisfaction.anna`, `lanes.sla`, `image.alt`.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from journeybook.model import Record
from journeybook.notation.shapes import OWN, OWN_SHAPE, FieldShape, inner_shape, shape_of


class TablePlace(NamedTuple):
    """A row or column of a table."""

    name: str
    shape: FieldShape
    group: str
    """Names the set of words of its value."""


def table_place(record: type[Record], name: str) -> TablePlace:
    """The place of a name."""
    field, _, key = name.partition(".")
    shape = shape_of(record, field)
    if not key and shape.is_by_key and shape.is_parted:
        return TablePlace(name, inner_shape(shape), f"{record.__name__}.{field}")
    if not key or field.startswith(OWN):
        return TablePlace(name, shape_of(record, name), f"{record.__name__}.{name}")
    if key.startswith(OWN):
        return TablePlace(name, OWN_SHAPE, name)
    if shape.is_by_key:
        return TablePlace(name, inner_shape(shape), f"{record.__name__}.{field}")
    inner = shape.record
    return (
        TablePlace(name, shape_of(inner, key), f"{inner.__name__}.{key}")
        if inner
        else table_place(record, field)
    )


def parted(record: type[Record], data: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield the values of a record by the names of their places."""
    for field, value in data.items():
        if shape_of(record, field).is_parted and isinstance(value, dict):
            yield from ((f"{field}.{key}", inner) for key, inner in value.items())
        else:
            yield field, value


def put(data: dict[str, Any], name: str, value: Any) -> None:
    """Put a value into the fields of a record by the name of its place."""
    field, _, key = name.partition(".")
    if not key or field.startswith(OWN):
        data[name] = value
        return
    group = data.get(field)
    if not isinstance(group, dict):
        group = data[field] = {}
    group[key] = value
