"""Estimate how high a drawing will be, so that a page can keep its place."""

import re
from collections.abc import Callable

from journeybook.diagrams.layers import Graph, broad, deep, graph, long, wide
from journeybook.diagrams.text import MAX_LENGTH

_SMALLEST, _LARGEST = 60, 1600
_UNKNOWN = 360
_MATTER = re.compile(r"\A\s*---\n(?:[^\n]*\n)*?[^\S\n]*---[^\S\n]*\n")
_COMMENT = re.compile(r"^[^\S\n]*%%.*\n?", re.MULTILINE)
_ACROSS = re.compile(r"(?:flowchart|graph)[^\S\n]+(?:LR|RL)\b")
_STATES_ACROSS = re.compile(r"^[^\S\n]*direction[^\S\n]+(?:LR|RL)\b", re.MULTILINE)
_STATES_SMALLER = 0.77
_READABLE = 0.8
"""Of its own width: layers that have less room lie one below the other, as the loader draws them."""
_LEAST = 0.5
"""Of its own size, at which a drawing of layers scrolls."""
_NARROWEST = 320
"""The pixels of the narrowest window."""
_PAGE = 0.92
"""The share of a window that a drawing has on a narrow screen."""
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
        return _shrinking(_within(height), width)
    if kind in _LAYERED:
        return _LAYERED[kind](body)
    return f"{_within(_FIXED.get(kind, _unknown)(body))}px"


def _within(height: int) -> int:
    return min(_LARGEST, max(_SMALLEST, height))


def _flowchart(body: str) -> str:
    return _layered(graph(body), is_across=bool(_ACROSS.match(body)))


def _states(body: str) -> str:
    read = graph(re.sub(r"--> ?\[\*\]", "--> end_", re.sub(r"\[\*\] ?-->", "start_ -->", body)))
    return _layered(read, is_across=bool(_STATES_ACROSS.search(body)), share=_STATES_SMALLER)


def _layered(read: Graph, *, is_across: bool, share: float = 1) -> str:
    """Layers one below the other, or side by side as long as they have room."""
    below = _shrinking(_within(round(share * deep(read))), round(share * wide(read)), _LEAST)
    if not is_across:
        return below
    width = round(share * long(read))
    beside = _shrinking(_within(round(share * broad(read))), width, _LEAST)
    turns = round(_READABLE * width / _PAGE)
    if turns <= _NARROWEST:
        return beside
    return f"max({beside},clamp(0px,({turns}px - 100vw)*999,{below}))"


def _shrinking(height: int, width: int, least: float = 0) -> str:
    """A height that shrinks with a narrow window, down to a share of itself."""
    if width <= _PAGE * _NARROWEST:
        return f"{height}px"
    share = f"{round(100 * _PAGE * height / width)}vw"
    return f"clamp({round(least * height)}px,{share},{height}px)" if least else f"min({height}px,{share})"


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


_LAYERED: dict[str, Callable[[str], str]] = {
    "flowchart": _flowchart,
    "graph": _flowchart,
    "stateDiagram": _states,
    "stateDiagram-v2": _states,
}
_FIXED: dict[str, Callable[[str], int]] = {
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
