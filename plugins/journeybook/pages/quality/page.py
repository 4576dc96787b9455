"""The page of the handbook's quality: findings of `check`, file by file, the worst first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from journeybook.catalogue import share_of_handbook
from journeybook.findings import Severity, tally
from journeybook.kinds import ThingKind
from journeybook.pages.frame.addresses import QUALITY, QUALITY_RULES
from journeybook.pages.frame.context import Site
from journeybook.pages.frame.page import Page
from journeybook.pages.shown.excerpt import Excerpt, excerpt
from journeybook.pages.shown.figures import Figure, proven_claims
from journeybook.pages.shown.findings import (
    FileFindings,
    ShownFinding,
    count_findings,
    files_with_findings,
    shown_finding,
)
from journeybook.pages.shown.lists import Filter, attributes, filters, pairs
from journeybook.pages.wording.labels import choices
from journeybook.rules import RULES, Family

_MOST = 600
"""Rows; where there are more, each file shows its worst."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRow:
    """A finding in the list."""

    remark: ShownFinding
    attributes: dict[str, str]
    """The attributes of the row that scripts read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileGroup:
    """The findings of one file."""

    subject: FileFindings
    count: str
    """In words, those that are not shown included."""
    rows: Excerpt[FindingRow]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The count of findings in a family of rules."""

    family: str
    count: int
    address: str


def pages(site: Site) -> Iterator[Page]:
    """Yield the page of the handbook's quality."""
    yield Page(
        address=QUALITY,
        template="quality",
        title=site.text("Quality"),
        description=site.text(
            "What is missing, out of date or hard to read in this handbook, the worst first."
        ),
        context=lambda: _context(site),
        wide=True,
    )


def _context(site: Site) -> Mapping[str, Any]:
    found = sorted(files_with_findings(site), key=_badness)
    groups = _groups(site, found)
    return {
        "figures": tuple(_figures(site, found)),
        "tallies": _tallies(site),
        "groups": groups,
        "filters": _filters(site, found, groups),
        "shown": sum(len(group.rows.items) for group in groups),
        "total": tally(site.findings, lambda _: 0).total(),
        "journey_count": len(site.catalogue.journeys),
        "rule_count": sum(site.settings.weight(rule, "") is not None for rule in RULES),
        "off_count": sum(site.settings.weight(rule, "") is None for rule in RULES),
        "rules_address": QUALITY_RULES,
    }


def _badness(subject: FileFindings) -> tuple[Any, ...]:
    """The key that sorts files: how many of the heaviest findings they have, then of the next."""
    counts = tally(subject.findings, lambda finding: finding.severity)
    return (*(-counts[level] for level in Severity), subject.title.casefold())


def _groups(site: Site, found: Sequence[FileFindings]) -> tuple[FileGroup, ...]:
    share = len(site.findings)
    if share > _MOST:
        share = max(1, _MOST // len(found))
    return tuple(_group(site, subject, share) for subject in found)


def _group(site: Site, subject: FileFindings, most: int) -> FileGroup:
    shown = excerpt(subject.findings, most)
    rows = tuple(_row(subject, shown_finding(site, subject, finding)) for finding in shown.items)
    return FileGroup(
        subject=subject,
        count=count_findings(site, subject.findings),
        rows=Excerpt(items=rows, total=shown.total),
    )


def _row(subject: FileFindings, said: ShownFinding) -> FindingRow:
    return FindingRow(remark=said, attributes=attributes(_facets(subject, said), {}))


def _facets(subject: FileFindings, said: ShownFinding) -> dict[str, str]:
    """The words that filters look for, by the filter's name."""
    return {
        "severity": said.finding.severity.value,
        "family": said.rule.family.value,
        "rule": said.rule.id,
        "owner": subject.owner.id if subject.owner else "",
        "where": subject.key,
    }


def _filters(site: Site, found: Sequence[FileFindings], groups: Sequence[FileGroup]) -> tuple[Filter, ...]:
    rows = [_facets(group.subject, row.remark) for group in groups for row in group.rows.items]
    labelled = choices(site.language)
    by_title = sorted((site.text(rule.title), rule.id) for rule in RULES.values())
    offered = (
        ("severity", site.text("Weight"), labelled("weight")),
        ("family", site.text("Family"), labelled("family")),
        ("rule", site.text("Rule"), [(key, title) for title, key in by_title]),
        ("owner", site.text("Owner"), pairs(site.catalogue.teams.values())),
        ("where", site.text("Where"), [(subject.key, subject.title) for subject in found]),
    )
    return tuple(filters(rows, offered))


def _figures(site: Site, found: Sequence[FileFindings]) -> Iterator[Figure]:
    """Yield how much there is of each weight, and how many journeys are as they should be."""
    counts = tally(site.findings, lambda finding: finding.severity)
    titles = {
        Severity.ERROR: site.text("Errors"),
        Severity.WARNING: site.text("Warnings"),
        Severity.INFO: site.text("Hints"),
    }
    for level, title in titles.items():
        if counts[level] or level is not Severity.ERROR:
            address = f"{QUALITY}?severity={level.value}#all_findings" if counts[level] else ""
            yield Figure(value=site.language.number(counts[level]), title=title, address=address)
    share = share_of_handbook(site.catalogue.journeys.values(), site.today, site.catalogue.lanes)
    if share.all:
        yield proven_claims(site, share)
    total = len(site.catalogue.journeys)
    clean = total - sum(subject.kind is ThingKind.JOURNEY for subject in found)
    yield Figure(
        value=site.language.number(clean),
        title=site.text("Journeys without a finding"),
        detail=site.text("of %(all)s", all=site.language.number(total)),
    )


def _tallies(site: Site) -> tuple[Tally, ...]:
    """Count the findings of each family, the most first."""
    counts = tally(site.findings, lambda finding: RULES[finding.rule].family)
    return tuple(
        Tally(family=family.value, count=count, address=f"{QUALITY}?family={family.value}#all_findings")
        for family, count in sorted(counts.items(), key=lambda item: (-item[1], list(Family).index(item[0])))
    )
