"""Touchpoints as bars: from the first to the last step of a run, by channel, with gaps where none is named."""

from pathlib import Path

from core.pages.maps.maps import map_among, map_of
from journeybook.pages.journey.map.bars import Bar, Bars

TWO = """
- {title: a, touchpoints: kasse}
- {title: b, touchpoints: [korb, kasse]}
- {title: c, touchpoints: korb}
"""
MORE = """
- {title: d, touchpoints: korb}
- e
- {title: f, touchpoints: kasse}
"""


def drawn(bars: Bars | None, row: int) -> list[Bar | None]:
    """A row of bars, cell by cell."""
    assert bars is not None
    return [next((bar for bar in cell if bar.row == row), None) for cell in bars.cells]


def ends(bars: list[Bar | None]) -> str:
    """A row as letters: `[` where a bar begins, `]` where it ends, `o` for both, `-` between, `.` for nothing."""
    letters = {(True, True): "o", (True, False): "[", (False, True): "]", (False, False): "-"}
    return "".join(letters[bar.is_start, bar.is_end] if bar else "." for bar in bars)


def test_a_bar_runs_from_the_first_to_the_last_step_of_a_run(tmp_path: Path) -> None:
    bars = map_of(tmp_path, TWO, MORE).bars

    assert bars is not None
    assert (bars.row_count, bars.channels, bars.gap_count) == (2, (), 0)
    assert [ends(drawn(bars, row)) for row in range(2)] == ["[]...o", ".[-].."]


def test_its_name_stands_where_it_begins_and_again_where_a_stage_does(tmp_path: Path) -> None:
    bars = map_of(tmp_path, TWO, MORE).bars

    named = [[bool(bar and bar.is_named) for bar in drawn(bars, row)] for row in range(2)]
    assert named == [
        [True, False, False, False, False, True],
        [False, True, False, True, False, False],
    ]


def test_its_name_may_take_the_room_until_the_next_bar_of_the_row_begins(tmp_path: Path) -> None:
    bars = map_of(tmp_path, TWO, MORE).bars

    assert [bar and bar.room for bar in drawn(bars, 0)] == [5, 4, None, None, None, 1]
    assert [bar and bar.room for bar in drawn(bars, 1)] == [None, 5, 4, 3, None, None]


def test_rows_of_one_channel_stand_together(tmp_path: Path) -> None:
    files = {"touchpoints/regal.md": "---\ntitle: Regal\nchannel: store\n---\n"}
    steps = (
        "- {title: a, touchpoints: kasse}\n- {title: b, touchpoints: korb}\n- {title: c, touchpoints: regal}"
    )
    bars = map_among(tmp_path, files, steps).bars

    assert bars is not None
    assert [[bar.row for bar in cell] for cell in bars.cells] == [[0], [2], [1]]


def test_a_channel_without_a_touchpoint_is_a_gap(tmp_path: Path) -> None:
    steps = "- {title: a, touchpoints: kasse}\n- {title: b, channel: web}\n- {title: c, channel: web}\n- d"
    bars = map_of(tmp_path, steps).bars

    assert bars is not None
    assert bars.gap_count == 2
    assert [ends(drawn(bars, row)) for row in range(2)] == ["o...", ".[]."]
    assert [bar and bar.touchpoints for bar in drawn(bars, 1)] == [None, (), (), None]


def test_of_more_than_eight_touchpoints_those_of_a_channel_share_a_row(tmp_path: Path) -> None:
    files = {
        f"touchpoints/p{number}.md": f"---\ntitle: Punkt {number}\nchannel: {'web' if number % 2 else 'store'}\n---\n"
        for number in range(9)
    }
    steps = [f"- {{title: s{number}, touchpoints: p{number}}}" for number in range(8)]
    few = map_among(tmp_path / "8", files, "\n".join(steps)).bars
    many = map_among(tmp_path / "9", files, "\n".join([*steps, "- {title: s8, touchpoints: [p8, p0]}"])).bars

    assert few is not None
    assert many is not None
    assert (few.row_count, few.channels) == (8, ())
    assert [channel and channel.title for channel in many.channels] == ["Filiale", "Webshop"]
    assert [ends(drawn(many, row)) for row in range(2)] == ["o.o.o.o.o", ".o.o.o.o."]
    last = drawn(many, 0)[8]
    assert last is not None
    assert [point.title for point in last.touchpoints] == ["Punkt 0", "Punkt 8"]


def test_a_journey_that_names_neither_has_no_bars(tmp_path: Path) -> None:
    assert map_of(tmp_path, "- a").bars is None
