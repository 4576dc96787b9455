"""How a journey's map reads: what of it one screen shows, how long its lines are, how much its heads take.

    python benchmarks/maps.py        # builds three handbooks and opens Chromium; some minutes

Measures the journeys of the example, and generated ones of 24 and 60 steps, at 1280 × 800, while presented at
1920 × 1080, and from 320 pixels up; and the map alone on A3. All of it in three fonts: that of a bare Debian,
Roboto, and one as wide as Segoe UI. Writes results/maps.md. The exit code is 1 if a map misses a bar.
"""

import argparse
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tests/browser")]

from fonts import FONTS, Font, install, use  # noqa: E402
from generate import STAGES, generate  # noqa: E402
from playwright.sync_api import Browser, Page  # noqa: E402
from printed_pages import Printed  # noqa: E402
from weight import built, served  # noqa: E402

from browser import open_browser  # noqa: E402

CACHE = ROOT / ".cache/maps"
RESULTS = HERE / "results/maps.md"
WINDOW = (1280, 800)
PROJECTOR = (1920, 1080)
SHEET = (1500, 1050)
"""A3 across within its margins, in pixels."""
WIDTHS = (320, 390, 600, 800, 1024, 1280, 1920)
LEAST_LETTERS = 20
MOST_HEADS = 0.2
LEAST_TYPE = 18
LEAST_PRINTED = 8
SHEETS = ((24, 2), (60, 4))
"""How many sheets of A3 maps up to a count of steps may take."""

LINES = """root => {
  const found = [], range = document.createRange();
  for (const text of root) {
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    let top = null, letters = 0;
    for (let node; (node = walker.nextNode());) {
      for (let at = 0; at < node.length; at += 1) {
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const box = [...range.getClientRects()].pop();
        if (!box || !box.width || node.parentElement.closest(".jb-hidden")) continue;
        if (top !== null && Math.abs(box.top - top) > 4) { found.push(letters); letters = 0; }
        top = box.top;
        letters += 1;
      }
    }
    if (letters && top !== null && found.length === 0) found.push(letters);
  }
  return found;
}"""
"""Letters of each line of some texts but their last ones, which end where the text does."""

BROKEN = """root => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const range = document.createRange(), found = [];
  const at = (node, place) => { // the last box: the first one after a hyphen is empty
    range.setStart(node, place);
    range.setEnd(node, place + 1);
    return [...range.getClientRects()].pop() ?? {width: 0};
  };
  for (let node; (node = walker.nextNode());) {
    const around = node.parentElement;
    if (!around.checkVisibility() || getComputedStyle(around).writingMode !== "horizontal-tb") continue;
    for (let place = 0; place + 1 < node.length; place += 1) {
      if (!/\\p{L}/u.test(node.data[place]) || !/\\p{L}/u.test(node.data[place + 1])) continue;
      const one = at(node, place), other = at(node, place + 1);
      if (one.width && other.width && other.top - one.top > one.height / 2) found.push(node.data);
    }
  }
  return [...new Set(found)];
}"""
"""Texts of which a word is broken between two letters, without a hyphen."""

CURVE_ENDS = "() => document.querySelector('.jb-curve').getBoundingClientRect().bottom"
TOO_WIDE = """() => Promise.all(document.getAnimations().map(moving => moving.finished.catch(() => null)))
  .then(() => document.documentElement.scrollWidth - innerWidth)"""
HEADS = """() => {
  document.querySelector(".jb-map").scrollIntoView({behavior: "instant"});
  window.scrollBy({top: 200, behavior: "instant"});
  return document.querySelector(".jb-map thead").getBoundingClientRect().height / innerHeight;
}"""
PRESENTED = """() => {
  const chart = document.querySelector("[data-jb-chart]"), table = chart.querySelector("table");
  return [parseFloat(getComputedStyle(table).fontSize), chart.scrollHeight <= innerHeight];
}"""

