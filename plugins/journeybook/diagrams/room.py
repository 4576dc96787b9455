"""Estimate how high a drawing will be, so that a page can keep its place."""

import re
from collections.abc import Callable

from journeybook.diagrams.layers import broad, deep, graph
from journeybook.diagrams.text import MAX_LENGTH

_SMALLEST, _LARGEST = 60, 900
_UNKNOWN = 360
_MATTER = re.compile(r"\A\s*---\n(?:[^\n]*\n)*?[^\S\n]*---[^\S\n]*\n")
_COMMENT = re.compile(r"^[^\S\n]*%%.*\n?", re.MULTILINE)
_ACROSS = re.compile(r"(?:flowchart|graph)[^\S\n]+(?:LR|RL)\b")
_STATES_ACROSS = re.compile(r"^[^\S\n]*direction[^\S\n]+(?:LR|RL)\b", re.MULTILINE)
_STATES_SMALLER = 0.77
_PERSON = re.compile(r"(\w+) ?-[->x)]+ ?[+-]?(\w+)")
_SAID = re.compile(r"[^:]*-[->x)]|(?:note|alt|else|loop|opt|par|and)\b", re.IGNORECASE)


def room(source: str) -> str:
    """The height that a drawing of this source most likely has, as a value of CSS.

    Drawings that shrink with a narrow page have one that shrinks as well.
    """
    if len(source) > MAX_LENGTH:
        return f"{_UNKNOWN}px"
    body = _COMMENT.sub("", _MATTER.sub("", source)).strip()
    kind = re.split(r"[\s;:]", body, maxsplit=1)[0]
    if kind in _SHRINKING:
        height, width = _SHRINKING[kind](body)
        height = _within(height)
        return f"min({height}px,{round(92 * height / width)}vw)"
    return f"{_within(_FIXED.get(kind, _unknown)(body))}px"


def _within(height: int) -> int:
    return min(_LARGEST, max(_SMALLEST, height))


def _flowchart(body: str) -> int:
    read = graph(body)
    return broad(read) if _ACROSS.match(body) else deep(read)


def _states(body: str) -> int:
    read = graph(re.sub(r"--> ?\[\*\]", "--> end_", re.sub(r"\[\*\] ?-->", "start_ -->", body)))
    return round(_STATES_SMALLER * (broad(read) if _STATES_ACROSS.search(body) else deep(read)))


def _timeline(body: str) -> int:
    return 440 + 57 * max((line.count(":") for line in body.splitlines()), default=1)


def _plan(body: str) -> int:
    return 100 + 24 * sum(":" in line for line in body.splitlines())


def _journey(_body: str) -> int:
    return 474


def _branches(body: str) -> int:
    return 90 + 45 * (1 + len(re.findall(r"^\s*branch\b", body, re.MULTILINE)))


def _unknown(_body: str) -> int:
    return _UNKNOWN


def _sequence(body: str) -> tuple[int, int]:
    said = [line for line in map(str.strip, body.splitlines()[1:]) if _SAID.match(line)]
    people = {name for line in said for pair in _PERSON.findall(line[:200]) for name in pair}
    return 171 + 48 * len(said), 50 + 200 * max(2, len(people))


_FIXED: dict[str, Callable[[str], int]] = {
    "flowchart": _flowchart,
    "graph": _flowchart,
    "stateDiagram": _states,
    "stateDiagram-v2": _states,
    "timeline": _timeline,
    "journey": _journey,
    "gantt": _plan,
    "gitGraph": _branches,
}
_SHRINKING: dict[str, Callable[[str], tuple[int, int]]] = {
    "sequenceDiagram": _sequence,
    "quadrantChart": lambda _: (500, 500),
    "xychart": lambda _: (500, 700),
    "xychart-beta": lambda _: (500, 700),
    "pie": lambda _: (450, 560),
}
