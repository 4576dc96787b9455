"""A header's plain values in, a frozen record or its problems out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator
from pydantic_core import ErrorDetails

from journeybook.findings import nearest, quoted
from journeybook.model.fields import Rejected

Path = tuple[str | int, ...]


class Record(BaseModel):
    """A group of keys in a header; keys that begin with x- are the author's own."""

    model_config = ConfigDict(frozen=True, extra="forbid", protected_namespaces=())

    short: ClassVar[str | None] = "title"
    """The field for which a plain text stands, where one may stand for the whole group."""

    @model_validator(mode="before")
    @classmethod
    def _expand(cls, value: Any) -> Any:
        """Spell out a plain text, and leave out empty keys and the author's own."""
        if isinstance(value, str) and cls.short is not None:
            return {cls.short: value}
        if not isinstance(value, dict):
            form = "a text or a group of keys" if cls.short else "a group of keys"
            raise Rejected(f"{form} such as '{cls.example()}'", rule="wrong-type")
        return {key: item for key, item in value.items() if item is not None and not key.startswith("x-")}

    spellings: ClassVar[dict[str, str]] = {}
    """Fields that authors may know by another key, with that key."""

    @classmethod
    def example(cls) -> str:
        """The first field with an ellipsis, for a message."""
        return f"{next(iter(cls.model_fields))}: …"

    @classmethod
    def noun(cls) -> str:
        """The record's kind in words, for a message."""
        words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", cls.__name__).lower()
        return f"an {words}" if words[0] in "aeiou" else f"a {words}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something a record does not take, by the path of keys that leads to it."""

    path: Path
    """Keys and list positions from the header's top."""
    rule: str
    message: str
    at_key: bool = False
    """Whether the key itself is meant, not its value."""


R = TypeVar("R", bound=Record)


def read_record(kind: type[R], data: Any) -> R | tuple[Problem, ...]:
    """Read a record of a kind from a header's values, or say everything that is wrong with them."""
    try:
        return kind.model_validate(data)
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=True)
        return tuple(problem for detail in details for problem in _problems(kind, detail))


def _problems(kind: type[Record], detail: ErrorDetails) -> Iterator[Problem]:
    path = detail["loc"]
    match detail["type"]:
        case "extra_forbidden":
            yield _unknown_key(kind, path)
        case "missing":
            name = kind.spellings.get(str(path[-1]), path[-1])
            yield Problem(path=path[:-1], rule="missing-field", message=f"'{name}' is missing{_within(path)}.")
        case "too_short":
            message = f"'{_field(path)}' needs at least one entry{_within(path)}."
            yield Problem(path=path, rule="missing-field", message=message)
        case "value_error":
            yield _rejected(path, detail["ctx"]["error"], detail["input"])
        case _:
            expected = Rejected("another kind of value", rule="wrong-type")
            yield _rejected(path, expected, detail["input"])


def _within(path: Path) -> str:
    owner = next((part for part in reversed(path[:-1]) if isinstance(part, str)), None)
    return f" in this entry of '{owner}'" if owner else ""


def _field(path: Path) -> str:
    return next((part for part in reversed(path) if isinstance(part, str) and part != "*"), "header")


def _rejected(path: Path, error: Rejected, value: Any) -> Problem:
    subject = f"'{_field(path)}'" if path else "The header"
    if len(path) > 1 and path[-2] == "satisfaction" and path[-1] != "*":
        subject = f"'satisfaction' of '{path[-1]}'"
    message = f"{subject} must be {error.expected}, not {quoted(value)}.{error.hint}"
    return Problem(path=path, rule=error.rule, message=message)


def _unknown_key(kind: type[Record], path: Path) -> Problem:
    key = str(path[-1])
    record = _record_at(kind, path[:-1])
    known = tuple(record.model_fields) if record else ()
    message = f"'{key}' is not a key of {_noun(record)}.{nearest(key, known)}"
    return Problem(path=path, rule="unknown-key", message=message, at_key=True)


def _noun(record: type[Record] | None) -> str:
    return record.noun() if record else "this group"


def _record_at(kind: type[Record], path: Path) -> type[Record] | None:
    """Follow a path through the fields' annotations to the record that it leads to."""
    from journeybook.model.references import record_of

    current: type[Record] | None = kind
    for part in path:
        if isinstance(part, str) and current is not None and part != "*":
            current = record_of(current, part)
    return current
