"""Compute the geometry of our own SVG pictures from values; templates draw it."""

from journeybook.charts.cells import CellLine, cell_lines
from journeybook.charts.curve import SAD, Curve, Line, Point, curve, height_of
from journeybook.charts.funnel import Counted, CountWords, Funnel, FunnelBar, funnels
from journeybook.charts.line_chart import (
    MOST_LINES,
    Aim,
    AxisWords,
    Course,
    CourseLine,
    LineChart,
    line_charts,
)
from journeybook.charts.matrix import (
    Matrix,
    MatrixMark,
    Rated,
    matrices,
)
from journeybook.charts.pair import CurvePair, StageColumn, curve_pair
from journeybook.charts.portrait import Portrait, portrait
from journeybook.charts.runs import Measurement
from journeybook.charts.sparkline import Sparkline, sparkline

__all__ = [
    "MOST_LINES",
    "SAD",
    "Aim",
    "AxisWords",
    "CellLine",
    "CountWords",
    "Counted",
    "Course",
    "CourseLine",
    "Curve",
    "CurvePair",
    "Funnel",
    "FunnelBar",
    "Line",
    "LineChart",
    "Matrix",
    "MatrixMark",
    "Measurement",
    "Point",
    "Portrait",
    "Rated",
    "Sparkline",
    "StageColumn",
    "cell_lines",
    "curve",
    "curve_pair",
    "funnels",
    "height_of",
    "line_charts",
    "matrices",
    "portrait",
    "sparkline",
]
