"""Material's search finds every kind of thing by its words and leads to its place, which is then in sight."""

import re

from page_looks import Window
from playwright.sync_api import expect

from page_signs import BELOW_HEADER, until

FOUND = (
    (
        "Karton Ladentheke",
        "Ich lege den Karton auf die Ladentheke",
        "Schritt",
        "journeys/online-bestellen-im-laden-zurueckgeben/return/",
    ),
    (
        "Groesse herausfinden",
        "Ich will meine Größe herausfinden",
        "Schritt",
        "journeys/online-bestellen/consideration/",
    ),
    (
        "Samstags niemand Berat",
        "Samstags ist niemand für die Beratung frei",
        "Schmerzpunkt",
        "journeys/schuhe-im-laden-kaufen/",
    ),
    ("Virtuelle Anprobe", "Virtuelle Anprobe mit der Kamera", "Chance", "journeys/online-bestellen/"),
    ("Fussmess", "Fußmessung", "Touchpoint", "touchpoints/fussmessung/"),
    ("Grundschullehrerin", "Anna Berger", "Persona", "personas/anna/"),
    ("Soziale Medien", "Soziale Medien", "Kanal", "channels/social/"),
    ("Filialbetrieb", "Filialbetrieb", "Team", "teams/filialen/"),
    ("Warenkorbabbr", "Warenkorbabbruch", "Kennzahl", "metrics/warenkorbabbruch/"),
    ("Schuhe im Laden", "Schuhe im Laden kaufen", "Journey", "journeys/schuhe-im-laden-kaufen/"),
)
"""What is typed, the title and the kind of what is looked for, and where it is."""


OPEN = "link => { const more = link.closest('details'); if (more) more.open = true; }"
"""Material folds all results of a page but the first."""
LINES = "link => Array.from(link.querySelectorAll('p'), p => Math.round(p.offsetHeight / parseFloat(getComputedStyle(p).lineHeight)))"
"""How many lines each paragraph of a hit takes."""


def test_each_thing_is_found_by_its_words_and_seen(searching_window: Window) -> None:
    page = searching_window.visit_instantly("journeys/")
    page.evaluate("window.sameDocument = true")
    for words, title, kind, path in FOUND:
        expect_found(searching_window, words, title, kind, path)

    assert page.evaluate("window.sameDocument") is True


def expect_found(window: Window, words: str, title: str, kind: str, path: str) -> None:
    """Search, go where the first result with this title leads to, and wait until it is in sight."""
    page = window.page
    window.search(words)
    name = page.locator("h1, h2", has_text=re.compile(f"^{re.escape(title)} {kind}$"))
    hit = page.locator(".md-search-result__link", has=name).first
    expect(hit).to_be_attached()
    hit.evaluate(OPEN)
    assert set(hit.evaluate(LINES)) <= {1}, words
    hit.click()

    expect(page).to_have_url(re.compile(re.escape(f"{window.base}/{path}") + r"($|[?#])"))
    anchor = page.url.partition("#")[2]
    place = page.locator(f'[id="{anchor}"]') if anchor else page.get_by_role("heading", level=1)
    expect(place).to_contain_text(title)
    expect(place).to_be_in_viewport()
    until(page, BELOW_HEADER, f'[id="{anchor}"]' if anchor else ".md-content h1")


def test_the_page_marks_what_was_found_however_it_was_typed(searching_window: Window) -> None:
    page = searching_window.visit_instantly("journeys/")
    searching_window.search("fussmessungen")
    hit = page.locator(".md-search-result__link", has_text="Fußmessung").first
    expect(hit.locator("h1 mark")).to_have_text("Fußmessung")
    hit.click()

    expect(page.locator(".md-content mark[data-md-highlight]").first).to_have_text("Fußmessung")
