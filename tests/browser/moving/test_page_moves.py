"""Moving about the site: without reloads, by search, and from light to dark."""

import re

from page_looks import DIAGRAMS_IN_SIGHT, OPEN, Window
from playwright.sync_api import expect

from journeybook.catalogue import Catalogue
from page_signs import until

LATE = """document.body.addEventListener("click", () => history.replaceState({x: 0, y: 40}, ""))"""
"""What Material does a tenth of a second after a page was scrolled, here just after it has gone to another one."""
DRAWN = ".jb-details[open] .jb-diagram--drawn"


def test_pages_work_after_instant_navigation(window: Window, example: Catalogue) -> None:
    page = window.visit_instantly("")
    page.evaluate("window.sameDocument = true")
    journey = example.journeys["schuhe-im-laden-kaufen"]
    stage = journey.stages[1]

    page.locator(".jb-card__title").get_by_role("link", name=journey.title, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(journey.title)
    page.evaluate(OPEN)
    until(page, DIAGRAMS_IN_SIGHT)
    expect(page.locator(DRAWN)).to_have_count(2)

    head = page.locator(".jb-map__stage").get_by_role("link", name=stage.title, exact=True)
    head.click()
    expect(head).to_have_attribute("aria-expanded", "true")
    head.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(stage.title)
    expect(page.locator("article.jb-step")).to_have_count(len(stage.steps))

    page.locator(".md-tabs").get_by_role("link", name="Kontakt").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Touchpoints")
    page.get_by_role("combobox", name="Kanal", exact=True).select_option("chat")
    expect(page.locator(".jb-filters output")).to_have_text(f"1 von {len(example.touchpoints)}")
    assert page.evaluate("window.sameDocument") is True


def test_a_link_leads_to_its_page_and_place_though_the_page_before_has_just_been_scrolled(
    window: Window, example: Catalogue
) -> None:
    journey = example.journeys["schuhe-im-laden-kaufen"]
    stage = journey.stages[1]
    step = stage.steps[-1]
    page = window.visit_instantly(f"journeys/{journey.id}/")
    page.evaluate(LATE)
    page.locator(f"th#{step.id} > a").first.click()
    page.locator(".jb-dialog").get_by_role("link", name="Auf der Seite der Phase").click()

    expect(page.get_by_role("heading", level=1)).to_contain_text(stage.title)
    expect(page.locator(f"article#{step.id}")).to_be_in_viewport()

    page.locator(".md-tabs").get_by_role("link", name="Kontakt").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Touchpoints")
    until(page, "() => scrollY === 0")


def test_the_palette_redraws_diagrams_and_faces(window: Window) -> None:
    page = window.visit("journeys/schuhe-im-laden-kaufen/")
    page.evaluate(OPEN)
    until(page, DIAGRAMS_IN_SIGHT)
    expect(page.locator(DRAWN)).to_have_count(2)
    box, face = page.locator(f"{DRAWN} .node rect").first, page.locator(".jb-face circle").first
    fills = [item.evaluate("element => getComputedStyle(element).fill") for item in (box, face)]

    page.get_by_title("Dunkle Ansicht").click()
    for item, fill in zip((box, face), fills, strict=True):
        expect(item).not_to_have_css("fill", fill)

    page.get_by_title("Helle Ansicht").click()
    for item, fill in zip((box, face), fills, strict=True):
        expect(item).to_have_css("fill", fill)


def test_the_search_leads_to_a_step(searching_window: Window, example: Catalogue) -> None:
    journey = example.journeys["online-bestellen-im-laden-zurueckgeben"]
    step = next(step for step in journey.steps if step.title == "Ich lege den Karton auf die Ladentheke")
    stage = next(stage for stage in journey.stages if step in stage.steps)
    page = searching_window.visit("")

    searching_window.search("Karton Ladentheke")
    page.locator(".md-search-result__link", has_text=step.title).first.click()

    expect(page.locator(f"article#{step.id}")).to_be_in_viewport()
    expect(page).to_have_url(
        re.compile(
            rf"^{re.escape(f'{searching_window.base}/journeys/{journey.id}/{stage.id}/')}(\?.*)?#{step.id}$"
        )
    )


def test_the_search_leads_to_a_persona(searching_window: Window) -> None:
    page = searching_window.visit("")

    searching_window.search("Grundschullehrerin")
    page.locator(".md-search-result__link", has_text="Anna Berger").first.click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Anna Berger")
    expect(page).to_have_url(re.compile(rf"^{re.escape(f'{searching_window.base}/personas/anna/')}(\?.*)?$"))
