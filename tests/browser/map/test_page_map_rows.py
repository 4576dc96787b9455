"""Which rows of a map are shown: folded groups with counts, the view of trust, and all of them without a script."""

from datetime import date

from page_looks import Window
from playwright.sync_api import Page, expect

from journeybook.catalogue import Catalogue, share_of_stage
from page_signs import press

JOURNEY = "online-bestellen"
OTHER = "schuhe-im-laden-kaufen"
TODAY = date(2026, 11, 21)
LANES_OF_THE_FIRM = ("frontstage", "backstage", "systems", "actors", "recovery", "links")


def expect_unfolded(page: Page, *groups: str) -> None:
    """Wait until exactly these groups show their rows."""
    for name in ("customer", "firm", "figures"):
        group = page.locator(f"[data-jb-group={name}]")
        expect(group.get_by_role("button")).to_have_attribute("aria-expanded", str(name in groups).lower())
        expect(group.locator(".jb-lane").first).to_be_visible(visible=name in groups)


def test_groups_are_folded_and_say_how_much_each_step_has(window: Window, example: Catalogue) -> None:
    page = window.visit(f"journeys/{JOURNEY}/")
    expect_unfolded(page)
    counts = page.locator("[data-jb-group=firm] > .jb-group__head > td").all_inner_texts()

    written = [
        sum(len(getattr(step.record, lane)) for lane in LANES_OF_THE_FIRM)
        for step in example.journeys[JOURNEY].steps
    ]
    assert [int(count or 0) for count in counts] == written
    assert sum(written) > 20


def test_a_group_is_unfolded_by_keyboard_on_all_maps_until_it_is_folded(window: Window) -> None:
    page = window.visit(f"journeys/{JOURNEY}/")
    fold = page.get_by_role("button", name="Was wir tun")
    fold.press("Enter")
    expect_unfolded(page, "firm")
    expect(fold).to_be_focused()
    page = window.visit(f"journeys/{OTHER}/")
    expect_unfolded(page, "firm")

    everything = page.get_by_role("button", name="Alle Zeilen")
    expect(everything).to_have_attribute("aria-pressed", "false")
    everything.click()
    expect_unfolded(page, "customer", "firm", "figures")
    expect(everything).to_have_attribute("aria-pressed", "true")
    fold.click()
    expect_unfolded(page, "customer", "figures")
    expect(everything).to_have_attribute("aria-pressed", "false")
    everything.click()
    press(page, "Enter")
    expect_unfolded(page)


TIMES = """() => [...document.querySelectorAll(".jb-map:not(.jb-sheet) .jb-lane--time td")].map(cell => {
  const {left, right} = cell.getBoundingClientRect();
  const parts = [...cell.querySelectorAll(".jb-time, .jb-time__bar")].map(part => part.getBoundingClientRect());
  return parts.every(part => part.left >= left - 1 && part.right <= right + 1 && part.width);
})"""


def test_times_stay_in_their_columns_with_bars_that_can_be_compared(window: Window) -> None:
    page = window.visit(f"journeys/{OTHER}/")
    page.get_by_role("button", name="Zahlen und Belege").click()
    expect(page.locator(".jb-map:not(.jb-sheet) .jb-lane--time .jb-time__bar")).to_have_count(11)
    assert page.evaluate(TIMES) == [True] * 13


def test_the_line_of_visibility_is_drawn_above_what_customers_do_not_see(window: Window) -> None:
    page = window.visit(f"journeys/{JOURNEY}/")
    page.get_by_role("button", name="Was wir tun").click()
    row = page.locator(".jb-lane--below-line")

    expect(row.locator("th")).to_contain_text("unterhalb der Sichtbarkeitslinie")
    expect(row).to_have_class("jb-lane jb-lane--backstage jb-lane--below-line")
    expect(row.locator("td").first).to_have_css("border-top-style", "dashed")


def test_trust_says_how_many_claims_of_each_stage_are_proven(window: Window, example: Catalogue) -> None:
    journey = example.journeys[OTHER]
    page = window.visit(f"journeys/{OTHER}/")
    row, button = page.locator(".jb-trust"), page.locator("[data-jb-trust]")
    expect(row).to_be_hidden()
    pain = page.locator(".jb-slip--pain-points.jb-slip--researched").first
    before = pain.evaluate("card => getComputedStyle(card).backgroundColor")

    button.press("Enter")
    expect(row).to_be_visible()
    expect(page).to_have_url(f"{window.base}/journeys/{OTHER}/?trust=yes")
    expect(pain).not_to_have_css("background-color", before)
    page.reload()
    expect(row).to_be_visible()
    expect(button).to_have_attribute("aria-pressed", "true")
    told = [text.strip() for text in row.locator("td").all_inner_texts()]
    shares = [share_of_stage(stage, TODAY) for stage in journey.stages]
    assert [(int(text.split()[0]), int(text.split()[-1])) for text in told] == [
        (share.proven, share.all) for share in shares
    ]
    assert sum(share.proven for share in shares) > 2

    button.click()
    expect(row).to_be_hidden()
    expect(page).to_have_url(f"{window.base}/journeys/{OTHER}/")


def test_a_journey_without_claims_and_other_rows_offers_neither(small_window: Window) -> None:
    page = small_window.visit("journeys/kurz/")

    expect(page.get_by_role("radio", name="Überblick")).to_be_visible()
    expect(page.locator("[data-jb-trust], [data-jb-unfold]")).to_have_count(0)


def test_without_a_script_all_rows_are_there_and_no_tools(
    scriptless_window: Window, example: Catalogue
) -> None:
    page = scriptless_window.visit(f"journeys/{JOURNEY}/?stage=support&trust")

    expect(page.locator(".jb-lane:visible")).to_have_count(page.locator(".jb-lane").count())
    assert page.locator(".jb-lane").count() > 10
    expect(page.locator(".jb-tools")).to_be_hidden()
    expect(page.locator(".jb-map").get_by_role("button")).to_have_count(0)
    step = list(example.journeys[JOURNEY].steps)[3]
    page.locator(f"th#{step.id} > a").click()
    expect(page.locator("article:target")).to_contain_text(step.title)
    page = scriptless_window.visit(f"journeys/{JOURNEY}/")
    page.locator("th.jb-map__stage > a").first.click()
    expect(page).to_have_url(f"{scriptless_window.base}/journeys/{JOURNEY}/awareness/")