TYPE_PRINTED = """() => {
  dispatchEvent(new Event("beforeprint"));
  const texts = [...document.querySelectorAll(".jb-sheet *")].filter(element => element.checkVisibility()
    && [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim()));
  return Math.min(...texts.map(element => parseFloat(getComputedStyle(element).fontSize))) * 72 / 96;
}"""
"""The smallest type of the sheets, in points; a PDF that draws the letters of variable fonts tells none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was measured of a map."""

    title: str
    font: str
    steps: int
    curve_ends: float
    """Pixels from the window's upper edge to the curve's lower one, before anything is scrolled."""
    letters_of_cards: float
    """Of a line, the median."""
    letters_while_read: float
    """The same in the stage that is read."""
    heads: float
    """The share of the window that heads take while the map scrolls, the greater of overview and reading."""
    too_wide: int
    """Pixels by which a page is wider than its window, the most of all widths."""
    broken: tuple[str, ...]
    type_presented: float
    """In pixels."""
    is_one_screen: bool
    """Whether everything fits on the projector."""
    sheets: int
    """Of A3, for the map alone with all its rows."""
    type_printed: float
    """On them, in points, the smallest."""

    @property
    def misses(self) -> list[str]:
        """The bars that the map misses."""
        bars = (
            (self.curve_ends > WINDOW[1], f"curve ends at {self.curve_ends:.0f}"),
            (self.letters_of_cards < LEAST_LETTERS, f"{self.letters_of_cards:.0f} letters in cards"),
            (self.letters_while_read < LEAST_LETTERS, f"{self.letters_while_read:.0f} letters while read"),
            (self.heads > MOST_HEADS, f"heads take {self.heads:.0%}"),
            (self.too_wide > 0, f"{self.too_wide} px too wide"),
            (bool(self.broken), f"broken: {'; '.join(self.broken[:3])}"),
            (self.type_presented < LEAST_TYPE, f"presented in {self.type_presented:.1f} px"),
            (not self.is_one_screen, "more than one screen while presented"),
            (self.sheets > most_sheets(self.steps), f"{self.sheets} sheets of A3"),
            (self.type_printed < LEAST_PRINTED, f"printed in {self.type_printed:.1f} pt"),
        )
        return [text for missed, text in bars if missed]


def most_sheets(steps: int) -> int:
    """The sheets of A3 that a map of some steps may take."""
    return next((sheets for most, sheets in SHEETS if steps <= most), SHEETS[-1][1])


def letters(page: Page, selector: str) -> float:
    """Letters of a line of the texts that a selector finds, the median; 0 where it finds none."""
    lines = page.locator(f"{selector}:visible").evaluate_all(LINES)
    return median(lines) if lines else 0


def measure(browser: Browser, address: str, title: str, font: Font) -> Reading:
    """Measure a map in a font."""
    page = browser.new_page(viewport={"width": WINDOW[0], "height": WINDOW[1]})
    use(page, font, CACHE / "fonts")
    try:
        page.goto(address, wait_until="networkidle")
        found: dict[str, Any] = {"title": title, "font": font.title, "curve_ends": page.evaluate(CURVE_ENDS)}
        found["steps"] = page.locator(".jb-map__step").count()
        found["letters_of_cards"] = letters(page, ".jb-map .jb-slip__title")
        heads = page.evaluate(HEADS)
        broken = page.locator(".jb-page").evaluate(BROKEN)
        _read(page)
        found["letters_while_read"] = letters(page, ".jb-map .is-open :is(.jb-slip__title, .jb-run p)")
        found["heads"] = max(heads, page.evaluate(HEADS))
        found["broken"] = tuple({*broken, *page.locator(".jb-map").evaluate(BROKEN)})
        found["too_wide"] = max(_too_wide(page, width) for width in WIDTHS)
        found["type_presented"], found["is_one_screen"] = _presented(page)
        found["sheets"], found["type_printed"] = _printed(page, address)
        return Reading(**found)
    finally:
        page.close()


def _read(page: Page) -> None:
    """Read the stage with most steps."""
    page.locator(".jb-map__stage").evaluate_all(
        "stages => stages.reduce((a, b) => (b.colSpan > a.colSpan ? b : a)).querySelector('a').click()"
    )
    rows = page.locator("[data-jb-unfold]")
    if rows.count():
        rows.click()


def _too_wide(page: Page, width: int) -> int:
    page.set_viewport_size({"width": width, "height": WINDOW[1]})
    return max(0, int(page.evaluate(TOO_WIDE)))


def _presented(page: Page) -> tuple[float, bool]:
    page.set_viewport_size({"width": PROJECTOR[0], "height": PROJECTOR[1]})
    page.evaluate("() => localStorage.clear()")
    page.goto(page.url.partition("?")[0], wait_until="networkidle")
    page.evaluate("() => { delete Element.prototype.requestFullscreen; }")  # the window is resized later
    page.locator("[data-jb-present]").click()
    size, fits = page.evaluate(PRESENTED)
    return size, fits


