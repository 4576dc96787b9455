"""Place what would help by its impact and its effort, so that no name lies on another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import ClassVar

from journeybook.charts.lettering import Lettering, broken
from journeybook.model.fields import HIGHEST, LOWEST

_WIDTH, _SMALL_WIDTH = 1080.0, 340.0
"""With names, and with numbers alone."""
_LETTERS = 12.0
_DISC_WIDTH, _DISC_HEIGHT = 26.0, 24.0
"""As large as a finger needs."""
_SCORES = range(LOWEST, HIGHEST + 1)
_LEFT, _BOTTOM, _RIGHT, _TOP = 46.0, 44.0, 4.0, 4.0
"""The room for the scores and the names of the axes, and that for the lines of the border."""
_PAD = 4.0
_GAP = 3.0
_LINE = 15.0
_LINES_IN_CROWD = ((4, 3), (12, 2))
"""Up to how many in one cell each name has how many lines; one line above."""
_LEAST = 56.0
"""Height of a row of cells with little in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """Something with a place in a matrix."""

    title: str
    """Where it has soft hyphens it may be broken."""
    impact: int
    effort: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixMark:
    """A number in its cell, and the name beside it."""

    WIDTH: ClassVar[float] = _DISC_WIDTH
    HEIGHT: ClassVar[float] = _DISC_HEIGHT
    number: int
    """Its place in what was given, from 1."""
    x: float
    y: float
    """Of the disc's upper left corner."""
    lines: tuple[Lettering, ...] = ()
    """The name, broken to fit; none where numbers stand alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """A picture of five rows, the largest impact at the top, and five columns, the least effort at the left.

    Rows grow with what they hold, for scores are whole and many share a cell.
    """

    LETTERS: ClassVar[float] = _LETTERS
    width: float
    height: float
    columns: tuple[float, ...]
    """Their left borders, and the right one of the last."""
    rows: tuple[float, ...]
    """Their upper borders, and the lower one of the last."""
    marks: tuple[MatrixMark, ...]
    efforts: tuple[tuple[int, float], ...]
    """The scores below the columns, each with its middle."""
    impacts: tuple[tuple[int, float], ...]
    """The scores beside the rows, each with its middle."""
    grid: str
    """The borders of all cells, as SVG path data."""
    quick_wins: tuple[float, float]
    """Width and height of the cells with much impact for little effort, from the upper left corner."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """All that has the same scores, and the width there is for it."""

    items: tuple[tuple[int, str], ...]
    """Number and title."""
    x: float
    width: float
    room: float
    """The width with the empty cells to its right."""


def matrices(rated: Sequence[Rated]) -> tuple[Matrix, Matrix]:
    """Draw a matrix with names, and one for narrow pages with the numbers that a list beside it explains."""
    return matrix(rated), matrix(rated, width=_SMALL_WIDTH, is_named=False)


def matrix(rated: Sequence[Rated], *, width: float = _WIDTH, is_named: bool = True) -> Matrix:
    """Place everything in the cell of its scores; a name may run over the empty cells to its right."""
    column = (width - _LEFT - _RIGHT) / len(_SCORES)
    columns = tuple(round(_LEFT + column * at, 2) for at in range(len(_SCORES) + 1))
    layout = _named if is_named else _numbered
    blocks = [[list(layout(cell)) for cell in _cells(rated, impact, columns)] for impact in reversed(_SCORES)]
    heights = [max([_LEAST, *(_bottom(marks) + _PAD for marks in row if marks)]) for row in blocks]
    rows = tuple(accumulate(heights, initial=_TOP))
    marks = (
        _moved(mark, top) for row, top in zip(blocks, rows, strict=False) for cell in row for mark in cell
    )
    return Matrix(
        width=width,
        height=rows[-1] + _BOTTOM,
        columns=columns,
        rows=rows,
        marks=tuple(sorted(marks, key=lambda mark: mark.number)),
        efforts=tuple((score, _middle(columns, at)) for at, score in enumerate(_SCORES)),
        impacts=tuple((score, _middle(rows, at)) for at, score in enumerate(reversed(_SCORES))),
        grid=_grid(columns, rows),
        quick_wins=(columns[2] - columns[0], rows[2] - rows[0]),
    )


def _grid(columns: Sequence[float], rows: Sequence[float]) -> str:
    upright = (f"M{x:g} {rows[0]:g}V{rows[-1]:g}" for x in columns)
    level = (f"M{columns[0]:g} {y:g}H{columns[-1]:g}" for y in rows)
    return "".join((*upright, *level))


def _cells(rated: Sequence[Rated], impact: int, columns: Sequence[float]) -> Iterator[_Cell]:
    """The cells of a row that hold something."""
    found: dict[int, list[tuple[int, str]]] = {}
    for number, item in enumerate(rated, start=1):
        if item.impact == impact:
            found.setdefault(item.effort - LOWEST, []).append((number, item.title))
    filled = sorted(found)
    for at, after in zip(filled, [*filled[1:], len(_SCORES)], strict=False):
        left = columns[at]
        yield _Cell(tuple(found[at]), left, columns[at + 1] - left, columns[after] - left)


def _named(cell: _Cell) -> Iterator[MatrixMark]:
    """One below the other, each with its name."""
    most = next((lines for most, lines in _LINES_IN_CROWD if len(cell.items) <= most), 1)
    room = cell.room - _DISC_WIDTH - 3 * _PAD
    y = _PAD
    for number, title in cell.items:
        lines = broken(title, room, _LETTERS, most)
        height = max(_DISC_HEIGHT, _LINE * len(lines))
        x, first = cell.x + _DISC_WIDTH + 2 * _PAD, y + (height - _LINE * len(lines)) / 2 + _LETTERS
        yield MatrixMark(
            number=number,
            x=cell.x + _PAD,
            y=y + (height - _DISC_HEIGHT) / 2,
            lines=tuple(Lettering(text=line, x=x, y=first + _LINE * at) for at, line in enumerate(lines)),
        )
        y += height + _GAP


def _numbered(cell: _Cell) -> Iterator[MatrixMark]:
    """As many side by side as the column has room for."""
    across = max(1, int((cell.width - 1) // (_DISC_WIDTH + 1)))
    for index, (number, _) in enumerate(cell.items):
        below, beside = divmod(index, across)
        yield MatrixMark(
            number=number,
            x=cell.x + 1 + beside * (_DISC_WIDTH + 1),
            y=_PAD + below * (_DISC_HEIGHT + _GAP),
        )


def _bottom(marks: Sequence[MatrixMark]) -> float:
    """Find the end of a cell, from its top."""
    last = marks[-1]
    return max([last.y + _DISC_HEIGHT, *(line.y + _PAD for line in last.lines)])


def _moved(mark: MatrixMark, down: float) -> MatrixMark:
    lines = tuple(replace(line, y=line.y + down) for line in mark.lines)
    return replace(mark, y=mark.y + down, lines=lines)


def _middle(borders: Sequence[float], at: int) -> float:
    return (borders[at] + borders[at + 1]) / 2
