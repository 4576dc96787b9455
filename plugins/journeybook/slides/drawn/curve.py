"""Draw a satisfaction curve as a chart whose data can be edited."""

import re
from collections.abc import Iterator
from copy import deepcopy

from lxml import etree
from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.chart.series import LineSeries
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml.ns import qn
from pptx.slide import Slide as Drawn
from pptx.text.text import Font
from pptx.util import Pt

from journeybook.model.fields import HIGHEST
from journeybook.slides.deck import Plot
from journeybook.slides.drawn.box import Box
from journeybook.slides.drawn.text import Pen, set_alt
from journeybook.slides.drawn.text_size import cut_to_lines, cut_to_width

_LOWEST = 1
_NARROWEST = 50
"""The points for each step from which on titles stand across, on several lines; else they stand upright."""
_SHARE_OF_STEPS, _BESIDE_LEGEND = 0.9, 0.78
"""The share of the chart's width for the steps, without a legend and with one."""
_LINES_ACROSS = 4
_ACROSS, _UPRIGHT = "0", "-5400000"
"""Not turned, and by a quarter, in sixty-thousandths of a degree."""
_SHARE_UPRIGHT = 0.42
"""The share of the chart's height for titles that stand upright."""
_LARGE, _LARGE_UPRIGHT, _SMALL = 10.0, 8.5, 6.5
_SIGNS_ACROSS, _LINE_UPRIGHT = 7.0, 1.3
"""The distance of steps in sizes of the font: for a word of usual length, and for a line."""
_STAR = "★ "
_SEEN_FROM_AFAR = "20000"
"""What is seen of a colour, in thousandths of a percent."""
_NO_TEXT = re.compile(r"[={]|\w+:")
"""What a spreadsheet takes for a formula or a link."""
_ASIDE = (
    MSO_THEME_COLOR.ACCENT_3,
    MSO_THEME_COLOR.ACCENT_4,
    MSO_THEME_COLOR.ACCENT_5,
    MSO_THEME_COLOR.ACCENT_6,
)


def draw_curve(slide: Drawn, box: Box, plot: Plot, pen: Pen) -> None:
    """Draw a curve with the titles of its steps; a star marks moments of truth, numbers the low points."""
    data = CategoryChartData(number_format="0.0")
    distance = _distance(plot, box)
    is_across = distance >= _NARROWEST * pen.scale
    size = _size(distance / pen.scale, is_across=is_across) * pen.scale
    upright = 0 if is_across else box.in_points[1] * _SHARE_UPRIGHT
    data.categories = list(_labels(plot, distance, size, pen, upright))
    for series in plot.series:
        data.add_series(_as_text(series.name), series.values)
    frame = slide.shapes.add_chart(XL_CHART_TYPE.LINE_MARKERS, *box.placed, data)
    frame.name = plot.title
    set_alt(frame._element, plot.alt)  # noqa: SLF001 - python-pptx knows no alternative texts
    chart = frame.chart
    _set_chart(chart, plot, size, pen)
    _set_axes(chart, size, pen, is_across=is_across)
    for at, (series, line) in enumerate(zip(plot.series, chart.plots[0].series, strict=True)):
        _set_line(line, at, is_aside=series.is_aside)
    _mark(chart.plots[0].series[0], plot, pen)


def _distance(plot: Plot, box: Box) -> float:
    """The points between two steps."""
    share = _BESIDE_LEGEND if len(plot.series) > 1 else _SHARE_OF_STEPS
    return box.in_points[0] * share / max(len(plot.steps), 1)


def _size(distance: float, *, is_across: bool) -> float:
    """The size of titles: as large as the distance of steps allows."""
    if is_across:
        return max(_SMALL, min(_LARGE, distance / _SIGNS_ACROSS))
    return max(_SMALL, min(_LARGE_UPRIGHT, distance / _LINE_UPRIGHT))


def _labels(plot: Plot, distance: float, size: float, pen: Pen, upright: float) -> Iterator[str]:
    """Yield the titles with their numbers, cut to the room that each has; `upright` is none across."""
    for at, title in enumerate(plot.steps):
        text = f"{at + 1} {_STAR if at in plot.moments else ''}{title}"
        if upright:
            yield cut_to_width(text, size, pen.face, upright)
        else:
            yield cut_to_lines(text, _LINES_ACROSS, size, pen.face, distance)


