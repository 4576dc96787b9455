"""Read the plain values of a header into a frozen record, or say everything that is wrong with them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from journeybook.findings import listed, quoted
from journeybook.model.base import Record, RecordPath
from journeybook.model.fields import Rejected
from journeybook.model.references import record_of, records_within
from journeybook.model.words.german_fields import german_fields, say_german_fields
from journeybook.model.words.synonyms import did_you_mean, meant, synonym

_FEW = 3
_KEY = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something a record does not take, by the path of keys that leads to it."""

    path: RecordPath
    """Keys and list positions from the header's top."""
    rule: str
    message: str
    at_key: bool = False
    """Whether the key itself is meant, not its value."""


R = TypeVar("R", bound=Record)


def read_record(kind: type[R], data: Any) -> R | tuple[Problem, ...]:
    """Read a record of a kind from a header's values, or say everything that is wrong with them."""
    twice = tuple(_two_spellings(kind, data))
    try:
        record = kind.model_validate(data)
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=True)
        return (*twice, *_problems(kind, data, details))
    return twice or record


def _two_spellings(kind: type[Record], data: Any) -> Iterator[Problem]:
    """A field that is given under both of its names; the later one is the problem."""
    for names in kind.spellings.items():
        given = (
            [key for key in data if key in names and data[key] is not None] if isinstance(data, dict) else []
        )
        if len(given) > 1:
            message = f"'{given[0]}' and '{given[1]}' are the same field. Keep one of them."
            yield Problem(path=(given[1],), rule="persona-twice", message=message, at_key=True)


def _problems(kind: type[Record], data: Any, details: Iterable[ErrorDetails]) -> Iterator[Problem]:
    """Spell out what a record does not take; a field that was misspelt is not missing besides."""
    details = [_as_typed(kind, data, detail) for detail in details]
    foreign = german_fields(kind, data)
    told = {_keys_of(item.path) for item in foreign}
    if foreign:
        yield Problem(
            path=foreign[0].path, rule="unknown-key", message=say_german_fields(foreign), at_key=True
        )
    slips = {(*item.path[:-1], item.field) for item in foreign} | {
        (*detail["loc"][:-1], _meant(kind, data, detail["loc"]))
        for detail in details
        if detail["type"] == "extra_forbidden"
    }
    for detail in details:
        is_missing = detail["type"] == "missing"
        if not (detail["loc"] in slips if is_missing else _keys_of(detail["loc"]) in told):
            yield _problem(kind, data, detail)


def _keys_of(path: RecordPath) -> RecordPath:
    """A path without its positions: a single value may stand for a list of one."""
    return tuple(part for part in path if isinstance(part, str))


def _as_typed(kind: type[Record], data: Any, detail: ErrorDetails) -> ErrorDetails:
    """Name the first key of a path as the author spelled it."""
    first, *rest = detail["loc"] or ("",)
    typed = kind.spellings.get(str(first))
    if typed and isinstance(data, dict) and data.get(typed) is not None:
        return {**detail, "loc": (typed, *rest)}
    return detail


def _problem(kind: type[Record], data: Any, detail: ErrorDetails) -> Problem:
    path = detail["loc"]
    match detail["type"]:
        case "extra_forbidden":
            return _unknown_key(kind, data, path)
        case "missing":
            return _missing(kind, data, path)
        case "too_short":
            message = f"'{_field(path)}' is empty{_within(path)}."
            return Problem(path=path, rule="missing-field", message=message)
        case "value_error":
            return _rejected(path, detail["ctx"]["error"], detail["input"])
    return _rejected(path, Rejected("another kind of value", rule="wrong-type"), detail["input"])


def _missing(kind: type[Record], data: Any, path: RecordPath) -> Problem:
    """A field without its key, or a key without a value."""
    field = str(path[-1])
    names = (field, kind.spellings.get(field, field))
    group = _at(data, path[:-1])
    typed = next((name for name in names if isinstance(group, dict) and name in group), None)
    if typed:
        message = f"'{typed}' is empty{_within(path)}."
        return Problem(path=(*path[:-1], typed), rule="missing-field", message=message, at_key=True)
    message = f"'{names[1]}' is missing{_within(path)}.{_mistaken(kind, path, group)}"
    return Problem(path=path[:-1], rule="missing-field", message=message)


