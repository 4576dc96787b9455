"""What is documented of builders and of `journeybook export` is what there is, in both languages."""

from pathlib import Path

import click
import markdown_pages as pages
import pytest

from journeybook.cli.export import export
from journeybook.cli.terminal.failure import CLEAN, PROBLEMS, WRONG_USE
from journeybook.exports.tables.forms import COMPUTED, TABLES
from journeybook.kinds import IN_HANDBOOK

BUILDERS = ("handbuch/programme.md", "en/builders.md")
DATA_KEYS = ["handbook", "journeys", "personas", "touchpoints", "values", "assets", "computed"]
OPEN_DATA = ("handbuch/offene-daten.md", "en/open-data.md")
TAKING = ("handbuch/mitnehmen.md", "en/take-along.md")


@pytest.mark.parametrize("name", TAKING)
def test_every_format_and_exit_code_of_export_is_documented(docs: Path, name: str) -> None:
    rows = pages.section((docs / name).read_text(encoding="utf-8"), "command").rows
    form, target, *options = export.params
    assert isinstance(form.type, click.Choice)

    named = [f"{option.opts[0]} {option.metavar}" for option in options]
    codes = [str(code) for code in (CLEAN, PROBLEMS, WRONG_USE)]

    assert [pages.code(row[0].replace("\\|", "|"))[0] for row in rows] == [
        *form.type.choices,
        target.metavar,
        *named,
        "--help",
        *codes,
    ]


def test_both_languages_have_the_same_sections(docs: Path) -> None:
    anchors = [
        [section.anchor for section in pages.sections((docs / name).read_text(encoding="utf-8"))]
        for name in BUILDERS
    ]

    assert anchors == [["properdocs", "export"]] * 2


@pytest.mark.parametrize("name", OPEN_DATA)
def test_every_table_computed_figure_and_key_of_the_data_is_documented(docs: Path, name: str) -> None:
    page = (docs / name).read_text(encoding="utf-8")
    computed = {figure for form in TABLES for figure in form.computed}
    listed = {kind.row.plural for kind in IN_HANDBOOK}
    keys = [key for row in pages.section(page, "json").rows for key in pages.code(row[0])]

    assert [form.name for form in TABLES if form.name not in listed and f"`{form.name}`" not in page] == []
    assert set(COMPUTED) == computed
    assert keys == ["format", "version", *DATA_KEYS]
