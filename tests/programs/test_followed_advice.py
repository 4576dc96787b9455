"""What messages advise is typed as it stands where the message comes; then the trouble is over."""

import os
import re
import shlex
import subprocess
import tomllib
from collections.abc import Callable
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import warm
from advice import ROOT, WORD, Text, advices, printed_texts
from core.repositories import commit, edit, git, repository, write
from journeybook.cli import main

ANNA = "---\ntitle: Anna{}\n---\n"
NOT_FOLLOWED = {
    "git config --global --add safe.directory WORD": "tests/core/diff/test_git_advice.py",
    "journeybook serve": "tests/programs/test_builders.py",
    "journeybook import": "tests/core/importing/test_edited_workbooks.py",
    "properdocs build": "tests/site/builds/test_programs.py",
    'pip install "journeybook[office]"': "tests/core/slides/test_export_pptx.py",
    "pip install properdocs": "tests/core/commands/test_commands.py",
    "pip install 'playwright>=1.50'": "tests/programs/test_followed_advice.py",
}
"""Commands that other tests follow, with their files."""
PROSE = re.compile(r"git (?:left|reports|took) ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """Something that is typed where it brings an advice."""

    room: Callable[[Path], Path]
    """Prepares a folder; returns where the commands are typed."""
    typed: tuple[str, ...]
    advised: str
    """The command in the message."""
    follow: str = ""
    """The command with what its words in capitals stand for."""
    is_over: bool = True
    """Whether the message does not come again; some advice only shows more."""


def empty(folder: Path) -> Path:
    return folder


def begun(folder: Path) -> Path:
    """A new handbook."""
    assert CliRunner().invoke(main, ["init", str(folder), "--language", "en"]).exit_code == 0
    return folder


def without_people(folder: Path) -> Path:
    """A folder of another name that holds no persona yet."""
    (folder / "our content").mkdir()
    return folder


def loosely_ignored(folder: Path) -> Path:
    """A handbook that ignores a rule which there is not."""
    write(folder / "journeys", {"personas/anna.md": "---\ntitle: Anna\nx-ignore: {zzz: Why not.}\n---\n"})
    return folder


def known_before(folder: Path) -> Path:
    """A handbook with another folder and a baseline, of which something is fixed."""
    write(folder / "content", {"personas/anna.md": ANNA.format(""), "personas/bodo.md": ANNA.format(" B")})
    journeybook(folder, "check", "content", "--write-baseline", "--baseline", "known.json")
    (folder / "content/personas/bodo.md").unlink()
    return folder


def listed_in_settings(folder: Path) -> Path:
    """A handbook whose settings name a baseline that is not there."""
    write(
        folder,
        {"journeybook.toml": 'baseline = "known.json"\n', "journeys/personas/anna.md": ANNA.format("")},
    )
    return folder


def alone(folder: Path) -> Path:
    """A repository without a remote."""
    return repository(folder / "home")


def bare(folder: Path) -> Path:
    home = alone(folder)
    edit(home, "kauf.md", "satisfaction: 4", "satisfaction: 2")
    commit(home)
    git(folder, "clone", "--quiet", "--bare", home.as_uri(), "bare")
    return folder / "bare"


def cloned(*options: str) -> Callable[[Path], Path]:
    """A clone of a repository with three commits on main, a branch, a tag and, after cloning, one more branch."""

    def room(folder: Path) -> Path:
        home = alone(folder)
        git(home, "config", "uploadpack.allowFilter", "true")
        git(home, "tag", "first")
        git(home, "branch", "side")
        for value in (3, 2):
            edit(home, "kauf.md", f"satisfaction: {value + 1}", f"satisfaction: {value}")
            commit(home)
        git(folder, "clone", "--quiet", *options, home.as_uri(), "clone")
        git(home, "branch", "later", "first")
        return folder / "clone"

    return room


def parted(folder: Path) -> Path:
    """A shallow clone that has the latest commits of two branches and not the one at which they parted."""
    clone = cloned("--depth=1")(folder)
    git(clone, "fetch", "--quiet", "--depth=1", "origin", "+refs/heads/side:refs/remotes/origin/side")
    return clone


def changed(people: int) -> Callable[[Path], Path]:
    """A repository with another folder, in which all personas were changed after a first commit."""

    def room(folder: Path) -> Path:
        git(folder, "init", "--quiet", "--initial-branch=main")
        for number, title in enumerate(("", " Berger")):
            files = {f"personas/p{name}.md": ANNA.format(f"{name}{title}") for name in range(people)}
            write(folder / "content", files)
            commit(folder)
            git(folder, "tag", f"v{number}")
        return folder

    return room


def journeybook(folder: Path, *typed: str) -> Result:
    """What a command says in a folder."""
    with chdir(folder):
        ran = CliRunner().invoke(main, typed)
    assert ran.exception is None or isinstance(ran.exception, SystemExit)
    return ran


def follow(folder: Path, command: str) -> str:
    """Type a command; return what it prints on standard output. Differences are no fault of it."""
    program, *words = shlex.split(command)
    if program == "journeybook":
        said = journeybook(folder, *words)
        assert said.exit_code == 0 or (words[0], said.exit_code) == ("diff", 1), said.output
        return said.stdout
    if program == "mkdocs":
        ran = warm.run("-m", program, *words, folder=folder)
    else:
        ran = subprocess.run([program, *words], cwd=folder, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


WHOLE, LATEST, WITHOUT_FILES = cloned(), cloned("--depth=1"), cloned("--filter=blob:none")
SITUATIONS = [
    Situation(room=empty, typed=("check",), advised="journeybook init"),
    Situation(room=empty, typed=("init",), advised="journeybook check", is_over=False),
    Situation(room=begun, typed=("csp",), advised="mkdocs build"),
    Situation(room=begun, typed=("codeowners", "--check"), advised="journeybook codeowners"),
    Situation(room=empty, typed=("explain", "zzz"), advised="journeybook explain --list", is_over=False),
    Situation(room=loosely_ignored, typed=("check",), advised="journeybook explain", is_over=False),
    Situation(room=empty, typed=("schema", "journey"), advised="journeybook schema journey", is_over=False),
    Situation(
        room=without_people,
        typed=("new", "journey", "Buying", "--journeys-dir", "our content"),
        advised="journeybook new persona NAME --journeys-dir 'our content'",
        follow="journeybook new persona 'Anna Berger' --journeys-dir 'our content'",
    ),
    Situation(room=listed_in_settings, typed=("check",), advised="journeybook check --write-baseline"),
    Situation(
        room=known_before,
        typed=("check", "content", "--baseline", "known.json"),
        advised="journeybook check content --write-baseline --baseline known.json",
    ),
    Situation(
        room=known_before,
        typed=("check", "content", "--baseline", "other.json"),
        advised="journeybook check content --write-baseline --baseline other.json",
    ),
    Situation(room=alone, typed=("diff", "zzz"), advised="git log --oneline --all", is_over=False),
    Situation(
        room=bare,
        typed=("diff", "main"),
        advised="journeybook diff BASE HEAD",
        follow="journeybook diff main~1 main",
        is_over=False,
    ),
    Situation(room=WHOLE, typed=("diff", "later"), advised="git fetch origin later:later"),
    Situation(
        room=WHOLE,
        typed=("diff", "origin/later"),
        advised="git fetch origin +refs/heads/later:refs/remotes/origin/later",
    ),
    Situation(room=WHOLE, typed=("diff", "later~0"), advised="git fetch origin later:later"),
    Situation(room=WHOLE, typed=("diff", "@{later}"), advised="git fetch origin", is_over=False),
    Situation(room=LATEST, typed=("diff", "later~0"), advised="git fetch origin later:later"),
    Situation(room=LATEST, typed=("diff", "side"), advised="git fetch --depth=1 origin side:side"),
    Situation(room=LATEST, typed=("diff", "first"), advised="git fetch --depth=1 origin first:first"),
    Situation(
        room=LATEST,
        typed=("diff", "origin/side"),
        advised="git fetch --depth=1 origin +refs/heads/side:refs/remotes/origin/side",
    ),
    Situation(room=LATEST, typed=("diff", "HEAD~2"), advised="git fetch --unshallow origin"),
    Situation(room=parted, typed=("diff", "origin/side...HEAD"), advised="git fetch --unshallow"),
    Situation(
        room=WITHOUT_FILES,
        typed=("diff", "HEAD~2", "HEAD"),
        advised="git fetch --refetch --no-filter origin",
    ),
    Situation(
        room=changed(600),
        typed=("diff", "v0...v1", "--journeys-dir", "content", "--format", "markdown"),
        advised="journeybook diff v0...v1 --journeys-dir content",
        is_over=False,
    ),
    Situation(
        room=changed(40),
        typed=("log", "--max", "2", "--journeys-dir", "content"),
        advised="journeybook log --format json --journeys-dir content",
        is_over=False,
    ),
]


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody without settings of git."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    monkeypatch.setenv("DISABLE_MKDOCS_2_WARNING", "true")


@pytest.mark.linux
@pytest.mark.parametrize("case", [pytest.param(case, id=" ".join(case.typed)) for case in SITUATIONS])
def test_advice_works_as_it_stands(case: Situation, tmp_path: Path) -> None:
    folder = case.room(tmp_path)
    assert case.advised in advised(journeybook(folder, *case.typed))
    follow(folder, case.follow or case.advised)
    if case.is_over:
        assert case.advised not in advised(journeybook(folder, *case.typed))


def advised(ran: Result) -> list[str]:
    """The commands that a program's output advises."""
    return [item.command for item in advices(Text("", ran.output))]


@pytest.mark.linux
def test_the_command_that_shows_all_changes_of_a_commit_shows_them(tmp_path: Path) -> None:
    folder = changed(40)(tmp_path)
    told = advised(journeybook(folder, "log", "--max", "1", "--journeys-dir", "content"))
    (command,) = (line for line in told if line.startswith("journeybook diff"))
    assert follow(folder, command).count("is now called") == 40


def test_playwright_is_advised_as_the_package_asks_for_it() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert f"pip install '{extras['optional-dependencies']['pdf'][0]}'" in NOT_FOLLOWED


def test_every_command_in_a_message_is_followed() -> None:
    followed = {case.advised for case in SITUATIONS}
    printed = {
        item.command for text in printed_texts() for item in advices(text) if not PROSE.match(item.command)
    }
    lost = [
        command
        for command in printed - set(NOT_FOLLOWED)
        if not any(_begins_like(command, done) for done in followed)
    ]

    assert lost == []
    assert [file for file in NOT_FOLLOWED.values() if not (ROOT / file).is_file()] == []


def _begins_like(command: str, done: str) -> bool:
    """Whether a command that was followed is one that a text makes, with its words put in."""
    return re.match(".*".join(map(re.escape, command.split(WORD))), done) is not None
