"""The one moment at which a journey goes worst: which it is, and what its page says of it."""

from datetime import date
from pathlib import Path

import pytest

from core.handbooks import errors, read
from journeybook.catalogue import Catalogue, low_point
from journeybook.language import language
from journeybook.pages import Site
from journeybook.pages.journey.low_point import LowPoint, journey_low_point

TODAY = date(2026, 11, 21)
PAIN = "pain_points: [{title: Es dauert, severity: %s%s}]"


def catalogue_of(root: Path, *steps: str) -> Catalogue:
    """A handbook of one journey with these steps."""
    lines = "".join(f"      - {{title: Schritt {number}, {step}}}\n" for number, step in enumerate(steps, 1))
    journey = f"---\ntitle: Kauf\npersona: anna\nstages:\n  - stage: purchase\n    steps:\n{lines}---\n"
    found = read(root, {"kauf.md": journey})
    assert errors(found) == []
    return found.catalogue


@pytest.mark.parametrize(
    ("steps", "worst"),
    [
        pytest.param(
            ["satisfaction: 3", "satisfaction: 1", "satisfaction: 2"], 2, id="the least satisfaction"
        ),
        pytest.param(
            ["satisfaction: 2", "satisfaction: 2, moment_of_truth: true"], 2, id="a moment of truth"
        ),
        pytest.param(
            ["satisfaction: 1, " + PAIN % (1, ""), "satisfaction: 2, moment_of_truth: true"],
            1,
            id="satisfaction before all",
        ),
        pytest.param(
            [
                "satisfaction: 2, " + PAIN % (2, ""),
                "satisfaction: 2, pain_points: [{title: Teuer, severity: 4}]",
            ],
            2,
            id="the most severe pain point",
        ),
        pytest.param(
            [
                "satisfaction: 2, pain_points: [{title: Alt, severity: 5, id: alt}]",
                "satisfaction: 2, " + PAIN % (3, ""),
                "satisfaction: 4, opportunities: [{title: Neu, solves: alt, status: done}]",
            ],
            2,
            id="open pain points alone",
        ),
        pytest.param(
            [
                "satisfaction: 2, pain_points: [{title: Teuer, severity: 3}]",
                "satisfaction: 2, touchpoints: kasse, " + PAIN % (3, ""),
            ],
            2,
            id="what touches most",
        ),
        pytest.param(["satisfaction: 2", "satisfaction: 2"], 1, id="the first of equals"),
        pytest.param(["touchpoints: kasse", "channel: web"], None, id="none without values"),
    ],
)
def test_of_several_low_points_one_is_the_worst(steps: list[str], worst: int | None, tmp_path: Path) -> None:
    catalogue = catalogue_of(tmp_path, *steps)
    found = low_point(catalogue, catalogue.visits)

    assert (found and found.step.number) == worst


def test_it_says_what_hurts_what_shows_it_and_which_teams_work_on_it(tmp_path: Path) -> None:
    action = "{title: Messen, owner: shop, due: 2026-11-01}"
    found = told(
        tmp_path,
        "satisfaction: 1, "
        + PAIN % (3, ", id: es-dauert, evidence: {title: Umfrage, n: 80, method: survey}"),
        "satisfaction: 4, opportunities: [{title: Idee, solves: es-dauert}, "
        f"{{title: Plan, solves: es-dauert, actions: [{action}]}}, "
        "{title: Vorbei, solves: es-dauert, status: rejected}]",
    )

    assert found.pain is not None
    assert [piece.title for piece in found.evidence] == ["Umfrage"]
    assert [plan.record.title for plan in found.plans] == ["Plan", "Idee"]
    assert ([team.id for team in found.teams], found.is_overdue) == (["shop"], True)


def test_where_nothing_hurts_it_tells_of_the_step_itself(tmp_path: Path) -> None:
    found = told(tmp_path, "satisfaction: 1, evidence: Beobachtung, opportunities: [{title: Idee}]")

    assert found.pain is None
    assert [piece.title for piece in found.evidence] == ["Beobachtung"]
    assert ([plan.record.title for plan in found.plans], found.teams) == (["Idee"], ())


def told(root: Path, *steps: str) -> LowPoint:
    """What is told of the worst moment of a journey with these steps."""
    catalogue = catalogue_of(root, *steps)
    site = Site(catalogue=catalogue, language=language("de"), today=TODAY)
    found = journey_low_point(site, catalogue.journeys["kauf"])
    assert found is not None
    return found
