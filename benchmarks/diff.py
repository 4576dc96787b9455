"""Measure `journeybook diff` of N journeys beside `journeybook check` and beside reading the files.

    python benchmarks/diff.py 500 .cache/bench/diff

A repository has three commits: the second changes one journey, the third ten. Each command is a process of
its own, they take turns, and the least of three counts; CPU is that of the whole process, since others may
use the machine. Reading is `load.read_folder` over the files of one revision, as `check` and a build do it;
bytes is opening and reading them without more.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from generate import TODAY, generate

CHANGED = 10
ROUNDS = 3
READING = (
    "import sys; from pathlib import Path; from journeybook.load import read_folder, without_collector\n"
    "with without_collector(): read_folder(Path(sys.argv[1]), 'journeys')"
)
BYTES = (
    "import sys; from pathlib import Path\n"
    "for f in Path(sys.argv[1]).rglob('*.*'): f.is_file() and f.read_bytes()"
)
JOURNEYBOOK = (sys.executable, "-m", "journeybook")
DIFF = (*JOURNEYBOOK, "diff", "--fail-on", "never")
COMMANDS = {
    "`diff` of a commit that changes 1": (*DIFF, "HEAD~2", "HEAD~1"),
    "`diff` of a commit that changes {changed}": (*DIFF, "HEAD~1", "HEAD"),
    "`diff` of both with the work tree": (*DIFF, "HEAD~2"),
    "`check`": (*JOURNEYBOOK, "check"),
    "reading all files": (sys.executable, "-c", READING, "journeys"),
    "bytes of all files": (sys.executable, "-c", BYTES, "journeys"),
}
CHECK = "`check`"


def main() -> None:
    """Make the repository, run each command in turn, print a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("size", type=int, help="how many journeys")
    parser.add_argument("folder", type=Path, help="where to; it is emptied first")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="the least of how many counts")
    given = parser.parse_args()
    folder: Path = given.folder
    shutil.rmtree(folder, ignore_errors=True)
    changed = make(given.size, folder)
    rounds = [
        {name: seconds(command, folder) for name, command in COMMANDS.items()} for _ in range(given.rounds)
    ]
    least = {name: min(each[name] for each in rounds) for name in COMMANDS}
    print(f"| {given.size} journeys | CPU s | of `check` |\n|---|---:|---:|")
    for name, value in least.items():
        print(f"| {name.format(changed=changed)} | {value:.2f} | {value / least[CHECK]:.2f} |")


def make(size: int, folder: Path) -> int:
    """Make a repository of three commits, and return how many journeys the last one changes."""
    generate(size, folder)
    git(folder, "init", "--quiet")
    commit(folder)
    files = sorted((folder / "journeys/reisen").glob("*.md"))
    chosen = files[:: max(1, size // CHANGED)][:CHANGED]
    for paths in (files[-1:], chosen):
        for path in paths:
            text = path.read_text(encoding="utf-8")
            path.write_text(
                re.sub("status: .*", "status: review", text, count=1) + "\nNeu.\n", encoding="utf-8"
            )
        commit(folder)
    return len(chosen)


def git(folder: Path, *arguments: str) -> None:
    """Run git as somebody."""
    who = ["-c", "user.name=Bench", "-c", "user.email=bench@example.org"]
    subprocess.run(["git", "-C", str(folder), *who, *arguments], check=True)


def commit(folder: Path) -> None:
    """Commit everything."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "x")


def seconds(command: tuple[str, ...], folder: Path) -> float:
    """The CPU time of a command; problems in the handbook are no failure of it."""
    before = os.times()
    environment = os.environ | {"JOURNEYBOOK_TODAY": TODAY.isoformat()}
    ran = subprocess.run(command, cwd=folder, check=False, capture_output=True, env=environment)
    after = os.times()
    if ran.returncode not in {0, 1}:
        raise RuntimeError(ran.stderr.decode())
    return after.children_user + after.children_system - before.children_user - before.children_system


if __name__ == "__main__":
    main()
