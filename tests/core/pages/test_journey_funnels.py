"""The funnel beside a journey's map: what the files count, as a picture and as rows that tell the same."""

import re
from collections.abc import Mapping
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from core.handbooks import HANDBOOK, read
from core.rendering import html_of
from journeybook.language import language
from journeybook.pages import Site, site_pages
from journeybook.pages.journey.funnel import change_of_level

TODAY = date(2026, 11, 21)
COUNT = "  - {id: leute, title: Leute, unit: count, direction: up}\n"
JOURNEY = """\
---
title: Einkaufen
persona: anna
funnel: leute
stages:
  - {stage: awareness, title: Kennenlernen, steps: Schauen}
  - {stage: purchase, title: Der Kauf, steps: Bezahlen}
  - {stage: support, title: Hilfe, steps: Fragen}
---
"""
ROWS = """\
date,metric,value,journey,stage
2026-09,leute,9000,einkaufen,awareness
2026-10,leute,12000,einkaufen,awareness
2026-10,leute,1500,einkaufen,purchase
"""


def section(root: Path, files: Mapping[str, str]) -> str:
    """The part of the journey's page about its funnel; empty where there is none."""
    found = read(root, {"handbook.yml": HANDBOOK.replace("review_every", f"{COUNT}review_every"), **files})
    site = Site(catalogue=found.catalogue, language=language("de"), today=TODAY)
    page = next(page for page in site_pages(site) if page.address == "journeys/einkaufen/")
    html = html_of(page, "de", TODAY)
    part = re.search(r'<section class="jb-section" aria-labelledby="how_far">.*?</section>', html, re.DOTALL)
    return part[0] if part else ""


def words(html: str) -> str:
    return " ".join(unescape(re.sub("<[^>]+>", " ", html)).replace("\u00ad", "").split())


def test_picture_and_rows_tell_the_latest_counts_and_the_losses_between_them(tmp_path: Path) -> None:
    html = section(tmp_path, {"einkaufen.md": JOURNEY, "metrics/werte.csv": ROWS})
    picture, rows = words(html.partition("<table")[0]), words(html.partition("<table")[2])

    assert "Kennenlernen 12.000 Der Kauf 1.500 88 % weniger (10.500) Hilfe noch kein Wert" in picture
    assert "Oktober 2026" in picture
    assert rows.endswith(
        "Kennenlernen 12.000 100 % Der Kauf 1.500 88 % weniger (10.500) 12 % Hilfe noch kein Wert"
    )
    assert 'href="purchase/"' in html or 'journeys/einkaufen/purchase/"' in html


def test_counts_of_several_months_name_each(tmp_path: Path) -> None:
    rows = ROWS.replace("2026-10,leute,1500", "2026-08,leute,1500")
    text = words(section(tmp_path, {"einkaufen.md": JOURNEY, "metrics/werte.csv": rows}))

    assert "12.000 Oktober 2026 100 %" in text
    assert "1.500 August 2026" in text


@pytest.mark.parametrize(
    "files",
    [
        {"einkaufen.md": JOURNEY.replace("funnel: leute\n", ""), "metrics/werte.csv": ROWS},
        {"einkaufen.md": JOURNEY},
    ],
    ids=["no funnel", "nothing counted"],
)
def test_there_is_no_part_without_a_count(tmp_path: Path, files: Mapping[str, str]) -> None:
    assert section(tmp_path, files) == ""


@pytest.mark.parametrize(
    ("before", "count", "told"),
    [
        (78700, 31200, "60 % weniger (47.500)"),
        (40, 110, "175 % mehr (70)"),
        (9200, 9200, "ebenso viele"),
        (0, 12, "12 mehr"),
        (1000, 999, "1 % weniger (1)"),
        (12, 0, "100 % weniger (12)"),
    ],
)
def test_a_change_is_told_in_percent_and_number(before: float, count: float, told: str) -> None:
    assert change_of_level(language("de"), before, count).replace("\u00a0", " ") == told
