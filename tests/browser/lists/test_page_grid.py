"""The pages of a handbook share one grid and one type: where they begin, their heads, their pencil."""

from typing import Any

from page_looks import Window

from page_signs import PAINTED

PAGES = (
    "", "journeys/", "journeys/online-bestellen/", "journeys/online-bestellen/purchase/", "stages/",
    "stages/purchase/", "personas/", "teams/", "touchpoints/kasse/", "channels/", "metrics/", "quality/",
)  # fmt: skip
BY_HAND = "handbuch/lesen/"
PLACES = """() => {
  const edge = selector => document.querySelector(selector)?.getBoundingClientRect();
  const head = document.querySelector("h1"), style = getComputedStyle(head);
  const pencil = edge(".md-content__button"), page = edge(".md-content__inner");
  return {
    left: Math.round(edge(".jb-page, h1").left),
    type: [style.fontSize, style.fontWeight, style.lineHeight, style.color],
    sections: [...document.querySelectorAll(".jb-section > h2, .md-content__inner > h2")]
      .filter(head => head.checkVisibility()).map(head => getComputedStyle(head))
      .map(({fontSize, fontWeight, lineHeight}) => [fontSize, fontWeight, lineHeight].join(" ")),
    outside: pencil ? Math.max(0, Math.round(pencil.right - page.right)) : 0,
  };
}"""


WIDTHS = (1280, 390)


def places(window: Window, address: str) -> dict[int, dict[str, Any]]:
    """Where a page begins and how its head is set, in windows of each width."""
    page = window.visit(address)
    found = {}
    for width in WIDTHS:
        window.resize(width)
        page.evaluate(PAINTED)
        found[width] = page.evaluate(PLACES)
    window.resize(WIDTHS[0])
    return found


def test_all_pages_begin_at_one_edge_in_one_type(window: Window) -> None:
    pages = {address: places(window, address) for address in PAGES}
    by_hand = places(window, BY_HAND)

    for width in WIDTHS:
        found = {address: page[width] for address, page in pages.items()}
        assert len({place["left"] for place in found.values()}) == 1, (width, found)
        types = {tuple(place["type"]) for place in found.values()}
        assert types == {tuple(by_hand[width]["type"])}, (width, found)
        heads = {head for place in found.values() for head in place["sections"]}
        assert heads == {by_hand[width]["sections"][0]}, (width, found)
        outside = {place["outside"] for place in (*found.values(), by_hand[width])}
        assert outside == {0}, (width, found, by_hand)
