"""How long lists bear up: what they weigh, and how soon a filter answers on a slow machine.

    python benchmarks/lists.py         # opens Chromium; some minutes

Builds a handbook of 1,000 pain points, 500 touchpoints and 200 metrics, serves it on 127.0.0.1, and writes
results/lists.md. A filter answers when the browser has painted the rows that it leaves. The exit code is 1
if a list misses a bar.
"""

import argparse
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path[:0] = [str(ROOT / "tests")]

import yaml  # noqa: E402
from generate import CHANNELS, STAGES, TEAMS, TODAY  # noqa: E402
from german import Words  # noqa: E402
from playwright.sync_api import Browser, Page  # noqa: E402
from siteconfig import mkdocs_yml  # noqa: E402
from weight import SLOWER, built, served, sizes  # noqa: E402

from browser import open_browser  # noqa: E402

CACHE = ROOT / ".cache/lists"
RESULTS = HERE / "results/lists.md"
MOST_KILOBYTES = 300
MOST_MILLISECONDS = 100
STEPS_IN_STAGE = 4
PERSONAS = 12
LISTS = ("pain-points/", "opportunities/", "actions/", "moments/", "touchpoints/", "journeys/", "metrics/")

Record = dict[str, Any]

ANSWER = """form => new Promise(done => {
  const begin = performance.now();
  form.dispatchEvent(new Event("input", { bubbles: true }));
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done(performance.now() - begin);
    port2.postMessage("painted");
  });
})"""
"""Milliseconds until the frame after a choice is painted."""
CHOICES = """form => Array.from(form.elements).filter(field => field.options && field.name).map(
  field => [field.name, Array.from(field.options, option => option.value).slice(0, 4)])"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many things a handbook has."""

    pain_points: int
    touchpoints: int
    metrics: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What is known of a list."""

    address: str
    rows: int
    html: tuple[int, int]
    """Bytes, raw and gzipped."""
    answers: tuple[float, ...]
    """Milliseconds, of each choice."""

    @property
    def misses(self) -> list[str]:
        """The bars that the list misses."""
        worst = max(self.answers, default=0)
        bars = (
            (self.html[1] > MOST_KILOBYTES * 1000, f"{self.html[1] / 1000:.0f} kB"),
            (worst > MOST_MILLISECONDS, f"{worst:.0f} ms"),
        )
        return [text for missed, text in bars if missed]


def write_handbook(counts: Counts, folder: Path) -> None:
    """Write a handbook of so many things, the same for the same counts."""
    journeys = folder / "journeys"
    (folder / "docs").mkdir(parents=True, exist_ok=True)
    for below in ("personas", "touchpoints", "metrics"):
        (journeys / below).mkdir(parents=True, exist_ok=True)
    words = Words("lists")
    _write(journeys / "handbook.yml", _handbook(counts))
    for number in range(PERSONAS):
        _write(journeys / f"personas/p{number}.md", {"title": f"Persona {number}"})
    for number in range(counts.touchpoints):
        _write(journeys / f"touchpoints/t{number}.md", _touchpoint(number, words))
    for number, first in enumerate(range(0, counts.pain_points, len(STAGES) * STEPS_IN_STAGE)):
        _write(journeys / f"reise-{number}.md", _journey(number, first, counts, words))
    months = [
        f"2026-{month:02},m{metric},{50 + month}" for metric in range(counts.metrics) for month in (5, 10)
    ]
    (journeys / "metrics/werte.csv").write_text(
        "\n".join(["date,metric,value", *months, ""]), encoding="utf-8"
    )
    plugins = ("search", "journeybook")
    (folder / "mkdocs.yml").write_text(mkdocs_yml("Listen", plugins, ""), encoding="utf-8")


def _write(path: Path, header: Record) -> None:
    text = yaml.safe_dump(header, allow_unicode=True, sort_keys=False)
    path.write_text(text if path.suffix == ".yml" else f"---\n{text}---\n", encoding="utf-8")


def _handbook(counts: Counts) -> Record:
    return {
        "stages": [{"id": key, "title": title} for key, title, _ in STAGES],
        "channels": [{"id": key, "title": title, "setting": setting} for key, title, setting, _ in CHANNELS],
        "teams": [{"id": key, "title": title} for key, title in TEAMS],
        "metrics": [
            {
                "id": f"m{number}",
                "title": f"Kennzahl {number}",
                "unit": "percent",
                "direction": "up",
                "target": 60,
            }
            for number in range(counts.metrics)
        ],
    }


def _touchpoint(number: int, words: Words) -> Record:
    return {
        "title": f"{words.fill('{ware} {ort}')} {number}",
        "channel": CHANNELS[number % len(CHANNELS)][0],
        "owner": TEAMS[number % len(TEAMS)][0],
        "rating": number % 5 + 1,
    }


def _journey(number: int, first: int, counts: Counts, words: Words) -> Record:
    stages = [
        {
            "stage": key,
            "steps": [
                _step(first + place * STEPS_IN_STAGE + at, counts, words) for at in range(STEPS_IN_STAGE)
            ],
        }
        for place, (key, *_) in enumerate(STAGES)
    ]
    return {
        "title": f"Reise {number}",
        "persona": [f"p{number % PERSONAS}", f"p{(number + 1) % PERSONAS}"],
        "owner": TEAMS[number % len(TEAMS)][0],
        "stages": stages,
    }


def _step(number: int, counts: Counts, words: Words) -> Record:
    """A step with a pain point and, at two of three, what would help."""
    step: Record = {
        "title": f"Schritt {number}",
        "satisfaction": number % 5 + 1,
        "touchpoints": [f"t{(number * 7 + more) % counts.touchpoints}" for more in range(2)]
        if counts.touchpoints
        else [],
        "pain_points": [
            {
                "title": f"{words.one('pains')} {number}",
                "id": f"problem-{number}",
                "severity": number % 5 + 1,
                "category": ("disconnected-channels", "lack-of-support", "no-follow-up", "other")[number % 4],
            }
        ],
    }
    if number % 5 == 0:
        step["moment_of_truth"] = words.one("story")
    if number % 3:
        step["opportunities"] = [_opportunity(number, counts, words)]
    return step


def _opportunity(number: int, counts: Counts, words: Words) -> Record:
    return {
        "title": f"{words.one('chances')} {number}",
        "solves": [f"problem-{number}"],
        "impact": number % 5 + 1,
        "effort": number % 4 + 1,
        "status": ("idea", "planned", "doing", "done")[number % 4],
        "actions": [
            {
                "title": f"{words.one('tasks')} {number}",
                "owner": TEAMS[number % len(TEAMS)][0],
                "due": TODAY + timedelta(days=number % 180 - 60),
                "status": ("open", "doing", "done")[number % 3],
                "metric": f"m{number % counts.metrics}",
            }
        ],
    }


def measure(page: Page, base: str, site: Path, address: str) -> Measured:
    """Measure a list."""
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    page.goto(f"{base}/{address}", wait_until="networkidle")
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    answers = tuple(_answers(page)) if page.locator("form.jb-filters").count() else ()
    rows = page.locator(".jb-filters ~ .jb-scroll tbody tr").count()
    html = (site / address / "index.html").read_bytes()
    return Measured(address=address, rows=rows, html=sizes(html), answers=answers)


def _answers(page: Page) -> Iterator[float]:
    """Choose the first values of each filter and order, and search for words."""
    form = page.locator("form.jb-filters")
    for name, values in form.evaluate(CHOICES):
        field = form.locator(f"select[name={name}]")
        for value in [*values, ""]:
            field.evaluate("(field, value) => { field.value = value; }", value)
            yield form.evaluate(ANSWER)
    for text in ("k", "ka", "kasse", "kasse laden", ""):
        form.locator("input[name=text]").evaluate("(field, text) => { field.value = text; }", text)
        yield form.evaluate(ANSWER)


COLUMNS = ("list", "rows", "HTML, kB raw / gzipped", "answers", "median, ms", "worst, ms", "bars")
WORDS = """\
# Long lists, measured on {day}