def _printed(page: Page, address: str) -> tuple[int, float]:
    page.set_viewport_size({"width": WINDOW[0], "height": WINDOW[1]})
    page.goto(address, wait_until="networkidle")
    page.evaluate("document.documentElement.dataset.jbOnlyMap = 'map'")
    with tempfile.TemporaryDirectory() as folder:
        sheets = len(Printed.of(page, Path(folder), "A3").pages)
    page.set_viewport_size({"width": SHEET[0], "height": SHEET[1]})
    page.emulate_media(media="print")
    return sheets, page.evaluate(TYPE_PRINTED)


Chosen = tuple[Path, str, str]
"""A site, the address of a page in it, and what it is called in the table."""


def chosen() -> list[Chosen]:
    """Build the handbooks, and choose their journeys."""
    example = built(ROOT / "mkdocs.yml", CACHE / "example")
    names = sorted(path.parent.name for path in example.glob("journeys/*/satisfaction.svg"))
    return [(example, f"journeys/{name}/", name) for name in names] + [generated(24), generated(60)]


def generated(steps: int) -> Chosen:
    """Build a handbook of one journey with a count of steps."""
    folder = CACHE / f"handbook-{steps}"
    generate(1, folder, steps_in_stage=steps // len(STAGES))
    site = built(folder / "mkdocs.yml", CACHE / f"site-{steps}")
    (journey,) = (path.parent for path in site.glob("journeys/*/satisfaction.svg"))
    return site, f"{journey.relative_to(site).as_posix()}/", f"generated, {steps} steps"


COLUMNS = (
    "journey",
    "font",
    "curve ends at, px",
    "letters in cards",
    "letters while read",
    "heads",
    "too wide, px",
    "broken words",
    "presented, px",
    "one screen",
    "sheets of A3",
    "printed, pt",
    "bars",
)
WORDS = """\
# Maps, measured in Chromium

At {width} × {height}, presented at {wide} × {high}, from {least} to {most} pixels of width for what is
too wide, and the map alone on A3. DejaVu Sans is what a bare Debian shows; Open Sans, made as wide as
Segoe UI over German text, stands for that (`fonts.py`).

{rows}
"""


def as_markdown(readings: list[Reading]) -> str:
    """The results as a page."""
    rows = (COLUMNS, ["---"] * len(COLUMNS), *map(_cells, readings))
    return WORDS.format(
        width=WINDOW[0],
        height=WINDOW[1],
        wide=PROJECTOR[0],
        high=PROJECTOR[1],
        least=min(WIDTHS),
        most=max(WIDTHS),
        rows="\n".join(f"| {' | '.join(row)} |" for row in rows),
    )


def _cells(one: Reading) -> tuple[str, ...]:
    return (
        one.title,
        one.font,
        f"{one.curve_ends:.0f}",
        f"{one.letters_of_cards:.0f}",
        f"{one.letters_while_read:.0f}",
        f"{one.heads:.0%}",
        str(one.too_wide),
        str(len(one.broken)),
        f"{one.type_presented:.1f}",
        "yes" if one.is_one_screen else "no",
        str(one.sheets),
        f"{one.type_printed:.1f}",
        "; ".join(one.misses) or "all kept",
    )


def main() -> int:
    """Measure, print and keep the results."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, help="measure only the journeys of this built site")
    parser.add_argument("--only", metavar="ID", help="of this site, measure one journey alone")
    parser.add_argument("--font", help="measure in this font alone", choices=[font.title for font in FONTS])
    parser.add_argument("--results", type=Path, default=RESULTS, help="the file that the table goes to")
    given = parser.parse_args()
    if given.site:
        found = sorted(given.site.glob(f"journeys/{given.only or '*'}/satisfaction.svg"))
        maps = [(given.site, f"journeys/{path.parent.name}/", path.parent.name) for path in found]
    else:
        maps = chosen()
    fonts = [font for font in FONTS if given.font in {None, font.title}]
    if any(font.file for font in fonts):
        install(CACHE / "fonts")
    readings = []
    with open_browser() as browser:
        for site, address, title in maps:
            with served(site) as base:
                readings += [measure(browser, f"{base}/{address}", title, font) for font in fonts]
    text = as_markdown(readings)
    given.results.write_text(text, encoding="utf-8")
    print(text)
    return 1 if any(one.misses for one in readings) else 0


if __name__ == "__main__":
    sys.exit(main())
