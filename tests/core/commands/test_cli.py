"""The command line: what it prints where, and how it ends."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from core.golden import HERE
from core.handbooks import few_rules, without_powers
from journeybook import __version__, clock
from journeybook.cli import main
from journeybook.cli.check import check
from journeybook.rules import RULES

CLEAN = "2 journeys, 2 personas, 1 touchpoint: no problems\n"
HEADER = "---\ntitle: X\npersona: anna\nstages: {stage: purchase, steps: A}\n"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a handbook that has nothing wrong."""
    shutil.copytree(HERE / "base", tmp_path, dirs_exist_ok=True)
    (tmp_path / "journeys/x.md").write_text(f"{HEADER}---\n", encoding="utf-8")
    (tmp_path / "journeybook.toml").write_text(few_rules("unused-persona"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def broken(home: Path) -> Path:
    """The same with two errors and one hint."""
    (home / "journeys/x.md").write_text(f"{HEADER}sumary: Für Größe\nowner: shopp\n---\n", encoding="utf-8")
    (home / "journeys/personas/c.md").write_text("---\ntitle: Clara\n---\n", encoding="utf-8")
    return home


@pytest.fixture
def hinting(home: Path) -> Path:
    """The same with one hint."""
    (home / "journeys/personas/c.md").write_text("---\ntitle: Clara\n---\n", encoding="utf-8")
    return home


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def result(*arguments: str) -> tuple[int, str, str]:
    found = run(*arguments)
    return found.exit_code, found.stdout, found.stderr


def program(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    """Run the program in a process of its own."""
    command = [sys.executable, "-m", "journeybook", *arguments]
    defaults: dict[str, object] = {"capture_output": True} if "stdout" not in options else {}
    return subprocess.run(command, check=False, text=True, encoding="utf-8", **defaults | options)  # type: ignore[call-overload,no-any-return]


def environment(**values: str) -> Mapping[str, str]:
    return {**os.environ, **values}


ERRORS = """\
{label}/x.md:5:1: unknown-key: 'sumary' is not a key of a journey. Did you mean 'summary'?
{label}/x.md:6:8: unknown-team: No team 'shopp'. Did you mean 'shop'?
"""
HINT = "journeys/personas/c.md:2:8: unused-persona: Nothing refers to the persona 'c'. [info]\n"


@pytest.mark.usefixtures("home")
def test_clean_handbook() -> None:
    assert result("check") == (0, "", CLEAN)


@pytest.mark.usefixtures("broken")
def test_errors_are_lines_on_standard_output_and_the_sum_is_not() -> None:
    assert result("check") == (
        1,
        ERRORS.format(label="journeys"),
        "2 journeys, 3 personas, 1 touchpoint: 2 errors\n",
    )


@pytest.mark.usefixtures("hinting")
def test_hints_are_shown_and_do_not_fail() -> None:
    assert result("check") == (0, HINT, "2 journeys, 3 personas, 1 touchpoint: 1 hint\n")


@pytest.mark.usefixtures("hinting")
@pytest.mark.parametrize(("level", "code"), [("error", 0), ("warning", 0), ("info", 1)])
def test_fail_on_decides_the_exit_code_and_not_what_is_shown(level: str, code: int) -> None:
    assert result("check", "--fail-on", level)[:2] == (code, HINT)


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize("level", ["error", "warning", "info"])
def test_errors_fail_on_every_level(level: str) -> None:
    assert result("check", "--fail-on", level)[0] == 1


@pytest.mark.usefixtures("broken")
def test_json_has_the_documented_shape() -> None:
    code, out, _ = result("check", "--format", "json")
    assert code == 1
    assert json.loads(out) == {
        "version": 1,
        "findings": [
            {
                "path": "journeys/x.md",
                "line": 5,
                "column": 1,
                "at": ["sumary"],
                "rule": "unknown-key",
                "family": "schema",
                "severity": "error",
                "message": "'sumary' is not a key of a journey. Did you mean 'summary'?",
                "fixable": False,
            },
            {
                "path": "journeys/x.md",
                "line": 6,
                "column": 8,
                "at": ["owner"],
                "rule": "unknown-team",
                "family": "reference",
                "severity": "error",
                "message": "No team 'shopp'. Did you mean 'shop'?",
                "fixable": False,
            },
        ],
        "ignored": [],
    }


@pytest.mark.usefixtures("home")
def test_json_of_a_clean_handbook_is_an_empty_list() -> None:
    code, out, error = result("check", "--format", "json")
    assert (code, json.loads(out), error) == (0, {"version": 1, "findings": [], "ignored": []}, CLEAN)


def test_json_keeps_letters_as_they_are(home: Path) -> None:
    (home / "journeys/x.md").write_text("---\nÜbersicht: A\n---\n", encoding="utf-8")
    assert "'Übersicht' is not a key of a journey." in run("check", "--format", "json").stdout


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("journeys", "journeys"),
        ("journeys/", "journeys"),
        ("./journeys", "./journeys"),
        ("journeys/../journeys/", "journeys/../journeys"),
    ],
)
def test_paths_begin_with_the_folder_as_typed(typed: str, label: str) -> None:
    assert result("check", typed)[1] == ERRORS.format(label=label)


def test_paths_of_an_absolute_folder_are_absolute(broken: Path) -> None:
    folder = str(broken / "journeys")
    assert result("check", folder)[1] == ERRORS.format(label=folder)


def test_the_folder_may_be_the_current_one(broken: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(broken / "journeys")
    assert result("check", ".")[1] == ERRORS.format(label=".")


def test_missing_folder_says_how_to_begin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    message = (
        "Error: There is no folder 'journeys'. Give the folder with your journeys, "
        "or begin a handbook here: journeybook init\n"
    )
    assert result("check") == (2, "", message)


@pytest.mark.parametrize("typed", [".", "", "../site"])
def test_the_folder_of_the_site_is_not_that_of_the_journeys(
    typed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    (site / "journeys").mkdir(parents=True)
    (site / "mkdocs.yml").touch()
    monkeypatch.chdir(site)
    inside = {".": "journeys", "": "journeys"}.get(typed, f"{typed}/journeys")
    message = f"Error: '{typed}' is the folder of the site. Give that of the journeys: '{inside}'.\n"
    assert result("check", typed) == (2, "", message)
    assert result("check", inside)[0] == 0


def test_a_slip_in_the_name_of_the_folder_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "journeys").mkdir()
    monkeypatch.chdir(tmp_path)
    message = "Error: There is no folder 'jorneys'. Did you mean 'journeys'?\n"
    assert result("check", "jorneys") == (2, "", message)


@pytest.mark.usefixtures("home")
def test_a_file_is_no_folder() -> None:
    message = "Error: 'journeys/x.md' is a file. Give the folder with all journeys instead.\n"
    assert result("check", "journeys/x.md") == (2, "", message)
    assert result("check", "journeys/x.md/y")[:2] == (2, "")


@pytest.mark.linux
def test_a_broken_link_is_no_folder(home: Path) -> None:
    (home / "kreis").symlink_to("kreis")
    message = "Error: The folder 'kreis' cannot be opened. Check that you may read it.\n"
    assert result("check", "kreis") == (2, "", message)


def test_an_empty_folder_is_clean(tmp_path: Path) -> None:
    assert result("check", str(tmp_path)) == (0, "", "0 journeys, 0 personas, 0 touchpoints: no problems\n")


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "--format", "xml"),
        ("check", "a", "b"),
        ("--nix",),
        ("check", "--fail-on", "never"),
    ],
)
def test_wrong_use_is_told_on_standard_error(arguments: tuple[str, ...]) -> None:
    code, out, error = result(*arguments)
    assert (code, out) == (2, "")
    assert error.startswith("Usage: main")
    assert "\nError: " in error


