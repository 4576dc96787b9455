"""Material's search finds every kind of thing by its words and leads to its place, which is then in sight."""

import re

from page_looks import Window
from playwright.sync_api import expect

from page_signs import BELOW_HEADER, until

KINDS = {
    "step": (
        "Karton Ladentheke",
        "Ich lege den Karton auf die Ladentheke",
        "journeys/online-bestellen-im-laden-zurueckgeben/return/",
    ),
    "step with umlauts": (
        "Größe herausfinden",
        "Ich will meine Größe herausfinden",
        "journeys/online-bestellen/consideration/",
    ),
    "pain point": (
        "Samstags niemand Berat",
        "Samstags ist niemand für die Beratung frei",
        "journeys/schuhe-im-laden-kaufen/",
    ),
    "opportunity": ("Virtuelle Anprobe", "Virtuelle Anprobe mit der Kamera", "journeys/online-bestellen/"),
    "touchpoint": ("Fußmess", "Fußmessung", "touchpoints/fussmessung/"),
    "persona": ("Grundschullehrerin", "Anna Berger", "personas/anna/"),
    "channel": ("Soziale Medien", "Soziale Medien", "channels/social/"),
    "team": ("Filialbetrieb", "Filialbetrieb", "teams/filialen/"),
    "metric": ("Warenkorbabbr", "Warenkorbabbruch", "metrics/warenkorbabbruch/"),
    "journey": ("Schuhe im Laden", "Schuhe im Laden kaufen", "journeys/schuhe-im-laden-kaufen/"),
}


OPEN = "link => { const more = link.closest('details'); if (more) more.open = true; }"
"""Material folds all results of a page but the first."""


def test_each_thing_is_found_by_its_words_and_seen(searching_window: Window) -> None:
    page = searching_window.visit_instantly("journeys/")
    page.evaluate("window.sameDocument = true")
    for words, title, path in KINDS.values():
        expect_found(searching_window, words, title, path)

    assert page.evaluate("window.sameDocument") is True


def expect_found(window: Window, words: str, title: str, path: str) -> None:
    """Search, go where the first result with this title leads to, and wait until it is in sight."""
    page = window.page
    window.search(words)
    name = page.locator("h1, h2", has_text=re.compile(f"^{re.escape(title)}$"))
    hit = page.locator(".md-search-result__link", has=name).first
    expect(hit).to_be_attached()
    hit.evaluate(OPEN)
    hit.click()

    expect(page).to_have_url(re.compile(re.escape(f"{window.base}/{path}") + r"($|[?#])"))
    anchor = page.url.partition("#")[2]
    place = page.locator(f'[id="{anchor}"]') if anchor else page.get_by_role("heading", level=1)
    expect(place).to_contain_text(title)
    expect(place).to_be_in_viewport()
    until(page, BELOW_HEADER, f'[id="{anchor}"]' if anchor else ".md-content h1")
