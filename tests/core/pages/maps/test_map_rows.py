"""The folded rows of a map: which there are, how much each step has, how far a text may run, where the line runs."""

from pathlib import Path

import pytest

from core.pages.maps.maps import map_of
from journeybook.model.lanes import Side

ALL = """
- title: Ich bezahle
  satisfaction: 2
  touchpoints: kasse
  actions: [Zahlt, Wartet]
  thoughts: Hm
  pain_points: [Es dauert]
  frontstage: Kassiert
  backstage: Bucht
  systems: Kasse
  metrics: umsatz
- Ich gehe
- {title: Ich komme wieder, thoughts: Gut, moment_of_truth: true}
"""


def test_rows_with_content_are_there_in_their_groups(tmp_path: Path) -> None:
    groups = map_of(tmp_path, ALL).groups

    assert {group.side: [row.lane.name for row in group.rows] for group in groups} == {
        Side.CUSTOMER: ["actions", "thoughts"],
        Side.FIRM: ["frontstage", "backstage", "systems"],
        Side.FIGURES: ["metrics"],
    }


def test_a_folded_group_says_how_much_each_step_has(tmp_path: Path) -> None:
    groups = map_of(tmp_path, ALL).groups

    assert {group.side: [count.number for count in group.counts] for group in groups} == {
        Side.CUSTOMER: [3, 0, 1],
        Side.FIRM: [3, 0, 0],
        Side.FIGURES: [1, 0, 0],
    }
    assert [count.share for count in groups[0].counts] == [1, 0, pytest.approx(1 / 3)]
    shown = [[cell.span > 0 for cell in row.cells] for row in groups[0].rows]
    assert shown == [[True, False, False], [True, False, True]]


def test_a_group_without_content_is_not_there(tmp_path: Path) -> None:
    assert map_of(tmp_path, "- {title: Ich bezahle, satisfaction: 2, touchpoints: kasse}").groups == ()


@pytest.mark.parametrize(
    ("steps", "below"),
    [
        (ALL, ["backstage"]),
        ("- {title: Ich bezahle, systems: Kasse}", ["systems"]),
        ("- {title: Ich bezahle, frontstage: Kassiert}", []),
    ],
)
def test_the_line_of_visibility_runs_above_the_first_row_that_customers_do_not_see(
    steps: str, below: list[str], tmp_path: Path
) -> None:
    rows = [row for group in map_of(tmp_path, steps).groups for row in group.rows]

    assert [row.lane.name for row in rows if row.is_below_line] == below


def test_a_text_runs_over_empty_neighbours_of_its_stage_but_not_too_far(tmp_path: Path) -> None:
    first = "\n".join(["- {title: a, thoughts: Hm}", *(f"- {name}" for name in "bcde")])
    second = "- f\n- {title: g, thoughts: Oh}\n- h\n- {title: i, thoughts: Ah}"
    (group,) = map_of(tmp_path, first, second).groups

    assert [cell.span for cell in group.rows[0].cells] == [3, 0, 0, 0, 0, 0, 2, 0, 1]


@pytest.mark.parametrize("count", [1, 16, 17])
def test_a_map_of_many_steps_has_numbers_for_heads(count: int, tmp_path: Path) -> None:
    found = map_of(tmp_path, "\n".join(f"- Schritt {number}" for number in range(count)))

    assert found.is_long is (count > 16)
    assert [column.place for column in found.columns] == list(range(1, count + 1))