def test_version_and_help() -> None:
    assert result("--version") == (0, f"journeybook, version {__version__}\n", "")
    for arguments in (("--help",), ("-h",), ("check", "--help"), ("check", "-h")):
        code, out, error = result(*arguments)
        assert (code, error) == (0, "")
        assert out.startswith("Usage: main")


def test_help_explains_every_option_and_the_exit_codes() -> None:
    text = " ".join(result("check", "--help")[1].split())
    assert (
        "The exit code is 0 if nothing is wrong, 1 if there are problems, 2 if the folder cannot be read."
        in text
    )
    assert all(option.help for option in check.params if option.param_type_name == "option")


def test_nothing_is_written(broken: Path) -> None:
    before = {file: file.stat().st_mtime_ns for file in broken.rglob("*")}
    run("check")
    assert {file: file.stat().st_mtime_ns for file in broken.rglob("*")} == before


@pytest.mark.usefixtures("broken")
def test_as_a_program_of_its_own() -> None:
    found = program("check")
    assert (found.returncode, found.stdout) == (1, ERRORS.format(label="journeys"))
    assert found.stderr == "2 journeys, 3 personas, 1 touchpoint: 2 errors\n"


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_any_terminal_shows_any_character(home: Path, encoding: str) -> None:
    (home / "journeys/x.md").write_text("---\nÜ☃: A\n---\n", encoding="utf-8")
    found = program("check", env=environment(PYTHONIOENCODING=encoding), errors="replace")
    assert found.returncode == 1
    assert len(found.stdout.splitlines()) == 4
    assert "Traceback" not in found.stderr


@pytest.mark.usefixtures("broken")
def test_a_closed_output_is_no_traceback() -> None:
    command = f"{sys.executable} -m journeybook check >&-"
    found = subprocess.run(command, shell=True, check=False, capture_output=True, text=True)
    assert (found.returncode, found.stderr) == (1, "2 journeys, 3 personas, 1 touchpoint: 2 errors\n")


