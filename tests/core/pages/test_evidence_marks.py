"""Readers see of evidence whether it still holds, and of a pain point whether it is merely assumed."""

import re
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from core.handbooks import HANDBOOK, read
from core.rendering import html_of
from journeybook.catalogue import ProvenShare, share_of_handbook, share_of_journey
from journeybook.language import language
from journeybook.pages import Site, site_pages

TAG = re.compile(r"<[^>]+>")
EVIDENCE = "{title: Befragung, method: survey, expires: 2025-01-01}"
JOURNEY = f"""\
---
title: Einkaufen
persona: anna
evidence: {EVIDENCE}
stages:
  - stage: purchase
    steps:
      - title: Bezahlen
        evidence: {EVIDENCE}
        quotes: {{text: Das dauert, evidence: {EVIDENCE}}}
        pain_points:
          - title: Die Schlange ist lang
            severity: 5
            evidence: {{title: Denken wir uns, method: assumption}}
          - title: Der Preis steht nirgends
            severity: 4
            evidence: {EVIDENCE}
---
"""


def texts(root: Path, today: date) -> dict[str, str]:
    """The text of each page but those of rules, by its address."""
    more = f"---\ntitle: Ding\nevidence: {EVIDENCE}\n"
    files = {
        "einkaufen.md": JOURNEY,
        "personas/anna.md": f"{more}---\n",
        "touchpoints/kasse.md": f"{more}channel: store\n---\n",
    }
    site = Site(catalogue=read(root, files).catalogue, language=language("de"), today=today)
    return {
        page.address: " ".join(unescape(TAG.sub(" ", html_of(page, "de", today))).split())
        for page in site_pages(site)
        if not page.address.startswith("rules/")
    }


@pytest.mark.parametrize(("today", "says"), [("2024-12-31", False), ("2025-01-01", True)])
def test_expired_evidence_is_marked_wherever_it_stands(today: str, tmp_path: Path, *, says: bool) -> None:
    found = texts(tmp_path, date.fromisoformat(today))

    told = {name: text.count("abgelaufen am 1. Januar 2025") for name, text in found.items() if says}
    assert {name: count for name, count in told.items() if count} == (
        {
            "": 1,
            "journeys/einkaufen/": 4,
            "journeys/einkaufen/purchase/": 3,
            "personas/anna/": 1,
            "stages/purchase/": 1,
            "touchpoints/kasse/": 1,
        }
        if says
        else {}
    )
    assert ("gültig bis 1. Januar 2025" in found["personas/anna/"]) is not says


def test_a_pain_point_that_rests_on_an_assumption_alone_says_so_on_its_cards_and_in_the_map(
    tmp_path: Path,
) -> None:
    found = texts(tmp_path, date(2024, 1, 1))

    told = {name: text.count("○ angenommen oder ohne Beleg") for name, text in found.items()}
    assert {name: count for name, count in told.items() if count} == {
        "": 2,
        "glossary/": 1,
        "journeys/einkaufen/": 4,
        "journeys/einkaufen/purchase/": 2,
        "pain-points/": 1,
        "stages/purchase/": 2,
    }
    assert "angenommen oder ohne Beleg" in found["journeys/einkaufen/"]


def test_the_share_of_claims_counts_what_customers_live_today(tmp_path: Path) -> None:
    proof = "{title: Befragung, method: survey}"
    steps = f"{{title: Bezahlen, satisfaction: 2, evidence: {proof}, thoughts: [Warum, {{text: Ach, evidence: {proof}}}]}}"
    whole = f"doubts: {{text: Lohnt es sich, evidence: {proof}}}"
    header = f"stages: {{stage: purchase, {whole}, steps: {steps}}}"
    files = {
        "heute.md": f"---\ntitle: Heute\npersona: anna\n{header}\n---\n",
        "kuenftig.md": f"---\ntitle: Dann\npersona: anna\nstate: future\n{header}\n---\n",
        "geplant.md": f"---\ntitle: Plan\nstatus: planned\n{header}\n---\n",
        "personal.md": f"---\ntitle: Wir\npersona: kim\n{header}\n---\n",
        "personas/kim.md": "---\ntitle: Kim\ntype: staff\n---\n",
    }
    day = date(2026, 11, 21)
    found = read(tmp_path, files).catalogue

    assert share_of_handbook(found.journeys.values(), day) == ProvenShare(proven=3, all=4)
    assert {share_of_journey(journey, day) for journey in found.journeys.values()} == {
        ProvenShare(proven=3, all=4)
    }
    site = Site(catalogue=found, language=language("en"), today=day)
    shown = {
        page.address: " ".join(TAG.sub(" ", html_of(page, "en", day)).split())
        for page in site_pages(site)
        if page.address in {"", "journeys/heute/"}
    }
    assert "3 Claims that rest on evidence of 4" in shown[""]
    assert "3 of 4 claims rest on evidence" in shown["journeys/heute/"]


def test_the_share_counts_texts_of_own_lanes_on_the_side_of_customers_and_no_others(tmp_path: Path) -> None:
    proof = "{title: Befragung, method: survey}"
    own = (
        "lanes: [{id: wege, title: Wege, side: customer, kind: text}, "
        "{id: minuten, title: Minuten, side: customer, kind: number}, "
        "{id: recht, title: Recht, side: firm, kind: text}]\n"
    )
    steps = f"{{title: Bezahlen, lanes: {{wege: [Zu Fuß, {{text: Per Rad, evidence: {proof}}}], minuten: 4, recht: Bon}}}}"
    files = {
        "handbook.yml": HANDBOOK.replace(
            "lanes:\n  - {id: hinweis, title: Hinweis, side: firm, kind: text}\n", own
        ),
        "kauf.md": f"---\ntitle: Kauf\npersona: anna\nstages: {{stage: purchase, lanes: {{wege: Mit dem Bus}}, steps: {steps}}}\n---\n",
    }
    found, day = read(tmp_path, files).catalogue, date(2026, 11, 21)

    assert share_of_journey(found.journeys["kauf"], day, found.lanes) == ProvenShare(proven=1, all=3)
