"""Two curves over the same stages: where points lie, where lines break, which value stands above."""

import re

from journeybook.charts import StageColumn, curve_pair


def test_steps_are_spread_evenly_over_their_stage() -> None:
    drawn = curve_pair(
        [
            StageColumn(now=[(0, 3), (1, 3)], then=[(0, 5), (1, 5), (2, 5)]),
            StageColumn(now=[(2, 1)], then=[(3, 4)]),
        ]
    )

    assert (drawn.width, drawn.widths) == (400, (3, 1))
    assert [point.x for point in drawn.now.points] == [75, 225, 350]
    assert [point.x for point in drawn.then.points] == [50, 150, 250, 350]
    levels = dict(drawn.levels)
    assert [point.y for point in drawn.now.points] == [levels[3], levels[3], levels[1]]


def test_a_stage_without_steps_of_either_has_the_width_of_one() -> None:
    assert curve_pair([StageColumn(now=[], then=[(0, 2)]), StageColumn(now=[], then=[])]).widths == (1, 1)


def test_a_line_breaks_where_a_step_has_no_value_and_is_joined_by_a_gap() -> None:
    drawn = curve_pair([StageColumn(now=[(0, 3), (1, None), (2, 3)], then=[(0, None), (1, None), (2, None)])])

    assert (drawn.now.path, drawn.now.gaps) == ("M50 50M250 50", "M50 50L250 50")
    assert (drawn.then.points, drawn.then.path, drawn.then.gaps) == ((), "", "")


def test_a_line_runs_on_over_a_stage_that_is_new() -> None:
    drawn = curve_pair(
        [
            StageColumn(now=[(0, 3)], then=[(0, 3)]),
            StageColumn(now=[], then=[(1, 4)]),
            StageColumn(now=[(1, 3)], then=[(2, 3)]),
        ]
    )

    assert re.findall("[MC]", drawn.now.path) == ["M", "C"]
    assert drawn.now.gaps == ""


def test_a_line_does_not_lead_back_where_stages_change_places() -> None:
    drawn = curve_pair([StageColumn(now=[(1, 2)], then=[(0, 2)]), StageColumn(now=[(0, 4)], then=[(1, 4)])])

    assert re.findall("[MC]", drawn.now.path) == ["M", "M"]
    assert drawn.now.gaps == ""
    assert re.findall("[MC]", drawn.then.path) == ["M", "C"]


def test_a_line_turns_at_its_points_only() -> None:
    drawn = curve_pair(
        [
            StageColumn(now=[(0, 5), (1, 1)], then=[(0, 3)] * 1),
            StageColumn(now=[(2, 1), (3, 4), (4, 2)], then=[]),
        ]
    )
    heights = [point.y for point in drawn.now.points]
    numbers = [float(number) for number in re.findall(r"-?[\d.]+", drawn.now.path)]

    assert min(heights) <= min(numbers[1::2])
    assert max(numbers[1::2]) <= max(heights)
