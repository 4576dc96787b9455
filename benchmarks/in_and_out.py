"""Measure `journeybook export` and `journeybook import` beside reading the handbook.

    python benchmarks/in_and_out.py 100 .cache/bench/in-and-out

Exports a handbook of N journeys as JSON and as a workbook, reads the workbook again, and imports a workbook
of others: ten sheets (`--sheets`), each a journey of forty steps. Each command is a process of its own, they
take turns, and the best of three counts. CPU is that of the whole process; its bar is for 100 journeys.
"""

import argparse
import os
import sys
from pathlib import Path

import xlsxwriter
from check import PYTHON, READ, cost
from diff import READING, ROUNDS
from generate import STAGES, generate
from german import Words

RESULTS = Path(__file__).parent / "results" / "in-and-out.md"
SHEETS, STEPS = 10, 40
_COMMAND = [PYTHON, "-m", "journeybook"]
COMMANDS = {
    READ: [PYTHON, "-c", READING, "journeys"],
    "`export json`": [*_COMMAND, "export", "json", "out.json"],
    "`export xlsx`": [*_COMMAND, "export", "xlsx", "out.xlsx", "--language", "de"],
    "`import` of that workbook": [*_COMMAND, "import", "--dry-run", "out.xlsx"],
    "`import` of sheets of others": [*_COMMAND, "import", "--dry-run", "sheets.xlsx"],
}
BARS = {"`export json`": 2, "`export xlsx`": 10, "`import` of sheets of others": 3}
"""CPU seconds."""
LANES = {
    "Handlungen": "actions",
    "Gedanken": "thoughts",
    "Gefühle": "feelings",
    "Schmerzpunkte": "pains",
    "Chancen": "chances",
}


def main() -> None:
    """Measure, print the table and write it down."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("size", type=int, help="how many journeys")
    parser.add_argument("folder", type=Path, help="where to; it is emptied first")
    parser.add_argument("--sheets", type=int, default=SHEETS, help="how many sheets of others")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="the best of how many counts")
    parser.add_argument("--results", type=Path, default=RESULTS, help="the file that the table goes to")
    given = parser.parse_args()
    generate(given.size, given.folder)
    write_sheets(given.folder / "sheets.xlsx", given.sheets)
    made = table(given.size, given.folder, given.rounds)
    print(made, flush=True)
    load = os.getloadavg()[0]
    heading = (
        f"# In and out\n\nBest of {given.rounds}, Python {sys.version.split()[0]}, "
        f"{os.cpu_count()} cores, load {load:.1f}.\n\n"
    )
    given.results.write_text(heading + made, encoding="utf-8")


def table(size: int, folder: Path, count: int) -> str:
    """Measure all commands on one handbook."""
    rounds = [{name: cost(command, folder).cpu for name, command in COMMANDS.items()} for _ in range(count)]
    least = {name: min(each[name] for each in rounds) for name in COMMANDS}
    lines = [f"| {size} journeys | CPU s | of reading | bar, s |", "|---|---:|---:|---:|"]
    lines += [
        f"| {name} | {cpu:.2f} | {cpu / least[READ]:.2f} | {BARS.get(name, '')} |"
        for name, cpu in least.items()
    ]
    return "\n".join(lines) + "\n"


def write_sheets(file: Path, count: int) -> None:
    """Write journeys as people have them in spreadsheets: stages across, merged over their steps."""
    with xlsxwriter.Workbook(file) as book:
        for number in range(1, count + 1):
            words, sheet = Words(f"sheet {number}"), book.add_worksheet(f"Journey {number}")
            width = -(-STEPS // len(STAGES))
            stages = [min(step // width, len(STAGES) - 1) for step in range(STEPS)]
            for at, (_, title, _) in enumerate(STAGES):
                columns = [step + 1 for step, stage in enumerate(stages) if stage == at]
                sheet.merge_range(0, columns[0], 0, columns[-1], title)
            sheet.write_row(
                1, 0, ["Schritte", *(f"{words.step(stage)} ({step})" for step, stage in enumerate(stages))]
            )
            sheet.write_row(2, 0, ["Zufriedenheit", *(step % 5 + 1 for step in range(STEPS))])
            for row, (lane, kind) in enumerate(LANES.items(), 3):
                sheet.write_row(row, 0, [lane, *("\n".join(words.some(kind, 3)) for _ in stages)])


if __name__ == "__main__":
    main()
