"""Every command of README and docs is typed into a shell, in a folder as its page supposes it.

A block of commands is called `sh`, or `console` where it shows what they print. A new block needs its folder in
`ROOMS`; a line that cannot be run here needs its reason in `NOT_RUN`.
"""

import re
import shlex
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import command_rooms as rooms
import pytest

from shell_blocks import ENGLISH, PAGES, ROOT, SHELL, Block, blocks, outside_of_blocks

ROOMS: dict[str, rooms.Room] = {
    "README.md#journeybook": rooms.checkout,
    "README.md#how-changes-are-reviewed journeybook check --language en": rooms.example_with_a_slip,
    "README.md#how-changes-are-reviewed journeybook diff main --language en": rooms.example_with_a_change,
    "README.md#in-a-site-of-your-own": rooms.checkout,
    "CONTRIBUTING.md#set-up": rooms.example,
    "docs/en/begin.md#install": rooms.with_wheel,
    "docs/en/begin.md#init": rooms.empty,
    "docs/en/begin.md#new": rooms.begun,
    "docs/en/builders.md#export": rooms.begun,
    "docs/en/check.md#command": rooms.compared,
    "docs/en/check.md#rules": rooms.empty,
    "docs/en/check.md#baseline": rooms.compared,
    "docs/en/check.md#since": rooms.proposed,
    "docs/en/compare.md#command": rooms.compared,
    "docs/en/compare.md#log": rooms.compared,
    "docs/en/compare.md#notes": rooms.compared,
    "docs/en/editor.md#setup": rooms.begun,
    "docs/en/editor.md#command": rooms.empty,
    "docs/en/move-in.md#sheets": rooms.moving,
    "docs/en/move-in.md#metrics": rooms.moving,
    "docs/en/move-in.md#data": rooms.moving,
    "docs/en/publish.md#disk": rooms.begun,
    "docs/en/publish.md#csp": rooms.built,
    "docs/en/quick-start.md#quick-start mkdir -p our-handbook/wheels": rooms.with_wheel,
    "docs/en/quick-start.md#quick-start journeybook init": rooms.empty,
    "docs/en/pull-requests.md#codeowners": rooms.example,
    "docs/en/pull-requests.md#preview": rooms.proposed,
    "docs/en/rhythm.md#digest": rooms.compared,
    "docs/en/rename.md#refs": rooms.example,
    "docs/en/rename.md#impact": rooms.example,
    "docs/en/rename.md#rename": rooms.example,
    "docs/en/take-along.md#command": rooms.begun,
    "docs/en/take-along.md#slides": rooms.example,
    "docs/en/write-a-journey.md#write-a-journey": rooms.tutorial,
}
"""Where the commands of a section are typed; a block of several in a section is told by its first line."""
IN_A_FRESH_ENVIRONMENT = "README.md#in-a-site-of-your-own"
"""The block that makes an environment and installs something. What others have of it is run in it alone."""
RUNS_TESTS = "it runs these tests"
INSTALLS = "it installs what an index has; the jobs of code.yml run it"
TINY = "tests/programs/test_benchmarks.py runs it with a tiny handbook"
NOT_RUN = {
    "make test": RUNS_TESTS,
    "make quick": RUNS_TESTS,
    "make lint": "tests/ready/test_lint.py runs what it runs",
    "make fix": "it changes this repository",
    "PYTHON=python3.13 make test": INSTALLS,
    "scripts/set-up dev": INSTALLS,
    "scripts/set-up dev lowest": INSTALLS,
    "make bench": TINY,
    "make weight": TINY,
    "make lists": "tests/browser/programs/test_pictures.py runs it with few things",
    "make maps": "tests/browser/programs/test_pictures.py runs it with one journey",
    "make survive": "tests/site/builds/test_published_site.py kills some of the builds that it kills",
    "python benchmarks/run.py --sizes 20 --runs 1 --saves 2": TINY,
    "python benchmarks/run.py --sizes 100 --only journeybook mkdocs --saves 0": TINY,
    "python benchmarks/diff.py 500 .cache/bench/diff": TINY,
    "python benchmarks/check.py 1000 .cache/bench/check": TINY,
    "python benchmarks/in_and_out.py 100 .cache/bench/in-and-out": TINY,
    "journeybook pdf": "tests/browser/paper/test_map_files.py runs it",
}
PROGRAMS = re.compile(
    r"^(?: {4})?(?:\$ )?(?:[A-Z_]+=\S+ )?(?:journeybook|mkdocs|properdocs|pip|git|make|python3?|pytest|scripts/\S+) ",
    re.MULTILINE,
)
DIFFERENCES_ARE_NO_FAULT = re.compile(r"journeybook (?:check|diff)\b")

SHELL_BLOCKS = [block for page in PAGES for block in blocks(page) if block.language in SHELL]


