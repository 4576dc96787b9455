"""The menu “Teilen”: the curve as a picture and the diagrams as files, what a download brings, and what is copied."""

import struct
from pathlib import Path
from xml.etree import ElementTree as ET

from page_looks import Window
from playwright.sync_api import Page, expect

JOURNEY = "journeys/schuhe-im-laden-kaufen/"


def share(page: Page) -> None:
    """Open the menu, in which the first entry is the one for paper."""
    menu = page.locator(".jb-menu", has=page.locator(".jb-downloads"))
    menu.evaluate("menu => { menu.open = false; }")
    menu.locator("summary").click()
    expect(menu.get_by_role("button", name="Nur die Map drucken")).to_be_visible()


def test_a_download_brings_the_file(window: Window, tmp_path: Path) -> None:
    page = window.visit(JOURNEY)
    for label, name, beginning in (
        ("Kurve als Bild (SVG)", "schuhe-im-laden-kaufen.svg", "<svg "),
        ("Quelltext des Diagramms (.mmd)", "schuhe-im-laden-kaufen.mmd", "journey\n"),
        ("Quelltext der Wege (.mmd)", "schuhe-im-laden-kaufen-paths.mmd", "flowchart TB\n"),
    ):
        share(page)
        with page.expect_download() as download:
            page.get_by_role("link", name=label).click()

        assert download.value.suggested_filename == name
        download.value.save_as(tmp_path / name)
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(beginning)


def test_the_picture_holds_every_step_and_stands_alone(site: Path, window: Window) -> None:
    page = window.visit(JOURNEY)
    titles = [
        title.replace("\u00ad", "").strip()
        for title in page.locator(".jb-map__step .jb-map__title").all_text_contents()
    ]
    text = (site / JOURNEY / "satisfaction.svg").read_text(encoding="utf-8")
    drawn = ET.fromstring(text)
    said = " ".join("".join(drawn.itertext()).split())
    # Titles are broken into lines, between words and within long ones.
    packed = said.replace(" ", "")
    assert [title for title in titles if title.replace(" ", "") not in packed] == []
    assert "href" not in text
    assert "var(" not in text

    page.goto(f"{window.base}/{JOURNEY}satisfaction.svg")
    spills = page.evaluate(
        "() => [...document.querySelectorAll('text')].filter(t => t.getBoundingClientRect().right > document.documentElement.width.baseVal.value).length"
    )
    assert spills == 0
    window.complaints.clear()  # a picture has no icon for the tab


def test_the_picture_is_copied_as_png(window: Window) -> None:
    window.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = window.visit(JOURNEY)
    share(page)
    page.get_by_role("button", name="Bild kopieren").click()
    expect(page.get_by_role("button", name="Kopiert")).to_be_visible()

    copied = page.evaluate(
        """async () => {
          const [item] = await navigator.clipboard.read();
          return [...new Uint8Array(await (await item.getType("image/png")).arrayBuffer())];
        }"""
    )
    width, height = struct.unpack(">II", bytes(copied[16:24]))
    assert bytes(copied[:4]) == b"\x89PNG"
    assert width > 2 * 1000
    assert height > 2 * 300


def test_a_journey_without_values_offers_no_picture(small_window: Window) -> None:
    page = small_window.visit("journeys/kurz/")

    expect(page.locator(".jb-map")).to_be_visible()
    share(page)
    expect(page.locator(".jb-downloads > li")).to_have_count(3)  # all for paper
    expect(page.locator(".jb-downloads a")).to_have_count(0)
