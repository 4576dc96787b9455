"""The formats by the names that the command line knows them by."""

from collections.abc import Callable

from journeybook.report.document import document
from journeybook.report.github import annotations
from journeybook.report.junit import junit
from journeybook.report.markdown import markdown
from journeybook.report.report import Report
from journeybook.report.sarif import sarif
from journeybook.report.text import text

FORMATS: dict[str, Callable[[Report], str]] = {
    "text": text,
    "json": document,
    "sarif": sarif,
    "github": annotations,
    "junit": junit,
    "markdown": markdown,
}
"""Each turns a report into a whole text."""
