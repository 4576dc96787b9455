"""The types of fields, each with the words that say what was expected."""

import re
from datetime import date
from typing import Annotated, Any, get_args
from urllib.parse import urlsplit

from pydantic import BeforeValidator
from pydantic_core import PydanticKnownError

from journeybook.model.slugs import LONGEST_ID, is_id, slug
from journeybook.model.words.synonyms import did_you_mean

_INTEGER = re.compile(r"[+-]?[0-9]{1,15}")
_DECIMAL = re.compile(r"[+-]?[0-9]{1,15}(\.[0-9]{1,15})?")
_ANY_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")
_LONG_NUMBER = " It has more than 15 digits before or after the point."
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_GERMAN_DAY = re.compile(r"([0-9]{1,2})\.\s?([0-9]{1,2})\.\s?([0-9]{4})")
_LINK_IN_LISTS = re.compile(r"[a-zA-Z-]+:\S.*", re.DOTALL)
_LINK_SCHEMES = {"http", "https", "mailto", "tel"}
TRUE_OR_FALSE = frozenset({"true", "false"})


class Rejected(ValueError):  # noqa: N818 - it says what happened to the value
    """A value that its field does not take."""

    def __init__(self, expected: str, *, rule: str = "invalid-value", hint: str = "") -> None:
        super().__init__(expected)
        self.expected = expected
        self.rule = rule
        self.hint = hint


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise Rejected("one text", rule="wrong-type", hint=_quote_hint(value))
    if not value.strip():
        raise Rejected("a text")
    return value.strip()


def _quote_hint(value: Any) -> str:
    """A text with a colon reads as a group of keys, and a link as a list; say how to keep it a text."""
    return link_hint(value) or (
        " Text that contains ': ' must stand in quotes." if isinstance(value, dict) else ""
    )


def link_hint(value: Any) -> str:
    """YAML takes `[[kind:id]]` for a list within a list where a text begins with it."""
    inner = value
    while isinstance(inner, list) and len(inner) == 1:
        inner = inner[0]
    is_link = inner is not value and isinstance(inner, str) and _LINK_IN_LISTS.fullmatch(inner)
    return " Text that begins with '[[' must stand in quotes." if is_link else ""


def _scalar(value: Any, expected: str) -> str:
    if isinstance(value, str):
        return value.strip()
    raise Rejected(expected, rule="wrong-type")


class WholeNumber:
    """A validator for whole numbers from `low` to `high`."""

    def __init__(self, low: int, high: int | None = None) -> None:
        self.low = low
        self.high = high

    def __call__(self, value: Any) -> int:
        """Return the number, or reject what is none or lies outside."""
        low, high = self.low, self.high
        expected = (
            f"a whole number of at least {low}" if high is None else f"a whole number from {low} to {high}"
        )
        text = _scalar(value, expected)
        if not _INTEGER.fullmatch(text) or int(text) < low or (high is not None and int(text) > high):
            raise Rejected(expected)
        return int(text)


def _number(value: Any) -> float:
    expected = "a number with a point, such as 2.5"
    text = _scalar(value, expected)
    if not _DECIMAL.fullmatch(text):
        raise Rejected(expected, hint=_LONG_NUMBER if _ANY_NUMBER.fullmatch(text) else "")
    return float(text)


def parse_date(value: Any) -> date:
    """Read a day such as 2026-03-14."""
    expected = "a date such as 2026-03-14"
    text = _scalar(value, expected)
    if not _DAY.fullmatch(text):
        raise Rejected(expected, hint=_day_hint(text))
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Rejected(expected) from error


def _day_hint(text: str) -> str:
    """Write a date with points as a date that is read."""
    written = iso_day(text)
    return f" Write {written}." if written != text else ""


def iso_day(text: str) -> str:
    """Write a day with points, such as 14.3.2026, as files have it; any other text stays."""
    found = _GERMAN_DAY.fullmatch(text)
    return f"{found[3]}-{found[2]:0>2}-{found[1]:0>2}" if found else text


def _true_or_false(value: Any) -> bool:
    expected = "true or false"
    text = _scalar(value, expected).lower()
    if text not in TRUE_OR_FALSE:
        raise Rejected(expected, hint=did_you_mean(text, TRUE_OR_FALSE))
    return text == "true"


