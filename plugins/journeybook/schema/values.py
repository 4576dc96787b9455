"""Write the schema of a field from its annotation.

A header's scalars stay text until the model reads them, but an editor reads `2026` as a number and `true` as
a truth value before it looks at a schema. So wherever text may stand, every scalar may.
"""

import types
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BeforeValidator

from journeybook.model import Record, fields
from journeybook.model.duration import Time
from journeybook.model.entries import ByLane
from journeybook.model.fields import OneOf, WholeNumber
from journeybook.model.lanes import LaneId
from journeybook.model.references import Reference
from journeybook.model.slugs import ID
from journeybook.model.step import StepId
from journeybook.schema.names import TitlesOfKinds

Schema = dict[str, Any]

_SCALAR: Schema = {
    "if": {"type": ["array", "object", "null"]},
    "then": {"type": "string", "errorMessage": "One text is expected here."},
}
"""If the types of a text were listed, editors would offer `true` and `false` for it."""


def _patterned(schema: Schema, pattern: str, message: str) -> Schema:
    """A schema of text of a form, with the sentence that editors show in place of the expression."""
    return schema | {"pattern": pattern, "patternErrorMessage": message}


_ID_MESSAGE = "An id is made of at most 64 small letters a-z, digits and single dashes."

FORMS: dict[str, Schema] = {
    "text": _patterned(_SCALAR, r"\S", "A text is expected here."),
    "id": _patterned(_SCALAR, f"^{ID}$", _ID_MESSAGE),
    "step-id": _patterned(_SCALAR, f"^(?!end$){ID}$", f"{_ID_MESSAGE} 'end' ends a journey."),
    "lane-id": _patterned(_SCALAR, f"^{ID}$", f"{_ID_MESSAGE} Lanes of every handbook have theirs already."),
    "number": _patterned(
        {"type": ["number", "string"]},
        r"^[+-]?[0-9]{1,15}(\.[0-9]{1,15})?$",
        "A number with a point is expected here, such as 2.5.",
    ),
    "day": _patterned(
        {"type": "string", "format": "date"},
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
        "A date such as 2026-03-14 is expected here.",
    ),
    "flag": _patterned(
        {"type": ["boolean", "string"]},
        "^([Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])$",
        "true or false is expected here.",
    ),
    "link": _patterned(
        {"type": "string"},
        r"^([Hh][Tt][Tt][Pp][Ss]?|[Mm][Aa][Ii][Ll][Tt][Oo]|[Tt][Ee][Ll]):\S*$",
        "A link begins with https://, http://, mailto: or tel:.",
    ),
    "time": _patterned(
        _SCALAR,
        r"^\s*[0-9]{1,6}([.,][0-9]{1,3})?\s*[a-zA-Z]*\.?(\s*[-–]\s*[0-9]{1,6}([.,][0-9]{1,3})?\s*[a-zA-Z]+\.?)?\s*$",
        "A time such as 15 min, 2 h, 3 d, 2 w, 4 months or 2–5 d is expected here.",
    ),
    "labelled-texts": {
        "type": "object",
        "patternProperties": {"^x-": {}},
        "additionalProperties": {"$ref": "#/$defs/text"},
        "propertyNames": {"pattern": r"\S"},
    },
    "empty": {"not": {"type": ["array", "boolean", "number", "object", "string"]}},
}
"""The kinds of values that are defined once in each schema."""

_KINDS_OF_FIELDS = (
    (fields.Text, "text"),
    (fields.Name, "text"),
    (fields.FlagOrText, "text"),
    (fields.Id, "id"),
    (StepId, "step-id"),
    (LaneId, "lane-id"),
    (fields.Number, "number"),
    (fields.Day, "day"),
    (fields.Flag, "flag"),
    (fields.WebAddress, "link"),
    (Time, "time"),
    (fields.LabelledTexts, "labelled-texts"),
)


def _form(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


TEXT, EMPTY = _form("text"), _form("empty")
_FORM_OF = {get_args(kind)[1]: _form(name) for kind, name in _KINDS_OF_FIELDS}
"""The form that each validator takes."""


def value_schema(annotation: Any, names: TitlesOfKinds) -> Schema:
    """The schema of one value of a field."""
    origin = get_origin(annotation)
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return _form(annotation.__name__)
    if origin is Annotated:
        inner, *marks = get_args(annotation)
        return _marked(inner, tuple(marks), names)
    if origin in {Union, types.UnionType}:
        (given,) = (part for part in get_args(annotation) if part is not type(None))
        return value_schema(given, names)
    message = f"No schema is known for the annotation {annotation}."
    raise TypeError(message)


def _marked(inner: Any, marks: tuple[Any, ...], names: TitlesOfKinds) -> Schema:
    """The schema of what carries validators and other marks."""
    if fields.AsList in marks:
        return _list(inner, marks, names)
    if get_origin(inner) is dict and marks[0] not in _FORM_OF:
        own: Schema = {"patternProperties": {"^x-": {}}}
        return _each(inner, names) | own if ByLane in marks else _one_or_each(inner, names)
    references = [mark for mark in marks if isinstance(mark, Reference)]
    if references:
        return _name(references[0], names)
    (mark,) = marks
    match mark.func if isinstance(mark, BeforeValidator) else None:
        case OneOf(words=words):
            return {"enum": list(words)}
        case WholeNumber(low=low, high=high):
            return _whole_number(low, high)
    return _FORM_OF[mark]


def _list(inner: Any, marks: tuple[Any, ...], names: TitlesOfKinds) -> Schema:
    """A list, or a single value that stands for a list of one."""
    item, _ = get_args(inner)
    schema = value_schema(item, names)
    array: Schema = {"type": "array", "items": schema}
    return {"anyOf": [array | ({"minItems": 1} if fields.AtLeastOne in marks else {}), schema]}


def _each(inner: Any, names: TitlesOfKinds) -> Schema:
    """A value for each id."""
    key, value = get_args(inner)
    schema = value_schema(value, names)
    reference = next(mark for mark in get_args(key) if isinstance(mark, Reference))
    known = {name: {"description": title} | schema for name, title in names.get(reference.kind, {}).items()}
    return {"type": "object", "properties": known, "additionalProperties": schema}


def _one_or_each(inner: Any, names: TitlesOfKinds) -> Schema:
    """A value for all, or a value for each id."""
    _, value = get_args(inner)
    each = _each(inner, names) | {"propertyNames": {"not": {"const": "*"}}}
    return {"anyOf": [value_schema(value, names), each]}


def _name(reference: Reference, names: TitlesOfKinds) -> Schema:
    """An id of another thing: those of the handbook are offered, and others are not refused.

    A schema is older than the file that is being written; what does not exist is for `check` to say.
    """
    known = names.get(reference.kind, {})
    if not known:
        return TEXT
    return {"anyOf": [{"enum": list(known), "enumDescriptions": list(known.values())}, TEXT]}


def _whole_number(low: int, high: int | None) -> Schema:
    """A number, or the same in quotes."""
    schema: Schema = {"type": ["integer", "string"], "minimum": low}
    if high is None:
        return schema | {"pattern": r"^\+?0*[1-9][0-9]*$" if low else r"^\+?[0-9]+$"}
    numbers = list(range(low, high + 1))
    return schema | {"maximum": high, "pattern": f"^\\+?0*[{low}-{high}]$", "examples": numbers}
