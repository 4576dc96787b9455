"""Say findings of a proposal in the reader's language."""

from collections.abc import Iterable

from journeybook.checks.sentences import problem_sentence
from journeybook.findings import Finding, cut, worst_first
from journeybook.language import Language
from journeybook.pages.proposal.told import FoundProblem


def found_problems(language: Language, findings: Iterable[Finding]) -> tuple[FoundProblem, ...]:
    """Say findings, the worst first."""
    return tuple(
        FoundProblem(
            text=problem_sentence(language, finding),
            rule=finding.rule,
            severity=finding.severity,
            place=finding.place.line_of_file,
        )
        for finding in worst_first(cut(tuple(findings)))
    )
