"""What was found in; a text for people, a document for machines or a comment for a pull request out."""

from journeybook.report.formats import FORMATS
from journeybook.report.report import Report, worst_first

__all__ = ["FORMATS", "Report", "worst_first"]
