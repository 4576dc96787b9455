"""The decisions of a handbook's owner about rules: weights, thresholds and exceptions."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase

from journeybook.findings import Finding, Severity
from journeybook.rules import RULES
from journeybook.settings.limits import Limits

Weights = Mapping[str, Severity | None]
"""The weight by rule or family; None for a rule that is off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PathWeights:
    """Weights for some of the files."""

    files: str
    """A pattern such as `b2b/**` or `personas/*.md`, for paths below the journeys folder."""
    rules: Weights


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings of one handbook."""

    path: str = ""
    """The file that they were read from, as a reader would type it; empty where there is none."""
    is_read: bool = True
    """Whether they are known; while they are not, nobody can say which rules are off."""
    fail_on: Severity = Severity.ERROR
    """From which weight on `check` fails."""
    baseline: str = ""
    """The file of known findings, beside the settings."""
    rules: Weights = field(default_factory=dict)
    paths: tuple[PathWeights, ...] = ()
    """Later ones have the last word."""
    limits: Limits = field(default_factory=Limits)
    embed_hosts: tuple[str, ...] = ()
    """The hosts whose pages narratives may embed."""
    changes: Weights = field(default_factory=dict)
    """The weight in `diff`, by breaking change."""
    mentions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """How the platform on which the handbook lies calls teams, by their ids."""
    findings: tuple[Finding, ...] = ()
    """The findings about the settings themselves."""

    def weigh(self, findings: Iterable[Finding], label: str) -> Iterator[Finding]:
        """Yield findings with their weights in this handbook, without those of rules that are off.

        `label` is what the paths of findings begin with.
        """
        for finding in findings:
            weight = self.weight(finding.rule, finding.place.path.removeprefix(f"{label}/"))
            if weight is not None:
                yield replace(finding, severity=weight)

    def weight(self, rule: str, inside: str) -> Severity | None:
        """Return what a rule weighs in a file below the journeys folder; None where it is off."""
        known = RULES[rule]
        weight: Severity | None = known.severity
        if known.is_fixed:
            return weight
        if not self.is_read:
            return None
        for weights in (self.rules, *(item.rules for item in self.paths if fnmatchcase(inside, item.files))):
            weight = weights.get(rule, weights.get(known.family, weight))
        return weight