@pytest.mark.linux
@pytest.mark.usefixtures("broken")
def test_a_full_disk_is_told_in_a_sentence() -> None:
    with Path("/dev/full").open("w") as full:
        found = program("check", stdout=full, stderr=subprocess.PIPE)
    message = "Error: The result cannot be written: is the disk full, or the output closed?\n"
    assert (found.returncode, found.stderr) == (2, message)


@pytest.mark.usefixtures("broken")
def test_a_reader_that_goes_away_is_no_traceback() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    found = program("check", stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    assert (found.returncode, found.stderr) == (1, "")


@pytest.mark.linux
@pytest.mark.usefixtures("home")
def test_an_interruption_is_quiet() -> None:
    # A job in the background of a shell is born deaf to interruptions, and so would be this one.
    hear = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    script = f"{hear}\nimport journeybook.project as p, os; p.read = lambda *a, **k: os.kill(os.getpid(), signal.SIGINT)"
    command = [sys.executable, "-c", f"{script}\nfrom journeybook.cli import main\nmain(['check'])"]
    found = subprocess.run(command, check=False, capture_output=True, text=True)
    assert (found.returncode, found.stdout, found.stderr) == (128 + signal.SIGINT, "", "")


@pytest.mark.linux
def test_without_permission_there_is_a_sentence(home: Path) -> None:
    (home / "journeys/x.md").chmod(0)
    (home / "journeys/personas").chmod(0)
    with without_powers(home):
        code, out, error = result("check")
    reason = "cannot be opened: this computer does not permit you to read it."
    # The settings are above what may be entered without powers, so all rules have their say.
    assert (code, error.partition(" errors")[0]) == (1, "2 journeys, 0 personas, 1 touchpoint: 2")
    assert [line for line in out.splitlines() if "unreadable-file" in line] == [
        f"journeys/personas:1:1: unreadable-file: The folder {reason}",
        f"journeys/x.md:1:1: unreadable-file: The file {reason}",
    ]


@pytest.mark.linux
def test_a_folder_without_permission_is_no_folder_to_check(home: Path) -> None:
    (home / "journeys").chmod(0)
    with without_powers(home):
        found = result("check")
    (home / "journeys").chmod(0o755)
    assert found == (2, "", "Error: The folder 'journeys' cannot be opened. Check that you may read it.\n")


def test_odd_file_names_are_findings(home: Path) -> None:
    for name in (b"b\xe4r.md", b"a\nb.md", b"a\x1b[31m.png", "Übersicht.md".encode()):
        Path(os.fsdecode(os.fsencode(home / "journeys") + b"/" + name)).write_text("x")
    code, out, _ = result("check")
    sentence = "The file's name has characters that cannot be shown. Rename the file."
    assert code == 1
    assert out.splitlines() == [
        f"journeys/a\ufffd[31m.png:1:1: unreadable-file: {sentence}",
        f"journeys/a\ufffdb.md:1:1: unreadable-file: {sentence}",
        f"journeys/b\ufffdr.md:1:1: unreadable-file: {sentence}",
        "journeys/Übersicht.md:1:1: missing-header: The header is missing: line 1 must be '---'.",
    ]


def test_every_rule_can_be_reported() -> None:
    assert {rule.severity.value for rule in RULES.values()} == {"error", "warning", "info"}


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    "command", [["check"], ["init", "new"], ["new", "persona", "Eva"], ["diff", "journeys"]]
)
def test_a_day_that_is_none_is_wrong_use(monkeypatch: pytest.MonkeyPatch, command: list[str]) -> None:
    monkeypatch.setenv("JOURNEYBOOK_TODAY", "heute")
    message = "JOURNEYBOOK_TODAY is 'heute'; it must be a date such as 2026-11-21."
    assert result(*command) == (2, "", f"Error: {message}\n")


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("seconds", ["heute", "9" * 20, "9" * 5000])
def test_seconds_that_are_no_day_are_wrong_use(monkeypatch: pytest.MonkeyPatch, seconds: str) -> None:
    monkeypatch.delenv("JOURNEYBOOK_TODAY", raising=False)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
    code, out, error = result("check")
    assert (code, out) == (2, "")
    assert "; it must be a number of seconds since 1970." in error


def test_the_day_of_a_reproducible_build_counts_as_today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1740823200")
    monkeypatch.delenv("JOURNEYBOOK_TODAY", raising=False)
    assert clock.today() == date(2025, 3, 1)
    monkeypatch.setenv("JOURNEYBOOK_TODAY", "2026-11-21")
    assert clock.today() == date(2026, 11, 21)


def test_a_settings_file_cannot_drive_the_terminal_by_a_refusal(home: Path) -> None:
    (home / "journeybook.toml").write_text('baseline = "\\u001b]0;x\\u0007"\n', encoding="utf-8")
    expected = "Error: There is no baseline '\\x1b]0;x\\x07'. Make it: journeybook check --write-baseline\n"
    assert result("check") == (2, "", expected)
