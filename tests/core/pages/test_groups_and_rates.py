"""Readers see the group of a touchpoint, what measures a micro-conversion, and what an action tries out."""

import re
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from core.handbooks import HANDBOOK, errors, read
from core.rendering import html_of
from journeybook.catalogue import Catalogue, impact_of
from journeybook.kinds import ThingKind
from journeybook.language import language
from journeybook.naming import named_things
from journeybook.pages import Site, default_titles, site_pages
from journeybook.project import Project

TAG = re.compile(r"<[^>]+>")
TODAY = date(2026, 11, 21)
FILES = {
    "handbook.yml": f"{HANDBOOK}groups: [{{id: partner, title: Partner}}, {{id: sales, title: Laden}}]\n",
    "touchpoints/kasse.md": "---\ntitle: Kasse\nchannel: store\ngroup: sales\n---\n",
    "touchpoints/korb.md": "---\ntitle: Warenkorb\nchannel: web\ngroup: website\n---\n",
    "touchpoints/messe.md": "---\ntitle: Messe\nchannel: store\ngroup: partner\n---\n",
    "metrics/werte.csv": "date,metric,value,journey\n2026-09,umsatz,30,\n2026-10,umsatz,40,kauf\n",
    "kauf.md": """\
---
title: Kauf
persona: anna
stages:
  - stage: purchase
    steps:
      - title: Zahlen
        touchpoints: kasse
        micro_conversion: {title: Wer zögert noch, metric: umsatz}
        opportunities:
          title: Zweite Kasse
          actions:
            title: Eine Woche erproben
            experiment: {hypothesis: Niemand wartet, result: Fast niemand, link: https://example.org/}
---
""",
}


def project(root: Path) -> Project:
    found = read(root, FILES)
    assert errors(found) == []
    return found


def text(found: Catalogue, address: str, tongue: str = "en") -> str:
    """The text of a page."""
    site = Site(catalogue=found, language=language(tongue), today=TODAY)
    page = next(page for page in site_pages(site) if page.address == address)
    html = html_of(page, tongue, TODAY)
    return " ".join(unescape(TAG.sub(" ", html)).split()).replace("\xad", "")


def test_a_group_stands_on_the_page_of_its_touchpoint_and_filters_the_list_under_its_own_title(
    tmp_path: Path,
) -> None:
    found = project(tmp_path).catalogue

    assert "Group Laden" in text(found, "touchpoints/kasse/")
    assert re.search(r"Group \S+ Website Laden Partner", text(found, "touchpoints/"))


def test_the_groups_of_every_handbook_are_called_in_the_language_of_the_site(tmp_path: Path) -> None:
    from journeybook import project as whole

    project(tmp_path)
    titles = default_titles(language("de"))
    groups = whole.read(tmp_path, "journeys", default_titles=titles).catalogue.groups

    assert [group.title for group in groups.values()] == [
        "Website", "Soziale Medien", "E-Mail", "Werbung", "Laden", "Support", "Produkt", "Community", "Partner",
    ]  # fmt: skip


@pytest.mark.parametrize(("group", "touched"), [("sales", ["zahlen"]), ("website", []), ("partner", [])])
def test_a_failure_of_a_group_touches_the_steps_at_its_touchpoints(
    tmp_path: Path, group: str, touched: list[str]
) -> None:
    found = impact_of(project(tmp_path).catalogue, ThingKind.GROUP, group)

    assert [visit.step.id for visit in found.visits] == touched


def test_all_groups_can_be_named_and_only_those_of_the_handbook_have_a_place(tmp_path: Path) -> None:
    groups = {
        thing.id: thing.place is not None
        for thing in named_things(project(tmp_path).catalogue)
        if thing.kind is ThingKind.GROUP
    }

    assert groups == {
        "website": False, "social-media": False, "email": False, "advertising": False, "sales": True,
        "support": False, "product": False, "community": False, "partner": True,
    }  # fmt: skip


def test_a_micro_conversion_has_the_latest_value_of_its_metric_beside_it(tmp_path: Path) -> None:
    found = project(tmp_path).catalogue

    for address in ("journeys/kauf/", "journeys/kauf/purchase/"):
        assert "Wer zögert noch Umsatz : €40.00 (October 2026)" in text(found, address), address
    assert "✓ Wer zögert noch: Zahlen – Kauf" in text(found, "metrics/umsatz/")
    assert [m.id for m in impact_of(found, ThingKind.TOUCHPOINT, "kasse").metrics] == ["umsatz"]


def test_an_action_tells_its_experiment_and_what_came_of_it(tmp_path: Path) -> None:
    found = project(tmp_path).catalogue

    for address in ("journeys/kauf/", "journeys/kauf/purchase/"):
        assert "Experiment: Niemand wartet Result: Fast niemand" in text(found, address), address
    assert "Niemand wartet" in " ".join(
        entry.text
        for page in site_pages(Site(catalogue=found, language=language("en"), today=TODAY))
        if page.address == "journeys/kauf/"
        for entry in page.found()
    )
