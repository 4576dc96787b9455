"""What is documented of builders and of `journeybook export` is what there is, in both languages."""

from pathlib import Path

import click
import markdown_pages as pages
import pytest

from journeybook.cli.export import export
from journeybook.cli.terminal.failure import CLEAN, PROBLEMS, WRONG_USE

BUILDERS = ("handbuch/programme.md", "en/builders.md")


@pytest.mark.parametrize("name", BUILDERS)
def test_every_format_and_exit_code_of_export_is_documented(docs: Path, name: str) -> None:
    rows = pages.section((docs / name).read_text(encoding="utf-8"), "export").rows
    form, folder = export.params
    assert isinstance(form.type, click.Choice)

    expected = [*form.type.choices, str(folder.metavar), "--help", *map(str, (CLEAN, PROBLEMS, WRONG_USE))]

    assert [pages.code(row[0])[0] for row in rows] == expected


def test_both_languages_have_the_same_sections(docs: Path) -> None:
    anchors = [
        [section.anchor for section in pages.sections((docs / name).read_text(encoding="utf-8"))]
        for name in BUILDERS
    ]

    assert anchors == [["properdocs", "export"]] * 2
