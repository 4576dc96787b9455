"""The rows of a map: which there are, which views show them, where the line of visibility runs."""

from pathlib import Path

from core.handbooks import with_steps
from journeybook.pages.journey.map import map_rows, views

ALL = """
  - title: Ich bezahle
    satisfaction: 2
    touchpoints: kasse
    actions: Zahlt
    thoughts: Hm
    pain_points: [Es dauert]
    frontstage: Kassiert
    backstage: Bucht
    systems: Kasse
  - Ich gehe
"""


def test_only_rows_with_content_are_there_in_their_order(tmp_path: Path) -> None:
    rows = map_rows(with_steps(tmp_path, ALL))

    assert [row.name for row in rows] == [
        "actions",
        "satisfaction",
        "touchpoints",
        "thoughts",
        "pain_points",
        "frontstage",
        "backstage",
        "systems",
    ]
    assert {row.name for row in rows if row.steps == {"ich-bezahle"}} == {row.name for row in rows}


def test_the_views_share_the_rows_that_belong_to_both(tmp_path: Path) -> None:
    rows = map_rows(with_steps(tmp_path, ALL))

    assert views(rows) == ("problems", "blueprint")
    assert {row.name: row.views for row in rows} == {
        "actions": ("blueprint",),
        "satisfaction": ("problems",),
        "touchpoints": ("problems", "blueprint"),
        "thoughts": (),
        "pain_points": ("problems",),
        "frontstage": ("blueprint",),
        "backstage": ("blueprint",),
        "systems": ("blueprint",),
    }


def test_a_view_without_what_it_is_for_is_not_offered(tmp_path: Path) -> None:
    steps = "\n  - {title: Ich bezahle, satisfaction: 2, actions: Zahlt, touchpoints: kasse}\n"

    assert views(map_rows(with_steps(tmp_path, steps))) == ()


def test_the_line_of_visibility_runs_above_the_first_row_that_customers_do_not_see(tmp_path: Path) -> None:
    def below_line(steps: str, folder: str) -> list[str]:
        rows = map_rows(with_steps(tmp_path / folder, steps))
        return [row.name for row in rows if row.is_below_line]

    assert below_line(ALL, "all") == ["backstage"]
    assert below_line("\n  - {title: Ich bezahle, systems: Kasse}\n", "systems") == ["systems"]
    assert below_line("\n  - {title: Ich bezahle, frontstage: Kassiert}\n", "front") == []
