"""What is documented of moving in is what the commands say of the sheet that is shown, in both languages."""

import re
from datetime import date
from pathlib import Path

import click
import markdown_pages as pages
import pytest
from click.testing import CliRunner

from core.repositories import write
from journeybook.cli import main
from journeybook.cli.import_ import import_
from journeybook.cli.terminal.failure import CLEAN, PROBLEMS, WRONG_USE
from journeybook.scaffold import first_files

MOVING = {"de": "handbuch/einziehen.md", "en": "en/move-in.md"}


def section(docs: Path, language: str, anchor: str) -> pages.Section:
    return pages.section((docs / MOVING[language]).read_text(encoding="utf-8"), anchor)


@pytest.mark.parametrize("language", MOVING)
def test_the_report_that_is_shown_is_the_one_of_the_sheet(
    docs: Path, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = section(docs, language, "sheets").text
    sheet = docs / "assets/moving" / re.findall(r"moving/([\w-]+\.xlsx)", shown)[0]
    write(tmp_path, first_files(language, "0", date(2026, 11, 21), is_empty=True))
    monkeypatch.chdir(tmp_path)
    ran = CliRunner().invoke(main, ["import", str(sheet), "--language", language])

    assert ran.exit_code == CLEAN
    assert shown.partition("```text\n")[2].partition("```")[0] in ran.stderr.replace(str(sheet), sheet.name)


@pytest.mark.parametrize("language", MOVING)
def test_every_option_and_exit_code_of_import_is_documented(docs: Path, language: str) -> None:
    rows = section(docs, language, "command").rows
    documented = [pages.code(row[0])[0].partition(" ")[0] for row in rows]
    options = [option.opts[0] for option in import_.params if isinstance(option, click.Option)]

    assert documented == ["FILE...", *options, "--help", *map(str, (CLEAN, PROBLEMS, WRONG_USE))]
