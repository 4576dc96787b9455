"""Estimate the room that the boxes of a graph take, layer by layer, before anything is drawn.

Reads what most sources are made of, and no more; a part that it does not understand costs some pixels.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice, pairwise, product

_MARGIN, _GAP, _LANE = 16, 50, 40
"""Pixels around a graph, between two boxes, and of an arrow that passes a layer."""
_FRAME = 70
"""Pixels that a frame adds to its boxes."""
_EDGES = 40
"""Pixels that a frame adds to layers that it stands between."""
_LINE, _PADDING, _WORD_WIDTH, _LETTER = 21, 30, 27, 8
"""Pixels of a line of text and around it, the characters that fit into one, and the pixels of each."""
_SPRAWL = 1.3
"""The gap between frames side by side."""

_LONGEST_LINE, _MOST_ARROWS = 1000, 500
"""Beyond them nobody reads a source, and Mermaid draws none."""

_QUOTED = re.compile(r'"([^"]*)"')
_BOX = re.compile(r"(?<![^ \[({<>&;|=-])([^ \[({<>&;|=-]+) ?(\[[^\]]*\]+|\([^)]*\)+\]?|\{[^}]*\}+)")
_SPOKEN = re.compile(r"(?:--|==|-\.) [^-=.>|]+ (?:--+|==+|\.+-)[>ox]?")
_ARROW = re.compile(r" ?(?:<| [ox])?(?:--+|==+|-\.+-|~~~)(?:[>ox](?=[ |]))?>? ?(?:\|[^|]*\|)? ?")
_NAME = re.compile(r"[^ \[({<>&;|:]+")
_SKIPPED = re.compile(
    r"(?:%%|accTitle|accDescr|style\b|classDef\b|class\b|click\b|linkStyle\b|direction\b|note\b|title\b)"
)


@dataclass(slots=True)
class Graph:
    """Boxes and arrows as a source names them."""

    heights: dict[str, int] = field(default_factory=dict)
    """The pixels of each box, in the order of the source."""
    widths: dict[str, int] = field(default_factory=dict)
    frames: dict[str, str] = field(default_factory=dict)
    """The frame around each box that has one."""
    arrows: set[tuple[str, str]] = field(default_factory=set)


def graph(source: str) -> Graph:
    """Read the boxes and arrows of a flowchart or of a diagram of states."""
    read = Graph()
    frames: list[str] = []
    for number, text in enumerate(source.splitlines()[1:]):
        line = " ".join(text[:_LONGEST_LINE].split())
        word = line.partition(" ")[0]
        if word == "subgraph":
            frames.append(str(number))
        elif word == "end":
            del frames[-1:]
        elif line and len(read.arrows) < _MOST_ARROWS and not _SKIPPED.match(line):
            _read(read, line, frames[-1] if frames else "")
    return read


def deep(read: Graph) -> int:
    """Pixels of layers one below the other."""
    layers = _layers(read)
    return _along(read, [max(read.heights[name] for name in layer) for layer in layers])


def broad(read: Graph) -> int:
    """Pixels of the tallest of layers side by side."""
    layers = _layers(read)
    rank = {name: number for number, layer in enumerate(layers) for name in layer}
    passing = [0] * len(layers)
    for ends in read.arrows:
        low, high = sorted(rank[name] for name in ends)
        for number in range(low + 1, high):
            passing[number] += 1
    return _MARGIN + max(
        (_height(read, layer, arrows) for layer, arrows in zip(layers, passing, strict=True)), default=0
    )


def long(read: Graph) -> int:
    """Pixels of layers side by side, from the first to the last."""
    layers = _layers(read)
    return _along(read, [max(read.widths[name] for name in layer) for layer in layers])


def wide(read: Graph) -> int:
    """Pixels of the widest of layers one below the other."""
    layers = _layers(read)
    return _MARGIN + max(
        (sum(read.widths[name] for name in layer) + _gaps(len(layer)) for layer in layers), default=0
    )


def _along(read: Graph, layers: list[int]) -> int:
    return _MARGIN + sum(layers) + _gaps(len(layers)) + _EDGES * len(set(read.frames.values()))


def _height(read: Graph, layer: list[str], arrows: int) -> int:
    frames = {read.frames[name] for name in layer if name in read.frames}
    boxes = sum(read.heights[name] for name in layer) + _gaps(len(layer))
    height = boxes + _LANE * arrows + _FRAME * len(frames)
    return round(height * _SPRAWL) if len(frames) > 1 else height


def _gaps(count: int) -> int:
    return _GAP * max(0, count - 1)


def _read(read: Graph, line: str, frame: str) -> None:
    plain = _QUOTED.sub(lambda found: "x" * len(found[1]), line)
    labels = {found[1]: len(found[2].strip("[](){}")) for found in _BOX.finditer(plain)}
    chain = _ARROW.split(_SPOKEN.sub("-->", _BOX.sub(r"\1", plain)))
    groups = [list(_names(part)) for part in chain]
    for name in (name for group in groups for name in group):
        if name not in read.heights or name in labels:
            length = labels.get(name, 1)
            read.heights[name] = _PADDING + _LINE * max(1, -(-length // _WORD_WIDTH))
            read.widths[name] = 2 * _PADDING + _LETTER * min(length, _WORD_WIDTH)
        if frame:
            read.frames.setdefault(name, frame)
    for sources, targets in pairwise(groups):
        pairs = islice(product(sources, targets), _MOST_ARROWS)
        read.arrows.update((one, other) for one, other in pairs if one != other)


def _names(part: str) -> Iterator[str]:
    for text in part.split("&"):
        found = _NAME.match(text.strip())
        if found:
            yield found[0].partition(":::")[0]


def _layers(read: Graph) -> list[list[str]]:
    """The boxes by the longest way that leads to each; arrows that lead back count for nothing."""
    targets: dict[str, list[str]] = defaultdict(list)
    for one, other in sorted(read.arrows):
        targets[one].append(other)
    order = _order(read, targets)
    place = {name: number for number, name in enumerate(order)}
    rank = dict.fromkeys(order, 0)
    for one in order:
        for other in targets[one]:
            if place[one] < place[other]:
                rank[other] = max(rank[other], rank[one] + 1)
    layers: list[list[str]] = [[] for _ in range(max(rank.values(), default=-1) + 1)]
    for name, number in rank.items():
        layers[number].append(name)
    return layers


def _order(read: Graph, targets: dict[str, list[str]]) -> list[str]:
    """The boxes so that arrows lead on, but for those that close a circle."""
    done: list[str] = []
    seen: set[str] = set()
    for start in read.heights:
        path = [] if start in seen else [(start, iter(targets[start]))]
        seen.add(start)
        while path:
            name, rest = path[-1]
            step = next((other for other in rest if other not in seen), None)
            if step is None:
                done.append(name)
                path.pop()
            else:
                seen.add(step)
                path.append((step, iter(targets[step])))
    return done[::-1]
