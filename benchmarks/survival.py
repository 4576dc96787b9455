"""Try whether a published site survives what happens to its next build.

    survival.py [--every N]

A small handbook is built, changed and built again, and the second build is struck: by SIGKILL, SIGTERM and
SIGINT at each point at which it changes something on the disk, by a disk that is full from such a point on,
by limits of a file's size and by a small file system that fills up (where the user may mount one), by a
strict failure, and by a second build at the same time. After each, the folder of the site must hold the old
site or the new one, whole; after whatever was no kill, nothing may lie beside it; and nothing may show a
traceback.
"""

import argparse
import hashlib
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

HERE = Path(__file__).parent
SIGNALS = ("KILL", "TERM", "INT")
QUIET = {
    "NO_MKDOCS_2_WARNING": "1",
    "DISABLE_MKDOCS_2_WARNING": "true",
    "JOURNEYBOOK_TODAY": "2026-11-21",
    "SOURCE_DATE_EPOCH": "1795219200",
}
MKDOCS_YML = """\
site_name: Handbook
theme: {name: mkdocs, highlightjs: false}
plugins: [search, journeybook]
hooks: ["%s"]
"""
WITHOUT_RULES = HERE.parent / "tests/site/stand_ins.py"
"""A hook that leaves the pages of rules out."""
JOURNEY = """\
---
title: %s
persona: anna
stages:
  - stage: purchase
    steps: [Try shoes on, Pay at the till]
---
"""
Tree = dict[str, str]
"""The digest of each file, by its path."""
Run = subprocess.CompletedProcess[str]


@dataclass
class Handbook:
    """A handbook with two states, and the trees of both sites."""

    root: Path
    kept: Path
    """A copy of the old site."""
    old: Tree = field(default_factory=dict)
    new: Tree = field(default_factory=dict)

    @property
    def site(self) -> Path:
        """The folder of the site."""
        return self.root / "site"

    def make(self) -> None:
        """Write the handbook, and build it in both states."""
        for name, text in {
            "mkdocs.yml": MKDOCS_YML % WITHOUT_RULES,
            "docs/index.md": "# Welcome\n",
            "journeys/personas/anna.md": "---\ntitle: Anna\n---\n",
        }.items():
            (self.root / name).parent.mkdir(parents=True, exist_ok=True)
            (self.root / name).write_text(text, encoding="utf-8")
        for title, tree in (("Buy boots", self.new), ("Buy shoes", self.old)):
            self.write(title)
            tree.clear()
            assert self.build(0, "full").returncode == 0
            tree.update(tree_of(self.site))
        shutil.copytree(self.site, self.kept)
        self.write("Buy boots")

    def write(self, title: str, body: str = "") -> None:
        """Write the journey."""
        (self.root / "journeys/buy.md").write_text(JOURNEY % title + body, encoding="utf-8")

    def build(self, point: int, action: str, *arguments: str, **how: object) -> Run:
        """Build the site, struck at a point."""
        ran: Run = subprocess.run(
            self.command(point, action, *arguments),
            cwd=self.root,
            env={**os.environ, **QUIET},
            capture_output=True,
            text=True,
            check=False,
            **how,  # type: ignore[call-overload]
        )
        return ran

    def command(self, point: int, action: str, *arguments: str) -> list[str]:
        """The command line of a build."""
        return [sys.executable, str(HERE / "struck.py"), str(point), action, *arguments]

    def restore(self) -> None:
        """Put the old site back, with what is hidden in it, and clear away what a kill has left."""
        shutil.rmtree(self.site, ignore_errors=True)
        shutil.rmtree(self.root / ".site.journeybook", ignore_errors=True)
        shutil.copytree(self.kept, self.site)
        (self.site / ".git").mkdir(exist_ok=True)
        (self.site / ".git/HEAD").write_text("ref: refs/heads/main\n", encoding="utf-8")

    def left(self) -> set[str]:
        """What lies beside the handbook that was not there before."""
        return {item.name for item in self.root.iterdir()} - {"mkdocs.yml", "docs", "journeys", "site"}


