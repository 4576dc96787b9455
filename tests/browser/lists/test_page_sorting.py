"""The lists are sorted by their heads or, on a phone, by a choice; the order lives in the address, like filters."""

from collections import Counter

import pytest
from page_looks import Window
from playwright.sync_api import Locator, Page, expect

from journeybook.catalogue import Catalogue
from page_signs import press

TITLES = "tbody tr:visible th a"
JOURNEYS, TOUCHPOINTS = "#all_journeys", "#all_touchpoints"


def shown(page: Page, table: str = JOURNEYS) -> list[str]:
    """The titles of the rows in sight, in their order."""
    return page.locator(f"{table} {TITLES}").all_inner_texts()


def head(page: Page, name: str) -> Locator:
    """The button in a column's head."""
    return page.locator(".jb-table--cards thead").get_by_role("button", name=name, exact=True)


def expect_rows(page: Page, titles: list[str], table: str = JOURNEYS) -> None:
    """Wait until exactly these rows are in sight, in this order."""
    expect(page.locator(f"{table} {TITLES}")).to_have_text(titles, use_inner_text=True)


def expect_order(page: Page, column: str = "", direction: str = "") -> None:
    """Wait until the list of journeys says that it is sorted by this column, or by none."""
    sorted_heads = page.locator(f"{JOURNEYS} th[aria-sort]")
    expect(sorted_heads).to_have_text([column] if column else [], use_inner_text=True)
    if column:
        expect(sorted_heads).to_have_attribute("aria-sort", direction)


def by_satisfaction(as_listed: list[str], example: Catalogue, *, down: bool = False) -> list[str]:
    """The titles of journeys by their satisfaction; equal ones as they are listed, those without one last."""
    known = {item.title: item.satisfaction for item in example.journeys.values() if item.satisfaction}
    order = sorted((title for title in as_listed if title in known), key=known.__getitem__, reverse=down)
    return [*order, *(title for title in as_listed if title not in known)]


def test_a_head_sorts_up_and_down_and_says_so(window: Window, example: Catalogue) -> None:
    page = window.visit("journeys/")
    state = page.locator(".jb-filters output")
    as_listed = shown(page)
    all_of_all = f"{len(example.journeys)} von {len(example.journeys)}"
    expect_order(page)

    head(page, "Zufriedenheit").click()
    happier = by_satisfaction(as_listed, example)
    assert happier != as_listed
    expect_rows(page, happier)
    expect_order(page, "Zufriedenheit", "ascending")
    expect(state).to_have_text(f"{all_of_all}, sortiert: Zufriedenheit, aufsteigend")
    expect(head(page, "Zufriedenheit")).to_be_focused()
    expect(page).to_have_url(f"{window.base}/journeys/?sort=satisfaction")

    press(page, "Enter")
    expect_rows(page, by_satisfaction(as_listed, example, down=True))
    expect_order(page, "Zufriedenheit", "descending")
    expect(state).to_have_text(f"{all_of_all}, sortiert: Zufriedenheit, absteigend")
    expect(page).to_have_url(f"{window.base}/journeys/?sort=-satisfaction")

    page.get_by_role("button", name="Alle zeigen").click()
    expect(state).to_have_text(all_of_all)
    expect_rows(page, as_listed)
    expect_order(page)
    expect(page).to_have_url(f"{window.base}/journeys/")


def test_the_arrow_tells_more_than_colour(window: Window) -> None:
    page = window.visit("journeys/?sort=title")
    signs = {
        button.inner_text().replace("\u00ad", ""): button.evaluate(
            "button => getComputedStyle(button, '::after').content"
        )
        for button in page.locator(f"{JOURNEYS} thead button").all()
    }

    assert {name: sign.split('"')[1] for name, sign in signs.items()} == {
        "Journey": "▲",
        "Zufriedenheit": "↕",
        "Tiefpunkt": "↕",
        "Offene Schmerzpunkte": "↕",
        "Verantwortlich": "↕",
        "Prüfung": "↕",
        "Qualität": "↕",
    }


