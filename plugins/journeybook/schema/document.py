"""Write the JSON Schema (2020-12) of a kind of file's header, from the classes that read it."""

from typing import Annotated, Any

from pydantic.fields import FieldInfo

from journeybook.kinds import ThingKind
from journeybook.load.document import MODELS
from journeybook.model import Record
from journeybook.model.references import records_within
from journeybook.schema.descriptions import description, descriptions
from journeybook.schema.names import NO_NAMES, TitlesOfKinds
from journeybook.schema.values import EMPTY, FORMS, Schema, value_schema

FILE_MODELS = MODELS
"""The class that stands behind each kind of file."""

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_OWN_KEYS: Schema = {"^x-": {"description": "A key of your own."}}


def file_name(kind: ThingKind) -> str:
    """The file that a kind's schema is written to."""
    return f"{kind}.schema.json"


def schema_of(kind: ThingKind, names: TitlesOfKinds = NO_NAMES) -> Schema:
    """The schema of a kind of file; the ids of a handbook, where they are given, are offered by editors."""
    top, *parts = records_within(FILE_MODELS[kind])
    defs = FORMS | {part.__name__: _part(part, names) for part in parts}
    return {
        "$schema": DIALECT,
        "$comment": f"Made by 'journeybook schema {kind}' from the content model. Do not edit.",
        "title": f"Journeybook {kind}",
        **_group(top, names),
        "$defs": {name: defs[name] for name in sorted(defs)},
    }


def _part(kind: type[Record], names: TitlesOfKinds) -> Schema:
    """A group of keys within another, or the text that may stand for it."""
    group = _group(kind, names)
    if kind.short is None:
        return group
    text = value_schema(_annotation(kind.model_fields[kind.short]), names)
    return {"anyOf": [text, group]}


def _group(kind: type[Record], names: TitlesOfKinds) -> Schema:
    """A group of keys."""
    told = descriptions(kind)
    properties: Schema = {}
    for name, field in kind.model_fields.items():
        spelling = kind.spellings.get(name)
        for key in filter(None, (name, spelling)):
            may_be_empty = not field.is_required() or bool(spelling) or name in kind.dispensable
            schema = _field(field, names, may_be_empty=may_be_empty)
            properties[key] = {"description": told.get(name, "")} | schema
    return {
        "description": description(kind),
        "type": "object",
        "properties": properties,
        "patternProperties": _OWN_KEYS,
        "additionalProperties": False,
        **_required(kind),
    }


def _field(field: FieldInfo, names: TitlesOfKinds, *, may_be_empty: bool) -> Schema:
    """The schema of a key; a field that may be left out may also be empty."""
    schema = value_schema(_annotation(field), names)
    if not may_be_empty:
        return schema
    default = {"default": field.default} if isinstance(field.default, (str, int)) else {}
    return default | {"anyOf": [*schema.get("anyOf", [schema]), EMPTY]}


def _required(kind: type[Record]) -> Schema:
    """The keys that may not be missing; of a field with two names exactly one is given."""
    needed = [name for name, field in kind.model_fields.items() if field.is_required()]
    plain = [name for name in needed if name not in kind.spellings and name not in kind.dispensable]
    schema: Schema = {"required": plain} if plain else {}
    for name, spelling in kind.spellings.items():
        message = f"'{name}' and '{spelling}' are the same field. Keep one of them."
        twice = {"properties": {spelling: {"type": "null", "errorMessage": message}}}
        schema |= {"if": _given(name), "then": twice, "else": _unless(kind, name, _given(spelling))}
    if kind.dispensable:
        others = (name for name in kind.dispensable if name not in kind.spellings)
        schema["allOf"] = [_unless(kind, name, _given(name)) for name in others]
    return schema


def _unless(kind: type[Record], name: str, required: Schema) -> Schema:
    """A requirement, which another field may lift."""
    if name not in kind.dispensable:
        return required
    other, word = kind.dispensable[name]
    return {"if": {"required": [other], "properties": {other: {"const": word}}}, "else": required}


def _given(key: str) -> Schema:
    return {"required": [key], "properties": {key: {"not": EMPTY}}}


def _annotation(field: FieldInfo) -> Any:
    """A field's annotation, with the marks that pydantic keeps apart from it."""
    return Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
