"""Settings and baselines come with the pull request that is judged by them: they are read like journeys."""

import os
from pathlib import Path
from random import Random

import pytest

from core.handbooks import few_rules, read
from core.hostile.bounded import run
from journeybook.findings import MOST_SHOWN, cut
from journeybook.settings import Limits, find_settings, read_settings
from journeybook.settings.toml import parse_toml

JOURNEY = "---\ntitle: X\npersona: anna\nstages: {stage: purchase, steps: A}\n---\n"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a handbook that has nothing wrong, and settings outside of it."""
    (tmp_path / "outside.toml").write_text("password-of-the-owner = 1\n")
    top = tmp_path / "repository"
    (top / ".git").mkdir(parents=True)
    read(top / "journeys", {"x.md": JOURNEY})
    monkeypatch.chdir(top)
    return top


def problems(text: str) -> list[str]:
    Path("journeybook.toml").write_text(text, encoding="utf-8")
    return [str(finding) for finding in read_settings(find_settings(Path("journeys"))).findings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "[rules]\nx = " + "[" * 100_000, "2:21: invalid-setting: This is nested deeper", id="lists"
        ),
        pytest.param("x = " + "{a = " * 100_000, "1:85: invalid-setting: This is nested deeper", id="tables"),
        pytest.param(
            "\n" + "a." * 400_000 + "b = 1", "2:34: invalid-setting: This is nested", id="dotted key"
        ),
        pytest.param("[" + "a." * 400_000 + "b]", "1:35: invalid-setting: This is nested", id="dotted table"),
        pytest.param(
            "[limits]\nfall = " + "9" * 5000, "2:8: invalid-setting: This number has more", id="long number"
        ),
        pytest.param(
            "[limits]\nfall = 0x" + "f" * 5000, "2:8: invalid-setting: This number has more", id="long hex"
        ),
        pytest.param(
            "[limits]\nevidence_days = 99999999999",
            "2:1: invalid-setting: 'evidence_days' must be at most 100,000, not '99999999999'.",
            id="more days than there were",
        ),
        pytest.param(
            'baseline = "a\\u0000b"',
            "1:1: invalid-setting: 'baseline' must be a text without the character NUL, not 'a\0b'.",
            id="character that no path has",
        ),
        pytest.param(
            "#" + " " * 1024 * 1024, "1:1: invalid-setting: 'journeybook.toml' is larger", id="large"
        ),
        pytest.param(
            "[[paths]]\nfiles = 'x'\n" * 101, "201:1: invalid-setting: 'paths' has more than 100", id="paths"
        ),
        pytest.param(
            f"[[paths]]\nfiles = '{'*a' * 200}'\n",
            "1:1: invalid-setting: An entry of 'paths' needs 'files'",
            id="long pattern",
        ),
    ],
)
@pytest.mark.usefixtures("home")
def test_what_is_dear_to_read_is_a_finding_with_its_place(text: str, expected: str) -> None:
    [told] = problems(text)
    assert told.startswith(f"journeybook.toml:{expected}")


@pytest.mark.usefixtures("home")
def test_what_looks_deep_or_long_in_texts_and_comments_is_neither() -> None:
    deep, long = "[" * 50, "9" * 2000
    texts = f'"{deep}\\"{long}"', f"'{deep}{long}'", f'"""\n{deep}\n"{long}"""', f"'''{deep}''{long}'''"
    lines = "\n".join(f"files{number} = {text}" for number, text in enumerate(texts))
    assert parse_toml(f"# {deep}{long}\n{lines}\n")["files0"] == f'{deep}"{long}'


@pytest.mark.usefixtures("home")
def test_of_many_unknown_keys_the_first_are_shown_and_the_others_counted() -> None:
    Path("journeybook.toml").write_text(
        "[rules]\n" + "".join(f"unused-touchpiont-{number} = 'off'\n" for number in range(20_000))
    )
    findings = read_settings(find_settings(Path("journeys"))).findings
    told = [str(finding) for finding in cut(findings)]
    assert (len(findings), len(told)) == (20_000, MOST_SHOWN + 1)
    assert told[0].endswith(
        "There is no setting 'unused-touchpiont-0' in 'rules'. Did you mean 'unused-touchpoint'?"
    )
    assert told[-1] == (
        f"journeybook.toml:{MOST_SHOWN + 2}:1: unknown-setting: "
        f"{20_000 - MOST_SHOWN:,} more of this kind from here on, which are not shown."
    )


def test_a_key_in_the_second_of_two_tables_is_placed_there(home: Path) -> None:
    (home / "journeybook.toml").write_text(
        "[[paths]]\nfiles = 'a'\nfile = 1\n[[paths]]\nfiles = 'b'\nfile = 1\n"
    )
    places = [finding.place.line for finding in read_settings(home / "journeybook.toml").findings]
    assert places == [3, 6]


@pytest.mark.linux
@pytest.mark.parametrize("name", ["journeybook.toml", "pyproject.toml", "known.json"])
@pytest.mark.parametrize("kind", ["pipe", "device", "out", "itself", "nowhere", "folder"])
@pytest.mark.parametrize("command", [("check",), ("diff", "./journeys", "./journeys")])
def test_what_is_no_file_of_the_project_is_told_and_never_waited_for(
    home: Path, name: str, kind: str, command: tuple[str, ...]
) -> None:
    if name == "known.json":
        (home / "journeybook.toml").write_text(few_rules(before='baseline = "known.json"'))
    file = home / name
    match kind:
        case "pipe":
            os.mkfifo(file)
        case "folder":
            file.mkdir()
        case _:
            targets = {"device": "/dev/zero", "out": "../outside.toml", "itself": name, "nowhere": "x"}
            file.symlink_to(targets[kind])
    done = run(home, *command)
    is_read = name == "journeybook.toml" or (name == "known.json" and command == ("check",))
    assert (name in done.stdout + done.stderr) == is_read, done
    assert not is_read or done.returncode in {1, 2}
    assert "password" not in done.stdout + done.stderr


@pytest.mark.linux
def test_settings_of_a_link_within_the_repository_are_read(home: Path) -> None:
    (home / "common").mkdir()
    (home / "common/settings.toml").write_text("[limits]\nfall = 3\n")
    (home / "journeybook.toml").symlink_to("common/settings.toml")
    settings = read_settings(find_settings(home / "journeys"))
    assert (settings.findings, settings.limits) == ((), Limits(fall=3))


@pytest.mark.linux
def test_a_journeys_folder_that_is_a_link_to_itself_is_told(home: Path) -> None:
    (home / "loop").symlink_to("loop")
    assert run(home, "check", "loop").returncode == 2
    assert run(home, "diff", "./journeys", "--journeys-dir", "loop").returncode == 2


@pytest.mark.parametrize(
    "raw", [b"[" * 17_000_000, b"\xff", b"[" * 100_000, b"9" * 5000, b'{"version": 1e999}']
)
def test_a_baseline_that_none_wrote_is_told(home: Path, raw: bytes) -> None:
    (home / "known.json").write_bytes(raw)
    done = run(home, "check", "--baseline", "known.json")
    assert (done.returncode, done.stderr.startswith("Error: The baseline 'known.json' cannot be")) == (
        2,
        True,
    )


def test_no_text_of_brackets_quotes_and_names_breaks_the_reading(home: Path) -> None:
    chance = Random(3)
    pieces = [
        "[",
        "]",
        "{",
        "}",
        '"',
        "'",
        '"""',
        "'''",
        "\\",
        ".",
        "=",
        ",",
        "\n",
        "#",
        "a",
        "rules",
        "9" * 120,
    ]
    for _ in range(3000):
        text = "".join(chance.choices(pieces, k=chance.randint(1, 40)))
        (home / "journeybook.toml").write_text(text)
        settings = read_settings(home / "journeybook.toml")
        assert settings.path == "journeybook.toml"
        assert all(finding.place.line <= text.count("\n") + 2 for finding in settings.findings)
