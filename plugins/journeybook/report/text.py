"""Findings in, a text for people or a document for machines out."""

import json
from collections.abc import Iterable

from journeybook.findings import Finding

VERSION = 1
"""The version of the JSON document; it rises when a field changes its meaning or goes."""


def text(findings: Iterable[Finding]) -> str:
    """Write one line for each finding: `path:line:column: rule-id: sentence`."""
    return "".join(f"{finding}\n" for finding in findings)


def as_json(findings: Iterable[Finding]) -> str:
    """Write findings as `{version, findings: [{path, line, column, rule, severity, message}]}`."""
    document = {"version": VERSION, "findings": [_row(finding) for finding in findings]}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _row(finding: Finding) -> dict[str, str | int]:
    return {
        "path": finding.place.path,
        "line": finding.place.line,
        "column": finding.place.column,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
    }
