"""How heavy pages are, without a clock: bytes, what is fetched when, and whether anything jumps."""

import gzip
from pathlib import Path

import pytest
from page_looks import DIAGRAMS_IN_SIGHT, OPEN, Window

from page_signs import PAINTED, until

OURS = "assets/journeybook"
MOST_BYTES = 150_000
MOST_SHIFT = 0.05
PAGES = (
    "",
    "touchpoints/",
    "journeys/online-bestellen/",
    "journeys/schuhe-im-laden-kaufen/",
    "personas/anna/",
)
LONG = "journeys/sechzig/"
"""A journey of sixty steps, in a site of its own."""
FETCHED = """name => performance.getEntriesByType("resource")
  .filter(entry => entry.name.endsWith(`/${name}`)).length"""
# As a reader does who reads: half a window at a time, each of which is painted. Told is what jumped since it loaded.
SCROLL = """async () => {
  let shift = 0;
  const add = entries => entries.forEach(entry => { shift += entry.value; });
  const observer = new PerformanceObserver(list => add(list.getEntries()));
  observer.observe({type: "layout-shift", buffered: true});
  const painted = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight / 2) {
    window.scrollTo({top, behavior: "instant"});
    await painted();
  }
  add(observer.takeRecords());
  return shift;
}"""


@pytest.mark.parametrize("address", [*PAGES, LONG])
def test_a_page_with_our_styles_and_scripts_is_small(
    request: pytest.FixtureRequest, site: Path, address: str
) -> None:
    if address == LONG:
        site = request.getfixturevalue("small_site")
    files = [site / address / "index.html", *site.glob(f"{OURS}/*.css"), *site.glob(f"{OURS}/*.js")]
    texts = [file.read_bytes() for file in files if file.name != "mermaid.tiny.js"]

    assert len(texts) >= 5
    assert sum(len(gzip.compress(text)) for text in texts) < MOST_BYTES


def test_the_library_is_fetched_when_a_diagram_comes_near(window: Window) -> None:
    page = window.visit("journeys/schuhe-im-laden-kaufen/")
    page.evaluate(PAINTED)
    assert page.evaluate(FETCHED, "journeybook.js") == 1
    assert page.evaluate(FETCHED, "mermaid.tiny.js") == 0

    page.evaluate(OPEN)
    until(page, DIAGRAMS_IN_SIGHT)
    assert page.evaluate(FETCHED, "mermaid.tiny.js") == 1


@pytest.mark.parametrize(
    ("address", "width"), [*((address, 390) for address in PAGES), ("", 1280), (PAGES[3], 1280)]
)
def test_nothing_jumps_while_a_page_loads_and_is_scrolled(window: Window, address: str, width: int) -> None:
    window.resize(width)
    page = window.visit(address)
    page.evaluate(PAINTED)

    assert page.evaluate(SCROLL) < MOST_SHIFT
