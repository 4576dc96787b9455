"""The filters of lists: they narrow, tell how much is left, live in the address, and are no loss without a script."""

import pytest
from page_looks import Window
from playwright.sync_api import Page, expect

from journeybook.catalogue import Catalogue
from page_signs import press

LISTS = {"touchpoints/": "#all_touchpoints", "journeys/": "#all_journeys"}


def shown(page: Page, table: str) -> list[str]:
    """The titles of the rows in sight."""
    return page.locator(f"{table} tbody tr:visible th a").all_inner_texts()


def expect_rows(page: Page, table: str, titles: list[str]) -> None:
    """Wait until exactly these rows are in sight."""
    expect(page.locator(f"{table} tbody tr:visible th a")).to_have_text(titles, use_inner_text=True)


def choose(page: Page, label: str, option: str) -> None:
    page.get_by_role("combobox", name=label, exact=True).select_option(label=option)


def test_a_channel_and_a_word_narrow_the_touchpoints(window: Window, example: Catalogue) -> None:
    page = window.visit("touchpoints/")
    titles = sorted(point.title for point in example.touchpoints.values())
    in_store = [point.title for point in example.touchpoints.values() if point.record.channel == "store"]
    state = page.locator(".jb-filters output")

    assert sorted(shown(page, "#all_touchpoints")) == titles
    expect(state).to_have_text(f"{len(titles)} von {len(titles)}")

    choose(page, "Kanal", "Filiale")
    expect(state).to_have_text(f"{len(in_store)} von {len(titles)}")
    assert sorted(shown(page, "#all_touchpoints")) == sorted(in_store)
    assert 1 < len(in_store) < len(titles)

    page.get_by_label("In der Liste suchen").press_sequentially("fuß lang MESS")
    expect(state).to_have_text("Nichts passt zu diesen Filtern.")
    expect_rows(page, "#all_touchpoints", [])

    page.get_by_label("In der Liste suchen").fill("MESS fuss")
    expect(state).to_have_text(f"1 von {len(titles)}")
    expect_rows(page, "#all_touchpoints", ["Fußmessung"])


def test_words_are_found_where_they_may_be_hyphenated(window: Window) -> None:
    page = window.visit("touchpoints/?text=post+und+lieferung")

    assert "\u00ad" in (page.locator("#all_touchpoints .jb-chip", has_text="Post").first.text_content() or "")
    expect_rows(page, "#all_touchpoints", ["Herbstkatalog", "Schuhkarton mit Beileger"])


@pytest.mark.parametrize("address", LISTS)
def test_choices_live_in_the_address_until_they_are_taken_back(window: Window, address: str) -> None:
    page, table = window.visit(address), LISTS[address]
    state = page.locator(".jb-filters output")
    all_titles, whole = shown(page, table), state.inner_text()

    choose(page, "Persona", "Helga Sommer")
    page.get_by_label("In der Liste suchen").fill("laden")
    expect(page).to_have_url(f"{window.base}/{address}?persona=helga&text=laden")
    expect(state).not_to_have_text(whole)
    some, count = shown(page, table), state.inner_text()
    assert 0 < len(some) < len(all_titles)

    page.reload()
    expect(state).to_have_text(count)
    expect_rows(page, table, some)
    expect(page.get_by_role("combobox", name="Persona", exact=True)).to_have_value("helga")

    page.get_by_role("button", name="Alle zeigen").click()
    expect(state).to_have_text(whole)
    expect_rows(page, table, all_titles)
    expect(page).to_have_url(f"{window.base}/{address}")


@pytest.mark.parametrize("address", LISTS)
def test_without_a_script_the_whole_list_is_there_and_no_form(
    scriptless_window: Window, address: str
) -> None:
    page = scriptless_window.visit(f"{address}?persona=helga&text=laden")
    rows = page.locator(f"{LISTS[address]} tbody tr")

    assert rows.filter(visible=True).count() == rows.count() > 1
    expect(page.locator(".jb-filters")).to_be_hidden()


def test_on_a_phone_rows_that_are_filtered_out_are_gone(window: Window) -> None:
    window.resize(390)
    page = window.visit("touchpoints/?channel=chat")

    expect(page.locator(".jb-filters output")).to_contain_text("1 von ")
    expect_rows(page, "#all_touchpoints", ["Chat"])
    assert window.look()["cut"] == []


def test_on_a_phone_filters_are_folded_and_tell_how_many_are_active(window: Window) -> None:
    window.resize(390)
    page = window.visit("touchpoints/?channel=store")
    fold = page.locator(".jb-filters summary")
    channel = page.get_by_role("combobox", name="Kanal", exact=True)

    expect(fold).to_have_text("Filter (1)")
    expect(channel).to_be_hidden()
    first = page.locator("#all_touchpoints tbody tr:visible").first
    box = first.bounding_box()
    assert box is not None
    assert box["y"] < 300

    fold.focus()
    press(page, "Enter")
    expect(channel).to_have_value("store")
    choose(page, "Persona", "Helga Sommer")
    expect(fold).to_have_text("Filter (2)")
    page.get_by_role("button", name="Alle zeigen").click()
    expect(fold).to_have_text("Filter")

    window.resize(1280)
    expect(fold).to_be_hidden()
    expect(channel).to_be_visible()


def test_a_touchpoint_takes_one_line_whose_names_are_still_found(window: Window) -> None:
    page = window.visit("touchpoints/")
    heights = page.locator("#all_touchpoints tbody tr").evaluate_all(
        "rows => rows.map(row => row.offsetHeight)"
    )

    assert max(heights) < 48
    page.get_by_label("In der Liste suchen").fill("helga empfehlung")
    expect(page.locator("#all_touchpoints tbody tr:visible").first).to_contain_text("Helga Sommer")


FOUR_FACES_AND_MORE = """cells => cells.map(cell => {
  const faces = cell.querySelector(".jb-faces"), [face] = faces.children;
  faces.replaceChildren(...Array.from({length: 4}, () => face.cloneNode(true)), "+2");
  const shown = document.createRange();
  shown.selectNodeContents(faces);
  return cell.getBoundingClientRect().right - shown.getBoundingClientRect().right;
})"""


def test_four_faces_and_the_number_of_the_others_have_room_in_a_line(window: Window) -> None:
    window.page.set_viewport_size({"width": 1000, "height": 800})
    page = window.visit("touchpoints/")
    cells = page.locator("#all_touchpoints td:has(> .jb-faces)")

    assert min(cells.evaluate_all(FOUR_FACES_AND_MORE)) >= 0


def test_changes_of_channel_stand_by_journey_the_deepest_fall_first(window: Window) -> None:
    page = window.visit("channels/")
    groups = page.locator(".jb-channel-changes tbody")
    falls = groups.evaluate_all("""bodies => bodies.map(body => [...body.querySelectorAll(".jb-trend")].map(
      trend => (trend.matches(".jb-trend--better") ? -1 : 1) * parseFloat(trend.textContent.match(/[\\d,]+/)[0]
        .replace(",", "."))))""")

    assert groups.locator("th[scope=rowgroup] a").count() == len(falls) > 1
    assert all(fall == sorted(fall, reverse=True) for fall in falls)
    deepest = [fall[0] for fall in falls if fall]
    assert deepest == sorted(deepest, reverse=True)
