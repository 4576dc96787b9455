"""Touchpoints as bars over their steps, pain points and opportunities as cards below theirs."""

from statistics import median

import pytest
from map_looks import LINES
from page_looks import Window
from playwright.sync_api import Page, expect

from journeybook.catalogue import Catalogue
from page_signs import PAINTED

JOURNEY = "schuhe-im-laden-kaufen"
# From the left edge of the first piece that a link begins to the right edge of the last, in columns counted from 0.
BARS = """() => {
  const cells = [...document.querySelectorAll(".jb-bars > td")], found = [];
  cells.forEach((cell, at) => cell.querySelectorAll(".jb-bar").forEach(bar => {
    const row = bar.getBoundingClientRect(), edges = cell.getBoundingClientRect();
    const starts = row.left > edges.left + 1, ends = row.right < edges.right - 1;
    found.push({at, top: Math.round(row.top), starts, ends});
  }));
  return found;
}"""
UNDER = """links => links.map((link, at) => {
  const card = link.closest("li").getBoundingClientRect(), tray = link.closest("ul");
  const head = document.querySelector(`.jb-map__step[id="${link.dataset.jbStep}"]`).getBoundingClientRect();
  const stage = tray.closest("td").getBoundingClientRect();
  const start = tray.matches(".jb-tray--stacked") ? stage.left : head.left;
  const covered = links.slice(at + 1).filter(other => {
    const {left, right, top, bottom} = other.closest("li").getBoundingClientRect();
    return left < card.right - 1 && card.left < right - 1 && top < card.bottom - 1 && card.top < bottom - 1;
  });
  return [Math.abs(card.left - start) < 10, covered.length, Math.round(card.width / head.width)];
})"""
"""Whether each card begins below its step, or its stage, how many others it covers, and how many columns it takes."""


def test_bars_run_from_the_first_to_the_last_step_of_a_run(window: Window, example: Catalogue) -> None:
    steps = list(example.journeys[JOURNEY].steps)
    page = window.visit(f"journeys/{JOURNEY}/")
    page.evaluate(PAINTED)
    pieces = page.evaluate(BARS)
    names = list(dict.fromkeys(point.title for step in steps for point in step.touchpoints))
    assert len(names) <= 8

    rows: dict[int, list[int]] = {}
    for piece in pieces:
        rows.setdefault(piece["top"], []).append(piece["at"])
    met = [
        [at for at, step in enumerate(steps) if name in [p.title for p in step.touchpoints]] for name in names
    ]
    assert [row for row in met if row not in rows.values()] == []
    for piece in pieces:
        row = rows[piece["top"]]
        assert piece["starts"] == (piece["at"] - 1 not in row)
        assert piece["ends"] == (piece["at"] + 1 not in row)


def test_a_bar_leads_to_its_touchpoint(window: Window) -> None:
    page = window.visit(f"journeys/{JOURNEY}/")
    link = page.locator(".jb-bars td a").first
    name = link.inner_text()
    link.click()

    expect(page.get_by_role("heading", level=1)).to_contain_text(name)
    expect(page.locator(".jb-page--touchpoint")).to_be_visible()


def test_of_more_than_eight_touchpoints_rows_are_channels(window: Window, example: Catalogue) -> None:
    journey = example.journeys["online-bestellen"]
    channels = {point.channel.title for step in journey.steps for point in step.touchpoints if point.channel}
    page = window.visit("journeys/online-bestellen/")

    rows = page.locator(".jb-bars__channels > li")
    expect(rows).to_have_count(len(channels))
    assert {text.strip() for text in rows.all_inner_texts()} == channels
    page.evaluate(PAINTED)
    assert len({piece["top"] for piece in page.evaluate(BARS)}) == len(channels)


