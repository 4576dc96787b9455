"""How heavy a page is: bytes, requests, the first content and the layout shift on a slow machine.

    python benchmarks/weight.py        # builds two handbooks and opens Chromium; about two minutes

Builds the example handbook and a generated one with journeys of 42 steps, serves them gzipped on 127.0.0.1,
and writes results/weight.md. The exit code is 1 if a page misses a bar.
"""

import argparse
import gzip
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from threading import Thread

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path[:0] = [str(ROOT / "tests")]

from generate import STAGES, TODAY, generate  # noqa: E402
from playwright.sync_api import Browser, Page  # noqa: E402

from browser import open_browser  # noqa: E402

CACHE = ROOT / ".cache/weight"
RESULTS = HERE / "results/weight.md"
STEPS_IN_STAGE = 7
MOST_KILOBYTES = 150
MOST_SECONDS = 1.0
MOST_SHIFT = 0.05
SLOWER = 4
"""How many times slower than this machine the browser's processor is made."""

OURS = "assets/journeybook/"
LIBRARY = "mermaid.tiny.js"
WATCH = """() => {
  window.shift = 0;
  new PerformanceObserver(list => list.getEntries().forEach(entry => { window.shift += entry.value; }))
    .observe({type: "layout-shift", buffered: true});
}"""
SCROLL = """async () => {
  for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight / 2) {
    window.scrollTo({top, behavior: "instant"});
    await new Promise(done => setTimeout(done, 150));
  }
}"""
IS_PAINTED = "() => performance.getEntriesByName('first-contentful-paint').length"
FIRST_CONTENT = "() => performance.getEntriesByName('first-contentful-paint')[0].startTime / 1000"


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """What is known of a page."""

    title: str
    html: tuple[int, int]
    """Bytes of the whole page, raw and gzipped."""
    own: tuple[int, int]
    """Of these, what Journeybook made."""
    assets: tuple[int, int]
    """Our styles and scripts."""
    theme: tuple[int, int]
    """The theme's and the site's styles and scripts."""
    requests: int
    first_content: float
    """Seconds, the median of the runs."""
    shift: float
    """The sum of all shifts while loading and while scrolling to the end, the median of the runs."""
    is_library_late: bool
    """Whether the diagram library was not asked for before the page was scrolled."""

    @property
    def ours(self) -> int:
        """Gzipped bytes of the whole page with our styles and scripts, which the bar is for."""
        return self.html[1] + self.assets[1]

    @property
    def misses(self) -> list[str]:
        """The bars that the page misses."""
        bars = (
            (self.ours >= MOST_KILOBYTES * 1000, f"{self.ours / 1000:.0f} kB"),
            (self.first_content >= MOST_SECONDS, f"first content after {self.first_content:.2f} s"),
            (self.shift >= MOST_SHIFT, f"layout shift {self.shift:.3f}"),
            (not self.is_library_late, "the diagram library is fetched before a diagram is near"),
        )
        return [text for missed, text in bars if missed]


class _Gzipped(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class calls it so
        """Say nothing."""

    def do_GET(self) -> None:
        """Send a file gzipped, as web servers do."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = gzip.compress(path.read_bytes())
        self.send_response(200)
        for name, value in (
            ("Content-Type", self.guess_type(path)),
            ("Content-Encoding", "gzip"),
            ("Content-Length", str(len(body))),
        ):
            self.send_header(name, value)
        self.end_headers()
        with suppress(ConnectionError):  # the browser went on before everything was there
            self.wfile.write(body)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Yield the address at which a folder is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Gzipped, directory=str(folder)))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def built(config: Path, site: Path) -> Path:
    """Build a site."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(config), "-d", str(site)]
    subprocess.run(
        command, check=True, capture_output=True, env={**os.environ, "JOURNEYBOOK_TODAY": str(TODAY)}
    )
    return site


def sizes(*texts: bytes) -> tuple[int, int]:
    """Bytes of files, raw and gzipped one by one."""
    return sum(map(len, texts)), sum(len(gzip.compress(text)) for text in texts)


def own_part(html: bytes) -> bytes:
    """What stands in the theme's frame."""
    begin = html.index(b'<div class="jb-page')
    return html[begin : html.index(b"</article>", begin)]


def largest(site: Path, pattern: str) -> str:
    """The address of the largest of some pages."""
    found = max(site.glob(f"{pattern}/index.html"), key=lambda path: path.stat().st_size)
    return f"{found.parent.relative_to(site).as_posix()}/"


def weigh(browser: Browser, site: Path, address: str, title: str, runs: int) -> Weight:
    """Measure a page."""
    with served(site) as base:
        _visit(browser, base, address)  # the first one finds the machine cold
        visits = [_visit(browser, base, address) for _ in range(runs)]
    asked = visits[0].before
    files = [path for path in asked if path.endswith((".css", ".js"))]
    read = {path: (site / path).read_bytes() for path in files}
    html = (site / address / "index.html").read_bytes()
    return Weight(
        title=title,
        html=sizes(html),
        own=sizes(own_part(html)),
        assets=sizes(*(text for path, text in read.items() if path.startswith(OURS))),
        theme=sizes(*(text for path, text in read.items() if not path.startswith(OURS))),
        requests=len(asked),
        first_content=median(visit.first_content for visit in visits),
        shift=median(visit.shift for visit in visits),
        is_library_late=all(LIBRARY not in path for visit in visits for path in visit.before),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Visit:
    before: list[str]
    """What was asked for before the page was scrolled."""
    first_content: float
    shift: float


def _visit(browser: Browser, base: str, address: str) -> _Visit:
    page: Page = browser.new_page(viewport={"width": 1280, "height": 800})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(f"{base}/").partition("?")[0]))
    page.add_init_script(f"({WATCH})()")
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(f"{base}/{address}", wait_until="networkidle")
    page.wait_for_function(IS_PAINTED)
    before, first_content = list(asked), page.evaluate(FIRST_CONTENT)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    page.evaluate(SCROLL)
    shift = page.evaluate("window.shift")
    page.close()
    return _Visit(before=before, first_content=first_content, shift=shift)


