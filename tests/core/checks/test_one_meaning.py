"""Words of the business mean the same wherever they are said: on pages, in lists and in what `check` finds."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from core.handbooks import read
from journeybook import project
from journeybook.catalogue import EvidenceLevel, PainPoint, evidence_level, is_expired
from journeybook.language import language
from journeybook.model import Evidence
from journeybook.pages import Site, site_pages

TODAY = date(2026, 11, 21)

SHOP = """\
---
title: Im Laden
persona: anna
stages:
  - stage: purchase
    steps:
      - title: Ich warte
        satisfaction: 5
        pain_points: {id: warten, title: Niemand hat Zeit, severity: 5}
---
"""
ONLINE = """\
---
title: Online
persona: anna
stages:
  - stage: purchase
    steps:
      - title: Ich bestelle
        opportunities:
          - title: Mehr Personal
            solves: laden/warten
            status: STATUS
            actions: {title: Einstellen, due: 2026-10-01}
---
"""
FUTURE = """\
---
title: Im Laden, bald
persona: anna
state: future
compares_to: laden
stages: [{stage: purchase, steps: Ich komme gleich dran}]
---
"""
SAME_ELSEWHERE = """\
---
title: Am Telefon
persona: anna
stages:
  - stage: purchase
    steps:
      - title: Ich hänge in der Schleife
        pain_points: {PAIN, severity: 5}
