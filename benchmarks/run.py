"""The benchmark: this handbook beside MkDocs + Material, Zensical and Hugo on the same pages as Markdown.

    python benchmarks/run.py                       100 and 500 journeys, three runs: about half an hour
    python benchmarks/run.py --sizes 20 --runs 1   a quick look

Makes the pages in .cache/bench/, measures, prints the tables and writes benchmarks/results/.
"""

import argparse
import datetime as dt
import os
import platform
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from contenders import Contender, contenders
from processes import GivenUp, environment, run
from report import Measured, Results, as_json, as_markdown
from saves import measure_saves

HERE = Path(__file__).resolve().parent
CACHE = HERE.parent / ".cache"
PREPARE_LIMIT = 600


def prepare(size: int, everyone: Sequence[Contender], folder: Path) -> None:
    """Write the handbook and its pages as Markdown, in processes of their own."""
    say(f"writing {size} journeys")
    _python("generate.py", str(size), str(folder / "handbook"))
    for contender in everyone:
        if contender.source != "handbook":
            _python(
                "export.py", str(folder / "handbook"), str(folder / contender.source), "--for", contender.name
            )


def _python(*arguments: str) -> None:
    command = [sys.executable, str(HERE / arguments[0]), *arguments[1:]]
    subprocess.run(command, check=True, timeout=PREPARE_LIMIT, stdout=subprocess.DEVNULL, env=environment())


def measure_builds(
    table: dict[str, Measured], everyone: Sequence[Contender], folder: Path, runs: int
) -> None:
    """Build every site `runs` times in turn, each time another one first."""
    for number in range(runs):
        shift = number % len(everyone)
        for contender in (*everyone[shift:], *everyone[:shift]):
            measured = table[contender.name]
            try:
                _build(contender, measured, folder)
            except GivenUp as reason:
                say(f"{contender.title}: {reason}")
                continue
            cost = measured.costs[-1]
            figures = f"{cost.wall:.2f} s, CPU {cost.cpu:.2f} s, {cost.memory:.0f} MiB"
            say(f"run {number + 1}: {contender.title}: {figures}")


def _build(contender: Contender, measured: Measured, folder: Path) -> None:
    source, site = folder / contender.source, site_of(contender, folder)
    _tidy(contender, folder)
    command = [part.format(site=site) for part in contender.build]
    measured.costs.append(run(command, source, folder / "logs" / f"{contender.name}-build.txt"))
    measured.pages = sum(page.name != "404.html" for page in site.rglob("*.html"))


def site_of(contender: Contender, folder: Path) -> Path:
    """The folder that a contender's site is built to."""
    return folder / contender.source / contender.site if contender.site else folder / "sites" / contender.name


def _tidy(contender: Contender, folder: Path) -> None:
    """Remove what a run before left."""
    for path in (
        site_of(contender, folder),
        *(folder / contender.source / name for name in contender.litter),
    ):
        if path.is_file():
            path.unlink()
        shutil.rmtree(path, ignore_errors=True)


def measure_serving(
    table: dict[str, Measured], everyone: Sequence[Contender], folder: Path, count: int
) -> None:
    """Serve every site and save a journey `count` times."""
    for contender in everyone:
        log = folder / "logs" / f"{contender.name}-serve.txt"
        source = folder / contender.source
        try:
            saves = measure_saves(contender.serve, source, contender.edited, log, count)
        except GivenUp as reason:
            say(f"{contender.title}: {reason}, see {log}")
            continue
        table[contender.name].saves = saves
        say(f"{contender.title}: fresh after {', '.join(f'{seconds:.2f}' for seconds in saves)} s")


def _words(size: int, folder: Path) -> str:
    sites = [str(folder / "sites" / name) for name in ("journeybook", "mkdocs")]
    question = (
        "import sys, visible; from pathlib import Path; print(visible.compare(*map(Path, sys.argv[1:])))"
    )
    command = [sys.executable, "-c", question, *sites]
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=PREPARE_LIMIT, check=False, cwd=HERE
    )
    return (
        f"visible words, Markdown against ours, at {size} journeys: {done.stdout.strip() or 'not measured'}"
    )


def say(text: str) -> None:
    """Tell how far the benchmark is."""
    print(text, flush=True)


def _machine(runs: int) -> str:
    load = os.getloadavg()[0]
    python = platform.python_version()
    return f"{os.cpu_count()} cores, load {load:.1f} before the start, Python {python}, {runs} runs in turn"


def benchmark(given: argparse.Namespace) -> Results:
    """Measure everything that was asked for."""
    results = Results(notes=[_machine(given.runs)])
    everyone = list(contenders(given.only, CACHE / "bench-venv", results.notes))
    for size in given.sizes:
        folder = (given.folder / str(size)).absolute()
        prepare(size, everyone, folder)
        table = {one.name: Measured(name=one.name, title=one.title, size=size) for one in everyone}
        results.measured += table.values()
        measure_builds(table, everyone, folder, given.runs)
        if given.runs:
            results.notes.append(_words(size, folder))
        keep(results, given.results)
        if given.saves:
            measure_serving(table, everyone, folder, given.saves)
            keep(results, given.results)
    return results


def keep(results: Results, folder: Path) -> str:
    """Write what is known so far, so that a long call may be stopped, and return it as Markdown."""
    written = as_markdown(results, dt.datetime.now(tz=dt.UTC).date().isoformat())
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "latest.md").write_text(written, encoding="utf-8")
    (folder / "latest.json").write_text(as_json(results), encoding="utf-8")
    return written


def main() -> None:
    """Measure, print and keep the results."""
    names = ("journeybook", "mkdocs", "zensical", "hugo")
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 500], help="how many journeys")
    parser.add_argument("--runs", type=int, default=3, help="builds of each site; 0 for none")
    parser.add_argument("--saves", type=int, default=5, help="saves while serving; 0 for none")
    parser.add_argument("--only", nargs="+", choices=names, default=names, help="who takes part")
    parser.add_argument(
        "--results", type=Path, default=HERE / "results", help="where latest.md and latest.json go"
    )
    parser.add_argument("--folder", type=Path, default=CACHE / "bench", help="where pages and sites go")
    given = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that builds and servers are ended too
    say("\n" + keep(benchmark(given), given.results))


if __name__ == "__main__":
    main()
