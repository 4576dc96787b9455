"""No series of any CSV file is invisible: each stands on the page of its metric with its latest value."""

import csv
import re
from collections.abc import Iterator, Mapping
from datetime import date
from html import unescape
from itertools import product
from pathlib import Path

from core.handbooks import read
from core.rendering import html_of
from journeybook import project
from journeybook.catalogue import Catalogue
from journeybook.language import language
from journeybook.pages import Site, site_pages

ROOT = Path(__file__).parents[3]
TODAY = date(2026, 11, 28)
SCOPES = ("journey", "stage", "touchpoint", "channel", "persona")
TAG = re.compile(r"<svg.*?</svg>|<[^>]+>", re.DOTALL)
Series = tuple[str, ...]
"""The id of a metric, then those of its scope, in the order of SCOPES."""
JOURNEY = """\
---
title: Einkaufen
persona: anna
stages:
  - stage: purchase
    title: Der Kauf
    steps: {title: Bezahlen, touchpoints: kasse}
---
"""


def written(folder: Path) -> Mapping[Series, float]:
    """The latest value of each series, as the files have it; answers, which are no values, are left out."""
    found: dict[Series, tuple[str, float]] = {}
    for file in sorted(folder.glob("*.csv")):
        text = file.read_text(encoding="utf-8")
        for row in csv.DictReader(text.splitlines(), delimiter=";" if ";" in text else ","):
            if "value" in row:
                key = (row["metric"], *(row.get(scope) or "" for scope in SCOPES))
                value = row["date"], float(row["value"])
                found[key] = max(found.get(key, value), value)
    return {key: value for key, (_, value) in found.items()}


def pages_of_metrics(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """The id of each metric with the text of its page, of tables each row in a line of its own."""
    site = Site(catalogue=catalogue, language=language("de"), today=TODAY)
    for page in site_pages(site):
        if page.address.startswith("metrics/") and page.address != "metrics/":
            html = html_of(page, "de", TODAY)
            rows = re.split(r"</?tr\b[^>]*>|</?li\b[^>]*>", html)
            lines = (" ".join(unescape(TAG.sub(" ", row)).replace("\xad", "").split()) for row in rows)
            yield page.address.split("/")[1], "\n".join(lines)


def unseen(catalogue: Catalogue, latest: Mapping[Series, float]) -> list[Series]:
    """The series of which no line of their metric's page has all names and the latest value."""
    pages = dict(pages_of_metrics(catalogue))
    return [
        series
        for series, number in latest.items()
        if not any(
            all(word in line for word in words(catalogue, series, number))
            for line in pages[series[0]].split("\n")
        )
    ]


def words(catalogue: Catalogue, series: Series, number: float) -> Iterator[str]:
    yield language("de").measured(number, catalogue.metrics[series[0]]).replace("\xa0", " ")
    journey = catalogue.journeys.get(series[1])
    # of several passes through a stage, the first
    stages = {stage.record.stage: stage.title for stage in reversed(journey.stages)} if journey else {}
    for kind, name in zip(SCOPES, series[1:], strict=True):
        if name:
            table = next(things for key, things in catalogue.tables.items() if key == kind)
            yield stages.get(name, table[name].title) if kind == "stage" else table[name].title


def test_every_series_of_the_german_example_is_seen() -> None:
    catalogue = project.read(ROOT / "journeys", "journeys").catalogue
    latest = written(ROOT / "journeys/metrics")

    assert len(latest) > 40
    assert unseen(catalogue, latest) == []


def test_every_series_of_the_english_example_is_seen() -> None:
    catalogue = project.read(ROOT / "examples/library/journeys", "journeys").catalogue
    latest = written(ROOT / "examples/library/journeys/metrics")

    assert len(latest) > 10
    assert unseen(catalogue, latest) == []


def test_a_series_of_every_scope_is_seen(tmp_path: Path) -> None:
    ids = ("einkaufen", "purchase", "kasse", "store", "anna")
    scopes = list(product(*(("", name) for name in ids)))
    rows = [
        f"2026-{month},umsatz,{number + month / 100:.2f},{','.join(scope)}"
        for number, scope in enumerate(scopes, 100)
        for month in (10, 11)
    ]
    text = "\n".join([f"date,metric,value,{','.join(SCOPES)}", *rows, ""])
    found = read(tmp_path, {"einkaufen.md": JOURNEY, "metrics/alle.csv": text})
    latest = written(tmp_path / "metrics")

    assert len(latest) == 32
    assert found.errors == ()
    assert unseen(found.catalogue, latest) == []


def test_answers_are_seen_as_what_they_come_to() -> None:
    catalogue = project.read(ROOT / "journeys", "journeys").catalogue
    lines = (ROOT / "journeys/metrics/empfehlung.csv").read_text(encoding="utf-8").splitlines()[1:]
    counts = {int(row[2]): int(row[3]) for row in (line.split(";") for line in lines) if row[0] == "11/2026"}
    promoters, detractors = counts[9] + counts[10], sum(counts[answer] for answer in range(7))
    score = 100 * (promoters - detractors) / sum(counts.values())
    text = dict(pages_of_metrics(catalogue))["weiterempfehlung"]

    assert f"{score:.1f}".replace(".", ",") in text
    assert f"n = {sum(counts.values())} · 95-%-Intervall 25,4 bis 40,7" in text
