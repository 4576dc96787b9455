"""Measure `journeybook diff` of two revisions of N journeys of which ten changed, beside reading the files.

    python benchmarks/diff.py 1000 .cache/bench/diff

Each runs in a process of its own, and the best of three counts. Reading is `load.read_folder` over the files
of one revision, as `check` and a build do it; bytes is opening and reading them without more.
"""

import argparse
import re
import shutil
import subprocess
import sys
from pathlib import Path
from time import perf_counter

from generate import generate

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


def main() -> None:
    """Make the repository, run each command in turn, print a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("size", type=int, help="how many journeys")
    parser.add_argument("folder", type=Path, help="where to; it is emptied first")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="the best of how many counts")
    given = parser.parse_args()
    folder: Path = given.folder
    shutil.rmtree(folder, ignore_errors=True)
    changed = make(given.size, folder)
    python = sys.executable
    commands = {
        "diff of two revisions": [
            python,
            "-m",
            "journeybook",
            "diff",
            "HEAD~1",
            "HEAD",
            "--fail-on",
            "never",
        ],
        "diff with the work tree": [python, "-m", "journeybook", "diff", "HEAD~1", "--fail-on", "never"],
        "reading all files": [python, "-c", READING, "journeys"],
        "bytes of all files": [python, "-c", BYTES, "journeys"],
    }
    best = {
        name: min(seconds(command, folder) for _ in range(given.rounds)) for name, command in commands.items()
    }
    reading = best["reading all files"]
    print(f"| {given.size} journeys, {changed} changed | seconds | of reading |\n|---|---:|---:|")
    for name, value in best.items():
        print(f"| {name} | {value:.2f} | {value / reading:.2f} |")


def make(size: int, folder: Path) -> int:
    """Make a repository of two commits, and return how many journeys change from one to the other."""
    generate(size, folder)
    git(folder, "init", "--quiet")
    commit(folder)
    files = sorted((folder / "journeys/reisen").glob("*.md"))
    chosen = files[:: max(1, size // CHANGED)][:CHANGED]
    for path in chosen:
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub("status: .*", "status: review", text, count=1) + "\nNeu.\n", encoding="utf-8")
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


def seconds(command: list[str], folder: Path) -> float:
    """How long a command takes."""
    start = perf_counter()
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return perf_counter() - start


if __name__ == "__main__":
    main()
