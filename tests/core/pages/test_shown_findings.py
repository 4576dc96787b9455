"""Where a finding shows: the page and the anchor that its path in the file's header stands for."""

from datetime import date
from pathlib import Path

import pytest

from core.golden import write_files
from journeybook import project
from journeybook.findings import Finding, Place, Severity
from journeybook.language import language
from journeybook.pages import Fingerprints, Site, site_pages
from journeybook.pages.shown.findings import files_with_findings, finding_count, shown_finding
from journeybook.rules.examples import shared

FILES = {
    **shared(),
    "journeys/metrics/2026.csv": "date,metric,value\n2026-10,abbrueche,12\n",
    "journeys/umtausch.md": """\
---
title: Schuhe umtauschen
persona: anna
owner: filialen
stages:
  - stage: purchase
    steps:
      - Warten
      - {id: tauschen, title: Schuhe umtauschen}
  - stage: consideration
    title: Danach
    steps: Nachdenken
---
""",
}


def site_of(root: Path, *findings: Finding) -> Site:
    """The handbook of `FILES` with some findings."""
    write_files(root, FILES)
    catalogue = project.read(root / "journeys", "journeys").catalogue
    return Site(
        catalogue=catalogue, language=language("de"), today=date(2026, 11, 21), findings=tuple(findings)
    )


def finding(inside: str, *at: str | int, severity: Severity = Severity.INFO, line: int = 1) -> Finding:
    """A finding of a rule that says which thing it is about."""
    place = Place(path=f"journeys/{inside}", line=line)
    return Finding(
        place=place, rule="unused-team", message="…", severity=severity, at=at, values=(("id", "{x}"),)
    )


@pytest.mark.parametrize(
    ("inside", "at", "title", "address"),
    [
        ("umtausch.md", ("title",), "", "journeys/umtausch/"),
        ("umtausch.md", ("stages",), "", "journeys/umtausch/"),
        ("umtausch.md", ("stages", 1), "Danach", "journeys/umtausch/consideration/"),
        ("umtausch.md", ("stages", 0, "steps"), "Kauf", "journeys/umtausch/purchase/"),
        ("umtausch.md", ("stages", 0, "steps", 0), "Warten", "journeys/umtausch/purchase/#warten"),
        (
            "umtausch.md",
            ("stages", 0, "steps", 1, "pain_points", 0),
            "Schuhe umtauschen",
            "journeys/umtausch/purchase/#tauschen",
        ),
        ("umtausch.md", ("stages", 7), "", "journeys/umtausch/"),
        ("umtausch.md", (), "", "journeys/umtausch/"),
        ("personas/anna.md", ("interview", "wishes"), "", "personas/anna/"),
        ("touchpoints/kasse.md", ("owner",), "", "touchpoints/kasse/"),
        ("handbook.yml", ("channels", 1, "id"), "Webshop", "channels/web/"),
        ("handbook.yml", ("review_every",), "", ""),
        ("metrics/2026.csv", (), "Kennzahlen", "metrics/"),
    ],
)
def test_a_finding_shows_on_the_page_of_what_it_is_about(
    tmp_path: Path, inside: str, at: tuple[str | int, ...], title: str, address: str
) -> None:
    site = site_of(tmp_path, finding(inside, *at))
    (subject,) = files_with_findings(site)
    (found,) = subject.findings
    said = shown_finding(site, subject, found)
    assert (said.place.title, said.place.address) == (title, address)
    assert said.sentence == "Nichts verweist auf das Team „{x}“."


def test_a_mark_counts_by_weight_the_heaviest_first(tmp_path: Path) -> None:
    site = site_of(
        tmp_path,
        finding("umtausch.md", line=1),
        finding("umtausch.md", line=2, severity=Severity.WARNING),
        finding("umtausch.md", line=3),
        finding("umtausch.md", line=4, severity=Severity.ERROR),
    )
    made = finding_count(site, site.catalogue.journeys["umtausch"])
    assert made is not None
    assert (made.text, made.count) == ("1 Fehler, 1 Warnung, 2 Hinweise", 4)
    assert made.address == "quality/?where=journey/umtausch#about_journey_umtausch"
    assert finding_count(site, site.catalogue.journeys["schuhe-kaufen"]) is None


def test_a_page_is_made_anew_when_what_is_found_on_it_changes(tmp_path: Path) -> None:
    without, with_one = (
        {page.address: Fingerprints().of(page.made()) for page in site_pages(site)}
        for site in (site_of(tmp_path), site_of(tmp_path, finding("umtausch.md")))
    )
    changed = {address for address in without if without[address] != with_one[address]}
    assert changed == {"", "journeys/", "journeys/umtausch/", "quality/", "rules/", "rules/unused-team/"}
