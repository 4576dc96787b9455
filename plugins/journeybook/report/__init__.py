"""Findings and differences in; texts for people, documents for machines, comments for reviews out."""

from journeybook.report.diff_html import diff_html
from journeybook.report.diff_json import diff_json
from journeybook.report.diff_markdown import diff_markdown
from journeybook.report.diff_text import diff_text
from journeybook.report.differences import summary as diff_summary
from journeybook.report.formats import FORMATS
from journeybook.report.log import log_json, log_text
from journeybook.report.report import Report, worst_first

__all__ = [
    "FORMATS",
    "Report",
    "diff_html",
    "diff_json",
    "diff_markdown",
    "diff_summary",
    "diff_text",
    "log_json",
    "log_text",
    "worst_first",
]
