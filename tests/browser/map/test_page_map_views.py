"""What of a map is shown: views, which a link carries, and folded rows, which the browser remembers."""

import pytest
from page_looks import Window
from playwright.sync_api import Page, expect

from page_signs import press

JOURNEY = "journeys/online-bestellen/"
OTHER = "journeys/schuhe-im-laden-kaufen/"
VIEWS = {
    "Probleme": (
        "problems",
        ["moments", "satisfaction", "touchpoints", "doubts", "pain_points", "opportunities", "metrics"],
    ),
    "Was wir tun": ("blueprint", ["actions", "touchpoints", "frontstage", "backstage", "systems", "actors"]),
}


def rows(page: Page) -> list[str]:
    """The names of the rows that are shown."""
    return [str(row.get_attribute("data-jb-lane")) for row in page.locator("[data-jb-lane]:visible").all()]


def expect_rows(page: Page, lanes: list[str]) -> None:
    """Wait until exactly these rows are shown."""
    shown = page.locator("[data-jb-lane]:visible")
    expect(shown).to_have_count(len(lanes))
    for row, lane in zip(shown.all(), lanes, strict=True):
        expect(row).to_have_attribute("data-jb-lane", lane)


@pytest.mark.parametrize("label", VIEWS)
def test_a_view_shows_its_rows_and_stands_in_the_address(window: Window, label: str) -> None:
    name, lanes = VIEWS[label]
    page = window.visit(JOURNEY)
    everything = rows(page)
    assert set(lanes) < set(everything)

    page.get_by_label(label, exact=True).check()
    expect_rows(page, lanes)
    expect(page).to_have_url(f"{window.base}/{JOURNEY}?view={name}")

    page.reload()
    expect(page.get_by_label(label, exact=True)).to_be_checked()
    expect_rows(page, lanes)

    page.get_by_label("Alles", exact=True).check()
    expect_rows(page, everything)
    expect(page).to_have_url(f"{window.base}/{JOURNEY}")


def test_an_unknown_view_in_the_address_shows_everything(window: Window) -> None:
    page = window.visit(f"{JOURNEY}?view=nonsense")

    expect(page.get_by_label("Alles", exact=True)).to_be_checked()
    assert len(rows(page)) > 12


def test_views_are_changed_by_keyboard(window: Window) -> None:
    page = window.visit(JOURNEY)
    page.get_by_label("Alles", exact=True).focus()

    press(page, "ArrowRight")
    expect_rows(page, VIEWS["Probleme"][1])
    label = page.locator("label", has=page.get_by_label("Probleme", exact=True)).locator("span")
    expect(label).to_have_css("outline-style", "solid")


def test_the_line_of_visibility_is_drawn_above_what_customers_do_not_see(window: Window) -> None:
    page = window.visit(f"{JOURNEY}?view=blueprint")
    row = page.locator(".jb-lane--below-line")

    expect(row).to_have_attribute("data-jb-lane", "backstage")
    expect(row.locator("th")).to_contain_text("unterhalb der Sichtbarkeitslinie")
    expect(row.locator("td").first).to_have_css("border-top-style", "dashed")


def test_a_row_is_folded_by_keyboard_on_all_maps_until_it_is_unfolded(window: Window) -> None:
    page = window.visit(JOURNEY)
    row = page.locator("[data-jb-lane=actions]")
    fold, cells = row.get_by_role("button", name="Tut", exact=True), row.locator("td > :visible")
    unfold = page.get_by_role("button", name="Alle Zeilen aufklappen")
    expect(fold).to_have_attribute("aria-expanded", "true")
    expect(unfold).to_be_hidden()
    assert cells.count() > 5

    fold.press("Enter")
    expect(fold).to_have_attribute("aria-expanded", "false")
    expect(fold).to_be_focused()
    expect(cells).to_have_count(0)

    for address in (JOURNEY, OTHER):
        page = window.visit(address)
        expect(cells).to_have_count(0)
        expect(page.locator("[data-jb-lane=thoughts] td > :visible").nth(5)).to_be_visible()

    unfold.click()
    expect(fold).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".jb-map__fold").first).to_be_focused()
    expect(unfold).to_be_hidden()
    window.visit(JOURNEY)
    expect(cells.nth(5)).to_be_visible()


def test_the_row_of_the_curve_folds_as_well(window: Window) -> None:
    page = window.visit(JOURNEY)
    row = page.locator(".jb-lane--curve")
    height = row.bounding_box()

    row.get_by_role("button", name="Zufriedenheit").click()
    expect(row.locator(".jb-point").first).to_be_hidden()
    folded = row.bounding_box()
    assert height is not None
    assert folded is not None
    assert folded["height"] < height["height"] / 4


def test_a_journey_without_what_a_view_shows_does_not_offer_it(small_window: Window) -> None:
    page = small_window.visit("journeys/kurz/")

    expect(page.locator(".jb-map")).to_be_visible()
    expect(page.get_by_role("radio")).to_have_count(0)


def test_without_a_script_all_rows_are_there_and_no_tools(scriptless_window: Window) -> None:
    page = scriptless_window.visit(f"{JOURNEY}?view=problems")

    assert len(rows(page)) > 12
    expect(page.locator(".jb-tools")).to_be_hidden()
    expect(page.get_by_role("button", name="Tut", exact=True)).to_have_count(0)
    page.locator(".jb-map__step a").nth(3).click()
    expect(page.locator("article:target")).to_contain_text("Ich will meine Größe herausfinden")
