"""The formats of findings, by their names on the command line."""

from collections.abc import Callable

from journeybook.report.findings.document import document
from journeybook.report.findings.github import annotations
from journeybook.report.findings.junit import junit
from journeybook.report.findings.markdown import markdown
from journeybook.report.findings.report import Report
from journeybook.report.findings.sarif import sarif
from journeybook.report.findings.text import text

FORMATS: dict[str, Callable[[Report], str]] = {
    "text": text,
    "json": document,
    "sarif": sarif,
    "github": annotations,
    "junit": junit,
    "markdown": markdown,
}
"""Each turns a report into a whole text."""
