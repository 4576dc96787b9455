"""The course of a metric as a picture: axes that fit what was measured, and names that never overlap."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations, pairwise

import pytest

from journeybook.charts import Aim, AxisWords, Course, LineChart, Measurement, line_charts, sparkline
from journeybook.charts.lettering import Lettering, width_of
from journeybook.charts.runs import runs
from journeybook.charts.scale import scale
from journeybook.language import language

DE = language("de")
WORDS = AxisWords(number=lambda number: DE.number(number, 2), naming=DE.moment)
MONTHS = [date(2024 + at // 12, at % 12 + 1, 1) for at in range(24)]
DAYS = [date(2016, 3, 15) + timedelta(at) for at in range(3653)]
LONG = "Lieferung und Auspacken der Großbestellung"


def measured(days: Iterable[date], values: Iterable[float], spread: float | None = None) -> list[Measurement]:
    return [
        Measurement(
            day=day,
            value=value,
            low=None if spread is None else value - spread,
            high=None if spread is None else value + spread,
        )
        for day, value in zip(days, values, strict=False)
    ]


def waves(lowest: float) -> Iterator[float]:
    return (lowest + at * 7 % 11 / 3 for at in range(4000))


def drawn(*lines: Sequence[Measurement], target: float | None = None) -> tuple[LineChart, ...]:
    aim = None if target is None else Aim(value=target, title=f"Ziel {target}")
    courses = [Course(title=f"{at} {LONG}", values=values) for at, values in enumerate(lines)]
    return line_charts(courses, words=WORDS, target=aim)


CASES = {
    "two years of months": (measured(MONTHS, waves(40)),),
    "ten years of days": (measured(DAYS, waves(40)),),
    "a month of days": (measured(DAYS[:30], waves(40)),),
    "one value": (measured(MONTHS[:1], [42]),),
    "two values": (measured(MONTHS[:2], [42, 44]),),
    "equal values": (measured(MONTHS, [4.2] * 24),),
    "nothing but 0": (measured(MONTHS, [0] * 24),),
    "negative values": (measured(MONTHS, waves(-40)),),
    "four lines that end together": tuple(measured(MONTHS, [5.0] * 24) for _ in range(4)),
    "a hundred years": (measured([MONTHS[0].replace(year=year) for year in range(1900, 2001)], waves(1)),),
    "millions": (measured(MONTHS, [1234567.5 * (1 + value) for value in waves(40)]),),
}


def side(text: Lettering, anchor: float) -> tuple[float, float, float]:
    """Left and right end of a line of text, and its height."""
    width = width_of(text.text, LineChart.LETTERS)
    return text.x - anchor * width, text.x + (1 - anchor) * width, text.y


@pytest.mark.parametrize("target", [None, 42.0, 9000.0, -9000.0])
@pytest.mark.parametrize("lines", CASES.values(), ids=CASES)
def test_no_label_lies_on_another_or_leaves_the_picture(
    lines: Sequence[Sequence[Measurement]], target: float | None
) -> None:
    for picture in drawn(*lines, target=target):
        months = [side(text, 0.5) for text in picture.months]
        labels = [side(line.label, 0) for line in picture.lines]
        labels += [side(picture.target_label, 0)] if picture.target_label else []
        levels = [side(text, 1) for text in picture.levels]

        assert months
        assert all(a[1] < b[0] for a, b in pairwise(months))
        assert all(abs(a[2] - b[2]) >= LineChart.LETTERS for a, b in combinations(labels, 2))
        assert all(abs(a[2] - b[2]) >= LineChart.LETTERS for a, b in combinations(levels, 2))
        assert all(-0.5 <= left < right <= picture.width + 0.5 for left, right, _ in months + labels + levels)
        assert all(0 < y < picture.height for _, _, y in months + labels + levels)
        assert all(right < picture.left for _, right, _ in levels)


@pytest.mark.parametrize(
    ("values", "target", "steps"),
    [
        ([2.41, 2.9], None, (2.4, 2.6, 2.8, 3.0)),
        ([2.41, 2.9], 3.2, (2.4, 2.6, 2.8, 3.0, 3.2)),
        ([2.41, 2.9], 60, (2.4, 2.6, 2.8, 3.0)),
        ([10, 30], None, (0, 10, 20, 30)),
        ([-30, 16], 10, (-40, -20, 0, 20)),
        ([-30, -10], None, (-30, -20, -10, 0)),
        ([5], None, (4.5, 5.0, 5.5)),
        ([0], None, (0, 0.5, 1)),
        ([5], 80, (0, 20, 40, 60, 80)),
    ],
)
def test_the_axis_spans_what_was_measured_in_round_steps(
    values: Sequence[float], target: float | None, steps: tuple[float, ...]
) -> None:
    assert scale(values, target).steps == steps


def test_a_target_that_is_far_away_is_named_at_the_edge_with_an_arrow() -> None:
    near, _ = drawn(measured(MONTHS, waves(2)), target=5.0)
    far, _ = drawn(measured(MONTHS, waves(2)), target=60.0)
    below, _ = drawn(measured(MONTHS, waves(20)), target=-60.0)

    assert near.target is not None
    assert near.target_label is not None
    assert near.target_label.text == "Ziel 5.0"
    assert (far.target, below.target) == (None, None)
    assert far.target_label is not None
    assert far.target_label.text == "↑ Ziel 60.0"
    assert below.target_label is not None
    assert below.target_label.text == "↓ Ziel -60.0"


def test_missing_months_are_gaps_unless_all_are_missing() -> None:
    months = [*MONTHS[:3], MONTHS[5], *MONTHS[8:10]]
    quarters = MONTHS[::3]
    weeks = DAYS[:60:7]

    assert [len(run) for run in runs(measured(months, waves(1)))] == [3, 1, 2]
    assert [len(run) for run in runs(measured(quarters, waves(1)))] == [8]
    assert [len(run) for run in runs(measured(weeks, waves(1)))] == [9]
    assert drawn(measured(months, waves(1)))[0].lines[0].path.count("M") == 2
    assert runs([]) == []


def test_each_line_has_marks_of_its_own_shape_and_one_in_the_legend() -> None:
    alone, _ = drawn(measured(MONTHS, waves(1)))
    four, _ = drawn(*(measured(MONTHS, waves(low)) for low in range(4)))
    shapes = {re.sub(r"^M[\d.]+ [\d.]+", "", line.marks.rpartition("M")[2]) for line in four.lines}

    assert alone.lines[0].marks.count("M") == 24
    assert [line.marks.count("M") for line in four.lines] == [25, 25, 25, 25]
    assert len({shape.partition("m")[2] for shape in shapes}) == 4


def test_an_interval_is_a_band_around_the_line_and_within_the_axis() -> None:
    picture, _ = drawn(measured(MONTHS[:3], [30, 40, 50], 25))

    assert picture.lines[0].band.count("L") == 5
    assert picture.lines[0].band.endswith("Z")
    assert [text.text for text in picture.levels] == ["0,00", "20,00", "40,00", "60,00", "80,00"]


def test_ten_years_of_days_are_a_small_picture_with_every_extreme() -> None:
    values = [50.0] * 3653
    values[1000], values[2000] = 99, 1
    large, small = drawn(measured(DAYS, values))

    heights = [float(y) for y in re.findall(r"[ML][\d.]+ ([\d.]+)", large.lines[0].path)]
    assert (min(heights), max(heights)) == (14.4, large.bottom - 2.4)
    assert len(large.lines[0].path) < 12_000
    assert len(small.lines[0].path) < 6_000
    assert large.lines[0].marks.count("M") == 1


def test_nothing_is_drawn_without_a_line() -> None:
    assert line_charts([], words=WORDS) == ()


def test_a_sparkline_spans_its_own_values_and_needs_two() -> None:
    line = sparkline(measured(MONTHS[:4], [1, 3, 2, 2]), 2.5)

    assert line is not None
    assert line.path == "M3 21L33.7 3L62.3 12L93 12"
    assert (line.last.x, line.last.y) == (93.0, 12.0)
    assert line.target == 7.5
    assert sparkline(measured(MONTHS[:1], [1])) is None
    outside = sparkline(measured(MONTHS[:2], [1, 2]), 60)
    assert outside is not None
    assert outside.target is None


@pytest.mark.parametrize("title", ["89.900", "2,9 %", "243,38 €", "1 Tag", "–"])
def test_the_latest_value_is_never_cut(title: str) -> None:
    for picture in line_charts([Course(title=title, values=measured(MONTHS, waves(1)))], words=WORDS):
        assert picture.lines[0].label.text == title


def test_the_same_values_give_the_same_picture() -> None:
    assert drawn(measured(DAYS, waves(3)), target=4) == drawn(measured(DAYS, waves(3)), target=4)
