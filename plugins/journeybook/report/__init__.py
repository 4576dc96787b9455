"""Write findings and differences for people, for programs and for reviews.

What writes differences and digests is imported from `differences` and `digests`: they read modules of pages,
which `check` does without.
"""

from journeybook.report.findings.formats import FORMATS
from journeybook.report.findings.report import Report, Since

__all__ = [
    "FORMATS",
    "Report",
    "Since",
]
