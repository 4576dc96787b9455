"""What `check` writes to a terminal, and what to anything else."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from core.handbooks import few_rules
from journeybook.cli import main
from journeybook.cli.terminal.streams import wants_color

PLAIN = "journeys/personas/c.md:2:8: unused-persona: Nothing refers to the persona 'c'. [info]\n"
SOURCE = "     2 | title: Clara\n       |        ^\n"
COLORED = (
    "\x1b[1mjourneys/personas/c.md:2:8:\x1b[0m \x1b[36munused-persona\x1b[0m: "
    "Nothing refers to the persona 'c'.\x1b[36m [info]\x1b[0m\n"
)
COLORED_SOURCE = "\x1b[2m     2 | \x1b[0mtitle: Clara\n\x1b[2m       | \x1b[0m       \x1b[36m^\x1b[0m\n"
SUM = "0 journeys, 1 persona, 0 touchpoints: 1 hint\n"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A handbook with one hint."""
    (tmp_path / "journeys/personas").mkdir(parents=True)
    (tmp_path / "journeys/personas/c.md").write_text("---\ntitle: Clara\n---\n", encoding="utf-8")
    (tmp_path / "journeybook.toml").write_text(few_rules("unused-persona"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def check(*arguments: str) -> str:
    return CliRunner().invoke(main, ["check", *arguments], color=True).stdout


def on_a_terminal(*arguments: str, **variables: str) -> str:
    """What somebody sees who sits at a terminal."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "journeybook", "check", *arguments]
    subprocess.run(
        command, check=False, stdout=theirs, stderr=theirs, env={**os.environ, "TERM": "xterm", **variables}
    )
    os.close(theirs)
    parts = []
    try:
        while part := os.read(ours, 65536):
            parts.append(part)
    except OSError:  # a terminal whose other side is closed ends with an error
        pass
    os.close(ours)
    return b"".join(parts).decode().replace("\r\n", "\n")


def test_a_terminal_gets_colors_and_lines() -> None:
    assert on_a_terminal() == COLORED + COLORED_SOURCE + SUM


def test_a_terminal_gets_no_colors_that_it_does_not_want() -> None:
    assert on_a_terminal(NO_COLOR="1") == PLAIN + SOURCE + SUM
    assert on_a_terminal(TERM="dumb") == PLAIN + SOURCE + SUM
    assert on_a_terminal("--color", "never", "--no-source") == PLAIN + SUM


def test_a_file_gets_plain_lines() -> None:
    assert check() == PLAIN


@pytest.mark.parametrize(
    ("arguments", "written"),
    [
        (("--source",), PLAIN + SOURCE),
        (("--color", "always"), COLORED),
        (("--color", "always", "--source"), COLORED + COLORED_SOURCE),
        (("--color", "always", "--format", "markdown"), None),
    ],
)
def test_options_have_the_last_word(arguments: tuple[str, ...], written: str | None) -> None:
    assert check(*arguments) == (written or check(*arguments[2:]))


@pytest.mark.parametrize(
    ("variables", "choice", "wanted"),
    [
        ({}, "auto", False),
        ({"FORCE_COLOR": "1"}, "auto", True),
        ({"FORCE_COLOR": ""}, "auto", False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, "auto", False),
        ({"NO_COLOR": "1"}, "always", True),
        ({"FORCE_COLOR": "1"}, "never", False),
    ],
)
def test_variables_decide_where_no_option_does(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], choice: str, *, wanted: bool
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert wants_color(choice) is wanted


@pytest.mark.linux
def test_lines_of_a_file_elsewhere_are_not_shown(home: Path) -> None:
    (home / "secret.md").write_text("Geheim\n", encoding="utf-8")
    (home / "journeys/x.md").symlink_to(home / "secret.md")
    assert check("--source").splitlines()[-1] == (
        "journeys/x.md:1:1: outside-project: This link leads out of the journeys folder."
    )


@pytest.mark.parametrize(
    ("raw", "line", "caret"),
    [
        (b"---\ntitle: A\n\tx: 1\n---\n", "     3 |     x: 1", "       | ^"),
        (b"---\r\ntitle: A\r\n\tx: 1\r\n---\r\n", "     3 |     x: 1", "       | ^"),
        (b"---\ntitle: \x1b]0;x\x07\n---\n", "     2 | title: \\x1b]0;x\\x07", "       |        ^"),
        (b"---\ntitle: B\xe4r\n---\n", "     2 | title: B\ufffdr", "       |         ^"),
    ],
)
def test_lines_of_a_file_that_cannot_be_read_are_shown(home: Path, raw: bytes, line: str, caret: str) -> None:
    (home / "journeys/x.md").write_bytes(raw)
    assert check("--source").splitlines()[-2:] == [line, caret]
