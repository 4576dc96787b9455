"""Funnels of journeys: what each level counts, what is lost on the way, and what is wrong with them."""

from pathlib import Path

import pytest

from core.handbooks import HANDBOOK, errors, read
from journeybook import project
from journeybook.catalogue import Level, funnel_of, impact_of
from journeybook.kinds import ThingKind

COUNTS = """\
  - {id: personen, title: Personen, unit: count, direction: up}
  - {id: besuche, title: Besuche, unit: count, direction: up}
"""
JOURNEY = """\
---
title: Einkaufen
persona: anna
funnel: {funnel}
stages:
  - {{stage: awareness, title: Aufmerksam werden, steps: Sehen}}
  - {{stage: purchase, steps: Bezahlen}}
  - {{stage: awareness, id: nochmal, title: Noch einmal, steps: Wieder sehen}}
---
"""
ROWS = """\
date,metric,value,journey,stage
2026-09,personen,900,einkaufen,awareness
2026-10,personen,800,einkaufen,awareness
2026-10,personen,200,einkaufen,purchase
2026-10,personen,5000,,purchase
2026-10,besuche,1000,einkaufen,
"""


def handbook(root: Path, funnel: str, rows: str = ROWS) -> project.Project:
    text = HANDBOOK.replace("review_every", f"{COUNTS}review_every")
    files = {"einkaufen.md": JOURNEY.format(funnel=funnel), "metrics/a.csv": rows}
    return read(root, {"handbook.yml": text, **files})


def levels(found: project.Project) -> tuple[Level, ...]:
    return funnel_of(found.catalogue, found.catalogue.journeys["einkaufen"])


def told(found: project.Project) -> list[str]:
    return [str(item) for item in found.findings if item.rule.startswith("funnel")]


@pytest.mark.parametrize(
    ("funnel", "counts"),
    [
        ("personen", [("Aufmerksam werden", 800), ("Kauf", 200)]),
        ("besuche", [("Besuche", 1000)]),
        ("[besuche, personen]", [("Besuche", 1000), ("Aufmerksam werden", 800), ("Kauf", 200)]),
        ("[besuche, {stage: purchase, metric: personen}]", [("Besuche", 1000), ("Kauf", 200)]),
    ],
)
def test_a_level_has_the_latest_value_of_the_journey_and_stage(
    tmp_path: Path, funnel: str, counts: list[tuple[str, float]]
) -> None:
    found = handbook(tmp_path, funnel)

    assert errors(found) == []
    assert [(level.title, level.count) for level in levels(found)] == counts
    assert told(found) == []


def test_what_is_lost_is_told_of_the_level_before(tmp_path: Path) -> None:
    first, second, third = levels(handbook(tmp_path, "[besuche, personen]"))

    assert (first.drop, first.share) == (None, None)
    assert (second.drop, second.share) == (200, 0.8)
    assert (third.drop, third.share) == (600, 0.25)


def test_a_level_that_nothing_counts_and_what_follows_it_say_nothing(tmp_path: Path) -> None:
    rows = "".join(line for line in ROWS.splitlines(keepends=True) if "800" not in line and "900" not in line)
    found = handbook(tmp_path, "[besuche, personen]", rows)
    _, second, third = levels(found)

    assert (second.count, second.drop, third.drop, third.share) == (None, None, None, None)
    assert told(found) == [
        "journeys/einkaufen.md:4:9: funnel-without-value: The funnel has no value for 'Aufmerksam werden'."
    ]


def test_levels_of_several_dates_are_told(tmp_path: Path) -> None:
    found = handbook(tmp_path, "personen", ROWS.replace("2026-10,personen,800", "2026-08,personen,800"))
    sentence = "The latest values of the funnel are of dates from 2026-09-01 to 2026-10-01."

    assert told(found) == [f"journeys/einkaufen.md:4:9: funnel-of-several-dates: {sentence}"]


def test_what_a_funnel_names_wrongly_is_told_with_its_place(tmp_path: Path) -> None:
    place = "journeys/einkaufen.md:4"

    assert errors(handbook(tmp_path, "[persone, {stage: purchas, metric: umsatz}]")) == [
        f"{place}:10: unknown-metric: No metric 'persone'. Did you mean 'personen'?",
        f"{place}:27: unknown-stage: No stage 'purchas'. Did you mean 'purchase'?",
        f"{place}:44: invalid-value: 'funnel' must name metrics with 'unit: count', 'umsatz' has 'unit: currency'.",
    ]


def test_a_handbook_without_values_gives_levels_without_counts(tmp_path: Path) -> None:
    assert [(level.title, level.count) for level in levels(handbook(tmp_path, "personen", ROWS[:31]))] == [
        ("Personen", None)
    ]


def test_a_metric_leads_to_the_stages_that_it_counts_for(tmp_path: Path) -> None:
    catalogue = handbook(tmp_path, "[besuche, {stage: purchase, metric: personen}]").catalogue
    steps = {
        name: sorted(visit.step.title for visit in impact_of(catalogue, ThingKind.METRIC, name).visits)
        for name in ("besuche", "personen", "umsatz")
    }

    assert steps == {
        "besuche": ["Bezahlen", "Sehen", "Wieder sehen"],
        "personen": ["Bezahlen"],
        "umsatz": [],
    }