COLUMNS = (
    "page",
    "HTML",
    "of it made by us",
    "our CSS + JS",
    "ours",
    "theme's CSS + JS",
    "requests",
    "first content, s",
    "shift",
    "bars",
)
WORDS = """\
# Weight of pages, measured on {day}

At 1280 × 800 with {slower}× CPU slow-down on {cores} cores (load {load:.1f} before the start),
served gzipped from the same machine, nothing cached, median of {runs} visits. Bytes in kB, raw / gzipped.
“Ours” is the whole page with our styles and scripts, gzipped; what the theme has loaded includes its search.

Bars: ours under {most_kilobytes} kB, first content under {most_seconds:g} s, layout shift under
{most_shift:g}, the diagram library not fetched before a diagram comes near the view.

{rows}
"""


def as_markdown(weights: list[Weight], runs: int, load: float) -> str:
    """The results as a page."""
    return WORDS.format(
        day=datetime.now(tz=UTC).date().isoformat(),
        slower=SLOWER,
        cores=os.cpu_count(),
        load=load,
        runs=runs,
        most_kilobytes=MOST_KILOBYTES,
        most_seconds=MOST_SECONDS,
        most_shift=MOST_SHIFT,
        rows="\n".join(map(_line, (COLUMNS, ["---"] * len(COLUMNS), *map(_cells, weights)))),
    )


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cells(one: Weight) -> tuple[str, ...]:
    return (
        one.title,
        _kilobytes(one.html),
        _kilobytes(one.own),
        _kilobytes(one.assets),
        f"**{one.ours / 1000:.1f}**",
        _kilobytes(one.theme),
        str(one.requests),
        f"{one.first_content:.2f}",
        f"{one.shift:.3f}",
        "; ".join(one.misses) or "all kept",
    )


def _kilobytes(size: tuple[int, int]) -> str:
    return f"{size[0] / 1000:.1f} / {size[1] / 1000:.1f}"


Chosen = tuple[Path, str, str]
"""A site, the address of a page in it, and what it is called in the table."""


def pages_of_example() -> list[Chosen]:
    """Build the example handbook, and choose pages."""
    example = built(ROOT / "mkdocs.yml", CACHE / "example")
    return [
        (example, "", "home"),
        (example, "touchpoints/", "touchpoints"),
        (example, "journeys/online-bestellen/", "journey, 12 steps, two personas"),
        (example, "journeys/schuhe-im-laden-kaufen/", "journey with branches"),
    ]


def generated_page() -> Chosen:
    """Build a handbook of long journeys, and choose the largest."""
    generate(20, CACHE / "handbook", steps_in_stage=STEPS_IN_STAGE)
    site = built(CACHE / "handbook/mkdocs.yml", CACHE / "large")
    steps = STEPS_IN_STAGE * len(STAGES)
    return site, largest(site, "journeys/*"), f"largest of 20 journeys of {steps} steps"


def main() -> int:
    """Measure, print and keep the results."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="visits of each page")
    parser.add_argument("--site", type=Path, help="weigh only the home page of this built site")
    parser.add_argument("--results", type=Path, default=RESULTS, help="the file that the table goes to")
    given = parser.parse_args()
    load = os.getloadavg()[0]
    pages = [(given.site, "", "home")] if given.site else [*pages_of_example(), generated_page()]
    with open_browser() as browser:
        weights = [weigh(browser, site, address, title, given.runs) for site, address, title in pages]
    text = as_markdown(weights, given.runs, load)
    given.results.write_text(text, encoding="utf-8")
    print(text)
    return 1 if any(one.misses for one in weights) else 0


if __name__ == "__main__":
    sys.exit(main())
