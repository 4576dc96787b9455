"""The touchpoints of a map as bars: each from the first to the last step of a run, sorted by channel."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from journeybook.catalogue import Channel, Step, Touchpoint
from journeybook.pages.curves.columns import MapColumn

_MOST_ROWS = 8
"""Touchpoints that have a row each; of more, those of a channel share one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """The part of a step in one row of bars."""

    row: int
    """Counted from 0."""
    channel: Channel | None
    touchpoints: tuple[Touchpoint, ...]
    """None where the step names a channel and no touchpoint: a gap."""
    is_start: bool
    """Whether the bar begins here."""
    is_end: bool
    """Whether the bar ends here."""
    is_named: bool
    """Whether its name stands here: where it begins, and again where a stage does."""
    room: int
    """Columns that its name may take, until another bar of the row begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """The rows of bars, cut into the cells of a table."""

    cells: tuple[tuple[Bar, ...], ...]
    """By column."""
    row_count: int
    channels: tuple[Channel | None, ...]
    """What each row is called, where the rows are channels and no touchpoints."""

    @property
    def gap_count(self) -> int:
        """Steps that meet customers in a channel, at no touchpoint that is described."""
        return sum(any(not bar.touchpoints for bar in cell) for cell in self.cells)


_Key = tuple[Channel | None, Touchpoint | None]


def bars_of(columns: Sequence[MapColumn]) -> Bars | None:
    """Lay out the bars of a journey; nothing where no step names a touchpoint or a channel."""
    met = [_met(column.step) for column in columns]
    known = dict.fromkeys(key for keys in met for key in keys)
    if not known:
        return None
    order = list(dict.fromkeys(channel for channel, _ in known))
    at = {channel: place for place, channel in enumerate(order)}
    rows = {key: row for row, key in enumerate(sorted(known, key=lambda key: at[key[0]]))}
    by_channel = len(rows) > _MOST_ROWS
    keys = [sorted(dict.fromkeys(step), key=rows.__getitem__) for step in met]
    places = {key: at[key[0]] if by_channel else row for key, row in rows.items()}
    count = len(order) if by_channel else len(rows)
    grid = [[tuple(key for key in step if places[key] == row) for step in keys] for row in range(count)]
    drawn = [_row(columns, row, cells) for row, cells in enumerate(grid)]
    return Bars(
        cells=tuple(tuple(bar for bar in cell if bar) for cell in zip(*drawn, strict=True)),
        row_count=count,
        channels=tuple(order) if by_channel else (),
    )


def _met(step: Step) -> list[_Key]:
    """The touchpoints of a step, or its channels where it names no touchpoint."""
    return [(point.channel, point) for point in step.touchpoints] or [
        (channel, None) for channel in step.channels
    ]


def _row(columns: Sequence[MapColumn], row: int, cells: Sequence[tuple[_Key, ...]]) -> list[Bar | None]:
    found: list[Bar | None] = []
    for at, (column, keys) in enumerate(zip(columns, cells, strict=True)):
        is_start = at == 0 or cells[at - 1] != keys
        found.append(
            Bar(
                row=row,
                channel=keys[0][0],
                touchpoints=tuple(point for _, point in keys if point),
                is_start=is_start,
                is_end=at + 1 == len(cells) or cells[at + 1] != keys,
                is_named=is_start or column.is_first,
                room=_room(cells, at),
            )
            if keys
            else None
        )
    return found


def _room(cells: Sequence[tuple[_Key, ...]], at: int) -> int:
    """Columns of the rest of a run and of the empty ones behind it: at the next run a name stands again."""
    rest = cells[at:]
    run = sum(1 for _ in takewhile(lambda cell: cell == cells[at], rest))
    return run + sum(1 for _ in takewhile(lambda cell: not cell, rest[run:]))
