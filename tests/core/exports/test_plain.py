"""The plain data of a handbook: one form for each field, own keys where they stand."""

from pathlib import Path

from core import handbooks
from journeybook import project
from journeybook.exports.handbook import plain_handbook, read_translations

JOURNEY = """\
---
title: Kaufen
persona: anna
x-quelle: {raum: 3, tags: [a, ~]}
owner: shop
stages:
  - stage: purchase
    wait: 2 Tage
    steps:
      - Anprobieren
      - title: Bezahlen
        x-nr: 007
        satisfaction: {anna: 2}
        moment_of_truth: true
        thoughts: [Hoffentlich passt es, {text: Zu teuer, x-a: b}]
        lanes: {hinweis: {title: Kasse zu, x-c: d}, x-e: f}
        pain_points: {title: Schlange, severity: 4, evidence: {title: Beobachtung, date: 2026-03-01, n: 12}}
        opportunities:
          title: Zweite Kasse
          actions: {title: Aufbauen, metric: umsatz, target: 2.50}
        next: end
---

Anna geht *los*.
"""
VALUES = "date;metric;value;journey;n\n01.10.2026;umsatz;2,5;;4\n02.10.2026;umsatz;3;kaufen;\n"


def test_a_journey_is_told_in_one_form_with_its_own_keys(tmp_path: Path) -> None:
    read = handbooks.read(
        tmp_path,
        {
            "b2c/kaufen.md": JOURNEY,
            "b2c/kaufen.en.md": "---\ntitle: Buying\npersona: anna\nstatus: planned\n---\n",
            "metrics/a.csv": VALUES,
        },
    )
    data = plain_handbook(read.folder, read_translations(read.folder))
    (journey,) = data["journeys"]
    step = {
        "title": "Bezahlen",
        "satisfaction": {"anna": 2},
        "thoughts": [{"text": "Hoffentlich passt es"}, {"text": "Zu teuer", "x-a": "b"}],
        "pain_points": [
            {
                "title": "Schlange",
                "severity": 4,
                "evidence": [{"title": "Beobachtung", "date": "2026-03-01", "n": 12}],
            }
        ],
        "opportunities": [
            {
                "title": "Zweite Kasse",
                "actions": [{"title": "Aufbauen", "metric": "umsatz", "target": 2.5}],
            }
        ],
        "moment_of_truth": True,
        "lanes": {"x-e": "f", "hinweis": [{"text": "Kasse zu", "x-c": "d"}]},
        "next": [{"to": "end"}],
        "x-nr": "007",
    }
    stage = {"stage": "purchase", "wait": "2 Tage", "steps": [{"title": "Anprobieren"}, step]}
    assert journey == {
        "id": "kaufen",
        "file": "b2c/kaufen.md",
        "header": {
            "title": "Kaufen",
            "personas": ["anna"],
            "stages": [stage],
            "owner": "shop",
            "x-quelle": {"raum": "3", "tags": ["a", None]},
        },
        "body": "\nAnna geht *los*.\n",
        "translations": {
            "en": {
                "file": "b2c/kaufen.en.md",
                "header": {"title": "Buying", "personas": ["anna"], "status": "planned"},
                "body": "",
            }
        },
    }
    assert data["values"] == [
        {
            "file": "metrics/a.csv",
            "rows": [
                {"date": "2026-10-01", "metric": "umsatz", "value": 2.5, "n": 4},
                {"date": "2026-10-02", "metric": "umsatz", "value": 3, "journey": "kaufen"},
            ],
        }
    ]


def test_a_handbook_without_files_is_empty_data(tmp_path: Path) -> None:
    (tmp_path / "journeys").mkdir()
    read = project.read(tmp_path / "journeys", "journeys")
    assert plain_handbook(read.folder) == {
        "handbook": None,
        "journeys": [],
        "personas": [],
        "touchpoints": [],
        "values": [],
        "assets": [],
    }
