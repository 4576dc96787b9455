"""Signs that a page has done what it does in frames of its own: scripts that tests evaluate in it, or wait for."""

from typing import Any

from playwright.sync_api import Error, Page

_UNTIL = """async ([value, patience]) => {
  const tell = SCRIPT, end = performance.now() + patience;
  for (;;) {
    const told = tell(value);
    if (told) return told;
    if (performance.now() > end) throw new Error("the page has not come to this: " + tell);
    await new Promise(requestAnimationFrame);
  }
}"""


def until(page: Page, script: str, value: object = None, *, patience: int = 30_000) -> Any:
    """Wait until a function tells something true of a page, asked in each frame, and return what it tells.

    Playwright's own `wait_for_function` evaluates its text anew each time, and from the second time on a strict
    Content-Security-Policy refuses that. `patience` is in milliseconds.
    """
    while True:
        try:
            return page.evaluate(_UNTIL.replace("SCRIPT", script), [value, patience])
        except Error as error:
            if "Execution context was destroyed" not in error.message:  # the page went elsewhere meanwhile
                raise


PAINTED = """() => document.fonts.ready.then(
  () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))"""
"""Resolves once everything that happens with a frame has happened, observers and listeners of scrolling included."""


def press(page: Page, key: str, *, times: int = 1) -> None:
    """Press a key once the page has done what comes with a frame, or several times, which is for keys that only move.

    Where Tab begins, what can be scrolled, and what a closing dialog leaves the focus to is known only then.
    """
    page.evaluate(PAINTED)
    for _ in range(times):
        page.keyboard.press(key)


OLD_DRAWINGS = """() => {
  document.querySelectorAll(".jb-diagram__drawing").forEach(drawing => {
    drawing.shadowRoot.querySelector("svg").dataset.old = "yes";
  });
}"""
"""Marks what is drawn, so that `REDRAWN` can tell it from what replaces it."""
REDRAWN = """() => [...document.querySelectorAll(".jb-diagram__drawing")]
  .every(drawing => !drawing.shadowRoot.querySelector("svg[data-old]"))"""

BELOW_HEADER = """selector => document.querySelector(selector).getBoundingClientRect().top
  >= document.querySelector(".md-header").getBoundingClientRect().bottom - 1"""
"""Whether an element is not hidden by Material's header."""

LIGHTNESS = """colour => {
  const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map(v => v / 255)
    .map(v => (v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
}"""
"""How light a colour is, from 0 for black to 1 for white."""

MOVES_INSTANTLY = """() => performance.getEntriesByType("resource")
  .some(entry => entry.name.endsWith("/sitemap.xml") && entry.responseEnd > 0)"""
"""Whether Material has read the sitemap, without which a link loads a page anew."""
