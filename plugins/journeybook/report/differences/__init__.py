"""Write the changes between two states for people, for programs and for reviews."""

from journeybook.report.differences.comment import diff_markdown
from journeybook.report.differences.document import diff_json
from journeybook.report.differences.log import log_json, log_text
from journeybook.report.differences.outline import summary as diff_summary
from journeybook.report.differences.page import diff_html
from journeybook.report.differences.text import diff_text

__all__ = [
    "diff_html",
    "diff_json",
    "diff_markdown",
    "diff_summary",
    "diff_text",
    "log_json",
    "log_text",
]
