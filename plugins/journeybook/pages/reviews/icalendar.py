"""Write calendars as RFC 5545 has them: folded lines, escaped texts, events of whole days."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from journeybook.characters import without_hidden

_LONGEST = 75
"""The octets of a line, without its end."""
_SPECIAL = re.compile(r"([\\;,])")
_LINE_BREAK = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happens on a day."""

    uid: str
    """By which programs know it again when it is on another day."""
    day: date
    title: str
    description: str = ""
    category: str = ""
    url: str = ""


def icalendar(name: str, events: Iterable[Event], day: date) -> str:
    """Write a calendar as it is on a day."""
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Journeybook//Handbook//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{as_value(name)}",
        f"X-WR-CALNAME:{as_value(name)}",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        *(line for event in events for line in _event(event, day)),
        "END:VCALENDAR",
    )
    return "".join(f"{folded(line)}\r\n" for line in lines)


def _event(event: Event, day: date) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{event.uid}"
    yield f"DTSTAMP:{day:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
    yield f"SUMMARY:{as_value(event.title)}"
    if event.description:
        yield f"DESCRIPTION:{as_value(event.description)}"
    if event.category:
        yield f"CATEGORIES:{as_value(event.category)}"
    if event.url:
        yield f"URL:{event.url}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def as_value(text: str) -> str:
    """Write a text as a value: nothing in it ends the value, its line or its list."""
    lines = (without_hidden(line) for line in _LINE_BREAK.split(text))
    return r"\n".join(_SPECIAL.sub(r"\\\1", line) for line in lines)


def folded(line: str) -> str:
    """Part a line into pieces of 75 octets at most, of which the later ones begin with a space."""
    pieces, piece, size = [], "", 0
    for character in line:
        width = len(character.encode())
        if size + width > _LONGEST:
            pieces.append(piece)
            piece, size = " ", 1
        piece += character
        size += width
    return "\r\n".join((*pieces, piece))
