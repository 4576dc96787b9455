"""Measure `journeybook check` of N journeys, beside reading the same files.

    python benchmarks/check.py 1000 .cache/bench/check

Of two sizes of journeys: the generator's, and short ones. Each command is a process of its own, they take
turns, and the best of three counts, since others may use the machine. Reading is `load.read_folder`, as a
build and `diff` do it; bytes is opening and reading the files without more. CPU is that of the whole process.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from diff import BYTES, READING, ROUNDS
from generate import TODAY, generate

RESULTS = Path(__file__).parent / "results" / "check.md"
PYTHON = sys.executable
COMMANDS = {
    "`check`": [PYTHON, "-m", "journeybook", "check"],
    "`refs` of a persona": [PYTHON, "-m", "journeybook", "refs", "persona:person-001"],
    "`rename --dry-run` of it": [
        PYTHON,
        "-m",
        "journeybook",
        "rename",
        "--dry-run",
        "persona",
        "person-001",
        "anna",
    ],
    "reading all files": [PYTHON, "-c", READING, "journeys"],
    "bytes of all files": [PYTHON, "-c", BYTES, "journeys"],
}
KINDS = ("full", "short")
READ = "reading all files"


class Cost(NamedTuple):
    """What one process took, in seconds."""

    cpu: float
    wall: float


def main() -> None:
    """Measure both sizes, print the tables and write them down."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("size", type=int, help="how many journeys")
    parser.add_argument("folder", type=Path, help="where to; it is emptied first")
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=KINDS, help="sizes of journeys")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="the best of how many counts")
    parser.add_argument("--results", type=Path, default=RESULTS, help="the file that the tables go to")
    given = parser.parse_args()
    tables = []
    for name in given.kinds:
        folder = given.folder / name
        generate(given.size, folder, are_short=name == "short")
        tables.append(table(name, given.size, folder, given.rounds))
        print(tables[-1], flush=True)
    load = os.getloadavg()[0]
    heading = (
        f"# Checking\n\nBest of {given.rounds}, Python {sys.version.split()[0]}, "
        f"{os.cpu_count()} cores, load {load:.1f}.\n\n"
    )
    given.results.write_text(heading + "\n".join(tables), encoding="utf-8")


def table(name: str, size: int, folder: Path, count: int) -> str:
    """Measure all commands on one handbook."""
    rounds = [{name: cost(command, folder) for name, command in COMMANDS.items()} for _ in range(count)]
    sizes = [path.stat().st_size for path in (folder / "journeys" / "reisen").iterdir()]
    mean = sum(sizes) / len(sizes) / 1000
    lines = [
        f"| {size} {name} journeys of {mean:.1f} kB | CPU s | wall s | of reading |",
        "|---|---:|---:|---:|",
    ]
    reading = min(each[READ].cpu for each in rounds)
    for command in COMMANDS:
        cpu, wall = (min(values) for values in zip(*(each[command] for each in rounds), strict=True))
        lines.append(f"| {command} | {cpu:.2f} | {wall:.2f} | {cpu / reading:.2f} |")
    return "\n".join(lines) + "\n"


def cost(command: list[str], folder: Path) -> Cost:
    """Run a command; problems in the handbook are no failure of it."""
    before, start = os.times(), perf_counter()
    ran = subprocess.run(
        command,
        cwd=folder,
        check=False,
        capture_output=True,
        env=os.environ | {"JOURNEYBOOK_TODAY": TODAY.isoformat()},
    )
    wall, after = perf_counter() - start, os.times()
    if ran.returncode not in {0, 1}:
        raise RuntimeError(ran.stderr.decode())
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Cost(cpu=cpu, wall=wall)


if __name__ == "__main__":
    main()
