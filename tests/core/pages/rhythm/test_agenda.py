"""The agenda: what fell, what is overdue, what is to be decided, what was done and whether it helped."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from core.handbooks import HANDBOOK, errors, read
from core.rendering import html_of
from core.repositories import SOMEONE, commit, edit, repository
from journeybook import project
from journeybook.diff import Versions
from journeybook.git import read_history
from journeybook.language import language
from journeybook.pages import Site, site_pages
from journeybook.pages.reviews.agenda import AgendaPart

TODAY = date(2026, 11, 28)
METRICS = """\
metrics:
  - {id: umsatz, title: Umsatz, unit: count, direction: up}
  - {id: abbruch, title: Abbruch, unit: percent, direction: down, target: 50}
"""
VALUES = """\
date,metric,value,journey
2026-09,umsatz,30,
2026-10,umsatz,40,
2026-11,umsatz,35,
2026-09,abbruch,60,
2026-10,abbruch,62,
2026-11,abbruch,61,
2026-10,abbruch,50,kauf
2026-11,abbruch,55,kauf
"""
PLAN = """\
---
title: Kauf
persona: anna
owner: shop
reviewed: 2026-11-01
stages:
  - stage: purchase
    steps:
      - title: Zahlen
        pain_points:
          - {title: Warten, severity: 4}
          - {title: Frieren, severity: 5}
          - {title: Suchen, severity: 2, id: suchen}
        opportunities:
          - {title: Ungetan, solves: suchen}
          - {title: Verworfen, status: rejected, solves: suchen}
          - title: Zweite Kasse
            status: doing
            solves: suchen
            actions:
              - {title: Messen, due: 2026-11-27, owner: shop}
              - {title: Ohne Tag, owner: shop}
              - {title: Ohne Team, due: 2026-12-30}
              - {title: Getan, due: 2026-10-15, status: done, metric: abbruch}
---
"""
HANDBOOK_WITH_METRICS = HANDBOOK.partition("metrics:")[0] + METRICS + "review_every: 30\n"
FILES = {"handbook.yml": HANDBOOK_WITH_METRICS, "kauf.md": PLAN, "metrics/a.csv": VALUES}


def site(root: Path, files: Mapping[str, str] = FILES, tongue: str = "en") -> Site:
    found = read(root, files)
    assert errors(found) == []
    return Site(catalogue=found.catalogue, language=language(tongue), today=TODAY)


def parts(made: Site) -> dict[str, AgendaPart]:
    page = next(page for page in site_pages(made) if page.address == "reviews/agenda/")
    return {part.anchor: part for part in page.context()["parts"]}


def titles(made: Site, anchor: str) -> list[str]:
    return [line.title for line in parts(made)[anchor].lines]


def test_what_moved_the_wrong_way_within_a_month_fell_and_nothing_else(tmp_path: Path) -> None:
    assert [(line.title, line.told, line.where) for line in parts(site(tmp_path))["what_fell"].lines] == [
        ("Umsatz", "40 (October 2026) → 35 (November 2026)", ""),
        ("Abbruch", "50% (October 2026) → 55% (November 2026)", "Kauf"),
    ]


def test_values_that_are_old_are_no_news(tmp_path: Path) -> None:
    old = VALUES.replace("2026-", "2025-")

    assert titles(site(tmp_path, {**FILES, "metrics/a.csv": old}), "what_fell") == []


def test_what_is_to_be_decided_is_what_lacks_an_answer_an_action_an_owner_or_a_day(tmp_path: Path) -> None:
    made = site(tmp_path)

    assert titles(made, "what_is_late") == ["Messen"]
    assert titles(made, "pains_to_decide") == ["Frieren", "Warten"]
    assert titles(made, "opportunities_to_decide") == ["Ungetan"]
    assert [(line.title, line.told) for line in parts(made)["actions_to_decide"].lines] == [
        ("Ohne Team", "no owner yet"),
        ("Ohne Tag", "no date"),
    ]


def test_what_was_done_comes_with_what_became_of_its_metric(tmp_path: Path) -> None:
    (line,) = parts(site(tmp_path))["what_was_done"].lines

    assert (line.title, line.where) == ("Getan", "Kauf")
    assert line.outcome is not None


def test_the_sheet_says_how_much_it_leaves_out(tmp_path: Path) -> None:
    many = "".join(f"          - {{title: Schmerz {number}, severity: 5}}\n" for number in range(12))
    made = site(
        tmp_path,
        {**FILES, "kauf.md": PLAN.replace("        pain_points:\n", f"        pain_points:\n{many}")},
    )
    part = parts(made)["pains_to_decide"]
    page = next(page for page in site_pages(made) if page.address == "reviews/agenda/")
    html = html_of(page, "en", TODAY)

    assert (len(part.lines), part.more, part.rest) == (5, 9, "pain-points/?plan=none")
    assert "and 9 more that the sheet leaves out" in html


def test_it_speaks_german(tmp_path: Path) -> None:
    made = site(tmp_path, tongue="de")
    page = next(page for page in site_pages(made) if page.address == "reviews/agenda/")

    assert page.title == "Agenda für November 2026"
    assert [part.title for part in parts(made).values()] == [
        "Was schlechter geworden ist",
        "Überfällig",
        "Zu entscheiden: Schmerzpunkte ohne Chance",
        "Zu entscheiden: Chancen ohne Maßnahme",
        "Zu entscheiden: Maßnahmen ohne Team oder Tag",
        "Getan, und hat es geholfen?",
    ]


def test_journeys_that_please_less_than_a_month_ago_are_told_from_git(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(SOMEONE, "GIT_COMMITTER_DATE", "2026-09-01T12:00:00+01:00")
    folder = repository(tmp_path / "handbook")
    monkeypatch.setitem(SOMEONE, "GIT_COMMITTER_DATE", "2026-11-10T12:00:00+01:00")
    edit(folder, "kauf.md", "satisfaction: 4", "satisfaction: 2")
    edit(folder, "hilfe.md", "satisfaction: 2", "satisfaction: 3")
    commit(folder)
    catalogue = project.read(folder / "journeys", "journeys", today=TODAY).catalogue
    versions = Versions(
        root=folder / "journeys",
        catalogue=catalogue,
        commits=read_history(folder / "journeys"),
        today=TODAY,
        most=4,
        room=24,
    )
    made = Site(catalogue=catalogue, language=language("en"), today=TODAY, versions=versions)

    assert [(line.title, line.told, line.where) for line in parts(made)["what_fell"].lines] == [
        ("Schuhe kaufen", "satisfaction 4 → 2", "since November 10, 2026")
    ]
    assert parts(made)["what_fell"].note == ""
    assert parts(replace(made, versions=None))["what_fell"].note != ""
    later = replace(made, today=date(2026, 12, 12))
    assert parts(later)["what_fell"].lines == ()
