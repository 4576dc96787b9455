"""Write findings as a JSON document for programs."""

from typing import Any

from journeybook.findings import Finding
from journeybook.report.encoded import as_json
from journeybook.report.findings.report import Report
from journeybook.rules import RULES

VERSION = 1
"""The version of the JSON document; it rises when a field changes its meaning or goes."""


def document(report: Report) -> str:
    """Write `{version, findings: […], ignored: […]}`; an ignored finding has its `reason` besides.

    Where the findings are the new ones alone, `since` tells the base, and what was old and is fixed.
    """
    content = {
        "version": VERSION,
        "findings": [_row(report, finding) for finding in report.findings],
        "ignored": [{**_row(report, item.finding), "reason": item.reason} for item in report.ignored],
    }
    return as_json(content | _since(report))


def _since(report: Report) -> dict[str, Any]:
    since = report.since
    if since is None:
        return {}
    old, fixed = since.compared.old, since.compared.fixed
    rows = {
        "base": since.base,
        "old": [_row(report, finding) for finding in old],
        "fixed": [_row(report, finding) for finding in fixed],
    }
    return {"since": rows}


def _row(report: Report, finding: Finding) -> dict[str, Any]:
    return {
        "path": finding.place.path,
        "line": finding.place.line,
        "column": finding.place.column,
        "at": finding.at,
        "rule": finding.rule,
        "family": RULES[finding.rule].family.value,
        "severity": finding.severity.value,
        "message": report.sentence(finding),
        "fixable": finding in report.fixable,
    }
