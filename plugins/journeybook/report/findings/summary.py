"""Sum a check up in lines for people."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from journeybook.characters import shown
from journeybook.findings import Finding, tally
from journeybook.report.counting import NOUNS, counted
from journeybook.report.findings.report import Report
from journeybook.rules import RULES

_MANY = 10
"""From how many findings on it helps to know where most of them come from."""


def lines(
    size: Sequence[tuple[str, int]], report: Report, *, known: int, fixed: int, write_it: str
) -> Iterator[str]:
    """Sum a check up; `size` is how much was read; `write_it` writes the baseline."""
    read = ", ".join(counted(number, kind) for kind, number in size)
    asides = {"ignored": len(report.ignored), "known": known, "fixable with --fix": len(report.fixable)}
    aside = ", ".join(f"{number} {word}" for word, number in asides.items() if number)
    yield f"{read}: {verdict(report.findings)}{f' ({aside})' if aside else ''}"
    if report.since:
        old, gone = len(report.since.compared.old), len(report.since.compared.fixed)
        yield f"Only what is new since {shown(report.since.base)}; there before: {old}, fixed: {gone}"
    if len(report.findings) > _MANY:
        yield f"By family: {families(report.findings)}"
    if fixed:
        entries = "1 entry" if fixed == 1 else f"{fixed} entries"
        verb = "is" if fixed == 1 else "are"
        yield f"{entries} of the baseline {verb} fixed; write it anew: {write_it}"


def verdict(findings: Iterable[Finding]) -> str:
    """Count findings by weight, as in “2 errors, 1 hint”."""
    counts = tally(findings, lambda finding: finding.severity)
    said = (counted(counts[level], noun) for level, noun in NOUNS.items() if counts[level])
    return ", ".join(said) or "no problems"


def families(findings: Iterable[Finding]) -> str:
    """Count findings by family, each with its most frequent rule, the largest first."""
    rules = tally(findings, lambda finding: finding.rule)
    by_family: Counter[str] = Counter()
    for rule, number in rules.items():
        by_family[RULES[rule].family.value] += number
    often = {family: _most_frequent(rules, family) for family in by_family}
    return ", ".join(f"{family} {number} ({often[family]})" for family, number in by_family.most_common())


def _most_frequent(rules: Counter[str], family: str) -> str:
    rule, number = next(item for item in rules.most_common() if RULES[item[0]].family == family)
    return f"{rule} {number}"
