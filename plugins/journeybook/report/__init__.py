"""Findings and differences in, texts for people and documents for machines out."""

from journeybook.report.diff_html import diff_html
from journeybook.report.diff_json import diff_json
from journeybook.report.diff_markdown import diff_markdown
from journeybook.report.diff_text import diff_text
from journeybook.report.differences import summary
from journeybook.report.log import log_json, log_text
from journeybook.report.problems import VERSION, as_json, text

__all__ = [
    "VERSION",
    "as_json",
    "diff_html",
    "diff_json",
    "diff_markdown",
    "diff_text",
    "log_json",
    "log_text",
    "summary",
    "text",
]