def _true_or_text(value: Any) -> bool | str:
    if not isinstance(value, str):
        raise Rejected("true or one text that says why", rule="wrong-type", hint=_quote_hint(value))
    return value.lower() == "true" if value.lower() in TRUE_OR_FALSE else _text(value)


def own_id(value: Any) -> str:
    """Read an id that a thing is given."""
    text = value if isinstance(value, str) else _scalar(value, "an id")
    if not is_id(text):
        suggestion = slug(text, fallback="")
        hint = f" For example '{suggestion}'." if suggestion else ""
        size = f"at most {LONGEST_ID} " if len(text) > LONGEST_ID else ""
        expected = f"an id of {size}small letters a-z, digits and single dashes"
        raise Rejected(expected, rule="invalid-id", hint=hint)
    return text


def _reference(value: Any) -> str:
    """Take any text: whether it names something is checked where all names are known."""
    return _text(value) if isinstance(value, str) else _scalar(value, "an id")


def _link(value: Any) -> str:
    expected = "a link that begins with https://, http://, mailto: or tel:"
    text = _scalar(value, expected)
    try:
        scheme = urlsplit(text).scheme.lower()
    except ValueError as error:
        raise Rejected(expected) from error
    if scheme not in _LINK_SCHEMES or re.search(r"\s", text):
        raise Rejected(expected)
    return text


def _labelled(value: Any) -> dict[str, Any]:
    """Take a group of keys that the author names; those that begin with x- are for the record only."""
    if not isinstance(value, dict):
        raise Rejected("a group of keys such as 'Education: …'", rule="wrong-type")
    refuse_empty_keys(value)
    return {label: item for label, item in value.items() if not label.startswith("x-")}


def refuse_empty_keys(group: dict[str, Any]) -> None:
    """Reject a group of keys that the author names, where one says nothing."""
    if not all(key.strip() for key in group):
        raise Rejected("a group of named keys", hint=" One of the keys is empty.")


def as_list(value: Any) -> Any:
    """A single value stands for a list of one."""
    return value if isinstance(value, (list, tuple)) else [value]


def _at_least_one(value: Any) -> Any:
    """Reject an empty list of an author; nothing at all stands where a field may be left out."""
    if value == []:
        raise PydanticKnownError("too_short", {"field_type": "List", "min_length": 1, "actual_length": 0})
    return value


class OneOf:
    """A validator for a closed set of words."""

    def __init__(self, *words: str) -> None:
        self.words = words

    def __call__(self, value: Any) -> str:
        """Return the word, or reject it with the nearest known one."""
        expected = "one of " + ", ".join(self.words)
        text = _scalar(value, expected)
        if text not in self.words:
            raise Rejected(expected, hint=did_you_mean(text, self.words))
        return text


def one_of(literal: Any) -> BeforeValidator:
    """Make the validator of a `Literal`, from its own words."""
    return BeforeValidator(OneOf(*get_args(literal)))


Text = Annotated[str, BeforeValidator(_text)]
LOWEST, HIGHEST = 1, 5
"""The ends of the scale on which authors judge satisfaction, severity and the like."""

Score = Annotated[int, BeforeValidator(WholeNumber(LOWEST, HIGHEST))]
Days = Annotated[int, BeforeValidator(WholeNumber(1))]
Count = Annotated[int, BeforeValidator(WholeNumber(0))]
Number = Annotated[float, BeforeValidator(_number)]
Day = Annotated[date, BeforeValidator(parse_date)]
Flag = Annotated[bool, BeforeValidator(_true_or_false)]
FlagOrText = Annotated[bool | str, BeforeValidator(_true_or_text)]
Id = Annotated[str, BeforeValidator(own_id)]
Name = Annotated[str, BeforeValidator(_reference)]
WebAddress = Annotated[str, BeforeValidator(_link)]
AsList = BeforeValidator(as_list)
AtLeastOne = BeforeValidator(_at_least_one)
"""After `AsList`, so that it is asked before."""
Texts = Annotated[tuple[Text, ...], AsList]
LabelledTexts = Annotated[dict[str, Text], BeforeValidator(_labelled)]
"""Texts under labels of the author's own, in the author's order."""

Measured = float
"""A value of a metric, in the metric's unit."""
parse_number = _number
parse_link = _link
