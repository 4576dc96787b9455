"""Long lists show their beginning, and lose nothing by it; what filters leave is printed and taken away as CSV."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from page_looks import Window
from playwright.sync_api import Page, Route, expect
from printed_pages import Printed, packed

STEP = 50
"""The rows that `filters.js` shows at once."""
TIMES = 9
"""How often the long list has each row of the example's."""
_ROWS = re.compile(r'(<table[^>]* id="all_pain_points">.*?<tbody>)(.*?)(</tbody>)', re.DOTALL)


def taken(page: Page, folder: Path, label: str = "Als CSV herunterladen") -> list[list[str]]:
    """The rows of a list that is taken away, of which the bytes are as Excel wants them."""
    with page.expect_download() as started:
        page.get_by_role("button", name=label).click()
    file = folder / started.value.suggested_filename
    started.value.save_as(file)
    content = file.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\n") == content.count(b"\r\n") > 0
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def shown(page: Page, table: str) -> list[str]:
    """The titles of the rows in sight."""
    return page.locator(f"#{table} tbody tr:visible th > a").all_inner_texts()


def test_what_filters_leave_is_taken_away_in_its_order(window: Window, tmp_path: Path) -> None:
    page = window.visit("pain-points/?severity=4&sort=-title")
    expect(page.locator(".jb-filters output")).to_contain_text("sortiert")
    titles = shown(page, "all_pain_points")
    head, *rows = taken(page, tmp_path)

    assert (tmp_path / "pain-points.csv").is_file()
    assert head[:3] == ["Nr.", "Schmerzpunkt", "Schwere"]
    assert [row[1].split(";")[0] for row in rows] == titles
    assert len(titles) > 3
    assert {row[2] for row in rows} == {"4"}
    assert {len(row) for row in rows} == {len(head)}
    assert all(re.search(r"\d+ Personas?: \w", row[4]) for row in rows)


def test_numbers_days_and_groups_are_plain_and_formulas_are_disarmed(window: Window, tmp_path: Path) -> None:
    page = window.visit("actions/?when=overdue")
    page.locator("#all_actions tbody tr:visible th[scope=row]").first.evaluate(
        """cell => { cell.innerHTML = '<a>=HYPERLINK("https://x.example/")</a>'; }"""
    )
    cells = page.locator("#all_actions tbody tr:visible td:nth-child(2)")
    for number, text in enumerate(("+1", "-SUM(A1)", "@x", "-2,5")):
        cells.nth(number).evaluate("(cell, text) => { cell.textContent = text; }", text)
    head, *rows = taken(page, tmp_path)

    assert head[:4] == ["Fällig", "Maßnahme", "Team", "Fällig"]
    assert {row[0] for row in rows} == {"Überfällig"}
    assert rows[0][1] == """'=HYPERLINK("https://x.example/")"""
    assert [row[2] for row in rows[:4]] == ["+1", "'-SUM(A1)", "'@x", "-2,5"]
    assert all(re.fullmatch(r"2026-\d\d-\d\d", row[3]) for row in rows)


def _lengthen(route: Route) -> None:
    response = route.fetch()
    route.fulfill(
        response=response,
        body=_ROWS.sub(lambda found: found[1] + found[2] * TIMES + found[3], response.text()),
    )


@pytest.fixture
def long_list(window: Window) -> Iterator[Window]:
    """The register of pain points with many rows."""
    window.page.route(re.compile(r"/pain-points/(\?|$)"), _lengthen)
    yield window
    window.page.unroute_all()


def test_a_long_list_shows_its_beginning_and_loses_nothing(long_list: Window, tmp_path: Path) -> None:
    page = long_list.visit("pain-points/")
    table, state = page.locator("#all_pain_points"), page.locator(".jb-filters output")
    visible = table.locator("tbody tr:visible")
    total = table.locator("tbody tr[data-state~=current]").count()
    last = table.locator("tbody tr[data-state~=current] th > a").last.inner_text() if total else ""

    expect(state).to_have_text(f"{total} von {total}")
    assert 2 * STEP < total < 3 * STEP
    expect(visible).to_have_count(STEP)

    page.get_by_role("button", name=f"{STEP} weitere zeigen").click()
    expect(visible).to_have_count(2 * STEP)
    expect(page).to_have_url(f"{long_list.base}/pain-points/?rows={2 * STEP}")
    page.reload()
    expect(visible).to_have_count(2 * STEP)
    page.get_by_role("button", name=f"Alle {total} zeigen").click()
    expect(visible).to_have_count(total)
    expect(page.locator(".jb-more")).to_be_hidden()

    page.get_by_role("combobox", name="Schwere", exact=True).select_option("2")
    expect(state).to_have_text(f"{TIMES} von {total}")
    expect(visible).to_have_count(TIMES)

    page.get_by_role("button", name="Alle zeigen").click()
    expect(visible).to_have_count(STEP)
    assert len(taken(page, tmp_path)) == total + 1
    printed = Printed.of(page, tmp_path)
    assert printed.text.count(packed(last)) >= TIMES
    expect(visible).to_have_count(STEP)
    long_list.complaints.clear()  # what is answered in the server's place is no answer to its policy


def test_a_print_tells_which_filters_narrow_the_list(window: Window, tmp_path: Path) -> None:
    page = window.visit("moments/?persona=anna")
    expect(page.locator(".jb-filters output")).not_to_be_empty()
    text = Printed.of(page, tmp_path).text

    assert packed("Persona: Anna Berger") in text
    assert packed("Als CSV herunterladen") not in text


def test_a_future_journey_is_told_of_when_the_filter_asks(window: Window) -> None:
    page = window.visit("opportunities/")
    state = page.locator(".jb-filters output")
    today = shown(page, "all_opportunities")
    expect(state).to_have_text(f"{len(today)} von {len(today)}")

    page.get_by_role("combobox", name="Ist oder Soll").select_option("future")
    expect(state).not_to_have_text(f"{len(today)} von {len(today)}")
    future = shown(page, "all_opportunities")
    assert future
    assert not set(future) & set(today)

    page.get_by_role("combobox", name="Ist oder Soll").select_option("all")
    both = len(today) + len(future)
    expect(state).to_have_text(f"{both} von {both}")
    expect(page).to_have_url(f"{window.base}/opportunities/?state=all")


def test_a_cell_of_the_heat_map_leads_to_the_rows_that_it_counts(window: Window) -> None:
    page = window.visit("pain-points/")
    cell = page.locator(".jb-matrix td a").first
    count = int(cell.inner_text())
    cell.click()

    expect(page.locator(".jb-filters output")).to_contain_text(f"{count} von ")
    expect(page.locator("#all_pain_points tbody tr:visible")).to_have_count(count)
