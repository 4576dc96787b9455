"""Write times of tables as a handbook has them."""

import re

from journeybook.model.duration import parse_duration
from journeybook.model.fields import Rejected

_ABOUT = re.compile(
    r"^\s*(?:ca\.?|circa|etwa|rund|about|approx\.?|approximately|around|~|≈|<|>|bis zu|up to|max\.?)\s*",
    re.IGNORECASE,
)
_TO = re.compile(r"\s*(?:-|–|—|bis|to)\s*", re.IGNORECASE)
_UNITS = (
    (re.compile(r"\b(?:minuten?|mins?|minutes?)\b\.?", re.IGNORECASE), "min"),
    (re.compile(r"\b(?:stunden?|std|hours?|hrs?|h)\b\.?", re.IGNORECASE), "h"),
    (
        re.compile(
            r"\b(?:arbeits|werk|kalender)?(?:tagen?|tage|days?)\b\.?|\b(?:business|working) days?\b",
            re.IGNORECASE,
        ),
        "d",
    ),
    (re.compile(r"\b(?:wochen?|weeks?|wk)\b\.?", re.IGNORECASE), "w"),
    (re.compile(r"\b(?:monaten?|monate?|months?)\b\.?", re.IGNORECASE), "months"),
)
_WORDS = {
    "ein": "1",
    "eine": "1",
    "einen": "1",
    "einem": "1",
    "one": "1",
    "a": "1",
    "an": "1",
    "zwei": "2",
    "two": "2",
    "drei": "3",
    "three": "3",
}
_NUMBER_WORD = re.compile(rf"\b(?:{'|'.join(_WORDS)})\b", re.IGNORECASE)


def handbook_time(text: str, unit: str = "") -> str:
    """A time as a handbook writes it, such as `2–5 d`; nothing of what is none."""
    plain = _ABOUT.sub("", " ".join(text.split()))
    plain = _NUMBER_WORD.sub(lambda found: _WORDS[found.group().lower()], plain)
    for words, short in _UNITS:
        plain = words.sub(short, plain)
    plain = _TO.sub("–", plain).strip()
    for form in (plain, f"{plain} {unit}" if unit else plain):
        try:
            parse_duration(form)
        except Rejected:
            continue
        return form
    return ""


def unit_in(label: str) -> str:
    """The unit that the name of a line states: `Dauer (Min.)`."""
    return next((short for words, short in _UNITS if words.search(label)), "")