def tree_of(folder: Path) -> Tree:
    """The digest of each file of a site that visitors see; times of files are no part of it."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "sitemap.xml.gz" and ".git" not in path.parts
    }


@dataclass
class Outcome:
    """How the site came through one kind of trouble."""

    tried: int = 0
    old: int = 0
    new: int = 0
    faults: list[str] = field(default_factory=list)

    def judge(self, handbook: Handbook, ran: Run, what: str, *, is_killed: bool = False) -> None:
        """Look at the site after a build."""
        self.tried += 1
        found = tree_of(handbook.site)
        self.old += found == handbook.old
        self.new += found == handbook.new
        said = ran.stdout + ran.stderr
        faults = {
            "neither old nor new": found not in (handbook.old, handbook.new),
            "new in spite of a failure": found == handbook.new and ran.returncode == 1 and not is_killed,
            "old in spite of success": found == handbook.old and ran.returncode == 0,
            "hidden files are lost": not (handbook.site / ".git/HEAD").is_file(),
            "a traceback": "Traceback" in said,
            f"{handbook.left()} is left": bool(handbook.left()) and not is_killed,
        }
        self.faults += [f"{what}: {fault}" for fault, is_so in faults.items() if is_so]


Trial = Callable[[Handbook, range], Outcome]


def signals(name: str, handbook: Handbook, points: range) -> Outcome:
    """Strike at each point; the build after it must come through."""
    outcome = Outcome()
    for point in points:
        handbook.restore()
        ran = handbook.build(point, name)
        outcome.judge(handbook, ran, f"{name} at {point}", is_killed=True)
    again = handbook.build(0, "full")
    outcome.judge(handbook, again, f"the build after {name}")
    return outcome


def full_disks(handbook: Handbook, points: range) -> Outcome:
    """Let nothing new be written from a point on."""
    outcome = Outcome()
    for point in points:
        handbook.restore()
        outcome.judge(handbook, handbook.build(point, "full"), f"full from {point} on")
    return outcome


def small_files(handbook: Handbook, points: range) -> Outcome:
    """Let no file grow beyond a size."""
    outcome = Outcome()
    for size in range(256, 16384, max(256, 256 * points.step)):
        handbook.restore()
        limit = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (size, size))
        outcome.judge(handbook, handbook.build(0, "full", preexec_fn=limit), f"files of {size} bytes")
    return outcome


def full_file_systems(handbook: Handbook, points: range) -> Outcome:
    """Fill a small file system, where the user may mount one."""
    outcome = Outcome()
    size = sum(path.stat().st_size for path in handbook.kept.rglob("*") if path.is_file()) // 1024
    for free in range(16, size, max(1, size * points.step // 100)):
        with tempfile.TemporaryDirectory() as folder, mounted(Path(folder)) as small:
            if small is None:
                break
            inside = Handbook(small / "handbook", handbook.kept, handbook.old, handbook.new)
            left_out = shutil.ignore_patterns("site", ".site.journeybook")
            shutil.copytree(handbook.root, inside.root, ignore=left_out)
            inside.restore()
            room = shutil.disk_usage(small).free - free * 1024
            (small / "filler").write_bytes(bytes(max(0, room)))
            outcome.judge(inside, inside.build(0, "full"), f"{free} kB free")
    return outcome


@contextmanager
def mounted(folder: Path) -> Iterator[Path | None]:
    """Mount a file system of 16 MB in memory; nothing where that is not allowed."""
    mount = ["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", str(folder)]
    try:
        is_there = subprocess.run(mount, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        is_there = False
    try:
        yield folder if is_there else None
    finally:
        if is_there:
            subprocess.run(["umount", str(folder)], check=True)


def strict_failures(handbook: Handbook, points: range) -> Outcome:  # noqa: ARG001 - as all trials
    """Build strictly what MkDocs has a warning about, and what Journeybook has an error about."""
    outcome = Outcome()
    handbook.restore()
    for body in ("[lost](nowhere.md)\n", "[[persona:nobody]]\n"):
        handbook.write("Buy boots", body=body)
        outcome.judge(handbook, handbook.build(0, "full", "--strict"), body.strip())
    handbook.write("Buy boots")
    return outcome


def two_at_once(handbook: Handbook, points: range) -> Outcome:
    """Start two builds of one site together."""
    outcome = Outcome()
    for number in range(max(1, len(points) // 4)):
        handbook.restore()
        start = partial(subprocess.Popen, cwd=handbook.root, env={**os.environ, **QUIET}, text=True)
        pair = [
            start(handbook.command(0, "full"), stdout=subprocess.PIPE, stderr=subprocess.STDOUT) for _ in "ab"
        ]
        said = [process.communicate()[0] for process in pair]
        codes = [process.returncode for process in pair]
        ran = subprocess.CompletedProcess([], min(codes), "".join(said), "")
        outcome.judge(handbook, ran, f"pair {number}")
        for code, text in zip(codes, said, strict=True):
            if code and "Another build is writing the site" not in text:
                outcome.faults.append(f"pair {number}: failed without saying why")
    return outcome


def other_systems(handbook: Handbook, points: range) -> Outcome:  # noqa: ARG001 - as all trials
    """Build where folders cannot be exchanged in one step, or not be moved."""
    outcome = Outcome()
    for action in ("old", "pinned"):
        handbook.restore()
        outcome.judge(handbook, handbook.build(0, action), action)
    return outcome


TRIALS: dict[str, Trial] = {
    **{f"SIG{name}": partial(signals, name) for name in SIGNALS},
    "full disk": full_disks,
    "limit of a file's size": small_files,
    "small file system": full_file_systems,
    "strict failure": strict_failures,
    "two builds at once": two_at_once,
    "no exchange of folders": other_systems,
}


def main() -> int:
    """Try everything, and print a table, each row as soon as it is known."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--every", type=int, default=1, help="strike at every so manyth point")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary).resolve()
        handbook = Handbook(folder / "handbook", folder / "kept")
        handbook.make()
        handbook.restore()
        last = int(handbook.build(0, "count").stdout.split()[-1])
        points = range(1, last + 1, given.every)
        print(f"| what happens ({last} points) | tried | old site | new site | faults |")
        print("|---|---|---|---|---|")
        faults: list[str] = []
        for name, trial in TRIALS.items():
            outcome = trial(handbook, points)
            counts = (outcome.tried, outcome.old, outcome.new, len(outcome.faults))
            print("|", " | ".join(map(str, (name, *counts))), "|", flush=True)
            faults += outcome.faults
    print(*(f"\n{fault}" for fault in faults), sep="")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