---
"""
RULES_ON_PAIN = {
    "high-satisfaction-beside-severe-pain",
    "pain-point-without-opportunity",
    "rejected-opportunity-for-severe-pain",
    "severe-pain-without-owner",
}


def handbook(root: Path, status: str, **more: str) -> project.Project:
    """A pain point in one journey, and an opportunity in another that names it."""
    journeys = {f"{name}.md": text for name, text in more.items()}
    return read(root, {"laden.md": SHOP, "online.md": ONLINE.replace("STATUS", status), **journeys})


def shown(found: project.Project, address: str) -> Any:
    """What the template of a page is given."""
    site = Site(catalogue=found.catalogue, language=language("de"), today=TODAY, findings=found.lints)
    return next(page for page in site_pages(site) if page.address == address).context()


def open_pain_points(found: project.Project) -> dict[str, object]:
    """How each page and `check` tell of the pain points of the journey in the shop."""
    home, listed = shown(found, ""), shown(found, "journeys/")
    figures = {figure.title: figure.value for figure in home["figures"]}
    return {
        "home": [item.pain.title for item in home["pain_points"]],
        "figure": figures.get("Schwere Schmerzpunkte"),
        "list": next(row.pain_count for row in listed["rows"] if row.journey.id == "laden"),
        "comparison": shown(found, "journeys/bald/")["comparison"].pains_now,
        "check": any(f.rule in RULES_ON_PAIN and "laden.md" in f.place.path for f in found.findings),
    }


def test_what_is_solved_from_another_journey_is_open_nowhere(tmp_path: Path) -> None:
    found = handbook(tmp_path, "done", bald=FUTURE)

    assert open_pain_points(found) == {
        "home": [], "figure": None, "list": 0, "comparison": 0, "check": False,
    }  # fmt: skip


@pytest.mark.parametrize("status", ["idea", "rejected"])
def test_what_nobody_has_solved_is_open_everywhere(status: str, tmp_path: Path) -> None:
    found = handbook(tmp_path, status, bald=FUTURE)

    assert open_pain_points(found) == {
        "home": ["Niemand hat Zeit"], "figure": "1", "list": 1, "comparison": 1, "check": True,
    }  # fmt: skip


def pain_of(found: project.Project, journey: str) -> PainPoint:
    """The one pain point of a journey."""
    (pain,) = (pain for step in found.catalogue.journeys[journey].steps for pain in step.pain_points)
    return pain


@pytest.mark.parametrize(
    ("pain", "is_open"),
    [
        ("id: warten, title: Die Leitung ist belegt", False),
        ("title: niemand hat zeit", False),
        ("id: leitung, title: Die Leitung ist belegt", True),
    ],
)
def test_a_pain_point_is_the_same_by_its_written_id_or_title_for_its_reach_and_its_solution(
    pain: str, tmp_path: Path, *, is_open: bool
) -> None:
    found = handbook(tmp_path, "done", telefon=SAME_ELSEWHERE.replace("PAIN", pain))
    shop, phone = pain_of(found, "laden"), pain_of(found, "telefon")

    assert found.catalogue.is_open(phone) is is_open
    assert [journey.id for journey in found.catalogue.gathered(shop).journeys] == (
        ["laden"] if is_open else ["laden", "telefon"]
    )


@pytest.mark.parametrize(("status", "is_overdue"), [("doing", True), ("done", False), ("rejected", False)])
def test_an_action_is_overdue_for_pages_and_check_alike_while_its_opportunity_is_to_come(
    status: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_overdue: bool
) -> None:
    monkeypatch.setenv("JOURNEYBOOK_TODAY", TODAY.isoformat())
    found = handbook(tmp_path, status)

    assert [item.action.record.title for item in shown(found, "")["overdue"]] == ["Einstellen"] * is_overdue
    assert [f.rule for f in found.findings if f.rule == "overdue-action"] == ["overdue-action"] * is_overdue


@pytest.mark.parametrize("text", ["", "Siehe [[touchpoint:korb]]."])
def test_a_touchpoint_is_unused_for_its_list_and_for_check_alike(text: str, tmp_path: Path) -> None:
    found = handbook(tmp_path, "idea", text=FUTURE + text)
    rows = {row.touchpoint.id: row.is_used for row in shown(found, "touchpoints/")["rows"]}
    unused = {f.place.path for f in found.findings if f.rule == "unused-touchpoint"}

    assert rows == {"kasse": False, "korb": bool(text)}
    assert ("journeys/touchpoints/korb.md" in unused) is not rows["korb"]


@pytest.mark.parametrize(
    ("methods", "level"),
    [
        ([], EvidenceLevel.NONE),
        (["assumption"], EvidenceLevel.ASSUMED),
        (["assumption", "workshop"], EvidenceLevel.ANECDOTAL),
        ([None], EvidenceLevel.ANECDOTAL),
        (["support-tickets", "interview"], EvidenceLevel.RESEARCHED),
    ],
)
def test_the_best_evidence_counts(methods: list[str | None], level: EvidenceLevel) -> None:
    evidence = [Evidence.model_validate({"title": "Beleg", "method": method}) for method in methods]

    assert evidence_level(evidence) is level


def test_evidence_expires_on_the_day_that_it_names() -> None:
    evidence = Evidence.model_validate({"title": "Beleg", "expires": "2026-11-21"})

    assert [is_expired(evidence, date(2026, 11, day)) for day in (20, 21, 22)] == [False, True, True]


BRANCHES = """\
---
title: Verzweigt
persona: anna
stages:
  - stage: purchase
    steps:
      - {id: suchen, title: Ich suche, channel: web, next: [lesen, anrufen]}
      - {id: lesen, title: Ich lese nach, touchpoints: korb, next: end}
      - {id: anrufen, title: Ich überlege, next: hingehen}
      - {id: hingehen, title: Ich gehe hin, channel: store}
      - {id: bezahlen, title: Ich bezahle, touchpoints: korb}
---
"""


def test_a_gap_follows_the_ways_of_a_journey_for_the_page_of_channels_and_for_check(tmp_path: Path) -> None:
    found = read(tmp_path, {"weg.md": BRANCHES})
    listed = shown(found, "channels/")["changes"].items

    assert [(item.before.step.id, item.after.step.id, item.is_gap) for item in listed] == [
        ("suchen", "hingehen", True),
        ("hingehen", "bezahlen", False),
    ]
    gaps = [str(f) for f in found.findings if f.rule == "channel-change-without-touchpoint"]
    assert [gap.partition(": ")[0] for gap in gaps] == ["journeys/weg.md:10:54"]
