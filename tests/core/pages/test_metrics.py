"""What the pages of metrics say: measured extremes, changes with their base, cases, and every series."""

import re
from collections.abc import Mapping
from datetime import date
from html import unescape
from typing import Any

import pytest

from core.handbooks import HANDBOOK, read
from core.rendering import html_of
from journeybook.language import language
from journeybook.model import Metric
from journeybook.pages import Site, site_pages

TAG = re.compile(r"<[^>]+>")
TODAY = date(2026, 11, 21)
QUOTE = "  - {id: quote, title: Quote, unit: percent, direction: up, target: 5}\n"
JOURNEY = """\
---
title: Einkaufen
persona: anna
stages:
  - stage: purchase
    title: Der Kauf
    metrics: [quote, umsatz]
    steps: Bezahlen
---
"""
ROWS = """\
date,metric,value,journey,stage,touchpoint,channel,persona,n
2025-10,quote,2.56,,,,,,1000
2026-10,quote,2.9,,,,,,1200
2026-10,quote,4,einkaufen,purchase,,,,50
2026-10,quote,3,einkaufen,,,,,40
2026-10,quote,1,,,kasse,,,
2026-10,quote,2,,,,web,anna,
2025-09-30,umsatz,20,,,,,,
2026-09-30,umsatz,19,,,,,,
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """The text of each page, by its address."""
    root = tmp_path_factory.mktemp("journeys")
    handbook = HANDBOOK.replace("review_every", f"{QUOTE}review_every")
    found = read(root, {"handbook.yml": handbook, "einkaufen.md": JOURNEY, "metrics/werte.csv": ROWS})
    site = Site(catalogue=found.catalogue, language=language("de"), today=TODAY)
    return {
        page.address: " ".join(unescape(TAG.sub(" ", html_of(page, "de", TODAY))).split())
        for page in site_pages(site)
        if page.address.startswith(("metrics/", "journeys/"))
    }


def test_a_change_of_a_percentage_is_in_percentage_points_and_names_its_base_and_cases(
    pages: Mapping[str, str],
) -> None:
    text = pages["metrics/quote/"]

    assert "2,9 % ▲ 0,34 Prozentpunkte besser als im Oktober 2025 Oktober 2026 · n = 1.200 · Ziel 5 %" in text
    assert "von 2,56 % bis 2,9 %" in text


def test_a_change_measured_on_a_day_names_the_day(pages: Mapping[str, str]) -> None:
    assert "schlechter als am 30. September 2025" in pages["metrics/umsatz/"]


def test_every_series_stands_on_the_page_of_its_metric(pages: Mapping[str, str]) -> None:
    text = pages["metrics/quote/"].replace("\u00ad", "")
    for part in (
        "Journey Phase Entwicklung Wert Änderung Fälle Einkaufen Der Kauf 4 % Oktober 2026 50",
        "Journey Entwicklung Wert Änderung Fälle Einkaufen 3 % Oktober 2026 40",
        "Touchpoint Entwicklung Wert Änderung Kasse 1 % Oktober 2026",
        "Kanal Persona Entwicklung Wert Änderung Webshop Anna 2 % Oktober 2026",
    ):
        assert part in text


def test_a_value_of_the_whole_is_not_passed_off_as_that_of_a_part(pages: Mapping[str, str]) -> None:
    text = pages["journeys/einkaufen/purchase/"]

    assert "Quote 4 % Oktober 2026 · n = 50" in text
    assert "30. September 2026 · insgesamt" in text


@pytest.mark.parametrize(("number", "told"), [(1, "1 Prozentpunkt"), (0.5, "0,5 Prozentpunkte")])
def test_one_percentage_point_is_one(number: float, told: str) -> None:
    metric: Any = {"id": "quote", "title": "Quote", "unit": "percent", "direction": "up"}

    assert language("de").difference(number, Metric.model_validate(metric)) == told
