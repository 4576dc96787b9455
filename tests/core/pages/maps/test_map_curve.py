"""The curve of a map, cut into cells: one curve over their borders, which never leaves the values."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.pages.maps.maps import map_of
from journeybook.charts import CellLine, cell_lines, curve, height_of
from journeybook.charts.cells import Bend
from journeybook.pages.curves.cells import MapCurve
from journeybook.pages.journey.map.paths import CELL_FILTERS

Values = list[float | None]
VALUES = st.lists(st.none() | st.integers(1, 5) | st.floats(1, 5), min_size=1, max_size=12)


def at(bend: Bend, time: float) -> float:
    """The height of a Bézier curve at a time, 0 to 1."""
    shares = ((1 - time) ** 3, 3 * time * (1 - time) ** 2, 3 * time**2 * (1 - time), time**3)
    return sum(share * height for share, (_, height) in zip(shares, bend, strict=True))


def joined(cells: tuple[CellLine, ...]) -> list[tuple[Bend, Bend]]:
    """The halves of the curve before and behind each border that it crosses."""
    crossed = [
        ([bend for bend in left.bends if bend[3][0] == 1], [bend for bend in right.bends if bend[0][0] == 0])
        for left, right in pairwise(cells)
    ]
    assert [len(before) for before, _ in crossed] == [len(behind) for _, behind in crossed]
    return [(before[0], behind[0]) for before, behind in crossed if before]


@given(VALUES)
def test_the_halves_of_a_curve_meet_at_the_border_without_a_kink(values: Values) -> None:
    for before, behind in joined(cell_lines(values)):
        assert before[3][1] == pytest.approx(behind[0][1])
        out, back = before[3][1] - before[2][1], behind[1][1] - behind[0][1]
        assert out == pytest.approx(back, abs=1e-9)


@given(VALUES)
def test_a_curve_is_joined_where_two_neighbours_have_values_and_bridged_elsewhere(values: Values) -> None:
    cells = cell_lines(values)
    has_both = [None not in pair for pair in pairwise(values)]

    assert len(joined(cells)) == sum(has_both)
    assert [cell.height for cell in cells] == [
        None if value is None else height_of(value) for value in values
    ]
    assert [len(cell.bends) + len(cell.gaps) for cell in cells] == [
        _reached(values, place) for place in range(len(values))
    ]


def _reached(values: Values, place: int) -> int:
    """How many sides of a column have a line: those towards a value."""
    before, behind = values[:place], values[place + 1 :]
    sides = [any(value is not None for value in side) for side in (before, behind)]
    return sum(sides) if values[place] is not None else int(all(sides))


@given(VALUES)
def test_a_curve_never_leaves_the_values_that_it_joins(values: Values) -> None:
    cells = cell_lines(values)
    times = [number / 8 for number in range(9)]
    for before, behind in joined(cells):
        heights = [at(bend, time) for bend in (before, behind) for time in times]
        steps = [right - left for left, right in pairwise(heights)]
        rises = before[0][1] <= behind[3][1]
        assert [step for step in steps if (step < -1e-9 if rises else step > 1e-9)] == []


def test_cells_draw_the_same_curve_as_a_picture() -> None:
    values: Values = [2, 5, 4, 1, 1, None, 3, 4]
    (line,) = curve([values], column=100, height=100).lines
    pieces = [
        [float(number) for number in re.findall(r"-?[\d.]+", piece)]
        for run in line.path.split("M")[1:]
        for piece in run.split("C")
    ]
    ends = [piece[-1] for piece in pieces]

    assert [100 * cell.height for cell in cell_lines(values) if cell.height is not None] == pytest.approx(
        ends
    )
    handles = [piece[1] for piece in pieces if len(piece) == 6]
    halves = joined(cell_lines(values))
    assert [100 * (2 * before[1][1] - before[0][1]) for before, _ in halves] == pytest.approx(
        handles, abs=0.01
    )


def test_a_gap_is_a_straight_line_across_the_columns_without_a_value() -> None:
    first, middle, last = cell_lines([2, None, 4])
    (out,), (over,), (back,) = first.gaps, middle.gaps, last.gaps

    assert (first.bends, middle.bends, middle.height) == ((), (), None)
    assert [out[0][0], out[1][0], over[0][0], over[1][0], back[0][0], back[1][0]] == [0.5, 1, 0, 1, 0, 0.5]
    assert out[0][1] == height_of(2)
    assert back[1][1] == height_of(4)
    assert [out[1][1], over[1][1]] == pytest.approx([over[0][1], back[0][1]])


def test_a_path_runs_across_a_map_and_down_a_list() -> None:
    left, right = cell_lines([1, 5])

    assert CELL_FILTERS["across"](left).startswith("M50 86C")
    assert CELL_FILTERS["across"](left).endswith(" 100 50")
    assert CELL_FILTERS["down"](left).startswith("M14 50C")
    assert CELL_FILTERS["down"](right).endswith(" 86 50")
    assert CELL_FILTERS["gaps_across"](left) == ""
    assert CELL_FILTERS["gaps_down"](cell_lines([1, None, 1])[1]) == "M14 0L14 100"


def curve_of(root: Path, *steps: str) -> MapCurve:
    lines = [f"- {{title: s{number}, satisfaction: {each}}}" for number, each in enumerate(steps)]
    found = map_of(root, "\n".join(line.replace(", satisfaction: }", "}") for line in lines)).curve
    assert found is not None
    return found


def lows(found: MapCurve) -> list[tuple[str, tuple[int, ...]]]:
    """The steps with a low point, and whose it is."""
    points = [(cell.column.step.title, point.low_of) for cell in found.cells for point in cell.points]
    return [(step, lines) for step, lines in points if lines]


def test_equal_values_of_personas_are_one_point(tmp_path: Path) -> None:
    found = curve_of(tmp_path, "{anna: 3, bodo: 3}", "{anna: 2, bodo: 4}", "{anna: 5}")

    assert [[(point.satisfaction, point.lines) for point in cell.points] for cell in found.cells] == [
        [(3, (0, 1))],
        [(2, (0,)), (4, (1,))],
        [(5, (0,))],
    ]


def test_only_the_lowest_point_of_a_line_is_marked_and_only_where_it_is_low(tmp_path: Path) -> None:
    found = curve_of(tmp_path, "{anna: 2, bodo: 3}", "{anna: 1, bodo: 4}", "{anna: 5, bodo: 5}")

    assert lows(found) == [("s1", (0,))]


def test_a_line_that_is_everywhere_the_same_has_no_low_point(tmp_path: Path) -> None:
    assert lows(curve_of(tmp_path, "1", "1")) == []


def test_a_step_without_a_value_is_counted_and_has_no_point(tmp_path: Path) -> None:
    found = curve_of(tmp_path, "4", "", "3")

    assert found.missing == 1
    assert [len(cell.points) for cell in found.cells] == [1, 0, 1]
    assert [bool(cell.lines[0].gaps) for cell in found.cells] == [True, True, True]


def test_a_journey_without_values_has_no_curve(tmp_path: Path) -> None:
    assert map_of(tmp_path, "- a").curve is None
