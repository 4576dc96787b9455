"""Draw how many customers go from stage to stage, and how many are lost between two of them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from journeybook.charts.lettering import Lettering, broken, shortened, width_of

_LETTERS = 12.0
_LINE = 15.0
_WIDTH, _SMALL_WIDTH = 760.0, 340.0
_NAMES = 200.0
"""Of a wide picture, for the names at its left; in a narrow one they stand above their bars."""
_BAR = 26.0
_BETWEEN = 22.0
"""The height between two bars, for what is said of the loss."""
_GAP = 8.0
_EDGE = 12.0
"""Above the first and below the last bar, for names that are higher than their bars."""
_MOST_LINES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A stage, and how many came to it."""

    title: str
    """Where it has soft hyphens it may be broken."""
    count: float | None
    """None where nothing was measured."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountWords:
    """The words of a funnel, in the reader's language."""

    count: Callable[[float | None], str]
    """Writes a count, or that there is none."""
    change: Callable[[float, float], str]
    """Says what lies between the counts of two stages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FunnelBar:
    """The bar of a stage."""

    title: tuple[Lettering, ...]
    """The lines of its name."""
    x: float
    y: float
    width: float
    """Nothing where nothing was measured."""
    count: Lettering
    slope: str = ""
    """SVG path data of what lies between it and the bar before; empty where there is none."""
    change: Lettering | None = None
    """What was lost since the bar before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Funnel:
    """A picture of bars, one below the other, as wide as their counts."""

    LETTERS: ClassVar[float] = _LETTERS
    BAR: ClassVar[float] = _BAR
    width: float
    height: float
    bars: tuple[FunnelBar, ...]


def funnels(counted: Sequence[Counted], words: CountWords) -> tuple[Funnel, Funnel]:
    """Draw a funnel once for wide pages, with the names beside the bars, and once for narrow ones."""
    return (
        _funnel(counted, words, width=_WIDTH, names=_NAMES),
        _funnel(counted, words, width=_SMALL_WIDTH, names=0),
    )


def _funnel(counted: Sequence[Counted], words: CountWords, *, width: float, names: float) -> Funnel:
    counts = [words.count(item.count) for item in counted]
    labels = max((width_of(text, _LETTERS) for text in counts), default=0)
    left = names + _GAP if names else 0
    room = width - left - labels - 2 * _GAP
    most = max((item.count or 0 for item in counted), default=0) or 1
    bars: list[FunnelBar] = []
    y = _EDGE
    for item, text in zip(counted, counts, strict=True):
        bar = _bar(item, text, names=names, left=left, scale=room / most, y=y, whole=width)
        bars.append(bar)
        y = bar.y + _BAR + _BETWEEN
    return Funnel(
        width=width,
        height=max(y - _BETWEEN, 0) + _EDGE,
        bars=tuple(_joined(counted, bars, words, room=width - left - _GAP)),
    )


def _bar(  # noqa: PLR0913 - one for each measure
    item: Counted, text: str, *, names: float, left: float, scale: float, y: float, whole: float
) -> FunnelBar:
    """The bar of a stage, its name beside it, or above it where no room is left for names."""
    lines = broken(item.title, names or whole, _LETTERS, _MOST_LINES)
    top = y if names else y + _LINE * len(lines) + 2
    first = top + (_BAR - _LINE * len(lines)) / 2 + _LETTERS if names else y + _LETTERS
    width = round(scale * max(item.count or 0, 0), 1)
    return FunnelBar(
        title=tuple(Lettering(text=line, x=names, y=first + _LINE * at) for at, line in enumerate(lines)),
        x=left,
        y=top,
        width=width,
        count=Lettering(text=text, x=round(left + width + _GAP, 1), y=top + _BAR / 2 + 4),
    )


def _joined(
    counted: Sequence[Counted], bars: Sequence[FunnelBar], words: CountWords, *, room: float
) -> Iterator[FunnelBar]:
    """Say between two bars what lies between their counts; where one is missing, nothing can be said."""
    for at, bar in enumerate(bars):
        before, now = (counted[at - 1].count if at else None), counted[at].count
        if before is None or now is None:
            yield bar
            continue
        above = bars[at - 1]
        text = shortened(words.change(before, now), room, _LETTERS)
        yield replace(
            bar,
            slope=_slope(above, bar),
            change=Lettering(text=text, x=bar.x + _GAP, y=above.y + _BAR + 15),
        )


def _slope(above: FunnelBar, bar: FunnelBar) -> str:
    """From the lower edge of one bar to the upper edge of the next."""
    start, end = above.y + _BAR, bar.y
    return f"M{above.x:g} {start:g}H{above.x + above.width:g}L{bar.x + bar.width:g} {end:g}H{bar.x:g}Z"