def test_counts_begin_with_the_most_and_equal_rows_keep_their_order(window: Window) -> None:
    page = window.visit("journeys/")
    as_listed = shown(page)

    head(page, "Offene Schmerzpunkte").click()
    expect(page).to_have_url(f"{window.base}/journeys/?sort=-pains")
    texts = page.locator(f"{JOURNEYS} td.jb-table__number").all_inner_texts()
    counts = [int(text) for text in texts if text]
    assert counts == sorted(counts, reverse=True)
    assert texts[: len(counts)] == list(map(str, counts)), "planned journeys, which have none, come last"
    often = Counter(counts).most_common(1)[0][0]
    equal = [title for title, text in zip(shown(page), texts, strict=True) if text == str(often)]
    assert equal == [title for title in as_listed if title in equal]
    assert len(equal) > 1

    head(page, "Offene Schmerzpunkte").click()
    expect(page).to_have_url(f"{window.base}/journeys/?sort=pains")
    same = [title for title in shown(page) if title in equal]
    assert same == equal


@pytest.mark.parametrize("sort", ["review", "-review"])
def test_what_has_no_value_comes_last_both_ways(window: Window, example: Catalogue, sort: str) -> None:
    as_listed = shown(window.visit("journeys/"))
    page = window.visit(f"journeys/?sort={sort}")
    reviewed = [journey for journey in example.journeys.values() if journey.record.reviewed]
    reviewed.sort(key=lambda journey: str(journey.record.reviewed), reverse=sort.startswith("-"))

    first = [journey.title for journey in reviewed]
    expect_rows(page, first + [title for title in as_listed if title not in first])


def test_umlauts_stand_where_german_readers_look_for_them(window: Window) -> None:
    page = window.visit("journeys/")
    page.evaluate(
        """() => {
          const body = document.querySelector("#all_journeys tbody"), rows = [...body.rows].slice(0, 4);
          ["Zebra", "Öl", "Ofen 10", "Ofen 9"].forEach((title, i) => {
            rows[i].setAttribute("data-by-title", title);
            rows[i].querySelector("th a").textContent = title;
          });
        }"""
    )

    head(page, "Journey").click()
    expect_order(page, "Journey", "ascending")
    assert [title for title in shown(page) if title[0] in "ÖOZ"][:4] == [
        "Ofen 9",
        "Ofen 10",
        "Öl",
        "Online bestellen",
    ]


def test_touchpoints_are_sorted_by_each_of_their_heads(window: Window, example: Catalogue) -> None:
    window.visit("touchpoints/")
    for column, sort in (
        ("Touchpoint", "title"),
        ("Kanal", "channel"),
        ("Verantwortlich", "owner"),
        ("Erwartungen erfüllt", "rating"),
        ("Zufriedenheit dort", "satisfaction"),
        ("Schritte", "-steps"),
    ):
        expect_touchpoints_sorted(window, example, column, sort)


def expect_touchpoints_sorted(window: Window, example: Catalogue, column: str, sort: str) -> None:
    """Sort the touchpoints by a head, and expect them in the order of its values, those without one last."""
    page = window.page
    head(page, column).click()

    expect(page).to_have_url(f"{window.base}/touchpoints/?sort={sort}")
    keys = page.locator(f"{TOUCHPOINTS} tbody tr").evaluate_all(
        "(rows, name) => rows.map(row => row.getAttribute(name))", f"data-by-{sort.strip('-')}"
    )
    known = [key for key in keys if key]
    assert keys == known + [""] * (len(keys) - len(known))
    assert len(keys) == len(example.touchpoints)
    if column in {"Erwartungen erfüllt", "Zufriedenheit dort", "Schritte"}:
        assert [float(key) for key in known] == sorted(map(float, known), reverse=sort.startswith("-"))


def test_filters_and_order_work_together_and_a_link_shows_the_same(window: Window) -> None:
    page = window.visit("touchpoints/?sort=-rating&channel=web")
    state = page.locator(".jb-filters output")
    expect(state).to_contain_text("sortiert: Erwartungen erfüllt, absteigend")
    found = shown(page, TOUCHPOINTS)

    page.goto("about:blank")
    page = window.visit("touchpoints/")
    page.get_by_role("combobox", name="Kanal", exact=True).select_option("web")
    head(page, "Erwartungen erfüllt").click()
    head(page, "Erwartungen erfüllt").click()
    expect_rows(page, found, TOUCHPOINTS)
    assert len(found) > 5
    expect(page).to_have_url(f"{window.base}/touchpoints/?channel=web&sort=-rating")


