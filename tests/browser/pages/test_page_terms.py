"""What a word of the organisation's own means: under mouse, keyboard and finger, and nothing of it on paper."""

from page_looks import Window
from playwright.sync_api import Page, expect

from page_signs import press

TAP = """e => !e.dispatchEvent(
  new PointerEvent("click", {bubbles: true, cancelable: true, pointerType: "touch"})
)"""


def word_and_meaning(page: Page) -> tuple[str, str]:
    """The first word that is explained, and its explanation, by how they are found."""
    name = page.locator(".jb-term").first.get_attribute("aria-describedby")
    return f".jb-term[aria-describedby={name}]", f"#{name}"


def test_a_term_is_explained_under_the_mouse_and_the_keyboard_and_dismissed(window: Window) -> None:
    page = window.visit("personas/helga/")
    word, meaning = (page.locator(part) for part in word_and_meaning(page))
    expect(meaning).to_be_hidden()

    word.hover()
    expect(meaning).to_be_visible()
    expect(meaning).to_be_in_viewport(ratio=1)
    meaning.hover()
    expect(meaning).to_be_visible()
    assert window.violations() == []
    press(page, "Escape")
    expect(meaning).to_be_hidden()

    page.mouse.move(1, 1)
    word.focus()
    press(page, "Shift+Tab")
    press(page, "Tab")
    expect(word).to_be_focused()
    expect(meaning).to_be_visible()
    press(page, "Tab")
    expect(meaning).to_be_hidden()


def test_a_finger_reads_first_and_follows_then(window: Window) -> None:
    window.resize(390)
    page = window.visit("personas/helga/")
    word, meaning = (page.locator(part) for part in word_and_meaning(page))
    word.scroll_into_view_if_needed()

    assert word.evaluate(TAP)
    expect(meaning).to_be_visible()
    expect(meaning).to_be_in_viewport(ratio=1)
    word.click()
    expect(page).to_have_url(f"{window.base}/glossary/#einlage")
    expect(page.locator("#einlage")).to_be_in_viewport()


def test_paper_shows_no_explanation(window: Window) -> None:
    page = window.visit("personas/helga/")
    word, meaning = (page.locator(part) for part in word_and_meaning(page))
    word.hover()
    expect(meaning).to_be_visible()
    page.emulate_media(media="print")
    expect(meaning).to_be_hidden()
    page.emulate_media(media="screen")


def test_the_signs_and_the_heads_of_a_map_lead_to_the_glossary(window: Window) -> None:
    page = window.visit("journeys/online-bestellen/")
    heads = page.locator(".jb-map__label .jb-word")
    expect(heads.first).to_be_visible()
    page.locator(".jb-menu summary", has_text="Zeichen").click()
    sign = page.locator(".jb-signs .jb-word", has_text="Moment der Wahrheit")
    sign.click()
    expect(page).to_have_url(f"{window.base}/glossary/#word_moment-of-truth")
    expect(page.locator("#word_moment-of-truth")).to_be_in_viewport()