@dataclass(slots=True)
class Script:
    """What is typed in one room, and all places that show it."""

    room: rooms.Room
    lines: tuple[str, ...]
    is_fresh: bool
    places: list[str] = field(default_factory=list)
    printed: list[str] = field(default_factory=list)


def _room(block: Block) -> rooms.Room | None:
    place = f"{ENGLISH.get(block.page, block.page)}#{_english_section(block)}"
    return ROOMS.get(f"{place} {block.commands[0]}") or ROOMS.get(place)


def _english_section(block: Block) -> str:
    """The section of the same words in English, where the tutorial's first has no anchor."""
    return "write-a-journey" if block.section == "eine-journey-schreiben" else block.section


def _is_left_out(line: str, block: Block) -> bool:
    return line in NOT_RUN or (block.place != IN_A_FRESH_ENVIRONMENT and line in _of_the_environment())


def _of_the_environment() -> tuple[str, ...]:
    """The lines that make an environment, enter it and install something."""
    (block,) = (item for item in SHELL_BLOCKS if item.place == IN_A_FRESH_ENVIRONMENT)
    return tuple(line for line in block.commands if re.match(r"python3 -m venv|\. \.venv|pip install", line))


def _scripts() -> list[Script]:
    """What is typed, once for each room."""
    found: dict[tuple[rooms.Room, tuple[str, ...]], Script] = {}
    for block in SHELL_BLOCKS:
        room, lines = _room(block), tuple(line for line in block.commands if not _is_left_out(line, block))
        if room and lines:
            script = Script(room, lines, block.place == IN_A_FRESH_ENVIRONMENT)
            script = found.setdefault((room, lines), script)
            script.places.append(block.place)
            script.printed += block.printed if block.language == "console" else []
    return list(found.values())


@pytest.mark.parametrize("script", [pytest.param(script, id=script.places[0]) for script in _scripts()])
def test_the_commands_do_what_their_page_says(script: Script, tmp_path: Path) -> None:
    typed = [
        f"{line} || test $? -eq 1" if DIFFERENCES_ARE_NO_FAULT.match(line) else line for line in script.lines
    ]
    variables = rooms.environment(tmp_path, is_fresh=script.is_fresh)
    (tmp_path / "room").mkdir()
    folder = script.room(tmp_path / "room")
    command = ["bash", "-eu", "-o", "pipefail", "-c", "\n".join(typed)]
    ran = subprocess.run(command, cwd=folder, env=variables, capture_output=True, text=True, check=False)

    assert ran.returncode == 0, f"{ran.stdout}\n{ran.stderr}"
    assert [line for line in script.printed if line not in ran.stdout.splitlines()] == []
    assert "Traceback" not in ran.stderr


def test_each_line_is_typed_or_has_its_reason() -> None:
    lost = {
        (block.place, line)
        for block in SHELL_BLOCKS
        for line in block.commands
        if not _is_left_out(line, block) and _room(block) is None
    }

    assert lost == set()


def test_each_reason_and_each_room_is_needed() -> None:
    lines = {line for block in SHELL_BLOCKS for line in block.commands}
    used = {script.room for script in _scripts()}
    files = re.findall(r"tests/\S+\.py", " ".join(NOT_RUN.values()))

    assert set(NOT_RUN) - lines == set()
    assert set(ROOMS.values()) - used == set()
    assert [file for file in files if not (ROOT / file).is_file()] == []


def test_what_is_installed_is_the_same_on_all_pages() -> None:
    pages = {block.page for block in SHELL_BLOCKS if set(_of_the_environment()) <= set(block.commands)}

    assert pages == {
        "README.md",
        "docs/en/begin.md",
        "docs/en/quick-start.md",
        "docs/handbuch/beginnen.md",
    }


@pytest.mark.parametrize("page", PAGES)
def test_commands_stand_in_blocks_of_shell(page: str) -> None:
    """Others are what is printed or written into files, and nobody would run them."""
    others = [block.text for block in blocks(page) if block.language == "text"]

    assert [text for text in (*others, outside_of_blocks(page)) if PROGRAMS.search(text)] == []
    assert {block.language for block in blocks(page)} <= {
        *SHELL,
        "text",
        "yaml",
        "markdown",
        "json",
        "toml",
        "csv",
        "html",
        "python",
    }


@pytest.mark.parametrize(("german", "english"), ENGLISH.items())
def test_both_languages_show_the_same_commands(german: str, english: str) -> None:
    """Names of things and folders differ; programs, commands and options do not."""
    shapes = [
        [_shape(line) for block in SHELL_BLOCKS if block.page == page for line in block.commands]
        for page in (german, english)
    ]

    assert shapes[0] == shapes[1]


def _shape(line: str) -> list[str]:
    """A line with its program, its command and its options, without the names of things and folders."""
    words = shlex.split(line)
    kept = 1 if words[0] in {"cd", "cp", "mkdir"} else 2
    return [word if at < kept or word.startswith("-") else "…" for at, word in enumerate(words)]
