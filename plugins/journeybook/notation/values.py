"""Write single values as people do, and read what people write: words of their language, commas, dates."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from journeybook.model.fields import iso_day
from journeybook.notation.shapes import FieldShape, Holds
from journeybook.notation.words import TRUTH, SheetWords

_WHOLE = re.compile(r"[+-]?\d{1,15}(?:[.,]0+)?")
_NUMBER = re.compile(r"[+-]?\d{1,15}(?:[.,]\d{1,15})?")


def written_single(shape: FieldShape, value: Any, words: SheetWords, group: str) -> str:
    """Write a single value that no cell holds as it is."""
    if isinstance(value, bool):
        return words.of(TRUTH, str(value).lower())
    if shape.holds is Holds.FLAG_OR_TEXT and (words.truth(value) is not None or value.startswith("\\")):
        return f"\\{value}"
    if isinstance(value, float):
        return digits(value)
    return words.of(group, value) if shape.holds is Holds.WORD else str(value)


def digits(number: float) -> str:
    """Write a number with all of its digits, and without a power of ten."""
    return format(Decimal(repr(number)), "f")


def read_single(shape: FieldShape, text: str, words: SheetWords, group: str) -> Any:
    """Read a single value; nothing where the text is none of its kind."""
    text = text.strip()
    match shape.holds:
        case Holds.WORD:
            return words.meant(group, text, shape.words) or None
        case Holds.FLAG:
            return words.truth(text)
        case Holds.FLAG_OR_TEXT:
            is_true = words.truth(text)
            return text.removeprefix("\\") if is_true is None else is_true
    return _READERS.get(shape.holds, str)(text)


def _whole(text: str) -> int | None:
    return int(re.split("[.,]", text)[0]) if _WHOLE.fullmatch(text) else None


def _number(text: str) -> float | None:
    return plain_number(float(text.replace(",", "."))) if _NUMBER.fullmatch(text) else None


def plain_number(number: float) -> int | float:
    """Write a number without the point that it does not need."""
    return int(number) if number.is_integer() else number


def _day(text: str) -> str | None:
    try:
        return date.fromisoformat(iso_day(text)).isoformat()
    except ValueError:
        return None


_READERS: Mapping[Holds, Callable[[str], Any]] = MappingProxyType(
    {Holds.WHOLE: _whole, Holds.NUMBER: _number, Holds.DAY: _day}
)
