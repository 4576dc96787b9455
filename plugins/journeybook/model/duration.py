"""Read how long something takes, such as `15 min`, `2 h`, `3–5 d` or `2 Wochen`."""

import re
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Annotated, Any

from pydantic import BeforeValidator

from journeybook.model.fields import Rejected

MINUTES = MappingProxyType({"min": 1, "h": 60, "d": 24 * 60, "w": 7 * 24 * 60, "month": 30 * 24 * 60})
"""The units with their lengths in minutes: a week has 7 days, a month 30."""

_SPELLINGS = {
    "min": "min minute minutes minuten",
    "h": "h hour hours std stunde stunden",
    "d": "d day days tag tage",
    "w": "w week weeks woche wochen",
    "month": "month months monat monate",
}
_UNITS = {word: unit for unit, words in _SPELLINGS.items() for word in words.split()}
_NUMBER = r"([0-9]{1,6}(?:[.,][0-9]{1,3})?)"
_UNIT = r"\s*([a-zA-Z]*)\.?"
_TIME = re.compile(rf"{_NUMBER}{_UNIT}(?:\s*[-–]\s*{_NUMBER}{_UNIT})?")
_EXPECTED = "a time such as 15 min, 2 h, 3 d, 2 w, 4 months or 2–5 d"


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time, or the range that it lies in."""

    low: float
    """In minutes."""
    high: float
    """In minutes; the same where it is no range."""
    text: str = field(default="", compare=False)
    """As the author wrote it; the same time is the same in every spelling."""

    def __str__(self) -> str:
        """Return what the author wrote."""
        return self.text


def parse_duration(value: Any) -> Duration:
    """Read a time with its unit, or a range from the shorter to the longer one."""
    if not isinstance(value, str):
        raise Rejected(_EXPECTED, rule="wrong-type")
    text = value.strip()
    found = _TIME.fullmatch(text)
    if found is None:
        raise Rejected(_EXPECTED)
    first, first_unit, last, last_unit = found.groups()
    unit = last_unit if last else first_unit
    if not unit:
        units = (first_unit,) if (first_unit or "").lower() in _UNITS else ("min", "d")
        hint = " or ".join(f"'{text} {each}'" for each in units)
        raise Rejected(_EXPECTED, rule="duration-without-unit", hint=f" Write {hint}.")
    low = _minutes(first, first_unit or unit)
    high = _minutes(last, unit) if last else low
    if low > high:
        raise Rejected("a range from the shorter to the longer time", hint=_turned(found.groups()))
    return Duration(low, high, text)


def _minutes(number: str, unit: str) -> float:
    if unit.lower() not in _UNITS:
        raise Rejected(_EXPECTED)
    return float(number.replace(",", ".")) * MINUTES[_UNITS[unit.lower()]]


def _turned(parts: tuple[str | None, ...]) -> str:
    first, first_unit, last, unit = parts
    return f" Write '{last}–{first} {unit}'." if first_unit in {"", unit} else ""


Time = Annotated[Duration, BeforeValidator(parse_duration)]
