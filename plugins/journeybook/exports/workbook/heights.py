"""Reckon how high a row must be for its texts, where programs do not do it: they leave merged cells alone."""

from collections.abc import Sequence

from journeybook.notation.cells import Written

_LINE, _TITLE, _HIGHEST = 15.0, 24.0, 400.0


def row_height(cells: Sequence[Written], widths: Sequence[float], *, is_title: bool = False) -> float:
    """The height of a row in points; `widths` are those of its cells, in letters."""
    lines = [
        sum(int(len(line) // max(width, 1)) + 1 for line in str(value).split("\n"))
        for value, width in zip(cells, widths, strict=False)
    ]
    return min(max(lines, default=1) * (_TITLE if is_title else _LINE), _HIGHEST)
