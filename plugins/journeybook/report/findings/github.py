"""Write findings as workflow commands that GitHub shows beside the lines of a pull request.

Of each weight GitHub shows ten a step, so the worst come first. A command is one line; what a stranger wrote
is escaped as GitHub's toolkit escapes it, so that it can neither end the line nor begin another command.
"""

from collections import Counter

from journeybook.characters import shown, unheard
from journeybook.findings import Finding, Severity, worst_first
from journeybook.report.findings.paths import plain_path
from journeybook.report.findings.report import Report
from journeybook.rules import RULES

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_SHOWN = 10
"""Annotations of one kind that GitHub keeps of a step."""


def annotations(report: Report) -> str:
    """Write one workflow command a finding, and one plain line where GitHub will not show all of them."""
    lines = [_command(report, finding) for finding in worst_first(report.findings)]
    counts = Counter(finding.severity for finding in report.findings)
    hidden = sum(max(0, number - _SHOWN) for number in counts.values())
    if hidden:
        lines.append(
            report.language.text(
                "GitHub shows %(most)s annotations of each kind; "
                "%(hidden)s more of these %(all)s stand here.",
                most=_SHOWN,
                hidden=hidden,
                all=len(lines),
            )
        )
    return "".join(f"{line}\n" for line in lines)


def _command(report: Report, finding: Finding) -> str:
    properties = {
        "file": plain_path(finding.place),
        "line": str(finding.place.line),
        "col": str(finding.place.column),
        "title": f"{report.language.text(RULES[finding.rule].title)} ({finding.rule})",
    }
    written = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {written}::{_data(report.sentence(finding))}"


def _data(value: str) -> str:
    harmless = unheard(shown(value.replace("\r", " ").replace("\n", " ")), commands=True)
    return harmless.replace("%", "%25")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")
