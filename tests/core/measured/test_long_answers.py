"""Answers of several lines, as spreadsheets and survey tools write them into CSV."""

from pathlib import Path

from core.handbooks import HANDBOOK, errors, read
from journeybook import project

NPS = "  - {id: nps, title: NPS, unit: score, direction: up, formula: nps}\n"
ANSWERS = """\
date;metric;score;comment;channel
2026-10-01;nps;10;"Alles gut.

Bis auf ""das Licht"";
2026-10-02;nps;0;so war es
";web
2026-10-03;nps;9;kurz;store
"""


def handbook(root: Path, answers: str) -> project.Project:
    text = HANDBOOK.replace("review_every", f"{NPS}review_every")
    return read(root, {"handbook.yml": text, "metrics/answers.csv": answers})


def test_a_comment_of_several_lines_is_one_cell_of_its_row(tmp_path: Path) -> None:
    found = handbook(tmp_path, ANSWERS)

    assert errors(found) == []
    assert [(item.value, item.n, item.channel) for item in found.catalogue.values] == [
        (100, 1, "web"),
        (100, 1, "store"),
    ]


def test_what_is_wrong_behind_it_is_told_in_its_own_line(tmp_path: Path) -> None:
    lines = 'date;metric;comment;score\n2026-10-01;nps;"eins\nzwei";viel\n2026-10-02;nps;x;y\n'
    (one, other) = errors(handbook(tmp_path, lines))

    assert one.startswith("journeys/metrics/answers.csv:3:7: invalid-row: 'score' must be")
    assert other.startswith("journeys/metrics/answers.csv:4:18: invalid-row: 'score' must be")


def test_a_quotation_mark_without_its_partner_costs_its_own_row_alone(tmp_path: Path) -> None:
    lines = 'date;metric;comment;score\n2026-10-01;nps;"oh;9\n2026-10-02;nps;;8\n'
    (told,) = errors(handbook(tmp_path, lines))

    assert told.startswith("journeys/metrics/answers.csv:2:1: invalid-row: The quotation marks")
