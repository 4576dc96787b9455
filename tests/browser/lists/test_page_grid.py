"""The pages of a handbook share one grid and one type: where they begin, their heads, their pencil."""

import pytest
from page_looks import Window

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
    type: [style.fontSize, style.fontWeight, style.color],
    outside: pencil ? Math.max(0, Math.round(pencil.right - page.right)) : 0,
  };
}"""


@pytest.mark.parametrize("width", [390, 1280])
def test_all_pages_begin_at_one_edge_in_one_type(window: Window, width: int) -> None:
    window.resize(width)
    places = {address: window.visit(address).evaluate(PLACES) for address in PAGES}
    by_hand = window.visit(BY_HAND).evaluate(PLACES)

    assert len({place["left"] for place in places.values()}) == 1
    assert {tuple(place["type"]) for place in places.values()} == {tuple(by_hand["type"])}
    assert {place["outside"] for place in (*places.values(), by_hand)} == {0}
