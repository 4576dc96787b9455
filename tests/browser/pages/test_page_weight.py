"""How heavy pages are, without a clock: bytes, what is fetched when, and whether anything jumps."""

import gzip
from pathlib import Path

import pytest
from page_looks import DIAGRAMS_IN_SIGHT, PAINTED, Window
from playwright.sync_api import Browser

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
WATCH = """() => {
  window.shift = 0;
  new PerformanceObserver(list => list.getEntries().forEach(entry => { window.shift += entry.value; }))
    .observe({type: "layout-shift", buffered: true});
}"""
# As a reader does who reads: half a window at a time, each of which is painted.
SCROLL = """async () => {
  const painted = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight / 2) {
    window.scrollTo({top, behavior: "instant"});
    await painted();
  }
}"""


@pytest.mark.parametrize("address", PAGES)
def test_a_page_with_our_styles_and_scripts_is_small(site: Path, address: str) -> None:
    files = [site / address / "index.html", *site.glob(f"{OURS}/*.css"), *site.glob(f"{OURS}/*.js")]
    texts = [file.read_bytes() for file in files if file.name != "mermaid.tiny.js"]

    assert len(texts) >= 5
    assert sum(len(gzip.compress(text)) for text in texts) < MOST_BYTES


def test_the_library_is_fetched_when_a_diagram_comes_near(browser: Browser, base: str) -> None:
    with Window.open(browser, base) as window:
        asked: list[str] = []
        window.page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
        page = window.visit("journeys/schuhe-im-laden-kaufen/")
        page.evaluate(PAINTED)
        assert "journeybook.js" in asked
        assert "mermaid.tiny.js" not in asked

        page.wait_for_function(DIAGRAMS_IN_SIGHT)
        assert asked.count("mermaid.tiny.js") == 1


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("address", PAGES)
def test_nothing_jumps_while_a_page_loads_and_is_scrolled(
    browser: Browser, base: str, address: str, width: int
) -> None:
    with Window.open(browser, base, width=width) as window:
        window.page.add_init_script(f"({WATCH})()")
        page = window.visit(address)
        page.evaluate(PAINTED)
        page.evaluate(SCROLL)

        assert page.evaluate("window.shift") < MOST_SHIFT
