"""The ways through a journey that branches or loops: where its steps lead, and the jumps beside them."""

from pathlib import Path

from core.pages.maps.maps import journey_of
from journeybook.pages.journey.ways import Ways, journey_ways

LOOP = """
- {title: wählen, id: choose}
- {title: anprobieren, id: try, next: [{to: pay, when: passt}, {to: choose, when: drückt}]}
- {title: zahlen, id: pay}
- {title: tragen, id: wear, next: [{to: end, when: sitzt}, {to: return, when: reibt}]}
- {title: pflegen, id: care, next: choose}
- {title: zurückgeben, id: return}
"""


def laid(tmp_path: Path, steps: str) -> Ways:
    found = journey_ways(journey_of(tmp_path, steps))
    assert found is not None
    return found


def test_a_journey_that_only_goes_on_has_no_ways_to_show(tmp_path: Path) -> None:
    assert journey_ways(journey_of(tmp_path, "[a, b, c]")) is None


def test_each_step_tells_where_it_leads_unless_that_is_just_the_following_one(tmp_path: Path) -> None:
    steps = laid(tmp_path, LOOP).steps

    assert [
        [(branch.target.number if branch.target else None, branch.when) for branch in way.branches]
        for way in steps
    ] == [
        [],
        [(3, "passt"), (1, "drückt")],
        [],
        [(None, "sitzt"), (6, "reibt")],
        [(1, "")],
        [],
    ]
    assert [way.goes_on for way in steps] == [True, True, True, False, False, True]
    assert [way.is_first for way in steps] == [True, *[False] * 5]


def test_jumps_share_a_lane_where_they_do_not_meet_the_short_ones_nearest(tmp_path: Path) -> None:
    found = laid(tmp_path, LOOP)

    assert [(jump.start, jump.end, jump.lane, jump.is_back) for jump in found.jumps] == [
        (2, 1, 1, True),
        (4, 6, 1, False),
        (4, 7, 2, False),
        (5, 1, 3, True),
    ]
    assert [(jump.top, jump.bottom) for jump in found.jumps] == [(1, 2), (4, 6), (4, 7), (1, 5)]
    assert found.lane_count == 3


def test_a_step_that_is_done_again_and_again_is_no_jump(tmp_path: Path) -> None:
    found = laid(tmp_path, "- {title: warten, id: wait, next: [wait, go]}\n- {title: gehen, id: go}")

    assert (found.jumps, found.lane_count) == ((), 0)