@pytest.mark.parametrize("query", ["?sort=nichts&channel=nirgends&owner=", "?sort=-", "?sort=title%00"])
def test_a_link_with_unknown_choices_shows_everything(window: Window, query: str, example: Catalogue) -> None:
    page = window.visit(f"touchpoints/{query}")

    expect(page.locator(".jb-filters output")).to_have_text(
        f"{len(example.touchpoints)} von {len(example.touchpoints)}"
    )
    expect(page.get_by_role("combobox", name="Kanal", exact=True)).to_have_value("")


def test_the_view_is_there_again_after_instant_navigation_and_back(
    window: Window, example: Catalogue
) -> None:
    every = len(example.journeys)
    hers = sum("anna" in journey.record.personas for journey in example.journeys.values())
    page = window.visit_instantly("")
    page.evaluate("window.sameDocument = true")
    page.locator(".jb-figure a", has_text="Zufriedenheit im Mittel").click()
    state = page.locator(".jb-filters output")
    expect(state).to_have_text(f"{every} von {every}, sortiert: Zufriedenheit, aufsteigend")

    page.get_by_role("combobox", name="Persona", exact=True).select_option("anna")
    expect(state).to_have_text(f"{hers} von {every}, sortiert: Zufriedenheit, aufsteigend")
    address = f"{window.base}/journeys/?sort=satisfaction&persona=anna"
    expect(page).to_have_url(address)
    found = shown(page)

    page.get_by_role("link", name=found[0], exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(found[0])
    page.go_back()
    expect(state).to_have_text(f"{hers} von {every}, sortiert: Zufriedenheit, aufsteigend")
    expect_rows(page, found)
    expect(page).to_have_url(address)
    expect_order(page, "Zufriedenheit", "ascending")
    expect(page.locator("thead button")).to_have_count(7)

    page.go_back()
    expect(page.locator(".jb-figures")).to_be_visible()
    page.go_forward()
    expect(state).to_have_text(f"{hers} von {every}, sortiert: Zufriedenheit, aufsteigend")
    assert page.evaluate("window.sameDocument") is True


def test_on_a_phone_a_choice_sorts_the_cards(window: Window, example: Catalogue) -> None:
    window.resize(390)
    page = window.visit("journeys/")
    page.locator(".jb-filters summary").click()
    choice = page.get_by_role("combobox", name="Sortieren nach")
    expect(choice).to_have_value("")

    as_listed = shown(page)
    choice.select_option(label="Zufriedenheit, absteigend")
    expect_rows(page, by_satisfaction(as_listed, example, down=True))
    expect(page).to_have_url(f"{window.base}/journeys/?sort=-satisfaction")
    expect(choice.locator("option")).to_have_count(15)

    window.visit("journeys/?sort=pains")
    page.locator(".jb-filters summary").click()
    expect(choice).to_have_value("pains")


def test_on_a_laptop_the_heads_are_enough(window: Window) -> None:
    page = window.visit("journeys/")

    expect(page.get_by_role("combobox", name="Sortieren nach")).to_be_hidden()


def test_without_a_script_no_head_is_a_button(scriptless_window: Window, example: Catalogue) -> None:
    page = scriptless_window.visit("journeys/?sort=-satisfaction")

    assert page.locator(f"{JOURNEYS} thead button").count() == 0
    assert page.locator(f"{JOURNEYS} tbody tr").filter(visible=True).count() == len(example.journeys)


def test_heads_keep_their_places_when_the_script_makes_them_buttons(
    window: Window, scriptless_window: Window
) -> None:
    places = "heads => heads.map(head => [Math.round(head.getBoundingClientRect().left), head.offsetHeight])"
    heads = f"{JOURNEYS} thead th"
    plain = scriptless_window.visit("journeys/").locator(heads).evaluate_all(places)

    assert window.visit("journeys/").locator(heads).evaluate_all(places) == plain


def test_where_nothing_matches_the_table_gives_way_to_a_way_back(window: Window, example: Catalogue) -> None:
    page = window.visit("journeys/?text=xyz&sort=title")
    state = page.locator(".jb-filters output")

    expect(state).to_have_text("Nichts passt zu diesen Filtern.")
    expect(page.locator(JOURNEYS)).to_be_hidden()
    page.locator(".jb-filters.is-empty").get_by_role("button", name="Alle zeigen").click()
    expect(page.locator(JOURNEYS)).to_be_visible()
    expect(state).to_have_text(f"{len(example.journeys)} von {len(example.journeys)}")
    expect(page).to_have_url(f"{window.base}/journeys/")
