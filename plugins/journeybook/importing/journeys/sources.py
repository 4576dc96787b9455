"""Read what a source says of itself: how something was learned, from how many, and when."""

import re
from typing import Any

from journeybook.importing.words.labels import plain_words, synonyms, synonyms_of

_NUMBER = re.compile(r"\b[nN]\s*=\s*(\d{1,6})\b")
_DAY = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_GERMAN_DAY = re.compile(r"\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b")
_LAST_DAY, _LAST_MONTH = 28, 12


def source_of(text: str) -> dict[str, Any]:
    """A piece of evidence: the text as its title, with method, number and day where it says them."""
    found: dict[str, Any] = {"title": text}
    if method := _method(text):
        found["method"] = method
    if number := _NUMBER.search(text):
        found["n"] = int(number[1])
    if day := _day(text):
        found["date"] = day
    return found


def _method(text: str) -> str:
    words = " ".join(plain_words(text))
    for method in synonyms()["method"]:
        names = (" ".join(plain_words(name)) for name in synonyms_of("method", method))
        if any(re.search(rf"\b{name}", words) for name in names):
            return method
    return ""


def _day(text: str) -> str:
    if found := _DAY.search(text):
        year, month, day = found.groups()
    elif found := _GERMAN_DAY.search(text):
        day, month, year = found.groups()
    else:
        return ""
    # what may be no day of its month stays in the title alone
    is_day = 1 <= int(month) <= _LAST_MONTH and 1 <= int(day) <= _LAST_DAY
    return f"{year}-{int(month):02}-{int(day):02}" if is_day else ""
