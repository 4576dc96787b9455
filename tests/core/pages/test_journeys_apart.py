"""Journeys that are only planned, and those that only staff walk, count nowhere and are marked where they stand."""

import re
from collections.abc import Mapping
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from core.handbooks import errors, read
from core.rendering import html_of
from journeybook.catalogue import Catalogue, impact_of
from journeybook.findings import Severity
from journeybook.kinds import ThingKind
from journeybook.language import language
from journeybook.pages import Site, site_pages

TAG = re.compile(r"<[^>]+>")
TODAY = date(2026, 11, 21)
STEP = "{title: Zahlen, satisfaction: 4, touchpoints: kasse, pain_points: {title: Warten, severity: 5}}"
OTHER = STEP.replace("4", "2").replace("Zahlen", "Kassieren")
FILES = {
    "einkauf.md": f"---\ntitle: Einkauf\npersona: anna\nstages: {{stage: purchase, steps: {STEP}}}\n---\n",
    "personas/kim.md": "---\ntitle: Kim\ntype: staff\n---\n",
}
APART = {
    "planned": f"---\ntitle: Umtausch\nstatus: planned\npersona: anna\nstages: {{stage: purchase, steps: {OTHER}}}\n---\n",
    "staff": f"---\ntitle: Umtausch\npersona: kim\nstages: {{stage: purchase, steps: {OTHER}}}\n---\n",
}


def catalogue(root: Path, apart: str) -> Catalogue:
    found = read(root, FILES | {"umtausch.md": APART[apart]})
    assert errors(found) == []
    return found.catalogue


def texts(found: Catalogue) -> Mapping[str, str]:
    """The text of each page but those of rules, by its address."""
    site = Site(catalogue=found, language=language("en"), today=TODAY)
    return {
        page.address: " ".join(unescape(TAG.sub(" ", html_of(page, "en", TODAY))).split()).replace("\xad", "")
        for page in site_pages(site)
        if not page.address.startswith("rules/")
    }


@pytest.mark.parametrize("apart", APART)
def test_means_counts_and_reach_leave_it_out(tmp_path: Path, apart: str) -> None:
    found = catalogue(tmp_path, apart)
    (pain,) = next(found.journeys["einkauf"].steps).pain_points
    pages = texts(found)

    assert [journey.id for journey in found.gathered(pain).journeys] == ["einkauf"]
    assert "4 Satisfaction on average over 1 step" in pages[""]
    assert {"planned": "1 Journeys 1 more planned", "staff": "1 Journeys 1 more of staff"}[apart] in pages[""]
    assert "1 Severe pain points of 1 open" in pages[""]
    assert "4 of 5 on average 1 journey" in pages["stages/purchase/"]
    assert "Satisfaction there 4 of 5" in pages["touchpoints/kasse/"]
    assert "Kasse 1 4 1 4 Warenkorb" in pages["touchpoints/"]
    assert "Filiale offline 1 4 1 4 1 Webshop" in pages["channels/"]


def test_planned_steps_are_touched_by_no_failure_and_those_of_staff_are(tmp_path: Path) -> None:
    touched = {
        apart: [visit.journey.id for visit in impact_of(
            catalogue(tmp_path / apart, apart), ThingKind.TOUCHPOINT, "kasse"
        ).visits]
        for apart in APART
    }  # fmt: skip
    assert touched == {"planned": ["einkauf"], "staff": ["umtausch", "einkauf"]}


def test_steps_of_staff_are_marked_where_they_stand_beside_those_of_customers(tmp_path: Path) -> None:
    pages = texts(catalogue(tmp_path, "staff"))

    for address in ("touchpoints/kasse/", "stages/purchase/", "journeys/", "journeys/umtausch/"):
        assert re.search(r"Umtausch.{0,80}?Staff", pages[address]), address
    assert re.search(r"Anna .*Staff .*Kim", pages["personas/"])
    assert "1 persona" not in pages["personas/"]
    assert "Who are our customers? 2 personas" in pages[""]


def test_a_planned_journey_is_listed_and_shown_without_what_it_does_not_have(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        FILES
        | {
            "umtausch.md": "---\ntitle: Umtausch\nstatus: planned\nparent: einkauf\n---\nWarum wir das planen.\n",
            "anprobe.md": "---\ntitle: Anprobe\nstatus: planned\npersona: anna\nparent: umtausch\n---\n",
        },
    )
    assert errors(found) == []
    pages = texts(found.catalogue)

    assert "planned and not mapped yet" in pages["journeys/umtausch/"]
    assert "Warum wir das planen." in found.catalogue.journeys["umtausch"].narrative
    assert "Home Journeys Einkauf Umtausch Anprobe" in pages["journeys/anprobe/"]
    assert "Planned in detail: Umtausch" in pages["journeys/einkauf/"]
    assert "Planned, not mapped yet: Anprobe" in pages["personas/anna/"]
    for page in ("journeys/", "journeys/umtausch/", ""):
        assert "never reviewed" not in pages[page].partition("Umtausch")[2], page
    assert "1 Journeys 2 more planned" in pages[""]


