"""The pages on editors and pull requests: the same in both languages, and true to the files they speak of."""

from pathlib import Path

import markdown_pages as pages
import pytest
import yaml

from journeybook.cli.codeowners import codeowners
from journeybook.cli.schema import schema
from journeybook.cli.terminal.failure import CLEAN, PROBLEMS, WRONG_USE
from journeybook.schema import FILE_MODELS

ROOT = Path(__file__).parents[2]
EDITOR = ("handbuch/editor.md", "en/editor.md")
REVIEWING = ("handbuch/pull-requests.md", "en/pull-requests.md")


@pytest.mark.parametrize(("german", "english"), [EDITOR, REVIEWING])
def test_both_languages_have_the_same_sections(docs: Path, german: str, english: str) -> None:
    anchors = [
        [section.anchor for section in pages.sections((docs / name).read_text(encoding="utf-8"))]
        for name in (german, english)
    ]

    assert anchors[0] == anchors[1]
    assert len(anchors[0]) > 4


@pytest.mark.parametrize("name", EDITOR)
@pytest.mark.parametrize("file", [".vscode/settings.json", ".vscode/tasks.json"])
def test_files_are_shown_as_they_are(docs: Path, name: str, file: str) -> None:
    shown = f'```json title="{file}"\n{(ROOT / file).read_text(encoding="utf-8")}```\n'

    assert shown in (docs / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", EDITOR)
def test_every_kind_and_option_of_schema_is_documented(docs: Path, name: str) -> None:
    rows = pages.section((docs / name).read_text(encoding="utf-8"), "command").rows
    options = [param.opts[0] for param in schema.params if param.param_type_name == "option"]

    assert [pages.code(row[0])[0] for row in rows] == [*FILE_MODELS, *options, "--help"]


@pytest.mark.parametrize("name", REVIEWING)
def test_documented_hooks_are_those_of_the_repository(docs: Path, name: str) -> None:
    section = pages.section((docs / name).read_text(encoding="utf-8"), "pre-commit").text
    example = yaml.safe_load(section.split('title=".pre-commit-config.yaml"\n')[1].split("```")[0])
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    used = [hook["id"] for repository in example["repos"] for hook in repository["hooks"]]

    assert sorted(used) == sorted(hook["id"] for hook in hooks)


@pytest.mark.parametrize("name", REVIEWING)
def test_every_option_and_exit_code_of_codeowners_is_documented(docs: Path, name: str) -> None:
    rows = pages.section((docs / name).read_text(encoding="utf-8"), "codeowners").rows
    options = [
        f"{param.opts[0]} {choice}".strip()
        for param in codeowners.params
        if param.param_type_name == "option"
        for choice in getattr(param.type, "choices", ("",))
    ]
    codes = [str(code) for code in (CLEAN, PROBLEMS, WRONG_USE)]

    assert [(pages.code(row[0]) or [row[0]])[0] for row in rows] == [*options, "--help", *codes]


@pytest.mark.parametrize("name", REVIEWING)
def test_files_to_copy_exist(docs: Path, name: str) -> None:
    page = (docs / name).read_text(encoding="utf-8")
    named = {code for code in pages.code(page) if code.startswith((".github/", ".gitlab-ci"))}

    assert {file for file in named if not (ROOT / file).is_file()} == set()
    assert len(named) == 5
