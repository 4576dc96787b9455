"""`journeybook` itself: its commands by what they are for, what was meant by a slip, and from where it works."""

import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from core.repositories import commit, git, write
from journeybook import __version__
from journeybook.cli import main

ANNA = "---\ntitle: Anna\n---\n"
SITE = "site_name: X\nplugins:\n  - journeybook:\n      journeys_dir: our content\n"
FILES = {"mkdocs.yml": SITE, "our content/personas/anna.md": ANNA, "docs/en/page.md": "[[persona:anna]]\n"}
COMMANDS = main.list_commands(click.Context(main))
OUTSIDE = (
    "The journeys folder of 'mkdocs.yml', '../secret', lies outside of the project. "
    "Change it, or give the folder yourself."
)
NO_HANDBOOK = (
    "There is no 'mkdocs.yml' with the plugin 'journeybook', here or above. "
    "Go to the folder of your handbook, or begin one here: journeybook init"
)


def run(*arguments: str) -> tuple[int, str, str]:
    found = CliRunner().invoke(main, arguments)
    return found.exit_code, found.stdout, found.stderr


@pytest.fixture
def book(tmp_path: Path) -> Path:
    write(tmp_path / "book", FILES)
    return tmp_path / "book"


def test_every_command_has_its_line_of_help_and_none_is_cut() -> None:
    code, out, _ = run("--help")
    listed = re.findall(r"^  ([a-z]+) {2,}(\S.*[.])$", out, re.MULTILINE)

    assert code == 0
    assert sorted(name for name, _ in listed) == COMMANDS
    assert "..." not in out.partition("\n")[2]
    for name, summary in listed:
        assert summary.split()[0] == run(name, "--help")[1].split("\n\n")[1].split()[0]


def test_help_imports_no_command() -> None:
    program = "import sys; from journeybook.cli import main; main(['--help'], standalone_mode=False)"
    told = "print(*[name for name in sys.modules if name.startswith('journeybook.cli.')])"
    ran = subprocess.run(
        [sys.executable, "-c", f"{program.replace('; main', '; sys.exit = lambda *_: None; main')}\n{told}"],
        capture_output=True,
        text=True,
        check=True,
    )

    imported = ran.stdout.splitlines()[-1].split()

    assert {name.split(".")[2] for name in imported} == {"terminal"}


@pytest.mark.parametrize("typed", ["-V", "--version"])
def test_the_version_is_told(typed: str) -> None:
    assert run(typed) == (0, f"journeybook, version {__version__}\n", "")


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("chek", "Did you mean 'check'?"),
        ("difff", "Did you mean 'diff'?"),
        ("frobnicate", f"There are {', '.join(COMMANDS[:-1])} and {COMMANDS[-1]}."),
    ],
)
def test_a_slip_is_told_with_what_was_meant(typed: str, hint: str) -> None:
    assert run(typed, "--anything") == (2, "", f"Error: There is no command '{typed}'. {hint}\n")


@pytest.mark.parametrize(
    ("folder", "label"),
    [(".", "our content"), ("docs/en", "../../our content"), ("our content/personas", "..")],
)
def test_commands_read_the_folder_that_the_configuration_names_from_anywhere_in_it(
    book: Path, monkeypatch: pytest.MonkeyPatch, folder: str, label: str
) -> None:
    git(book, "init", "--quiet")
    commit(book, "Begin")
    write(book, {"our content/personas/anna.md": ANNA.replace("Anna", "Anna B")})
    monkeypatch.chdir(book / folder)

    assert run("check")[1].startswith(f"{label}/personas/anna.md:2:8: ")
    assert run("refs", "persona:anna")[0] == 0
    assert "'Anna' is now called 'Anna B'" in run("diff", "HEAD")[1]
    assert run("new", "persona", "Bodo")[1] == f"{label}/personas/bodo.md\n"
    assert (book / "our content/personas/bodo.md").exists()


def test_a_folder_that_is_typed_and_journeys_here_come_before_a_site_above(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(book, {"docs/journeys/personas/bodo.md": ANNA.replace("Anna", "Bodo")})
    monkeypatch.chdir(book / "docs")

    assert run("check")[1].startswith("journeys/personas/bodo.md:")
    assert run("check", "../our content")[1].startswith("../our content/personas/anna.md:")


def test_a_configuration_leads_nowhere_outside_of_its_project(
    book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"secret/personas/anna.md": ANNA})
    write(book, {".git/HEAD": "", "mkdocs.yml": SITE.replace("our content", "../secret")})
    monkeypatch.chdir(book)

    assert run("check") == (
        2,
        "",
        f"Error: {OUTSIDE}\n",
    )


def test_the_other_builder_is_asked_for_where_it_is_missing(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (book / "mkdocs.yml").rename(book / "properdocs.yml")
    monkeypatch.chdir(book / "docs")
    monkeypatch.setitem(sys.modules, "properdocs", None)

    assert run("build") == (
        2,
        "",
        "Error: 'properdocs.yml' is a configuration of ProperDocs, which is not installed. Install it: pip install properdocs\n",
    )


@pytest.mark.parametrize("command", ["build", "serve", "pdf"])
def test_without_a_handbook_nothing_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    write(tmp_path, {".git/HEAD": ""})
    monkeypatch.chdir(tmp_path)

    assert run(command) == (
        2,
        "",
        f"Error: {NO_HANDBOOK}\n",
    )
