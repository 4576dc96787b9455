"""Compute the geometry of our own SVG pictures from values; templates draw it."""

from journeybook.charts.cells import CellLine, cell_lines
from journeybook.charts.curve import SAD, Curve, Line, Point, curve, height_of
from journeybook.charts.matrix import (
    Matrix,
    MatrixMark,
    Rated,
    matrices,
)
from journeybook.charts.pair import CurvePair, StageColumn, curve_pair
from journeybook.charts.portrait import Portrait, portrait
from journeybook.charts.trend import Trend, trend

__all__ = [
    "SAD",
    "CellLine",
    "Curve",
    "CurvePair",
    "Line",
    "Matrix",
    "MatrixMark",
    "Point",
    "Portrait",
    "Rated",
    "StageColumn",
    "Trend",
    "cell_lines",
    "curve",
    "curve_pair",
    "height_of",
    "matrices",
    "portrait",
    "trend",
]
