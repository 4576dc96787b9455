"""Compute the geometry of our own SVG pictures from values; templates draw it."""

from journeybook.charts.curve import Curve, Line, Point, curve
from journeybook.charts.pair import CurvePair, StageColumn, curve_pair
from journeybook.charts.portrait import Portrait, portrait
from journeybook.charts.trend import Trend, trend

__all__ = [
    "Curve",
    "CurvePair",
    "Line",
    "Point",
    "Portrait",
    "StageColumn",
    "Trend",
    "curve",
    "curve_pair",
    "portrait",
    "trend",
]