def _mistaken(kind: type[Record], path: RecordPath, group: Any) -> str:
    """Ask whether a field that is there was meant as the one that is missing."""
    mistaken = _record_at(kind, path[:-1]).mistaken.items() if isinstance(group, dict) else ()
    written = next((key for key, field in mistaken if field == path[-1] and key in group), None)
    return f" Did you mean it by '{written}'?" if written else ""


def _at(data: Any, path: RecordPath) -> Any:
    """Follow a path through a header's values, where a single value may stand for a list of one."""
    for part in path:
        if isinstance(data, list) or (isinstance(data, dict) and part in data):
            data = data[part]  # type: ignore[index] # the position in a list is a number
    return data


def _within(path: RecordPath) -> str:
    """Say which group a field belongs to."""
    owner = next((part for part in reversed(path[:-1]) if isinstance(part, str)), None)
    if owner is None:
        return ""
    return f" in this entry of '{owner}'" if isinstance(path[-2], int) else f" in '{owner}'"


def _field(path: RecordPath) -> str:
    return next((part for part in reversed(path) if isinstance(part, str) and part != "*"), "header")


def _rejected(path: RecordPath, error: Rejected, value: Any) -> Problem:
    subject = f"'{_field(path)}'" if path else "The header"
    if len(path) > 1 and path[-2] == "satisfaction" and path[-1] != "*":
        subject = f"'satisfaction' of '{path[-1]}'"
    message = f"{subject} must be {error.expected}, not {quoted(value)}.{error.hint}"
    return Problem(path=path, rule=error.rule, message=message)


def _unknown_key(kind: type[Record], data: Any, path: RecordPath) -> Problem:
    key = str(path[-1])
    record = _record_at(kind, path[:-1])
    hint = _key_hint(kind, record, key, _at(data, path[:-1]))
    subject = quoted(key) if key.strip() else "An empty text"
    message = f"{subject} is not a key of {record.noun()}.{hint}"
    return Problem(path=path, rule="unknown-key", message=message, at_key=True)


def _key_hint(kind: type[Record], record: type[Record], key: str, group: Any) -> str:
    """Say what an unknown key was meant as: a word of ours, a text, a key of another group, or a slip."""
    if word := synonym(key, record.keys()):
        return f" Did you mean '{word}'?"
    if _is_text(record, key, group):
        mark = ", " if group[key] is None else ": "
        return f" Text that contains '{mark}' must stand in quotes."
    owners = [other.noun() for other in records_within(kind) if key in other.model_fields]
    if 0 < len(owners) <= _FEW and not record.keys() & {f"{key}s", key.removesuffix("s")}:
        return f" It is a key of {listed(owners, 'or')}."
    is_cut_off = record is not kind and key and group[key] is None
    comma = " Text that contains ', ' must stand in quotes; a" if is_cut_off else " A"
    return did_you_mean(key, record.keys()) or f"{comma} key of your own begins with 'x-'."


def _meant(kind: type[Record], data: Any, path: RecordPath) -> str:
    """The field that an unknown key was probably meant as."""
    key, record = str(path[-1]), _record_at(kind, path[:-1])
    if _is_text(record, key, _at(data, path[:-1])) and not synonym(key, record.keys()):
        return record.short or ""
    word = meant(key, record.keys())
    return next((field for field, other in record.spellings.items() if other == word), word)


def _is_text(record: type[Record], key: str, group: Any) -> bool:
    """Whether a colon or a comma made a key of a text that stands for the whole group, or of a part of it."""
    if record.short is None or not key:
        return False
    return not _KEY.fullmatch(key) or not (group.keys() & record.keys() or meant(key, record.keys()))


def _record_at(kind: type[Record], path: RecordPath) -> type[Record]:
    """Follow a path through the fields' annotations to the record that it leads to."""
    current = kind
    for part in path:
        if isinstance(part, str):
            current = record_of(current, part) or current
    return current
