"""Write the lines of a curve's cells as SVG path data, across the columns or down the side of a list."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from journeybook.charts import CellLine
from journeybook.charts.cells import CellPlace


def _across(place: CellPlace) -> str:
    return f"{100 * place[0]:.4g} {100 * place[1]:.4g}"


def _down(place: CellPlace) -> str:
    return f"{100 - 100 * place[1]:.4g} {100 * place[0]:.4g}"


def _bends(line: CellLine, told: Callable[[CellPlace], str]) -> str:
    pieces = (tuple(map(told, bend)) for bend in line.bends)
    return "".join(f"M{start}C{out} {back} {end}" for start, out, back, end in pieces)


def _gaps(line: CellLine, told: Callable[[CellPlace], str]) -> str:
    return _straight(tuple(map(told, gap)) for gap in line.gaps)


def _straight(pieces: Iterable[tuple[str, ...]]) -> str:
    return "".join(f"M{start}L{end}" for start, end in pieces)


CELL_FILTERS: Mapping[str, Callable[[CellLine], str]] = MappingProxyType(
    {
        "across": lambda line: _bends(line, _across),
        "gaps_across": lambda line: _gaps(line, _across),
        "down": lambda line: _bends(line, _down),
        "gaps_down": lambda line: _gaps(line, _down),
    }
)
"""What templates call: the path data of one line in one cell, in hundredths of its width and height."""
