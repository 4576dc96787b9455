"""A report: the findings and whatever else the formats need."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from journeybook.baseline import Compared
from journeybook.checks import Ignored
from journeybook.checks.sentences import problem_sentence
from journeybook.findings import Finding, Place, Severity
from journeybook.language import SOURCE, Language
from journeybook.language import language as language_by_code


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """A comparison with the findings of an earlier state."""

    base: str
    """The earlier state, as it was named."""
    compared: Compared


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The outcome of a check, and how much of it shall be shown."""

    findings: tuple[Finding, ...] = ()
    """The findings to be fixed, in reading order."""
    ignored: tuple[Ignored, ...] = ()
    """The findings that the author has decided to leave."""
    fixable: frozenset[Finding] = frozenset()
    """Those of the findings that `--fix` fixes."""
    fail_on: Severity = Severity.ERROR
    """From which weight on a finding fails the check."""
    since: Since | None = None
    """With what the findings were compared, where they are the new ones alone."""
    fingerprints: Mapping[Finding, str] = field(default_factory=dict)
    """Of findings, what stays the same when lines move."""
    lines: Mapping[Place, str] = field(default_factory=dict)
    """The lines of the files that the text shows; none where it shall not show them."""
    width: int = 109
    """The columns that such a line may take, with its number."""
    has_color: bool = False
    """Whether the text is for a terminal with colours."""
    language: Language = field(default_factory=lambda: language_by_code(SOURCE))
    """The language of sentences; names of rules, places and words for programs are the same in each."""

    def fails(self, finding: Finding) -> bool:
        """Whether a finding is heavy enough to fail the check."""
        return finding.severity.rank <= self.fail_on.rank

    def sentence(self, finding: Finding) -> str:
        """Say what a finding is, in the language of the report."""
        # in the language of the code it has been said already
        return finding.message if self.language.code == SOURCE else problem_sentence(self.language, finding)
