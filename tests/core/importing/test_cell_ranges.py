"""Many cells are named in few words."""

import pytest

from journeybook.report.cell_ranges import cell_ranges


@pytest.mark.parametrize(
    ("addresses", "named"),
    [
        ("Map!B3", "Map!B3"),
        ("Map!B3 Map!C3 Map!D3 Map!F3", "Map!B3:D3, F3"),
        ("Map!B3 Map!B4 Map!B5", "Map!B3:B5"),
        ("Map!B3 Map!C3 Map!B4 Map!C4 Map!B6 Map!C6", "Map!B3:C4, B6:C6"),
        ("Map!Z1 Map!AA1 Other!A2", "Map!Z1:AA1, Other!A2"),
        ("Map!C3 Map!B3 Map!B3", "Map!B3:C3"),
    ],
)
def test_cells_beside_each_other_are_a_range(addresses: str, named: str) -> None:
    assert cell_ranges(addresses.split()) == named


def test_lines_stand_one_after_another() -> None:
    assert cell_ranges(["line 7", "line 9", "line 7"]) == "line 7, line 9"
