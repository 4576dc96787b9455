"""Opportunities of a list are proposed for the steps that they name, and written when that is wanted."""

from dataclasses import replace
from pathlib import Path

import pytest

from core.joining.test_joining import SMALL, errors_of, journey, laid
from journeybook.catalogue import build_catalogue
from journeybook.edits import write_changes
from journeybook.importing.brought_in import BroughtIn, LooseOpportunity, Telling
from journeybook.importing.joining import Plan, plan
from journeybook.kinds import ThingKind
from journeybook.load import read_folder

JOURNEY = """\
---
title: Ein Kauf
persona: anna
stages:
  - stage: purchase
    steps:
      # Der teuerste Schritt
      - title: Ich bezahle
        pain_points: Es dauert
      - Ich gehe
---
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A handbook with a journey."""
    return laid(tmp_path, {**SMALL, "ein-kauf.md": JOURNEY})


def proposed(root: Path, *listed: LooseOpportunity, applies: bool = False) -> Plan:
    """Plan an import of a list."""
    source = BroughtIn(source="ideas.xlsx", opportunities=listed)
    return plan(
        build_catalogue(read_folder(root, str(root)), {}), [source], unknown="Unknown", applies=applies
    )


def idea(journey: str = "ein kauf", step: str = "Ich bezahle", **fields: object) -> LooseOpportunity:
    """A row of the list."""
    return LooseOpportunity(
        fields={"title": "Mehr Kassen", **fields}, journey=journey, step=step, address="Ideas!A2"
    )


def told(made: Plan) -> list[tuple[Telling, str]]:
    """The lines of the report."""
    return [(note.telling, note.message % note.values) for note in made.told[0].notes]


def test_a_proposal_is_never_called_nothing_to_write(root: Path) -> None:
    sheet = journey(persona="Anna", title="Anderes")
    both = replace(sheet, opportunities=(idea(),))
    for _ in range(2):
        catalogue = build_catalogue(read_folder(root, str(root)), {})
        made = plan(catalogue, [both], unknown="Unknown")
        write_changes(made.changes)
        assert [report.is_unchanged for report in made.told] == [False]


def test_an_opportunity_is_proposed_in_a_patch_that_git_applies(root: Path) -> None:
    made = proposed(root, idea(impact="4"))
    assert [change.path for change in made.changes] == [f"{root}/_imports/ideas-xlsx.patch"]
    assert (
        "+        opportunities:\n+          - title: Mehr Kassen\n+            impact: 4\n"
        in made.changes[0].after
    )
    assert told(made) == [
        (
            Telling.GUESSED,
            f"“Mehr Kassen” is proposed for the step “Ich bezahle” in {root}/ein-kauf.md. Write it: --apply",
        )
    ]
    write_changes(made.changes)
    assert proposed(root, idea(impact="4")).changes == ()


def test_an_opportunity_is_written_between_what_people_wrote(root: Path) -> None:
    made = proposed(
        root, idea(solves="es dauert"), idea(step="ICH GEHE", impact="9", goals="Nirgends"), applies=True
    )
    write_changes(made.changes)
    assert (
        (root / "ein-kauf.md").read_text(encoding="utf-8")
        == """\
---
title: Ein Kauf
persona: anna
stages:
  - stage: purchase
    steps:
      # Der teuerste Schritt
      - title: Ich bezahle
        pain_points:
          - id: es-dauert
            title: Es dauert
        opportunities:
          - title: Mehr Kassen
            solves: [es-dauert]
      - title: Ich gehe
        opportunities: [Mehr Kassen]
---
"""
    )
    assert errors_of(root) == []
    assert [line for telling, line in told(made) if telling is Telling.LEFT] == [
        "“9” does not fit in 'impact', and is left out.",
        "“Nirgends” names nothing that the handbook has, and is left out.",
    ]
    again = proposed(root, idea(), applies=True)
    assert (again.changes, told(again)[0][0]) == ((), Telling.LEFT)


@pytest.mark.parametrize(
    ("journey", "step"), [("Nirgends", "Ich bezahle"), ("Ein Kauf", "Ich fliege"), ("", "")]
)
def test_an_opportunity_without_a_step_is_left_over(root: Path, journey: str, step: str) -> None:
    made = proposed(root, idea(journey, step))
    assert (made.changes, [telling for telling, _ in told(made)]) == ((), [Telling.LEFT])


def test_notes_to_sort_go_into_an_inbox_that_is_no_journey(root: Path) -> None:
    catalogue = build_catalogue(read_folder(root, str(root)), {})
    made = plan(catalogue, [BroughtIn(source="Board 1.csv", inbox="- Ein Zettel")], unknown="Unknown")
    assert [(change.path, change.after) for change in made.changes] == [
        (f"{root}/_inbox/board-1.md", "- Ein Zettel\n")
    ]
    write_changes(made.changes)
    assert (
        plan(catalogue, [BroughtIn(source="Board 1.csv", inbox="- Anders")], unknown="Unknown").changes == ()
    )
    assert errors_of(root) == []


def test_pain_points_of_a_list_go_to_steps_and_stages(root: Path) -> None:
    pains = [
        LooseOpportunity(
            fields={"title": title, "severity": 4},
            journey="ein kauf",
            step=step,
            stage=stage,
            address="Pains!A2",
            kind=ThingKind.PAIN_POINT,
        )
        for title, step, stage in [("Schlange", "Ich gehe", ""), ("Kein Parkplatz", "", "purchase")]
    ]
    [change] = proposed(root, *pains, applies=True).changes
    assert "      - title: Ich gehe\n        pain_points:\n          - title: Schlange\n" in change.after
    assert "    pain_points:\n      - title: Kein Parkplatz\n        severity: 4\n" in change.after


@pytest.mark.parametrize(
    ("journey", "step", "message"),
    [
        (
            "Kein Kauf",
            "Ich gehe",
            "belongs to no step that is known: journey “Kein Kauf”, step “Ich gehe”.",
        ),
        ("Ein Kauf", "", "names no step of the journey “Ein Kauf”."),
        ("", "Ich warte", "belongs to no step that is known: “Ich warte”."),
        ("", "", "does not say to which journey and step it belongs."),
    ],
)
def test_what_belongs_nowhere_is_told_by_what_it_names(
    root: Path, journey: str, step: str, message: str
) -> None:
    made = proposed(root, idea(journey, step))
    assert (made.changes, told(made)) == ((), [(Telling.LEFT, f"“Mehr Kassen” {message}")])