def test_a_channel_without_a_touchpoint_is_marked_as_a_gap(small_window: Window) -> None:
    page = small_window.visit("journeys/sechzig/")

    expect(page.locator(".jb-bars > th")).to_contain_text("60 Schritte ohne Touchpoint")
    expect(page.locator(".jb-bar.is-gap")).to_have_count(60)
    expect(page.locator(".jb-bar.is-gap").first).to_have_css("border-bottom-style", "dashed")


SHARES = "cards => cards.map(card => card.offsetWidth / card.closest('td').clientWidth)"
"""How much of the width of its stage each card takes."""


@pytest.mark.parametrize("name", [JOURNEY, "vom-erstkauf-zur-empfehlung"])
def test_cards_stand_below_their_steps_and_run_over_empty_neighbours(
    window: Window, example: Catalogue, name: str
) -> None:
    page = window.visit(f"journeys/{name}/")
    page.evaluate(PAINTED)
    for kind in ("pain_points", "opportunities"):
        row = page.locator(f".jb-slips--{kind.replace('_', '-')}")
        links = row.locator(".jb-slip__title[data-jb-step]")
        placed = links.evaluate_all(UNDER)
        journey = example.journeys[name]
        assert len(placed) == sum(len(getattr(step, kind)) for step in journey.steps)
        wholes = row.locator("[data-jb-whole]").evaluate_all(SHARES)
        assert len(wholes) == sum(len(getattr(stage, kind)) for stage in journey.stages)
        assert all(share > 0.9 for share in wholes)
        assert [card for card in placed if card[:2] != [True, 0]] == []
        assert {columns for *_, columns in placed} <= {1, 2, 3, 4}
        assert max(columns for *_, columns in placed) > 1
    assert median(page.evaluate(LINES, ".jb-map .jb-slip__title > span:last-child")) >= 20


def test_an_opportunity_says_on_the_first_screen_who_works_on_it_and_what_is_overdue(window: Window) -> None:
    page = window.visit(f"journeys/{JOURNEY}/")
    facts = page.locator(".jb-slip--opportunities .jb-slip__facts")
    place = facts.first.bounding_box()

    assert place is not None
    assert place["y"] + place["height"] <= 800

    expect(facts.first).to_contain_text("überfällig")
    expect(facts.first).to_contain_text("Filialbetrieb")


def expect_read(page: Page, shown: int) -> None:
    expect(page.locator("th.jb-map__stage.is-open")).to_have_attribute("data-jb-stage", "purchase")
    cards = page.locator("td[data-jb-stage=purchase] .jb-slip--pain-points")
    expect(cards.locator("visible=true")).to_have_count(shown)


def test_of_many_steps_the_worst_of_a_stage_stay_and_the_rest_opens_it(small_window: Window) -> None:
    page = small_window.visit("journeys/sechzig/")
    cards = page.locator("td[data-jb-stage=purchase] .jb-slip--pain-points")
    shown = cards.locator("visible=true")
    expect(shown).to_have_count(3)
    worst = shown.locator(".jb-severity i.is-on")
    expect(worst).to_have_count(14)  # twice 5, once 4

    page.locator("td[data-jb-stage=purchase] .jb-tray__more > a").first.press("Enter")
    expect_read(page, shown=3)  # those of the first steps: a long stage is read in parts
    for shown_then in (3, 4):
        page.get_by_role("button", name="Schritte danach").locator("visible=true").click()
        expect_read(page, shown=shown_then)


def test_of_many_steps_heads_are_numbers_that_tell_their_titles(small_window: Window) -> None:
    page = small_window.visit("journeys/sechzig/")
    head = page.locator(".jb-map__step > a").nth(20)

    expect(page.locator(".jb-map__step .jb-map__title").first).to_be_hidden()
    expect(head).to_have_text("21", use_inner_text=True)
    expect(head).to_have_attribute("title", "Ich warte auf meine Bestellung 21")
    page.locator("th.jb-map__stage [data-jb-open=purchase]").click()
    expect(head.locator(".jb-map__title")).to_be_visible()
