"""The ways through a journey: all of them within the page, each jump from the box of one step to that of another."""

import pytest
from page_looks import Window

JOURNEY = "journeys/schuhe-im-laden-kaufen/"
# Of each jump: the steps that its ends lie at, and whether it stays within the page and beside all boxes.
JUMPS = """() => [...document.querySelectorAll(".jb-ways__jump")].map(jump => {
  const {top, bottom, left, right} = jump.getBoundingClientRect();
  const boxes = [...document.querySelectorAll(".jb-way__box")].map(box => box.getBoundingClientRect());
  const at = y => 1 + boxes.findIndex(box => box.top <= y && y <= box.bottom);
  const isBeside = boxes.every(box => box.right <= left + 1) && right <= document.documentElement.clientWidth;
  return [at(top + 1), at(bottom - 1), isBeside];
})"""
IS_WHOLE = """() => document.documentElement.scrollWidth <= innerWidth
  && [...document.querySelectorAll(".jb-ways, .jb-way, .jb-way__box")].every(e => e.scrollWidth <= e.clientWidth)"""


@pytest.mark.parametrize("width", [390, 1280])
def test_every_jump_leads_from_its_step_to_another_within_the_page(window: Window, width: int) -> None:
    window.resize(width)
    page = window.visit(JOURNEY)

    assert sorted(page.evaluate(JUMPS)) == [
        [4, 5, True],
        [7, 13, True],
        [8, 10, True],
        [9, 14, True],
        [11, 13, True],
        [12, 14, True],
    ]
    assert page.evaluate(IS_WHOLE)
