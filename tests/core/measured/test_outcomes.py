"""Series of measured values, and what became of the metric of an action since it was done."""

from datetime import date
from pathlib import Path

import pytest

from core.handbooks import HANDBOOK, errors, read
from journeybook.catalogue import (
    Action,
    Catalogue,
    Journey,
    Outcome,
    Untold,
    nearest_series,
    outcome_of,
    reading,
    series_of,
)

QUOTE = "  - {id: quote, title: Quote, unit: percent, direction: up, target: 5}\n"
ACTIONS = """\
---
title: Einkaufen
persona: anna
stages:
  - stage: purchase
    steps:
      - title: Bezahlen
        opportunities:
          - title: Schneller bezahlen
            actions:
              - {title: A, status: done, due: 2026-06-15, metric: quote, target: 3}
              - {title: B, status: done, due: 2026-06-15, metric: quote}
              - {title: C, status: done, due: 2026-06-15}
              - {title: D, status: done, metric: quote}
              - {title: E, status: done, due: 2026-08-15, metric: quote}
              - {title: F, status: done, due: 2026-04-15, metric: quote}
              - {title: G, status: done, due: 2026-06-15, metric: umsatz}
              - {title: H, status: doing, due: 2026-06-15, metric: quote}
---
"""
VALUES = """\
date,metric,value,journey
2026-04,quote,2.1,einkaufen
2026-05,quote,2.2,einkaufen
2026-06,quote,9,einkaufen
2026-07,quote,4,einkaufen
2026-08,quote,3.4,einkaufen
2026-04,quote,2,
2026-08,quote,1,
"""


def handbook(root: Path, values: str = VALUES) -> Catalogue:
    vocabulary = HANDBOOK.replace("review_every", f"{QUOTE}review_every")
    files = {"handbook.yml": vocabulary, "einkaufen.md": ACTIONS, "metrics/a.csv": values}
    found = read(root, files)
    assert errors(found) == []
    return found.catalogue


def outcomes(catalogue: Catalogue) -> dict[str, Outcome | None]:
    journey = catalogue.journeys["einkaufen"]
    return {action.record.title: outcome_of(catalogue, journey, action) for action in _actions(journey)}


def _actions(journey: Journey) -> tuple[Action, ...]:
    return next(journey.steps).opportunities[0].actions


def test_what_became_of_a_metric_is_told_from_the_months_around_the_day(tmp_path: Path) -> None:
    found = outcomes(handbook(tmp_path))["A"]

    assert found is not None
    assert found.before is not None
    assert found.after is not None
    assert (found.before.date, found.before.value) == (date(2026, 5, 1), 2.2)
    assert (found.after.date, found.after.value) == (date(2026, 8, 1), 3.4)
    assert (found.change, found.is_better, found.target, found.is_reached) == (1.2, True, 3, True)
    assert not found.is_overall


def test_the_target_of_the_metric_stands_in_for_that_of_the_action(tmp_path: Path) -> None:
    found = outcomes(handbook(tmp_path))["B"]

    assert found is not None
    assert (found.target, found.is_reached) == (5, False)


def test_what_cannot_be_told_says_why(tmp_path: Path) -> None:
    found = outcomes(handbook(tmp_path))

    assert {name: item and item.untold for name, item in found.items()} == {
        "A": None,
        "B": None,
        "C": Untold.NO_METRIC,
        "D": Untold.NO_DATE,
        "E": Untold.NOTHING_SINCE,
        "F": Untold.NOTHING_BEFORE,
        "G": Untold.NO_VALUES,
        "H": None,
    }
    assert found["H"] is None


def test_a_metric_that_the_journey_lacks_is_taken_from_everything(tmp_path: Path) -> None:
    values = "date,metric,value\n2026-06-14,quote,2\n2026-06-15,quote,9\n2026-06-16,quote,1\n"
    found = outcomes(handbook(tmp_path, values))["A"]

    assert found is not None
    assert found.before is not None
    assert found.after is not None
    assert (found.before.value, found.after.value) == (2, 1)
    assert (found.is_overall, found.is_better, found.is_reached) == (True, False, False)


@pytest.mark.parametrize(("scope", "extremes"), [("einkaufen", (2.1, 9.0)), (None, (1.0, 2.0))])
def test_the_range_of_a_series_is_that_of_its_measured_values(
    tmp_path: Path, scope: str | None, extremes: tuple[float, float]
) -> None:
    catalogue = handbook(tmp_path)
    found = {item.scope[0]: item for item in series_of(catalogue, catalogue.metrics["quote"])}

    assert (found[scope].lowest, found[scope].highest) == extremes


def test_the_nearest_series_of_a_scope_without_values_is_that_of_everything(tmp_path: Path) -> None:
    catalogue = handbook(tmp_path)
    quote = catalogue.metrics["quote"]
    own, other = (
        nearest_series(catalogue, quote, journey="einkaufen"),
        nearest_series(catalogue, quote, journey="x"),
    )

    assert own is not None
    assert other is not None
    assert (own.is_overall, other.is_overall) == (False, True)
    assert nearest_series(catalogue, catalogue.metrics["umsatz"]) is None


def test_a_metric_of_which_only_parts_are_measured_is_not_called_unmeasured(tmp_path: Path) -> None:
    catalogue = handbook(tmp_path, "date,metric,value,journey\n2026-04,quote,2.1,einkaufen\n")
    found = {
        "overall": reading(catalogue, catalogue.metrics["quote"]),
        "another": reading(catalogue, catalogue.metrics["quote"], journey="x"),
        "unmeasured": reading(catalogue, catalogue.metrics["umsatz"]),
    }

    assert {name: (item.value, item.is_in_parts) for name, item in found.items()} == {
        "overall": (None, True),
        "another": (None, True),
        "unmeasured": (None, False),
    }


def test_values_of_the_first_months_of_all_are_compared_with_what_there_is(tmp_path: Path) -> None:
    catalogue = handbook(tmp_path, "date,metric,value\n0001-01,quote,2\n0001-02,quote,3\n")
    series = nearest_series(catalogue, catalogue.metrics["quote"])

    assert series is not None
    assert series.reading.change == 1
    assert series.month_before is series.values[0]
