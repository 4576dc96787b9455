"""The pages for readers and reviewers: labels, comments and rules are those that they will meet."""

import re
from pathlib import Path

import markdown_pages as pages
import pytest
from click.testing import CliRunner

from core.repositories import commit, edit, repository
from journeybook.cli import main
from journeybook.diff import BREAKING_RULES
from journeybook.language import language
from journeybook.settings import read_settings

READING = ("handbuch/lesen.md", "en/read.md")
REVIEWING = ("handbuch/begutachten.md", "en/review.md")
COMPARING = ("handbuch/vergleichen.md", "en/compare.md")
LABELS = (
    "no value",
    "Customer's side",
    "What we do",
    "Figures and evidence",
    "All rows",
    "Trust",
    "Present",
    "Share",
    "Copy the picture",
    "On the page of the stage",
    "Sort by",
    "Show all",
    "Where",
    "Quality",
)


def read(docs: Path, name: str) -> str:
    return (docs / name).read_text(encoding="utf-8")


def test_labels_are_those_of_the_site_in_both_languages(docs: Path) -> None:
    german, english = (read(docs, name) for name in READING)
    translated = {label: language("de").text(label) for label in LABELS}

    assert [label for label, known in translated.items() if known == label] == []
    assert [label for label in LABELS if label not in english] == []
    assert [label for label in translated.values() if label not in german] == []


def test_both_pages_show_the_same_kinds_of_things_of_their_handbook(docs: Path) -> None:
    german, english = (re.findall(r"\[\[(\w+):[^\[\]]+\]\]", read(docs, name)) for name in READING)

    assert english == german


def test_reviews_have_the_same_sections_in_both_languages(docs: Path) -> None:
    anchors = [[section.anchor for section in pages.sections(read(docs, name))] for name in REVIEWING]

    assert anchors == [["order", "comment", "breaking", "preview", "quality", "answer"]] * 2


@pytest.mark.parametrize("name", REVIEWING)
def test_the_comment_that_is_shown_is_real(
    docs: Path, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = repository(tmp_path / "handbook")
    edit(home, "kauf.md", "satisfaction: 4", "satisfaction: 2")
    edit(home, "kauf.md", "owner: shop\n", "")
    commit(home)
    monkeypatch.chdir(home)
    text = pages.section(read(docs, name), "comment").text
    shown = [line[2:] for line in text.splitlines() if line.startswith(">")]
    code = "en" if name.startswith("en/") else "de"
    wanted = ["diff", "HEAD~1", "HEAD", "--format", "markdown", "--language", code]
    comment = CliRunner().invoke(main, wanted).stdout

    assert len(shown) > 10
    assert "\n".join(shown) in comment


@pytest.mark.parametrize("name", REVIEWING)
def test_each_breaking_rule_has_its_question(docs: Path, name: str) -> None:
    rows = pages.section(read(docs, name), "breaking").rows

    assert sorted(rule for row in rows for rule in pages.code(row[0])) == sorted(BREAKING_RULES)


@pytest.mark.parametrize("name", COMPARING)
def test_the_weights_that_are_shown_can_be_set(docs: Path, name: str, tmp_path: Path) -> None:
    example = pages.section(read(docs, name), "breaking").text.partition("```toml\n")[2].partition("```")[0]
    file = tmp_path / "journeybook.toml"
    file.write_text(example, encoding="utf-8")
    settings = read_settings(file, BREAKING_RULES)

    assert settings.findings == ()
    assert set(settings.changes) == {"owner-vanished", "due-date-moved"}


@pytest.mark.parametrize("name", ["handbuch/pruefen.md", "en/check.md"])
def test_a_clean_beginning_is_made_by_the_commands_that_are_shown(
    docs: Path, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository(tmp_path / "handbook"))
    block = pages.section(read(docs, name), "baseline").text.partition("```sh\n")[2].partition("```")[0]
    write, again = (line.split()[1:] for line in block.splitlines())
    before = CliRunner().invoke(main, ["check", "--fail-on", "info"])
    ran = [CliRunner().invoke(main, [*line, "--fail-on", "info"]) for line in (write, again)]

    assert before.exit_code == 1
    assert [(result.exit_code, result.stdout) for result in ran] == [(0, ""), (0, "")]
