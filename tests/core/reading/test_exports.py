"""Exports of analytics tools: columns that metrics of the handbook take, and how one is brought in."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.handbooks import HANDBOOK, errors, read
from journeybook import project
from journeybook.kinds import ThingKind
from journeybook.load.document import read_document
from journeybook.load.sheets.exports import with_exports
from journeybook.load.sheets.values import read_values

EXPORT = "# ----\n# Landing pages\n# ----\n\nDate,Sessions,Bounce rate\n20261001,12,40.5\n20261002,15,\n"
SESSIONS = "  - {id: sitzungen, title: Sitzungen, unit: count, direction: up, columns: Sessions}\n"


def handbook(root: Path, metrics: str, export: str = EXPORT) -> project.Project:
    text = HANDBOOK.replace("review_every", f"{metrics}review_every")
    return read(root, {"handbook.yml": text, "metrics/export.csv": export})


def values(found: project.Project) -> list[str]:
    return [f"{item.metric} {item.date} {item.value:g}" for item in found.catalogue.values]


def test_a_column_is_read_where_a_metric_takes_it(tmp_path: Path) -> None:
    found = handbook(tmp_path, SESSIONS)

    assert errors(found) == []
    assert values(found) == ["sitzungen 2026-10-01 12", "sitzungen 2026-10-02 15"]
    assert [item.message for item in found.findings if item.rule == "unread-column"] == [
        "Not read of this file: 'Bounce rate'."
    ]


def test_several_columns_are_read_and_empty_cells_are_none(tmp_path: Path) -> None:
    bounces = "  - {id: bounce, title: Bounce rate, unit: percent, direction: down}\n"
    found = handbook(tmp_path, SESSIONS + bounces)

    assert values(found) == ["sitzungen 2026-10-01 12", "bounce 2026-10-01 40.5", "sitzungen 2026-10-02 15"]


@pytest.mark.parametrize("name", ["sitzungen", "Sitzungen", "SITZUNGEN"])
def test_a_column_may_be_called_as_the_metric_is(tmp_path: Path, name: str) -> None:
    found = handbook(tmp_path, SESSIONS, f"Datum;{name};channel\n01.10.2026;4,5;web\n")

    assert errors(found) == []
    assert [(item.value, item.channel) for item in found.catalogue.values] == [(4.5, "web")]


def test_an_export_that_no_metric_takes_is_told_with_the_lines_to_write(tmp_path: Path) -> None:
    message = (
        "journeys/metrics/export.csv:5:1: missing-field: No metric of handbook.yml takes a column of this "
        "export: 'Sessions' or 'Bounce rate'. Write 'columns: Sessions' into the metric that it is, or list a "
        "new one under 'metrics': '- {id: sessions, title: Sessions, unit: count, direction: up, "
        "columns: Sessions}'."
    )
    assert errors(handbook(tmp_path, "")) == [message]


def test_the_line_that_is_advised_brings_an_export_in(tmp_path: Path) -> None:
    head = 'Tag;"Umsatz: netto, Deutschland"\n01.10.2026;4,5\n'
    advice = errors(handbook(tmp_path / "a", "", head))[0].rpartition("'- ")[2].removesuffix("'.")
    found = handbook(tmp_path / "b", f"  - {advice}\n", head)

    assert errors(found) == []
    assert values(found) == ["umsatz-netto-deutschland 2026-10-01 4.5"]


def test_an_export_is_read_anew_when_the_handbook_takes_another_column(tmp_path: Path) -> None:
    before = handbook(tmp_path, SESSIONS)
    other = HANDBOOK.replace("review_every", f"{SESSIONS.replace('Sessions', 'Bounce rate')}review_every")
    (tmp_path / "handbook.yml").write_text(other)
    after = project.read(tmp_path, "journeys", before)

    assert values(after) == ["sitzungen 2026-10-01 40.5"]


def test_a_handbook_that_cannot_be_read_makes_no_problem_of_an_export(tmp_path: Path) -> None:
    found = read(tmp_path, {"handbook.yml": "metrics: [\n", "metrics/export.csv": EXPORT})

    assert [item.place.path for item in found.errors] == ["journeys/handbook.yml"]


def test_what_is_wrong_in_an_export_is_told_with_its_cell(tmp_path: Path) -> None:
    export = "Date,Sessions\n20261001,1.234\n01/02/2026,5\n20261003,x\n20261004\n"
    text = "journeys/metrics/export.csv:{} invalid-row: {}"

    assert errors(handbook(tmp_path, SESSIONS, export)) == [
        text.format("3:1:", "'Date' must be 2026-02-01 or 2026-01-02, whichever is meant, not '01/02/2026'."),
        text.format("4:10:", "'Sessions' must be a number with a point, such as 2.5, not 'x'."),
        text.format("5:1:", "This row has 1 cells, the first line has 2."),
    ]


def test_a_percentage_of_a_metric_of_another_unit_is_refused(tmp_path: Path) -> None:
    message = (
        "journeys/metrics/export.csv:2:1: invalid-row: The value 4 % of 'sitzungen' is a percentage, but "
        "handbook.yml says 'unit: count'."
    )
    assert errors(handbook(tmp_path, SESSIONS, "Date,Sessions\n20261001,4%\n")) == [message]


@pytest.mark.parametrize(
    "name", ["Sales", "Visits", "Users", "Page views", "Value", "Score", "Sum", "Meters"]
)
def test_ordinary_names_of_columns_are_taken(tmp_path: Path, name: str) -> None:
    metric = f"  - {{id: m, title: M, unit: count, direction: up, columns: {name}}}\n"

    assert values(handbook(tmp_path, metric, f"Date,{name}\n20261001,4\n")) == ["m 2026-10-01 4"]


def test_a_column_that_two_metrics_take_is_told(tmp_path: Path) -> None:
    other = SESSIONS.replace("id: sitzungen", "id: besuche").replace("Sessions", "[Visits, sessions]")

    assert errors(handbook(tmp_path, SESSIONS + other)) == [
        "journeys/handbook.yml:24:83: invalid-value: The metric 'sitzungen' takes the column 'sessions' already."
    ]


def test_an_export_without_days_is_told_what_it_needs(tmp_path: Path) -> None:
    sentence = "An export must have one column with the day of each row."

    assert errors(handbook(tmp_path, SESSIONS, "Landing page,Sessions\n/,5\n/a,20261001\n"))[0].endswith(
        sentence
    )


@pytest.mark.parametrize("name", ["DATE", "Day Index", "Zeitstempel", "Eingereicht am"])
def test_the_column_of_days_may_be_called_as_tools_do(tmp_path: Path, name: str) -> None:
    found = handbook(tmp_path, SESSIONS, f"{name},Sessions\n2026-10-01 08:00,5\n")

    assert values(found) == ["sitzungen 2026-10-01 5"]


def test_rows_of_totals_are_left_out_and_named(tmp_path: Path) -> None:
    found = handbook(tmp_path, SESSIONS, "Date,Sessions\n20261001,5\n,5\nGrand total,5\n")

    assert errors(found) == []
    assert values(found) == ["sitzungen 2026-10-01 5"]
    assert [item.message for item in found.findings if item.rule == "unread-column"] == [
        "Not read of this file: an empty text, 'Grand total'."
    ]


def test_an_export_of_days_alone_lacks_the_rest(tmp_path: Path) -> None:
    sentence = "The columns 'metric' and 'value' are missing; the first line must name the columns"

    assert any(sentence in message for message in errors(handbook(tmp_path, SESSIONS, "Tag\n1.10.2026\n")))


CELLS = [
    "Date",
    "Tag",
    "Sessions",
    "metric",
    "score",
    "n",
    "m",
    "2026-10",
    "01/02/2026",
    "Okt 26",
    "32.13.2026",
    "4,3",
    "1.234,5",
]
SIGNS = [
    ",",
    ";",
    "\t",
    "\n",
    "\r\n",
    '"',
    "#",
    "%",
    "sep=;",
    "\0",
    "\ufeff",
    "é",
    "٣",
    "\u2028",
    "-",
    "9" * 20,
]


@given(st.lists(st.sampled_from(CELLS + SIGNS), max_size=40), st.sampled_from(["utf-8", "utf-16", "cp1252"]))
def test_whatever_a_file_holds_is_values_or_findings(parts: list[str], encoding: str) -> None:
    known = read_document(
        "handbook.yml", "handbook.yml", ThingKind.HANDBOOK, f"metrics:\n{SESSIONS}".encode()
    )
    document = read_values("a.csv", "metrics/a.csv", "".join(parts).encode(encoding, "replace"))
    read_one = with_exports([known, document])[1]

    assert all(value.metric for _, value in read_one.values)
    assert {finding.place.path for finding in (*read_one.findings, *read_one.hints)} <= {"a.csv"}