def _as_text(name: str) -> str:
    """A name that no spreadsheet takes for anything but a text."""
    return f"“{name}”" if _NO_TEXT.match(name) else name


def _set_chart(chart: Chart, plot: Plot, size: float, pen: Pen) -> None:
    chart.font.size = Pt(size)
    _color(chart.font, pen)
    chart.has_title = True
    frame = chart.chart_title.text_frame
    frame.text = plot.title
    frame.paragraphs[0].runs[0].font.size = Pt(_LARGE * pen.scale)
    frame.paragraphs[0].runs[0].font.bold = False
    _color(frame.paragraphs[0].runs[0].font, pen)
    chart.chart_title.include_in_layout = False
    chart.has_legend = len(plot.series) > 1
    if chart.has_legend:
        chart.legend.position = XL_LEGEND_POSITION.RIGHT
        chart.legend.include_in_layout = False


def _set_axes(chart: Chart, size: float, pen: Pen, *, is_across: bool) -> None:
    values, titles = chart.value_axis, chart.category_axis
    values.minimum_scale, values.maximum_scale, values.major_unit = _LOWEST, HIGHEST, 1
    values.tick_labels.number_format, values.tick_labels.number_format_is_linked = "0", False
    values.has_major_gridlines = True
    values.major_gridlines.format.line.width = Pt(0.5)
    values.major_gridlines.format.line._get_or_add_ln().insert(0, _pale(pen))  # noqa: SLF001 - any form of colour
    titles.tick_labels.font.size = Pt(size)
    _color(titles.tick_labels.font, pen)
    body = titles._element.find(f"{qn('c:txPr')}/{qn('a:bodyPr')}")  # noqa: SLF001 - it knows no turning
    body.set("rot", _ACROSS if is_across else _UPRIGHT)
    body.set("vert", "horz")
    _show_each(titles._element)  # noqa: SLF001 - nor how many titles are left out


def _show_each(axis: etree._Element) -> None:
    """Let no title be left out."""
    skip = axis.makeelement(qn("c:tickLblSkip"), {"val": "1"})
    behind = axis.find(qn("c:noMultiLvlLbl"))
    behind.addprevious(skip) if behind is not None else axis.append(skip)


def _set_line(line: LineSeries, at: int, *, is_aside: bool) -> None:
    color = _ASIDE[(at - 1) % len(_ASIDE)] if is_aside else MSO_THEME_COLOR.ACCENT_1
    line.smooth = False
    line.format.line.width = Pt(1.25 if is_aside else 2.75)
    line.format.line.color.theme_color = color
    line.marker.style = XL_MARKER_STYLE.NONE if is_aside else XL_MARKER_STYLE.CIRCLE
    if not is_aside:
        line.marker.size = 7
        line.marker.format.fill.solid()
        line.marker.format.fill.fore_color.theme_color = color
        line.marker.format.line.color.theme_color = color


def _mark(line: LineSeries, plot: Plot, pen: Pen) -> None:
    """Mark moments of truth by a diamond, and low points by their value and another colour."""
    for at in sorted({*plot.moments, *plot.lows}):
        color = MSO_THEME_COLOR.ACCENT_2 if at in plot.lows else MSO_THEME_COLOR.ACCENT_1
        marker = line.points[at].marker
        marker.style = XL_MARKER_STYLE.DIAMOND if at in plot.moments else XL_MARKER_STYLE.CIRCLE
        marker.size = 11 if at in plot.moments else 9
        marker.format.fill.solid()
        marker.format.fill.fore_color.theme_color = color
        marker.format.line.color.theme_color = color
        if at in plot.lows:
            label = line.points[at].data_label
            label.position = XL_LABEL_POSITION.ABOVE
            label.font.bold = True
            label.font.size = Pt(_LARGE * pen.scale)
            _color(label.font, pen)


def _pale(pen: Pen) -> etree._Element:
    """The colour of texts, as it is seen from afar: on light ground and on dark."""
    fill = deepcopy(pen.ink)
    for color in fill:
        etree.SubElement(color, qn("a:alpha")).set("val", _SEEN_FROM_AFAR)
    return fill


def _color(font: Font, pen: Pen) -> None:
    """Give a font of a chart the colour of texts."""
    properties = font._rPr  # noqa: SLF001 - any form of colour
    for old in properties.findall(qn("a:solidFill")):
        properties.remove(old)
    properties.insert(0, deepcopy(pen.ink))
