"""What a handbook leaves out, and what nothing in it uses."""

from functools import partial

from journeybook.findings import Severity
from journeybook.rules.rule import Family, Rule

_rule = partial(Rule, family=Family.COVERAGE)

COVERAGE = tuple(
    _rule(
        id=f"unused-{kind}",
        severity=Severity.INFO,
        title=f"Nothing refers to this {kind}",
        message=f"Nothing refers to the {kind} '{{id}}'.",
        why=f"Either a journey forgot it, or the {kind} is no longer needed.",
        mend=f"Name the {kind} where it belongs, or delete it.",
    )
    for kind in ("persona", "touchpoint", "channel", "team", "metric")
)
"""Every rule of the family coverage."""
