"""Measure files that are made to be slow in `check`, at half and at full size, and in `diff`.

Linear work doubles. What is compared differs in one sentence at the beginning, and in its end.

Run it as `python benchmarks/slow.py [BYTES]`; each file is read in a process of its own.
"""

import os
import resource
import sys
import tempfile
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path

from click.testing import CliRunner

from journeybook import project
from journeybook.cli import main as main_command

_BYTES = 1_900_000
_HEAD = "---\ntitle: X\npersona: anna\nstages: {stage: purchase, steps: A}\n---\n"
_SHAPES: Mapping[str, Callable[[int], str]] = {
    "unclosed comments": lambda size: "<!--" * (size // 4),
    "rows of backticks": lambda size: "`a ``b " * (size // 7),
    "opened pictures": lambda size: "![" * (size // 2),
    "opened sections": lambda size: "<![CDATA[" * (size // 9),
    "opened brackets": lambda size: "[" * size,
    "closed brackets": lambda size: "](" * (size // 2),
    "wrong links": lambda size: "".join(f"[[persona:p{at:07}]]\n" for at in range(size // 21)),
    "pictures": lambda size: "![](a)\n" * (size // 7),
    "headings": lambda size: "# a\n" * (size // 4),
    "definitions": lambda size: "[a]: b\n" * (size // 7),
    "spaces in a definition": lambda size: f"[a]:{' ' * size}",
    "attributes": lambda size: f"<a {'b ' * (size // 2)}>",
    "one long address": lambda size: f"[a](http://{'a/' * (size // 2)})",
    "elements": lambda size: "<b>" * (size // 3),
    "empty lines": lambda size: "\n" * size,
    "sections": lambda size: "".join(f"## {at}\n" for at in range(size // 9)),
    "lines of 60 kinds": lambda size: "".join(f"{'y' * (at * at % 59)}\n" for at in range(size // 30)),
    "words": lambda size: "der Kunde " * (size // 10),
}


def _cost(work: Callable[[], object]) -> tuple[float, float]:
    """The CPU time in seconds and the most memory in MiB that some work takes."""
    child = os.fork()
    if not child:
        work()
        os._exit(0)
    _, status, used = os.wait4(child, 0)
    assert status == 0, "the work has ended with an error"
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def _check(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        _write(Path(folder), text)
        project.read(Path(folder), "journeys", today=date(2026, 1, 1))


def _diff(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        old, new = Path(folder) / "old", Path(folder) / "new"
        _write(old, text)
        _write(new, f"One more sentence.\n\n{text[:-1000]}")
        CliRunner().invoke(main_command, ["diff", str(old), str(new)])


def _write(folder: Path, text: str) -> None:
    (folder / "personas").mkdir(parents=True)
    (folder / "personas/anna.md").write_text("---\ntitle: Anna\n---\n", encoding="utf-8")
    (folder / "x.md").write_text(_HEAD + text, encoding="utf-8")


def main() -> None:
    """Print a table: what the file is made of, seconds at half and full size, their ratio, memory."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else _BYTES
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"Files of {size:,} bytes; {own:.0f} MiB of memory are those of the program itself.\n")
    print("| File of | Half: s | Whole: s | Ratio | MiB | `diff`: s | MiB |\n" + "| --- " * 7 + "|")
    for name, make in _SHAPES.items():
        (half, _), (whole, memory), (compared, most) = (
            _cost(partial(work, make(length)))
            for work, length in ((_check, size // 2), (_check, size), (_diff, size))
        )
        ratio = whole / max(half, 0.1)
        check = f"{half:.1f} | {whole:.1f} | {ratio:.1f} | {memory:.0f}"
        print(f"| {name} | {check} | {compared:.1f} | {most:.0f} |")


if __name__ == "__main__":
    main()
