"""Values in, geometry of our own SVG pictures out; templates draw it."""

from journeybook.charts.curve import HIGHEST, Curve, Line, Point, curve
from journeybook.charts.pair import Column, Pair, pair
from journeybook.charts.portrait import Portrait, portrait
from journeybook.charts.trend import Trend, trend

__all__ = [
    "HIGHEST",
    "Column",
    "Curve",
    "Line",
    "Pair",
    "Point",
    "Portrait",
    "Trend",
    "curve",
    "pair",
    "portrait",
    "trend",
]
