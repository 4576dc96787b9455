"""Sum a check up in lines for people."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from journeybook.characters import shown
from journeybook.findings import Finding, tally
from journeybook.kinds import ThingKind
from journeybook.language import Language
from journeybook.report.counting import files_of, weighed
from journeybook.report.findings.report import Report
from journeybook.rules import RULES

_MANY = 10
"""From how many findings on it helps to know where most of them come from."""


def lines(
    size: Sequence[tuple[ThingKind, int]], report: Report, *, known: int, fixed: int, write_it: str
) -> Iterator[str]:
    """Sum a check up; `size` is how much was read; `write_it` writes the baseline."""
    language = report.language
    read = ", ".join(files_of(number, kind, report.language) for kind, number in size)
    aside = ", ".join(_asides(report, known))
    yield f"{read}: {verdict(report.findings, report.language)}{f' ({aside})' if aside else ''}"
    if report.since:
        compared = report.since.compared
        yield language.text(
            "Only what is new since %(base)s; there before: %(old)s, fixed: %(fixed)s",
            base=shown(report.since.base),
            old=len(compared.old),
            fixed=len(compared.fixed),
        )
    if len(report.findings) > _MANY:
        yield language.text("By family: %(families)s", families=families(report.findings))
    if fixed:
        yield language.plural(
            "%(num)s entry of the baseline is fixed; write it anew: %(command)s",
            "%(num)s entries of the baseline are fixed; write it anew: %(command)s",
            fixed,
            command=write_it,
        )


def _asides(report: Report, known: int) -> Iterator[str]:
    language = report.language
    if report.ignored:
        yield language.text("%(number)s ignored", number=len(report.ignored))
    if known:
        yield language.text("%(number)s known", number=known)
    if report.fixable:
        yield language.text("%(number)s fixable with --fix", number=len(report.fixable))


def verdict(findings: Iterable[Finding], language: Language) -> str:
    """Count findings by weight, as in “2 errors, 1 hint”."""
    counts = tally(findings, lambda finding: finding.severity)
    return weighed(counts, language) or language.text("no problems")


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
