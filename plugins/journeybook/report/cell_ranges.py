"""Name many cells in few words: `Map!B3:D3, F3` for cells beside each other."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from journeybook.workbooks.places import cell_of, column_letters

_Corners = tuple[int, int, int, int]
"""The first and the last row, the first and the last column."""


def cell_ranges(addresses: Iterable[str]) -> str:
    """Name cells by ranges, sheet by sheet; other places, such as lines, one after another."""
    cells: dict[str, set[tuple[int, int]]] = {}
    others: dict[str, None] = {}
    for address in addresses:
        sheet, mark, name = address.rpartition("!")
        if mark and (cell := cell_of(name)):
            cells.setdefault(f"{sheet}!", set()).add(cell)
        else:
            others[address] = None
    named = [sheet + ", ".join(map(_range, _rectangles(keys))) for sheet, keys in cells.items()]
    return ", ".join([*named, *others])


def _rectangles(cells: Iterable[tuple[int, int]]) -> Iterator[_Corners]:
    """Yield runs of cells in a row, those of the rows below that are as wide with them."""
    found: dict[tuple[int, int], _Corners] = {}
    for row, keys in groupby(sorted(cells), key=itemgetter(0)):
        for first, last in _runs(column for _, column in keys):
            above = found.get((first, last))
            if above and above[1] == row - 1:
                found[first, last] = (above[0], row, first, last)
                continue
            if above:
                yield above
            found[first, last] = (row, row, first, last)
    yield from sorted(found.values())


def _runs(columns: Iterable[int]) -> Iterator[tuple[int, int]]:
    for _, run in groupby(enumerate(columns), key=lambda pair: pair[1] - pair[0]):
        numbers = [number for _, number in run]
        yield numbers[0], numbers[-1]


def _range(corners: _Corners) -> str:
    first = f"{column_letters(corners[2])}{corners[0]}"
    last = f"{column_letters(corners[3])}{corners[1]}"
    return first if first == last else f"{first}:{last}"
