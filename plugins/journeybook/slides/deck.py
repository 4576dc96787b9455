"""The contents of slides: texts and numbers, without sizes, places and colours."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from journeybook.characters import without_hidden


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Some words of a line."""

    text: str
    is_strong: bool = False
    link: str = ""
    """The address that a click leads to."""


_NO_CHARACTERS = re.compile("[\ufffe\uffff]")

TextLine = tuple[Run, ...]
"""A line, which may be broken where there is no room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """A few lines below a heading."""

    title: str
    lines: tuple[TextLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """A number that stands out."""

    value: str
    title: str
    detail: str = ""
    is_bad: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlotLine:
    """A line of a chart."""

    name: str
    values: tuple[float | None, ...]
    """1 to 5, one for each step; none where nothing is known."""
    is_aside: bool = False
    """Whether it only accompanies the line that is spoken of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """A satisfaction curve."""

    title: str
    steps: tuple[str, ...]
    series: tuple[PlotLine, ...]
    """The line that is spoken of first."""
    alt: str
    moments: tuple[int, ...] = ()
    """The places of the moments of truth."""
    lows: tuple[int, ...] = ()
    """The places of the values that are written out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRow:
    """A row of a register."""

    cells: tuple[str, ...]
    notes: tuple[str, ...] = ()
    """What the speaker is told of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """A table, which goes on over as many slides as it needs."""

    heads: tuple[str, ...]
    weights: tuple[int, ...]
    """The widths of the columns beside each other."""
    rows: tuple[RegisterRow, ...]
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """A slide; a register makes several of it."""

    title: str
    """Its message."""
    notes: tuple[str, ...] = ()
    facts: TextLine = ()
    """A line below the title."""
    subtitle: str = ""
    """What stands below the title of the first slide; that of others have none."""
    tiles: tuple[Tile, ...] = ()
    plot: Plot | None = None
    panels: tuple[Panel, ...] = ()
    """What stands below the curve, or in its place, side by side."""
    register: Register | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """The slides of a presentation."""

    title: str
    language: str
    """Two letters."""
    slides: tuple[Slide, ...]


def one_line(text: str) -> str:
    """Join words as in a sentence: titles in headers may have several lines."""
    return " ".join(text.split())


def line(*parts: str | Run) -> TextLine:
    """Make a line of what is there of some words."""
    runs = (Run(text=part) if isinstance(part, str) else part for part in parts)
    return tuple(run for run in runs if run.text)


def told_words(told: TextLine) -> str:
    """The words of a line, without what stands out."""
    return "".join(run.text for run in told)


def strong(text: str) -> Run:
    """Words that stand out."""
    return Run(text=text, is_strong=True)


def without_control_characters(deck: Deck) -> tuple[Deck, int]:
    """Return a deck without characters that no slide can hold, and the number of texts that had some."""
    count = sum(_pure(text) != text for text in _texts(deck))
    clean: Deck = _cleaned(deck) if count else deck
    return clean, count


def _pure(text: str) -> str:
    """Return a text without control characters, and without those that XML excludes."""
    return _NO_CHARACTERS.sub("", without_hidden(text))


def _texts(item: object) -> Iterable[str]:
    """Yield each text of a value."""
    match item:
        case str():
            yield item
        case tuple():
            for part in item:
                yield from _texts(part)
        case _ if is_dataclass(item):
            for field in fields(item):
                yield from _texts(getattr(item, field.name))


def _cleaned(item: Any) -> Any:
    """Return the same value with clean texts."""
    match item:
        case str():
            return _pure(item)
        case tuple():
            return tuple(map(_cleaned, item))
        case _ if is_dataclass(item) and not isinstance(item, type):
            return replace(item, **{each.name: _cleaned(getattr(item, each.name)) for each in fields(item)})
    return item
