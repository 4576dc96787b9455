"""Write findings as a SARIF 2.1.0 log, which GitHub's code scanning and many editors read."""

from typing import Any
from urllib.parse import quote

from journeybook import __version__
from journeybook.checks import Ignored
from journeybook.findings import Finding, Place, Severity
from journeybook.report.encoded import as_json
from journeybook.report.findings.paths import plain_path
from journeybook.report.findings.report import Report
from journeybook.rules import RULES, Rule

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_NUMBERS = {rule: number for number, rule in enumerate(RULES)}
_FINGERPRINT = "journeybook/v1"


def sarif(report: Report) -> str:
    """Write a log of one run, with the whole registry of rules; what is ignored is a suppressed result."""
    run = {
        "tool": {
            "driver": {
                "name": "Journeybook",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [_rule(rule) for rule in RULES.values()],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [
            *(_result(report, finding) for finding in report.findings),
            *(_suppressed(report, item) for item in report.ignored),
        ],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return as_json(log)


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "name": "".join(word.capitalize() for word in rule.id.split("-")),
        "shortDescription": {"text": f"{rule.title}."},
        "fullDescription": {"text": f"{rule.title}. {rule.why}"},
        "help": {
            "text": f"{rule.why}\n\n{rule.fix}",
            "markdown": f"**Why it matters.** {rule.why}\n\n**How to fix it.** {rule.fix}",
        },
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.family.value]},
    }


def _result(report: Report, finding: Finding) -> dict[str, Any]:
    result = {
        "ruleId": finding.rule,
        "ruleIndex": _NUMBERS[finding.rule],
        "level": _LEVELS[finding.severity],
        "message": {"text": _without_links(report.sentence(finding))},
        "locations": [_location(finding.place)],
    }
    fingerprint = report.fingerprints.get(finding)
    return {**result, "partialFingerprints": {_FINGERPRINT: fingerprint}} if fingerprint else result


def _without_links(message: str) -> str:
    """Break up what SARIF reads as a link, `[text](target)`."""
    return message.replace("](", "] (")


def _suppressed(report: Report, item: Ignored) -> dict[str, Any]:
    suppression = {"kind": "inSource", "justification": item.reason}
    return {**_result(report, item.finding), "suppressions": [suppression]}


def _location(place: Place) -> dict[str, Any]:
    path = plain_path(place)
    uri = f"file://{quote(path)}" if path.startswith("/") else quote(path)
    region = {"startLine": place.line, "startColumn": place.column}
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}
