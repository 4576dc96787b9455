"""The home page: its key figures lead to what they count, and journeys are on the first screen of a laptop."""

from page_looks import Window
from playwright.sync_api import expect

from journeybook.catalogue import Catalogue


def test_journeys_begin_on_the_first_screen_after_the_figures(window: Window) -> None:
    page = window.visit("")

    for part in (".jb-figures", "#start_here", "#all_journeys"):
        expect(page.locator(part)).to_be_in_viewport()
    expect(page.locator(".jb-card__curve").first).to_be_in_viewport(ratio=1)


def test_each_figure_leads_to_what_it_counts(window: Window, example: Catalogue) -> None:
    page = window.visit_instantly("")
    page.evaluate("window.sameDocument = true")
    titles = page.locator(".jb-figure span").all_inner_texts()
    assert titles == [
        "Journeys",
        "Zufriedenheit im Mittel",
        "Aussagen mit Beleg",
        "Momente der Wahrheit unter 3",
        "Schwere Schmerzpunkte",
        "Überfällige Maßnahmen",
    ]

    for title, section in zip(titles[3:], ("worst_moments", "pain_points", "all_actions"), strict=True):
        page.locator(".jb-figure a", has_text=title).click()
        expect(page.locator(f"#{section}")).to_be_in_viewport()
        page.evaluate("scrollTo(0, 0)")

    page.locator(".jb-figure a", has_text="Journeys").click()
    expect(page.locator("#all_journeys tbody tr")).to_have_count(len(example.journeys))
    assert page.evaluate("window.sameDocument") is True


def test_the_parts_of_cards_in_a_row_stand_on_the_same_lines(window: Window) -> None:
    page = window.visit("")
    tops = page.locator(".jb-card--journey").evaluate_all(
        "cards => cards.map(card => [card.offsetTop, ...[...card.children].map(part => Math.round(part.getBoundingClientRect().top))])"
    )
    first = [parts for parts in tops if parts[0] == tops[0][0]]

    assert len(first) == 3
    assert all(max(tops) - min(tops) <= 1 for tops in zip(*first, strict=False)), (
        "a planned one has fewer parts"
    )
