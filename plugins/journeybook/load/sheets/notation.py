"""Read days and numbers as spreadsheets write them; what is ambiguous is refused with both readings."""

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from journeybook.model.fields import Rejected, parse_number

_FORMS = (
    re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?"),
    re.compile(r"(?P<day>[0-9]{1,2})\.\s?(?P<month>[0-9]{1,2})\.\s?(?P<year>[0-9]{4})"),
    re.compile(r"(?P<month>[0-9]{1,2})/(?P<year>[0-9]{4})"),
    re.compile(r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})"),
)
_SLASHES = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_TIME = re.compile(
    r"(?<=[0-9])[T ][0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:?[0-9]{2})?$"
)
"""The time of day, which surveys write behind the day."""
_SHORT_YEAR = re.compile(r"(?P<day>[0-9]{1,2})\.(?P<month>[0-9]{1,2})\.(?P<year>[0-9]{2})")
_NAMED_MONTH = re.compile(r"(?P<name>[^\W\d_]{3,9})\.?[ -](?P<year>(?:[0-9]{2})?[0-9]{2})")
_NAMES_OF_MONTHS = "jan feb mär,mrz,mar apr mai,may jun jul aug sep okt,oct nov dez,dec"
_MONTHS = {
    name: number for number, names in enumerate(_NAMES_OF_MONTHS.split(" "), 1) for name in names.split(",")
}
_CENTURY = 2000
_A_DAY = "a day such as 2026-03-14 or a month such as 2026-03"

_WITH_COMMA = re.compile(r"[+-]?[0-9]{1,15},[0-9]{1,15}")
_LIKE_THOUSANDS = re.compile(r"[+-]?[1-9][0-9]{0,2}[.,][0-9]{3}")
_PARTED = re.compile(r"[+-]?[0-9]+([.,])[0-9]+")
_IN_THOUSANDS = re.compile(
    r"(?P<whole>[+-]?[0-9]{1,3}(?P<mark>[.,'\u2019 \u00a0\u202f])"
    r"[0-9]{3}(?:(?P=mark)[0-9]{3})*)(?P<rest>[.,][0-9]+)?"
)
_MARKS = {".": ("a point", "2.5"), ",": ("a comma", "2,5")}


@lru_cache(maxsize=4096)
def read_day(text: str) -> tuple[date, bool]:
    """Read a day, or a month as its first day, and say whether only the month was given."""
    text = _TIME.sub("", text)
    if slashes := _SLASHES.fullmatch(text):
        return _with_slashes(*map(int, slashes.groups())), False
    found = next(filter(None, (form.fullmatch(text) for form in _FORMS)), None)
    if found is None:
        raise Rejected(_meant_day(text) or _A_DAY)
    parts = found.groupdict()
    day = parts.get("day")
    return _date(int(parts["year"]), int(parts["month"]), int(day or 1)), day is None


def is_day(text: str) -> bool:
    """Whether a text is a day or a month, be it one that can be read in two ways."""
    try:
        read_day(text)
    except Rejected:
        return _SLASHES.fullmatch(_TIME.sub("", text)) is not None
    return True


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


def _meant_day(text: str) -> str:
    """Write out what a spreadsheet shortened: a month by its name, or a year without its century."""
    if found := _NAMED_MONTH.fullmatch(text):
        month = _MONTHS.get(found["name"][:3].casefold())
        year = int(found["year"])
        return f"{year + _CENTURY * (year < 100):04}-{month:02}" if month else ""  # noqa: PLR2004 - two digits
    if found := _SHORT_YEAR.fullmatch(text):
        day, month, year = map(int, found.groups())
        return str(_date(year + _CENTURY, month, day))
    return ""


def is_percentage(text: str) -> bool:
    """Whether a number ends with the sign for percent."""
    return text.endswith("%")


class Numbers:
    """The decimals of one file: written with a point or with a comma."""

    def __init__(self, texts: Iterable[str], *, default: str | None) -> None:
        """Look for the first number that can be read in one way alone; `default` is for files without one."""
        plain = map(_without_percent, texts)
        clear = (found[1] for text in plain if (found := _PARTED.fullmatch(text)) and _is_clear(text))
        self._mark = next(clear, default)

    def read(self, text: str) -> float:
        """Read a number; a sign for percent is left away."""
        text = _without_percent(text)
        found = _PARTED.fullmatch(text)
        if found and found[1] != self._mark:
            self._refuse(text)
        try:
            return parse_number(text.replace(",", ".") if _WITH_COMMA.fullmatch(text) else text)
        except Rejected as rejected:
            _refuse_thousands(text)
            mark, example = _MARKS[self._mark or "."]
            raise Rejected(f"a number with {mark}, such as {example}", hint=rejected.hint) from rejected

    def _refuse(self, text: str) -> None:
        """Say of a number with the other mark, or with one that can be either, what it may mean."""
        if not _is_clear(text):
            number = re.sub("[.,]", "", text)
            # with three digits behind its mark a number is clear only where others show what the mark means
            decimal = re.sub("[.,]", self._mark, text) if self._mark else f"{text}0"
            raise Rejected(f"{number} or {decimal}, whichever is meant")
        mark, _ = _MARKS[self._mark or "."]
        raise Rejected(f"a number with {mark}, as in the rest of the file")


def _without_percent(text: str) -> str:
    return text[:-1].rstrip() if is_percentage(text) else text


def _refuse_thousands(text: str) -> None:
    """Refuse what parts thousands and nothing else, with the number that it means."""
    found = _IN_THOUSANDS.fullmatch(text)
    if found is None or _PARTED.fullmatch(text) or found["mark"] == (found["rest"] or "-")[0]:
        return
    digits = found["whole"].replace(found["mark"], "")
    raise Rejected(f"{digits}{found['rest'] or ''}, without a mark between thousands")


def _is_clear(text: str) -> bool:
    return _LIKE_THOUSANDS.fullmatch(text) is None
