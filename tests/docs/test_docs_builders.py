"""What is documented of builders and of `journeybook export` is what there is, in both languages."""

from pathlib import Path

import click
import markdown_pages as pages
import pytest

from journeybook.cli.export import export
from journeybook.cli.terminal.failure import CLEAN, PROBLEMS, WRONG_USE

BUILDERS = ("handbuch/programme.md", "en/builders.md")
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
