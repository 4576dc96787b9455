"""Say a change in the reader's language, fixed words, dates and numbers included."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from journeybook.diff import Change
from journeybook.language import Language
from journeybook.messages import N_
from journeybook.pages.wording.labels import FIELDS, LABELS

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_MONTH = re.compile(r"\d{4}-\d{2}")
_NUMBER = re.compile(r"(-?\d+)(?:\.(\d+))?(?: \(n=(\d+)\))?")
_TRUTH = {"true": N_("yes"), "false": N_("no")}
_WORDS = {
    "status": LABELS["status"] | LABELS["opportunity"] | LABELS["action"],
    "state": LABELS["state"],
    "lifecycle": LABELS["lifecycle"],
    "category": LABELS["category"],
    "method": LABELS["method"],
    "setting": LABELS["setting"],
    "type": LABELS["persona"],
    "unit": LABELS["unit"],
    "duration_unit": LABELS["duration"],
    "direction": LABELS["direction"],
    "optional": _TRUTH,
    "self_service": _TRUTH,
    "moment_of_truth": _TRUTH,
}
"""The fields whose values are fixed words."""
_DATES = {"due", "reviewed", "date", "expires"}
_EVERYBODY = "all"
_INTERVIEW = "interview"


def sentence(language: Language, change: Change) -> str:
    """Tell a change in one sentence."""
    return replace(change, values=tuple(values_of(language, change).items())).sentence(language.text)


def values_of(language: Language, change: Change) -> dict[str, str]:
    """The values of a change by name, as readers write them."""
    return {name: _value(language, change, name, value) for name, value in change.values}


def placed_sentence(language: Language, change: Change) -> str:
    """Tell a change in one sentence, with the place within its thing before it."""
    return ": ".join(filter(None, (where(language, change), sentence(language, change))))


def where(language: Language, change: Change) -> str:
    """Titles that lead to the place within its thing; empty where it is the thing itself."""
    return " › ".join(way(language, change))


def way(language: Language, change: Change) -> tuple[str, ...]:
    """Those titles one by one."""
    last = len(change.where) - 1
    return tuple(
        language.text("Interview") if title == _INTERVIEW and at == last else title
        for at, title in enumerate(change.where)
    )


def ends(language: Language, change: Change) -> tuple[str, str]:
    """The values before and after."""
    old, new = (_value(language, change, name, getattr(change, name)) for name in ("old", "new"))
    return old, new


def _value(language: Language, change: Change, name: str, value: str) -> str:
    match name:
        case "field":
            return field_title(language, change)
        case "persona":
            return language.text("everyone") if value == _EVERYBODY else value
        case "date":
            return _day(language, value)
        case "old" | "new" | "former":
            return _end(language, change.field.rpartition(".")[2], value)
    return value


def field_title(language: Language, change: Change) -> str:
    """The readers' word for a key of the header; an author's own key is called as it is."""
    group, _, key = change.field.rpartition(".")
    title = language.text(FIELDS[key]) if key in FIELDS else dict(change.values).get("field", key)
    if not group:
        return title
    evidence = dict(change.values)["title"]
    return language.text("%(field)s of the evidence “%(title)s”", field=title, title=evidence)


def _end(language: Language, field: str, value: str) -> str:
    """A value before or after a change."""
    reading: Callable[[Language, str], str] | None = _number if not field else None
    if field in _DATES:
        reading = _day
    if reading:
        return reading(language, value)
    word = _WORDS.get(field, {}).get(value)
    return language.text(word) if word else value


def _day(language: Language, value: str) -> str:
    """A day or a month, as the diff writes it."""
    try:
        if _DATE.fullmatch(value):
            return language.date(date.fromisoformat(value))
        if _MONTH.fullmatch(value):
            return language.month(date.fromisoformat(f"{value}-01"))
    except ValueError:
        return value
    return value


def _number(language: Language, value: str) -> str:
    """A measured value, with the number of cases where it is given."""
    found = _NUMBER.fullmatch(value)
    if found is None:
        return value
    whole, decimals, cases = found.groups()
    number = language.number(float(f"{whole}.{decimals or 0}"), len(decimals or ""))
    return f"{number} ({language.text('n = %(n)s', n=language.number(int(cases)))})" if cases else number
