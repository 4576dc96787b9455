"""`journeybook impact`: what a failure of a thing would touch, the worst first."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from journeybook.catalogue.impact import _TOUCHED
from journeybook.cli import main
from journeybook.kinds import NAMED

HANDBOOK = """\
stages:
  - {id: purchase, title: Kauf}
channels:
  - {id: store, title: Filiale, setting: offline}
teams:
  - {id: shop, title: Filialbetrieb}
  - {id: office, title: Büro}
metrics:
  - {id: umsatz, title: Umsatz, unit: currency, direction: up}
"""
WALK = """\
---
title: Schuhe kaufen
personas: [anna, helga]
stages:
  - stage: purchase
    steps:
      - title: Schauen
        satisfaction: 1
        owner: office
      - title: Bezahlen
        id: bezahlen
        satisfaction: 4
        touchpoints: kasse
      - title: Umtauschen
        personas: helga
        satisfaction: 2
        touchpoints: kasse
        moment_of_truth: true
        metrics: umsatz
        pain_points: {title: Langes Warten, id: warten}
      - title: Gehen
        touchpoints: kasse
---
"""
FILES = {
    "handbook.yml": HANDBOOK,
    "walk.md": WALK,
    "morgen.md": WALK.replace("title: Schuhe kaufen", "title: Morgen\nstate: future\ncompares_to: walk"),
    "personas/anna.md": "---\ntitle: Anna\n---\n",
    "personas/helga.md": "---\ntitle: Helga\n---\n",
    "touchpoints/kasse.md": "---\ntitle: Kasse\nchannel: store\nowner: shop\n---\n",
}
AT = "journey 'walk', stage 'purchase', step"


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, text in FILES.items():
        path = tmp_path / "journeys" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)


def impact(thing: str) -> tuple[int, list[str], str]:
    ran = CliRunner().invoke(main, ["impact", thing])
    return ran.exit_code, ran.stdout.splitlines(), ran.stderr


def test_the_worst_comes_first_and_the_future_is_left_out() -> None:
    code, lines, summary = impact("touchpoint:kasse")

    assert lines == [
        f"journeys/walk.md:14:16: {AT} 'Umtauschen': moment of truth; satisfaction 2; helga; umsatz",
        f"journeys/walk.md:21:16: {AT} 'Gehen': no satisfaction; anna, helga",
        f"journeys/walk.md:10:16: {AT} 'Bezahlen': satisfaction 4; anna, helga",
    ]
    assert (code, summary) == (
        0,
        "touchpoint:kasse: 1 journey, 3 steps, 1 moment of truth, 2 personas, 1 metric\n",
    )


@pytest.mark.parametrize(
    ("thing", "steps"),
    [
        ("journey:walk", ["Umtauschen", "Schauen", "Gehen", "Bezahlen"]),
        ("persona:anna", ["Schauen", "Gehen", "Bezahlen"]),
        ("channel:store", ["Umtauschen", "Gehen", "Bezahlen"]),
        ("stage:purchase", ["Umtauschen", "Schauen", "Gehen", "Bezahlen"]),
        ("team:shop", ["Umtauschen", "Gehen", "Bezahlen"]),
        ("team:office", ["Schauen"]),
        ("metric:umsatz", ["Umtauschen"]),
        ("step:walk/bezahlen", ["Bezahlen"]),
        ("pain-point:walk/warten", ["Umtauschen"]),
    ],
)
def test_every_kind_of_thing_has_its_steps(thing: str, steps: list[str]) -> None:
    _, lines, _ = impact(thing)
    assert [line.split("step '")[1].partition("'")[0] for line in lines] == steps


def test_every_kind_that_is_named_can_be_asked_for() -> None:
    assert set(_TOUCHED) == set(NAMED)


def test_what_does_not_exist_is_said_with_what_was_meant() -> None:
    assert impact("touchpoint:kase") == (2, [], "Error: No touchpoint 'kase'. Did you mean 'kasse'?\n")
    assert impact("kasse")[2].startswith("Error: 'kasse' names nothing. Write KIND:ID;")


LISTED = """\
goals: [{id: grow, title: Mehr verkaufen}, {id: keep, title: Kunden halten}]
segments: {id: families, title: Familien}
systems: [{id: till, title: Kassensystem}, {id: crm, title: CRM, owner: office}, {id: stock, title: Lager}]
principles: [{id: honest, title: Ehrlich sein}, {id: quick, title: Schnell sein}]
"""
NAMING = """\
---
title: Umtausch
personas: [anna, helga]
goals: grow
principles: honest
stages:
  - stage: purchase
    systems: stock
    principles: quick
    steps:
      - {title: Fragen, satisfaction: 3, systems: crm, personas: anna}
      - {title: Zurückgeben, satisfaction: 2, touchpoints: theke, personas: helga}
  - stage: purchase
    id: danach
    steps:
      - {title: Gehen, satisfaction: 4, opportunities: {title: Winken, goals: keep}}
---
"""


@pytest.mark.parametrize(
    ("thing", "steps"),
    [
        ("goal:grow", ["Zurückgeben", "Fragen", "Gehen"]),
        ("goal:keep", ["Gehen"]),
        ("segment:families", ["Zurückgeben", "Gehen"]),
        ("system:till", ["Zurückgeben"]),
        ("system:crm", ["Fragen"]),
        ("system:stock", ["Zurückgeben", "Fragen"]),
        ("team:office", ["Fragen"]),
        ("principle:honest", ["Zurückgeben", "Fragen", "Gehen"]),
        ("principle:quick", ["Zurückgeben", "Fragen"]),
    ],
)
def test_what_the_handbook_lists_has_the_steps_that_it_reaches(
    thing: str, steps: list[str], tmp_path: Path
) -> None:
    journeys = tmp_path / "journeys"
    (journeys / "handbook.yml").write_text(HANDBOOK + LISTED, encoding="utf-8")
    (journeys / "umtausch.md").write_text(NAMING, encoding="utf-8")
    (journeys / "personas/helga.md").write_text(
        "---\ntitle: Helga\nsegment: families\n---\n", encoding="utf-8"
    )
    (journeys / "touchpoints/theke.md").write_text(
        "---\ntitle: Theke\nchannel: store\nsystems: till\n---\n", encoding="utf-8"
    )

    _, lines, _ = impact(thing)

    assert [line.split("step '")[1].partition("'")[0] for line in lines if "umtausch" in line] == steps


def test_a_term_in_the_texts_of_a_stage_touches_all_its_steps(tmp_path: Path) -> None:
    handbook = tmp_path / "journeys/handbook.yml"
    term = "terms: [{id: ruhe, title: Ruhe, definition: Keine Eile.}]\n"
    handbook.write_text(HANDBOOK + term, encoding="utf-8")
    walk = WALK.replace("  - stage: purchase\n", "  - stage: purchase\n    goal: Kaufen mit Ruhe\n")
    (tmp_path / "journeys/walk.md").write_text(walk, encoding="utf-8")

    steps = [line.partition("step ")[2].partition(":")[0] for line in impact("term:ruhe")[1]]
    assert sorted(steps) == ["'Bezahlen'", "'Gehen'", "'Schauen'", "'Umtauschen'"]