{counts.pain_points} pain points, {counts.touchpoints} touchpoints, {counts.metrics} metrics. At 1280 × 800
with {slower}× CPU slow-down on {cores} cores (load {load:.1f} before the start). An answer is the time from a
choice until the browser has painted what it leaves.

Bars: {kilobytes} kB gzipped, {milliseconds} ms.

{rows}
"""


def as_markdown(found: Iterable[Measured], counts: Counts, load: float) -> str:
    """The results as a page."""
    return WORDS.format(
        day=datetime.now(tz=UTC).date().isoformat(),
        counts=counts,
        slower=SLOWER,
        cores=os.cpu_count(),
        load=load,
        kilobytes=MOST_KILOBYTES,
        milliseconds=MOST_MILLISECONDS,
        rows="\n".join(
            f"| {' | '.join(cells)} |" for cells in (COLUMNS, ("---",) * len(COLUMNS), *map(_cells, found))
        ),
    )


def _cells(one: Measured) -> tuple[str, ...]:
    raw, zipped = one.html
    return (
        one.address,
        str(one.rows),
        f"{raw / 1000:.0f} / {zipped / 1000:.1f}",
        str(len(one.answers)),
        f"{median(one.answers):.0f}" if one.answers else "–",
        f"{max(one.answers):.0f}" if one.answers else "–",
        "; ".join(one.misses) or "all kept",
    )


def measured(browser: Browser, site: Path, lists: Iterable[str]) -> Iterator[Measured]:
    """Measure those lists that a site has."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    with served(site) as base:
        for address in lists:
            if (site / address).is_dir():
                yield measure(page, base, site, address)


def main() -> int:
    """Measure, print and keep the results."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pain-points", type=int, default=1000, help="pain points, one a step")
    parser.add_argument("--touchpoints", type=int, default=500, help="touchpoints")
    parser.add_argument("--metrics", type=int, default=200, help="metrics")
    parser.add_argument("--only", nargs="+", default=LISTS, metavar="LIST", help="the lists to measure")
    parser.add_argument("--folder", type=Path, default=CACHE, help="where pages and the site go")
    parser.add_argument("--results", type=Path, default=RESULTS, help="the file that the table goes to")
    given = parser.parse_args()
    counts = Counts(pain_points=given.pain_points, touchpoints=given.touchpoints, metrics=given.metrics)
    write_handbook(counts, given.folder / "handbook")
    site = built(given.folder / "handbook/mkdocs.yml", given.folder / "site")
    load = os.getloadavg()[0]
    with open_browser() as browser:
        found = list(measured(browser, site, given.only))
    text = as_markdown(found, counts, load)
    given.results.write_text(text, encoding="utf-8")
    print(text)
    return 1 if any(one.misses for one in found) else 0


if __name__ == "__main__":
    sys.exit(main())
