"""Read days and numbers as spreadsheets write them; what is ambiguous is refused with both readings."""

import re
from collections.abc import Iterable
from datetime import date

from journeybook.model.fields import Rejected, parse_number

_ISO = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?")
_FORMS = (
    _ISO,
    re.compile(r"(?P<day>[0-9]{1,2})\.\s?(?P<month>[0-9]{1,2})\.\s?(?P<year>[0-9]{4})"),
    re.compile(r"(?P<month>[0-9]{1,2})/(?P<year>[0-9]{4})"),
    re.compile(r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})"),
)
_SLASHES = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_WITH_COMMA = re.compile(r"[+-]?[0-9]{1,15},[0-9]{1,15}")
_LIKE_THOUSANDS = re.compile(r"[+-]?[1-9][0-9]{0,2}[.,][0-9]{3}")
_PARTED = re.compile(r"[+-]?[0-9]+([.,])[0-9]+")
_A_DAY = "a day such as 2026-03-14 or a month such as 2026-03"


def read_day(text: str) -> tuple[date, bool]:
    """Read a day, or a month as its first day, and say whether only the month was given."""
    if slashes := _SLASHES.fullmatch(text):
        return _with_slashes(*map(int, slashes.groups())), False
    found = next(filter(None, (form.fullmatch(text) for form in _FORMS)), None)
    if found is None:
        raise Rejected(_A_DAY)
    parts = found.groupdict()
    day = parts.get("day")
    return _date(int(parts["year"]), int(parts["month"]), int(day or 1)), day is None


def _date(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise Rejected(_A_DAY) from error


def _with_slashes(one: int, other: int, year: int) -> date:
    """Some write the day first, some the month: only one of the two may be right."""
    readings = set()
    for month, day in ((other, one), (one, other)):
        try:
            readings.add(date(year, month, day))
        except ValueError:
            continue
    if not readings:
        raise Rejected(_A_DAY)
    if len(readings) > 1:
        days = " or ".join(str(day) for day in sorted(readings, reverse=True))
        raise Rejected(f"{days}, whichever is meant")
    return readings.pop()


class Numbers:
    """The decimals of one file: written with a point or with a comma."""

    def __init__(self, texts: Iterable[str], *, default: str | None) -> None:
        """Look for the first number that can be read in one way alone; `default` is for files without one."""
        clear = (found[1] for text in texts if (found := _PARTED.fullmatch(text)) and _is_clear(text))
        self._mark = next(clear, default)

    def read(self, text: str) -> float:
        """Read a number."""
        found = _PARTED.fullmatch(text)
        if found and found[1] != self._mark:
            self._refuse(text)
        return parse_number(text.replace(",", ".") if _WITH_COMMA.fullmatch(text) else text)

    def _refuse(self, text: str) -> None:
        """Say of a number with the other mark, or with one that can be either, what it may mean."""
        if not _is_clear(text):
            number = re.sub("[.,]", "", text)
            # with three digits behind its mark a number is clear only where others show what the mark means
            decimal = re.sub("[.,]", self._mark, text) if self._mark else f"{text}0"
            raise Rejected(f"{number} or {decimal}, whichever is meant")
        marks = {".": "a point", ",": "a comma"}
        raise Rejected(f"a number with {marks[self._mark or '.']}, as in the rest of the file")


def _is_clear(text: str) -> bool:
    return _LIKE_THOUSANDS.fullmatch(text) is None
