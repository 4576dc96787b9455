"""The form of a handbook as JSON: its name and version, and its JSON Schema.

Those who write exports and those who read them share these. The header of a thing is described by the schema
of its kind of file, which lies within as a resource of its own.
"""

from journeybook.kinds import IN_FILES, ThingKind
from journeybook.model import SCOPES
from journeybook.schema.document import DIALECT, file_name, schema_of
from journeybook.schema.values import Schema

FORMAT = "journeybook"
"""The value of `format` in every document of an export."""
VERSION = 1
"""The value of `version`: it grows when a reader of the one before could not read what is written."""
EXPORT_SCHEMA = "journeybook.schema.json"
"""The file of the schema."""

_TEXT: Schema = {"type": "string"}


def export_schema() -> Schema:
    """The schema of every document of an export, whichever keys of the whole it holds."""
    kinds = (ThingKind.HANDBOOK, *IN_FILES)
    lists = {kind.row.plural: {"type": "array", "items": _thing(kind)} for kind in IN_FILES}
    return {
        "$schema": DIALECT,
        "$id": EXPORT_SCHEMA,
        "title": "A handbook of Journeybook as data",
        "type": "object",
        "required": ["format", "version"],
        "properties": {
            "format": {"const": FORMAT},
            "version": {"const": VERSION},
            "handbook": {"anyOf": [{"type": "null"}, _thing(ThingKind.HANDBOOK)]},
            **lists,
            "values": {"type": "array", "items": _values()},
            "assets": {"type": "array", "items": _TEXT},
            "computed": {"type": "object", "additionalProperties": {"type": "array", "items": _row()}},
        },
        "additionalProperties": False,
        "$defs": {kind.value: {**schema_of(kind), "$id": file_name(kind)} for kind in kinds},
    }


def _thing(kind: ThingKind) -> Schema:
    written: Schema = {"file": _TEXT, "header": {"$ref": file_name(kind)}}
    written |= {} if kind is ThingKind.HANDBOOK else {"body": _TEXT}
    other: Schema = _group(written, required=list(written))
    own: Schema = {} if kind is ThingKind.HANDBOOK else {"id": _TEXT}
    translations = {"type": "object", "additionalProperties": other}
    return _group(own | written | {"translations": translations}, required=[*own, *written])


def _values() -> Schema:
    scopes = {scope.value: _TEXT for scope in SCOPES}
    number: Schema = {"type": "number"}
    row = {"date": _TEXT, "metric": _TEXT, "value": number, "is_percentage": {"const": True}, **scopes}
    rows = _group(row | {"n": {"type": "integer"}}, required=["date", "metric", "value"])
    return _group({"file": _TEXT, "rows": {"type": "array", "items": rows}}, required=["file", "rows"])


def _row() -> Schema:
    return {"type": "object", "additionalProperties": {"type": ["string", "number", "boolean"]}}


def _group(properties: Schema, *, required: list[str]) -> Schema:
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}
