"""Write findings and differences for people, for programs and for reviews.

What writes digests is imported from `digests`: it reads all modules of pages, which `check` does without.
"""

from journeybook.report.differences.comment import diff_markdown
from journeybook.report.differences.document import diff_json
from journeybook.report.differences.log import log_json, log_text
from journeybook.report.differences.outline import summary as diff_summary
from journeybook.report.differences.page import diff_html
from journeybook.report.differences.text import diff_text
from journeybook.report.findings.formats import FORMATS
from journeybook.report.findings.report import Report, Since

__all__ = [
    "FORMATS",
    "Report",
    "Since",
    "diff_html",
    "diff_json",
    "diff_markdown",
    "diff_summary",
    "diff_text",
    "log_json",
    "log_text",
]
