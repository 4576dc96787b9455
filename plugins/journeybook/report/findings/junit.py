"""Write findings as a JUnit document, the form of test results that GitLab and Jenkins show.

One suite a file, one case a rule: GitLab tells cases apart by class and name, so two of one name would be
one, and a name with a line in it would be another test whenever a line is added above. What fails the check
is a failure, what is lighter is skipped with its sentence.
"""

import re
from itertools import groupby
from xml.etree import ElementTree as ET

from journeybook.characters import shown
from journeybook.findings import Finding
from journeybook.report.encoded import in_markup
from journeybook.report.findings.paths import plain_path
from journeybook.report.findings.report import Report
from journeybook.rules import RULES

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit(report: Report) -> str:
    """Write a JUnit document; a handbook with nothing to fix is one case that passes."""
    root = ET.Element("testsuites", name="journeybook")
    for path, group in groupby(report.findings, key=lambda finding: plain_path(finding.place)):
        _add_suite(root, report, _safe(path), list(group))
    if not report.findings:
        suite = ET.SubElement(root, "testsuite", name="journeybook")
        ET.SubElement(suite, "testcase", classname="journeybook", name="check", time="0")
    for suite in (root, *root.iter("testsuite")):
        _count(suite)
    ET.indent(root)
    return in_markup(f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n')


def _add_suite(root: ET.Element, report: Report, path: str, findings: list[Finding]) -> None:
    suite = ET.SubElement(root, "testsuite", name=path)
    for rule in dict.fromkeys(finding.rule for finding in findings):
        found = [finding for finding in findings if finding.rule == rule]
        case = ET.SubElement(
            suite, "testcase", classname=path, name=f"{rule}: {RULES[rule].title}", file=path, time="0"
        )
        message = _safe(report.sentence(found[0]))
        if report.fails(found[0]):
            outcome = ET.SubElement(case, "failure", type=found[0].severity.value, message=message)
            outcome.text = "\n".join(
                _safe(f"{finding.place}: {report.sentence(finding)}") for finding in found
            )
        else:
            ET.SubElement(case, "skipped", message=message)


def _count(suite: ET.Element) -> None:
    counted = {"tests": "testcase", "failures": "failure", "skipped": "skipped"}
    for name, tag in counted.items():
        if name != "skipped" or suite.tag == "testsuite":
            suite.set(name, str(sum(1 for _ in suite.iter(tag))))
    suite.set("errors", "0")
    suite.set("time", "0")


def _safe(text: str) -> str:
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", shown(text))
