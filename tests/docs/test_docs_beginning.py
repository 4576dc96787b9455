"""What is documented of the commands that begin, find and rename is what they do, in both languages."""

from datetime import date
from pathlib import Path

import click
import markdown_pages as pages
import pytest
from click.testing import CliRunner

from journeybook.cli import main
from journeybook.cli.completion import completion
from journeybook.cli.impact import impact
from journeybook.cli.init import init
from journeybook.cli.new import new
from journeybook.cli.refs import refs
from journeybook.cli.rename import rename
from journeybook.cli.serve import serve
from journeybook.cli.terminal.failure import CLEAN, PROBLEMS, WRONG_USE
from journeybook.kinds import ThingKind
from journeybook.load.beside import read_beside
from journeybook.project import Project
from journeybook.scaffold import first_files, uses

BEGINNING = ("handbuch/beginnen.md", "en/begin.md")
RENAMING = ("handbuch/umbenennen.md", "en/rename.md")
LANGUAGES = dict(zip(BEGINNING, ("de", "en"), strict=True))


def read(docs: Path, name: str) -> str:
    return (docs / name).read_text(encoding="utf-8")


def options_of(command: click.Command) -> list[str]:
    return [
        f"{param.opts[0]} {choice}".strip()
        for param in command.params
        if param.param_type_name == "option"
        for choice in getattr(param.type, "choices", ("",))
    ]


@pytest.mark.parametrize(
    ("name", "command"),
    [(name, command) for name in BEGINNING for command in (init, serve, new)]
    + [(name, command) for name in RENAMING for command in (refs, impact, rename)],
)
def test_every_option_and_exit_code_is_documented(docs: Path, name: str, command: click.Command) -> None:
    rows = pages.section(read(docs, name), str(command.name)).rows
    documented = [pages.code(row[0])[0] for row in rows]

    codes = (CLEAN, PROBLEMS, WRONG_USE) if command is init else (CLEAN, WRONG_USE)
    expected = [*options_of(command), "--help", *map(str, codes)]

    assert documented[-len(expected) :] == expected


@pytest.mark.parametrize("name", BEGINNING)
def test_every_shell_is_documented(docs: Path, name: str) -> None:
    rows = pages.section(read(docs, name), "completion").rows
    (shell,) = completion.params

    assert isinstance(shell.type, click.Choice)
    assert [pages.code(row[0])[0] for row in rows] == list(shell.type.choices)
    assert "\n\n".join(row[2] for row in rows).count("journeybook completion") == len(rows)


@pytest.mark.parametrize("name", BEGINNING)
def test_the_files_of_a_new_handbook_are_those_that_are_listed(docs: Path, name: str) -> None:
    listed = {pages.code(row[0])[0] for row in pages.section(read(docs, name), "init").rows} - {
        "--language de",
        "--language en",
        "--builder mkdocs",
        "--builder properdocs",
        "--from",
        "--empty",
        "--help",
        "0",
        "1",
        "2",
    }
    written = first_files(LANGUAGES[name], "1", date(2026, 11, 21))

    assert listed == {
        path for path in written if not path.startswith(("journeys/personas/", "journeys/touchpoints/"))
    }


@pytest.mark.parametrize(("german", "english"), [BEGINNING, RENAMING])
def test_both_languages_have_the_same_sections(docs: Path, german: str, english: str) -> None:
    assert [
        [section.anchor for section in pages.sections(read(docs, name))] for name in (german, english)
    ] == [
        ["install", "init", "serve", "options", "new", "completion"]
        if german in BEGINNING
        else ["refs", "impact", "rename"]
    ] * 2


@pytest.mark.parametrize("name", RENAMING)
def test_the_places_that_are_shown_are_real(docs: Path, name: str, example: Project) -> None:
    shown = pages.section(read(docs, name), "refs").text.partition("```text\n")[2].partition("\n```")[0]
    found = uses(
        example.catalogue, read_beside(docs.parent / "journeys", "journeys"), ThingKind.TOUCHPOINT, "kasse"
    )
    places = {f"{mention.place}: {mention.where}" for mention in found.mentions}

    assert set(shown.splitlines()) <= places


@pytest.mark.parametrize("name", RENAMING)
def test_the_steps_that_a_failure_would_touch_are_real(
    docs: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(docs.parent)
    shown = pages.section(read(docs, name), "impact").text.partition("```text\n")[2].partition("\n```")[0]
    printed = CliRunner().invoke(main, ["impact", "touchpoint:kasse"]).stdout

    assert printed.startswith(f"{shown}\n")


def test_the_german_page_names_every_option_of_the_plugin_with_its_default(docs: Path) -> None:
    german, english = (
        pages.section(read(docs, name), "options").rows for name in (BEGINNING[0], "en/how-it-works.md")
    )

    assert [row[:2] for row in german] == [row[:2] for row in english]
