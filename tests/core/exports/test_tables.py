"""A handbook as tables: rows, keys that join them, computed figures, and the CSV of them."""

import csv
import io
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from core import handbooks, random_handbooks
from journeybook import project
from journeybook.cli import main
from journeybook.exports.cells import is_formula_like
from journeybook.exports.tables.csv_text import csv_files, csv_text
from journeybook.exports.tables.figures import figures_of
from journeybook.exports.tables.forms import TABLES
from journeybook.exports.tables.rows import RowsByTable, tables_of
from journeybook.kinds import IN_HANDBOOK

TODAY = date(2026, 11, 28)
JOURNEY = """\
---
title: Kaufen
personas: [anna, bodo]
reviewed: 2026-01-01
stages:
  - stage: purchase
    pain_points: {title: Überall zu, evidence: Umfrage}
    steps:
      - title: "=Bezahlen"
        touchpoints: kasse
        satisfaction: {anna: 2, bodo: 3}
        micro_conversion: {title: Bon, metric: umsatz}
        thoughts: [Oje, {text: Teuer, persona: bodo, evidence: {title: Interview, expires: 2026-02-01}}]
        lanes: {hinweis: Licht aus}
        pain_points: {id: schlange, title: Schlange, severity: 4}
        opportunities:
          title: Zweite Kasse
          solves: schlange
          actions: [{title: Bauen, due: 2026-11-01}, {title: Planen, status: done}]
---
"""


@pytest.fixture
def tables(tmp_path: Path) -> RowsByTable:
    files = {
        "kaufen.md": JOURNEY,
        "neu.md": "---\ntitle: Neu\nstatus: planned\n---\n",
        "personas/bodo.md": "---\ntitle: Bodo\nfacts: {Kinder: zwei}\njobs: Schuhe finden\n---\n",
        "metrics/a.csv": "date,metric,value\n2026-10,umsatz,2.50\n",
    }
    return tables_of(handbooks.read(tmp_path, files).catalogue, TODAY)


def some(row: Mapping[str, object], *names: str) -> list[object]:
    return [row.get(name) for name in names]


def test_each_thing_has_a_row_in_which_its_fields_and_figures_stand(tables: RowsByTable) -> None:
    kaufen, neu = tables["journeys"]
    (step,) = tables["steps"]

    assert some(kaufen, "id", "file", "personas", "satisfaction", "steps") == [
        "kaufen",
        "kaufen.md",
        "anna; bodo",
        2.5,
        1,
    ]
    assert some(kaufen, "open_pain_points", "overdue_actions", "is_stale", "review_every") == [2, 1, True, 30]
    assert some(kaufen, "status", "address") == ["draft", "journeys/kaufen/"]
    assert some(neu, "id", "status", "satisfaction") == ["neu", "planned", None]
    assert some(step, "journey", "stage", "id", "position") == ["kaufen", "purchase", "bezahlen", 1]
    assert some(step, "micro_conversion_title", "micro_conversion_metric", "channels") == [
        "Bon",
        "umsatz",
        "store",
    ]
    assert some(tables["metrics"][0], "id", "latest", "latest_date") == ["umsatz", 2.5, "2026-10"]
    assert tables["facts"] == [{"persona": "bodo", "label": "Kinder", "text": "zwei"}]
    assert [row["want"] for row in tables["jobs"]] == ["Schuhe finden"]
    assert [row["id"] for row in tables["stages"]] == ["awareness", "purchase"]


def test_what_stands_in_lists_has_rows_that_say_where(tables: RowsByTable) -> None:
    whole, at_step = tables["pain-points"]

    assert some(whole, "stage", "step", "severity", "is_open", "address") == [
        "purchase", None, 3, True, "journeys/kaufen/purchase/#whole_stage",
    ]  # fmt: skip
    assert some(at_step, "step", "id", "reach_journeys", "reach_personas", "reach_touchpoints") == [
        "bezahlen", "schlange", 1, 2, 1,
    ]  # fmt: skip
    assert [some(row, "lane", "position", "text", "persona") for row in tables["texts"]] == [
        ["thoughts", 1, "Oje", ""],
        ["thoughts", 2, "Teuer", "bodo"],
        ["hinweis", 1, "Licht aus", ""],
    ]
    assert [some(row, "pain_point", "lane", "title", "is_expired") for row in tables["evidence"]] == [
        ["ueberall-zu", None, "Umfrage", False],
        [None, "thoughts", "Interview", True],
    ]
    assert [some(row, "opportunity", "title", "is_open", "is_overdue") for row in tables["actions"]] == [
        ["zweite-kasse", "Bauen", True, True],
        ["zweite-kasse", "Planen", False, False],
    ]
    assert tables["satisfactions"] == [
        {"journey": "kaufen", "step": "bezahlen", "persona": "anna", "satisfaction": 2},
        {"journey": "kaufen", "step": "bezahlen", "persona": "bodo", "satisfaction": 3},
    ]


def test_figures_stand_apart_with_the_ids_of_what_they_are_of(tables: RowsByTable) -> None:
    figures = figures_of(tables)

    assert figures["steps"] == [
        {
            "journey": "kaufen",
            "stage": "purchase",
            "id": "bezahlen",
            "position": 1,
            "satisfaction": 2.5,
            "channels": "store",
            "address": "journeys/kaufen/purchase/#bezahlen",
        }
    ]
    assert "facts" not in figures


def test_a_table_is_csv_that_a_spreadsheet_takes_for_text(tables: RowsByTable) -> None:
    text = csv_files(tables)["satisfactions.csv"]
    steps = csv_text(next(form for form in TABLES if form.name == "steps"), tables["steps"])

    assert text == (
        '\ufeff"journey","step","persona","satisfaction"\r\n'
        '"kaufen","bezahlen","anna","2"\r\n"kaufen","bezahlen","bodo","3"\r\n'
    )
    assert '"\'=Bezahlen"' in steps


def test_of_any_handbook_every_cell_has_a_column_and_no_text_is_a_formula(tmp_path: Path) -> None:
    for number in range(4):
        journeys = random_handbooks.write(tmp_path / str(number), random_handbooks.handbook(number))
        tables = tables_of(project.read(journeys, "journeys").catalogue, TODAY)
        for form in TABLES:
            rows = list(csv.reader(io.StringIO(csv_text(form, tables[form.name])[1:], newline="")))
            assert rows[0] == list(form.columns)
            assert {len(row) for row in rows} == {len(form.columns)}
            assert len(rows) == len(tables[form.name]) + 1
            assert {name for row in tables[form.name] for name in row} <= set(form.columns)
            assert [cell for row in rows for cell in row if is_formula_like(cell)] == []


def test_every_list_of_handbook_yml_is_a_table() -> None:
    assert {kind.row.plural for kind in IN_HANDBOOK} <= {form.name for form in TABLES}


def test_the_command_writes_a_folder_of_tables_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    handbooks.read(tmp_path / "journeys", {})

    runs = [CliRunner().invoke(main, ["export", "csv", folder]) for folder in ("out", "out", "journeys")]

    assert [run.exit_code for run in runs] == [0, 0, 2]
    assert runs[1].output == f"out is written: {len(TABLES)} tables.\n"
    assert {path.name for path in (tmp_path / "out").iterdir()} == {f"{form.name}.csv" for form in TABLES}
