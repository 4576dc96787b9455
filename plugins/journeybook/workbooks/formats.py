"""Show numbers as a spreadsheet shows them by the code of their format: percent, days, currency, smileys."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from operator import eq, ge, gt, le, lt, ne

GENERAL = "General"
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|[_*].|\[(?P<bracket>[^\]]*)\]|(?P<general>General|Standard)|(?P<plain>.)',
    re.DOTALL | re.IGNORECASE,
)
_CONDITION = re.compile(r"(?P<sign><=|>=|<>|<|>|=)(?P<limit>-?[0-9]{1,15}(?:\.[0-9]{1,15})?)")
_COMPARED: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "<=": le, ">=": ge, "<>": ne, "<": lt, ">": gt, "=": eq,
}  # fmt: skip
_CURRENCY = re.compile(r"\$(?P<sign>[^-]*)(?:-.*)?", re.DOTALL)
_ELAPSED = re.compile("h+|m+|s+", re.IGNORECASE)
_LETTERS_OF_DAYS = frozenset("ymdhs")
_PLACES = frozenset("0#?")
_MOST_PLACES = 15
_MOST_SECTIONS = 4
_LEAST_SIGNIFICANT = 11
_LAST_SERIAL = 2_950_000
"""Close to the last day of the year 9999, wherever days are counted from."""
_LEAP_SERIAL = 60
"""The 29th of February 1900, which Excel counts and the calendar has not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A number as people see it."""

    text: str
    number: Decimal | None
    """The number, of 3.1 % the 3.1; nothing of a day or a time."""
    day: date | None = None
    is_percent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Section:
    """A part of a format's code: how it shows the numbers that it is meant for."""

    before: str = ""
    after: str = ""
    decimals: int | None = None
    """How many places are shown; nothing of a format that shows as many as there are."""
    least: int = 0
    """How many of them are shown even if they are noughts."""
    thousands: int = 0
    """How often the number is shown divided by a thousand."""
    hides_nought: bool = False
    has_number: bool = False
    is_percent: bool = False
    is_elapsed: bool = False
    letters: frozenset[str] = frozenset()
    """What parts of a day and of its time are shown."""
    condition: tuple[str, Decimal] | None = None


def as_shown(value: Decimal, code: str, *, is_1904: bool = False) -> Shown:
    """Show a number by a format; days are counted from 1900, or on old Macs from 1904."""
    if code == GENERAL:
        return _plain(value)
    section, is_negative = _choose(value, _sections(code))
    if section.letters or section.is_elapsed:
        return _shown_day(value, section, is_1904=is_1904) or _plain(value)
    if not section.has_number and not section.before:
        return _plain(value)
    number = exact(value * 100) if section.is_percent else value
    seen = abs(number) if is_negative else number
    digits = _digits(seen / 1000**section.thousands, section) if section.has_number else ""
    text = " ".join(f"{section.before}{digits}{section.after}".split())
    return Shown(text=text, number=number, is_percent=section.is_percent)


def exact(value: Decimal) -> Decimal:
    """Return a number without noughts at the end of its places."""
    return Decimal(f"{value:f}".rstrip("0").rstrip(".")) if value % 1 else Decimal(int(value))


def _plain(value: Decimal) -> Shown:
    return Shown(text=plain_digits(value), number=value)


def plain_digits(value: Decimal) -> str:
    """Write a number with as many places as say something, eleven signs at most, and no exponent."""
    if value == int(value):
        return str(int(value))
    whole = len(str(abs(int(value))))
    return _trimmed(value, max(_LEAST_SIGNIFICANT - whole, 0) if abs(value) >= 1 else _MOST_PLACES)


def _trimmed(value: Decimal, places: int, least: int = 0) -> str:
    # as spreadsheets do it: a half goes up
    text = f"{value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):f}"
    if "." in text:
        whole, _, rest = text.partition(".")
        rest = rest.rstrip("0").ljust(least, "0")
        text = f"{whole}.{rest}" if rest else whole
    return text if text.strip("-0.") else text.lstrip("-")


def _digits(value: Decimal, section: _Section) -> str:
    if section.decimals is None:
        return plain_digits(value)
    text = _trimmed(value, section.decimals, section.least)
    return "" if text == "0" and section.hides_nought else text


def _choose(value: Decimal, sections: Sequence[_Section]) -> tuple[_Section, bool]:
    """The part that is meant for a number, and whether it shows the number without its sign."""
    if any(section.condition for section in sections):
        return next((item for item in sections if _holds(item, value)), sections[-1]), False
    is_negative = value < 0 and len(sections) > 1
    is_nought = value == 0 and len(sections) > 2  # noqa: PLR2004 - the third is that of nought
    return sections[1 if is_negative else 2 if is_nought else 0], is_negative


