"""The pages about comparing: options, exit codes, rules and output are the real ones."""

import json
import re
from pathlib import Path

import click
import markdown_pages as pages
import pytest
from click.testing import CliRunner

from core.repositories import commit, edit, repository
from journeybook.cli import main
from journeybook.cli.diff import diff
from journeybook.cli.log import log
from journeybook.cli.terminal.failure import CLEAN, PROBLEMS, WRONG_USE
from journeybook.diff import BREAKING_RULES

PAGES = ("handbuch/vergleichen.md", "en/compare.md")


@pytest.fixture(scope="module", params=PAGES)
def page(request: pytest.FixtureRequest, docs: Path) -> str:
    return Path(docs / request.param).read_text(encoding="utf-8")


def options(command: click.Command) -> set[str]:
    """Each option, with each of its choices."""
    found = (param for param in command.params if param.param_type_name == "option")
    return {
        " ".join((param.opts[0], *choice))
        for param in found
        for choice in [[name] for name in getattr(param.type, "choices", ())] or [[]]
    }


def test_both_languages_have_the_same_sections(docs: Path) -> None:
    german, english = (
        [section.anchor for section in pages.sections((docs / name).read_text(encoding="utf-8"))]
        for name in PAGES
    )

    assert german == english


def test_every_option_and_exit_code_is_documented(page: str) -> None:
    documented = {pages.code(row[0])[0] for row in pages.section(page, "command").rows}

    assert documented == {*options(diff), "--help", *(str(code) for code in (CLEAN, PROBLEMS, WRONG_USE))}
    assert {pages.code(row[0])[0] for row in pages.section(page, "log").rows} == {*options(log), "--help"}


def test_every_breaking_rule_is_documented_with_its_weight(page: str) -> None:
    documented = [(*pages.code(row[0]), *pages.code(row[1])) for row in pages.section(page, "breaking").rows]

    assert documented == [(rule.id, rule.severity.value) for rule in BREAKING_RULES.values()]


def test_the_english_page_says_of_each_rule_what_the_registry_says(docs: Path) -> None:
    rows = pages.section((docs / PAGES[1]).read_text(encoding="utf-8"), "breaking").rows

    assert [row[2].replace("`", "") for row in rows] == [rule.title for rule in BREAKING_RULES.values()]


def test_the_output_that_is_shown_is_real(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = repository(tmp_path / "handbook")
    edit(home, "kauf.md", "satisfaction: 4", "satisfaction: 2")
    commit(home, "Miss noch einmal")
    edit(home, "kauf.md", "owner: shop\n", "")
    monkeypatch.chdir(home)
    blocks = re.findall(r"```text\n(.*?)```", page, re.DOTALL)
    shown = CliRunner().invoke(main, ["log", "kauf", "--max", "1"]).stdout

    assert CliRunner().invoke(main, ["diff", "HEAD~1"]).stdout == blocks[0]
    assert re.sub(r"\([0-9a-f]{10}\)", "(0123456789)", shown) == blocks[-1]


def test_the_fields_of_the_documents_are_named(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = repository(tmp_path / "handbook")
    edit(home, "kauf.md", "satisfaction: 4", "satisfaction: 2")
    monkeypatch.chdir(home)
    section = pages.section(page, "json").text
    data = json.loads(CliRunner().invoke(main, ["diff", "HEAD", "--format", "json"]).stdout)
    told = json.loads(CliRunner().invoke(main, ["log", "--format", "json"]).stdout)
    names = {*data["changes"][0], *told["commits"][0]}

    assert [name for name in data if f'"{name}"' not in section] == []
    assert [name for name in names if f"`{name}`" not in section] == []
