"""`journeybook export xlsx`, and `journeybook import` of what came back."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from core import handbooks
from journeybook.cli import main

FILES = {
    "kaufen.md": "---\ntitle: Kaufen\npersona: anna\nstatus: planned\n---\n",
    "metrics/umsatz.csv": "date;metric;value;n\n2026-10;umsatz;1000,5;12\n2026-11-01;umsatz;900;\n",
}
LONG = "x" * 300


@pytest.fixture
def journeys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    handbooks.read(tmp_path / "journeys", FILES)
    return tmp_path / "journeys"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--language", "en"])


def test_a_workbook_that_nobody_edited_changes_nothing_where_it_came_from(journeys: Path) -> None:
    written = run("export", "xlsx", "new/book.xlsx")
    before = {path: path.read_bytes() for path in journeys.rglob("*.*")}
    brought = run("import", "new/book.xlsx")

    assert (written.exit_code, written.output) == (0, "new/book.xlsx is written.\n")
    assert (brought.exit_code, brought.output) == (
        0,
        "new/book.xlsx: 0 taken, 0 guessed, 0 left over\n  Nothing is to be written since the last import.\n",
    )
    assert {path: path.read_bytes() for path in journeys.rglob("*.*")} == before


def test_a_workbook_makes_the_handbook_anew_where_there_is_none(journeys: Path) -> None:
    run("export", "xlsx", "book.xlsx")
    (journeys.parent / "other").mkdir()
    brought = run("import", "book.xlsx", "--into", "other")
    again = run("export", "xlsx", "again.xlsx", "--journeys-dir", "other")

    assert (brought.exit_code, again.exit_code) == (0, 0)
    assert Path("again.xlsx").read_bytes() == Path("book.xlsx").read_bytes()
    assert (journeys.parent / "other/metrics/umsatz.csv").read_text(encoding="utf-8").splitlines() == [
        "date,metric,value,n",
        "2026-10,umsatz,1000.5,12",
        "2026-11-01,umsatz,900,",
    ]


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("book.ods", "'book.ods' is no name of a workbook. Name a file that ends in .xlsx."),
        ("folder.xlsx", "'folder.xlsx' is a folder. Name a file that ends in .xlsx."),
        (
            f"{LONG}.xlsx",
            f"'{LONG}.xlsx' cannot be written to. Is it writable, and the disk not full?",
        ),
        ("edited.xlsx", "'edited.xlsx' is no export, or was changed since. Name a new file."),
    ],
)
def test_what_is_no_export_is_left_alone(journeys: Path, target: str, message: str) -> None:
    (journeys.parent / "folder.xlsx").mkdir()
    saved = Path(__file__).parents[1] / "importing/edited/calc.xlsx"
    (journeys.parent / "edited.xlsx").write_bytes(saved.read_bytes())
    found = run("export", "xlsx", target)
    assert (found.exit_code, found.stderr) == (2, f"Error: {message}\n")