@pytest.mark.parametrize("apart", ["planned"])
def test_no_rule_about_steps_and_reviews_judges_what_is_only_planned(tmp_path: Path, apart: str) -> None:
    found = read(tmp_path, FILES | {"umtausch.md": APART[apart]})
    judged = [
        str(finding)
        for finding in found.findings
        if finding.place.path.endswith("umtausch.md") and finding.severity is not Severity.ERROR
    ]

    assert judged == []


def test_rules_about_what_customers_meet_leave_staff_alone(tmp_path: Path) -> None:
    journey = "---\ntitle: Retoure\npersona: {who}\nstages: {{stage: purchase, steps: Der Kunde wird beraten}}\n---\n"
    rules = {
        who: {
            finding.rule
            for finding in read(tmp_path / who, FILES | {"retoure.md": journey.format(who=who)}).findings
        }
        & {"firm-side-title", "journey-without-touchpoint"}
        for who in ("anna", "kim")
    }

    assert rules == {"anna": {"firm-side-title", "journey-without-touchpoint"}, "kim": set()}


@pytest.mark.parametrize(
    ("field", "header"), [("parent", "parent: {}"), ("variant_of", "variant_of: {}\nvariant: Wien")]
)
def test_pages_of_journeys_that_lead_back_to_themselves_are_made(
    tmp_path: Path, field: str, header: str
) -> None:
    def text(other: str) -> str:
        return f"---\ntitle: X\nstatus: planned\n{header.format(other)}\n---\n"

    found = read(tmp_path, {"a.md": text("b"), "b.md": text("a"), "c.md": text("a"), "d.md": text("d")})
    rules = {finding.rule for finding in found.findings if finding.severity is Severity.ERROR}

    assert rules == {"parent-cycle" if field == "parent" else "variant-cycle", "self-reference"}
    assert {"journeys/a/", "journeys/b/", "journeys/c/", "journeys/d/"} <= texts(found.catalogue).keys()


def test_variants_stand_behind_their_original_and_on_its_page(tmp_path: Path) -> None:
    variant = "---\ntitle: Anprobe in Wien\nstatus: planned\nvariant_of: einkauf\nvariant: Wien\n---\n"
    found = read(tmp_path, FILES | {"anprobe.md": variant, "zahlung.md": variant.replace("Wien", "Graz")})
    pages = texts(found.catalogue)
    listed = [journey.id for journey in found.catalogue.hierarchy.in_order]

    assert listed == ["einkauf", "anprobe", "zahlung"]
    assert "Variant: Wien Variant: Graz" in pages["journeys/einkauf/"]
    assert "Variant of: Einkauf This variant: Wien" in pages["journeys/anprobe/"]


def test_a_current_journey_is_followed_by_its_future_its_variants_and_what_is_planned(tmp_path: Path) -> None:
    mapped = "---\ntitle: X\npersona: anna\n{}\nstages: {{stage: purchase, steps: Bezahlen}}\n---\n"
    headers = {
        "abholung": "status: planned\nparent: einkauf",
        "anders": "variant_of: einkauf",
        "bald": "state: future\ncompares_to: einkauf",
        "bald-wien": "variant_of: bald",
        "detail": "parent: einkauf",
        "kreis": "state: future\ncompares_to: zirkel",
        "zirkel": "variant_of: kreis",
    }
    files = {f"{name}.md": mapped.format(header) for name, header in headers.items()}
    found = read(tmp_path, FILES | files).catalogue

    listed = [journey.id for journey in found.hierarchy.in_order]
    assert listed == ["detail", *("einkauf", "bald", "bald-wien", "anders", "abholung"), "kreis", "zirkel"]
    home = texts(found)[""]
    assert home.index("X Future state") < home.index("X Planned")


def test_the_glossary_shows_by_no_planned_journey_what_a_journey_is(tmp_path: Path) -> None:
    planned = read(tmp_path / "planned", {"abholung.md": "---\ntitle: Abholung\nstatus: planned\n---\n"})
    mapped = read(
        tmp_path / "mapped", FILES | {"abholung.md": "---\ntitle: Abholung\nstatus: planned\n---\n"}
    )

    assert texts(planned.catalogue)["glossary/"].count("Abholung") == 1, "as what is planned"
    assert texts(mapped.catalogue)["glossary/"].count("Abholung") == 1, "as what is planned"
    assert texts(mapped.catalogue)["glossary/"].count("Example: Einkauf") == 3