def _holds(section: _Section, value: Decimal) -> bool:
    if section.condition is None:
        return True
    sign, limit = section.condition
    return _COMPARED[sign](value, limit)


@lru_cache(maxsize=1024)
def _sections(code: str) -> tuple[_Section, ...]:
    """Part the code of a format by its semicolons, as far as they stand for themselves."""
    parts: list[list[re.Match[str]]] = [[]]
    for token in _TOKEN.finditer(code):
        if token["plain"] == ";":
            parts.append([])
        else:
            parts[-1].append(token)
    return tuple(_section(part) for part in parts[:_MOST_SECTIONS])


def _section(tokens: Sequence[re.Match[str]]) -> _Section:
    section = _Section()
    for token in tokens:
        if token["bracket"] is not None:
            section = _with_bracket(section, token["bracket"])
        elif token["general"] or (token["plain"] or "") in _PLACES:
            section = replace(section, has_number=True)
        else:
            section = _with_literal(section, _literal(token))
    plain = "".join(token["plain"] or "" for token in tokens)
    letters = frozenset(plain.casefold()) & _LETTERS_OF_DAYS
    return replace(section, letters=letters) if letters else _with_places(section, plain)


def _literal(token: re.Match[str]) -> str:
    """The text that a piece of the code shows as it is."""
    if token["quoted"] is not None:
        return token["quoted"]
    if token["plain"] is None:
        return token["escaped"] or ("" if token[0].startswith("*") else " ")
    return {"%": " %", ".": "", ",": "", "@": ""}.get(token["plain"], token["plain"])


def _with_bracket(section: _Section, text: str) -> _Section:
    """Read what stands in brackets: a currency, a condition, or hours beyond a day; colours are nothing."""
    if found := _CONDITION.fullmatch(text):
        return replace(section, condition=(found["sign"], Decimal(found["limit"])))
    if found := _CURRENCY.fullmatch(text):
        return _with_literal(section, found["sign"])
    return replace(section, is_elapsed=True) if _ELAPSED.fullmatch(text) else section


def _with_literal(section: _Section, text: str) -> _Section:
    """Put a literal before the number, or behind it once its first place came."""
    if section.has_number:
        return replace(section, after=section.after + text)
    return replace(section, before=section.before + text)


def _with_places(section: _Section, plain: str) -> _Section:
    places = "".join(sign for sign in plain if sign in _PLACES or sign in ".,")
    section = replace(section, is_percent="%" in plain)
    if "/" in plain or "E+" in plain.upper() or "E-" in plain.upper():
        return replace(section, before="", after="")  # of fractions and powers the number says enough
    if not section.has_number or not _PLACES & set(places):
        return section
    behind = places.partition(".")[2].rstrip(",")
    return replace(
        section,
        decimals=min(len(behind), _MOST_PLACES),
        least=min(behind.count("0"), _MOST_PLACES),
        thousands=len(places) - len(places.rstrip(",")),
        hides_nought="0" not in places,
    )


def _shown_day(value: Decimal, section: _Section, *, is_1904: bool) -> Shown | None:
    """Show a number as a day, a month, a time or a duration; nothing if the calendar has no such day."""
    if not 0 <= value <= _LAST_SERIAL:
        return None
    if section.is_elapsed:
        minutes = round(value * 24 * 60)
        return Shown(text=f"{minutes // 60}:{minutes % 60:02}", number=None)
    moment = _moment(value, is_1904=is_1904)
    has_time = bool(section.letters & {"h", "s"})
    if not section.letters & {"y", "d"} and has_time:
        return Shown(text=f"{moment:%H:%M}", number=None)
    is_month = "y" in section.letters and "d" not in section.letters and not has_time
    text = f"{moment:%Y-%m}" if is_month else moment.date().isoformat()
    if has_time and (moment.hour or moment.minute):
        text += f" {moment:%H:%M}"
    return Shown(text=text, number=None, day=moment.date())


def _moment(value: Decimal, *, is_1904: bool) -> datetime:
    first = date(1904, 1, 1) if is_1904 else date(1899, 12, 30 + (value < _LEAP_SERIAL))
    seconds = round(min(value, Decimal(_LAST_SERIAL)) * 86_400)
    return datetime.combine(first, time()) + timedelta(seconds=seconds)


BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?",
    13: "# ??/??", 14: "yyyy-mm-dd", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm", 19: "h:mm:ss",
    20: "h:mm", 21: "h:mm:ss", 22: "yyyy-mm-dd h:mm", 37: "#,##0", 38: "#,##0", 39: "#,##0.00",
    40: "#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss", 48: "0.0E+0", 49: "@",
    **dict.fromkeys((*range(27, 37), *range(50, 59)), "yyyy-mm-dd"),
}  # fmt: skip
"""The codes that every file means by the same number, unless it says otherwise."""
