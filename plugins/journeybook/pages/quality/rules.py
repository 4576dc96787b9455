"""The pages of rules: purpose, a bad and a good example, and the findings in this handbook."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from journeybook.findings import Finding, Severity, tally
from journeybook.pages.frame.addresses import QUALITY, QUALITY_RULES, rule_address
from journeybook.pages.frame.context import Site
from journeybook.pages.frame.page import Crumb, Page
from journeybook.pages.quality.samples import Sample, samples
from journeybook.pages.shown.excerpt import Excerpt, excerpt
from journeybook.pages.shown.findings import FileFindings, ShownFinding, files_with_findings, shown_finding
from journeybook.rules import RULES, Family, Rule, example

_MOST = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedRule:
    """A rule in the list of all."""

    rule: Rule
    title: str
    address: str
    weight: Severity | None
    """None where it is off."""
    varies: bool
    """Whether it weighs something else in some of the files."""
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """The examples of a rule."""

    bad: tuple[Sample, ...]
    good: tuple[Sample, ...]
    finds: tuple[str, ...]
    settings: str


Found = list[tuple[FileFindings, Finding]]
"""The findings of a rule, each with its file."""


def pages(site: Site) -> Iterator[Page]:
    """Yield the list of rules, then each rule."""
    above = (site.crumb("Quality", QUALITY),)
    found: dict[str, Found] = {}
    for subject in files_with_findings(site):
        for finding in subject.findings:
            found.setdefault(finding.rule, []).append((subject, finding))
    yield Page(
        address=QUALITY_RULES,
        template="quality/rules",
        title=site.text("The rules"),
        description=site.text("What is looked at in this handbook, and what each rule weighs."),
        context=lambda: {"families": _families(site)},
        parents=above,
        entries=tuple,
    )
    parents = (*above, site.crumb("The rules", QUALITY_RULES))
    for rule in RULES.values():
        yield _page(site, rule, found.get(rule.id, []), parents)


def _families(site: Site) -> dict[str, list[ListedRule]]:
    """The rules of each family that has some; last those that guard the making of pages."""
    counts = tally(site.findings, lambda finding: finding.rule)
    found: dict[str, list[ListedRule]] = {}
    for family in sorted(Family, key=lambda family: family.guards_pages):
        for rule in RULES.values():
            if rule.family is family:
                found.setdefault(family.value, []).append(_listed(site, rule, counts[rule.id]))
    return found


def _listed(site: Site, rule: Rule, count: int) -> ListedRule:
    settings = site.settings
    return ListedRule(
        rule=rule,
        title=site.text(rule.title),
        address=rule_address(rule.id),
        weight=settings.weight(rule.id, ""),
        varies=not rule.is_fixed and any({rule.id, rule.family} & set(item.rules) for item in settings.paths),
        count=count,
    )


def _page(site: Site, rule: Rule, found: Found, parents: tuple[Crumb, ...]) -> Page:
    return Page(
        address=rule_address(rule.id),
        template="quality/rule",
        title=site.text(rule.title),
        description=site.text(rule.why),
        context=lambda: _context(site, rule, found),
        parents=parents,
        entries=tuple,
    )


def _context(site: Site, rule: Rule, found: Found) -> Mapping[str, Any]:
    return {
        "rule": rule,
        "listed": _listed(site, rule, len(found)),
        "why": site.text(rule.why),
        "fix": site.text(rule.fix),
        "case": _case(rule.id),
        "found": _worst(site, found),
        "settings_path": site.settings.path,
        "quality_address": f"{QUALITY}?rule={rule.id}#all_findings",
    }


@cache
def _case(rule: str) -> Case:
    given = example(rule)
    return Case(
        bad=samples(given.bad, given.finds),
        good=samples(given.good),
        finds=given.finds,
        settings=given.settings.strip(),
    )


def _worst(site: Site, found: Found) -> Excerpt[tuple[str, ShownFinding]]:
    shown = excerpt(sorted(found, key=lambda item: item[1].severity.rank), _MOST)
    said = tuple((subject.title, shown_finding(site, subject, finding)) for subject, finding in shown.items)
    return Excerpt(items=said, total=shown.total)
