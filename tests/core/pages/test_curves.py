"""The geometry of satisfaction curves: what is low, what is moved aside, what is left open."""

import pytest

from journeybook.charts import curve

ColumnOfScores = list[float | None]


def shifts(column: ColumnOfScores) -> list[float | None]:
    """How far each line's point of a column is moved."""
    lines = curve([[score] for score in column]).lines
    return [line.points[0].shift if line.points else None for line in lines]


@pytest.mark.parametrize(
    ("column", "moved"),
    [
        ([3], [0]),
        ([3, 5], [0, 0]),
        ([3, 4], [0, 0]),
        ([3, 3], [-0.5, 0.5]),
        ([3, 3.5], [-0.5, 0.5]),
        ([4, 2, 4], [-0.5, 0, 0.5]),
        ([1, 1, 1, 1], [-1.5, -0.5, 0.5, 1.5]),
        ([None, 2, 2], [None, -0.5, 0.5]),
    ],
)
def test_only_points_that_would_cover_each_other_are_moved(
    column: ColumnOfScores, moved: list[float | None]
) -> None:
    assert shifts(column) == moved


@pytest.mark.parametrize(
    ("scores", "low"),
    [
        ([4, 2, 3], [1]),
        ([2, 4, 2], [0, 2]),
        ([3, 3, 3], []),
        ([3], []),
        ([None, 4, None, 1], [3]),
        ([None], []),
    ],
)
def test_a_point_is_low_where_the_line_is_nowhere_lower_and_somewhere_higher(
    scores: ColumnOfScores, low: list[int]
) -> None:
    (line,) = curve([scores]).lines
    assert [point.column for point in line.points if point.is_low] == low


def test_the_size_of_a_picture_scales_it() -> None:
    small, large = curve([[1, 5, None, 3]]), curve([[1, 5, None, 3]], column=200, height=50)
    assert (small.width, small.height) == (400, 100)
    assert (large.width, large.height) == (800, 50)
    for one, other in zip(small.lines[0].points, large.lines[0].points, strict=True):
        assert (other.x, other.y) == (one.x * 2, one.y / 2)


def test_a_step_without_a_value_breaks_the_line_and_is_bridged_by_another() -> None:
    (line,) = curve([[2, None, 4]]).lines
    assert line.path.count("M") == 2
    assert line.gaps == "M50 68L250 32"
