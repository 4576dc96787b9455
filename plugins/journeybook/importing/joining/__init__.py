"""Join what was brought in to a handbook: the changes of its files, and what is to be told of them."""

from journeybook.importing.joining.coming import SourceReport
from journeybook.importing.joining.plan import Plan, plan

__all__ = ["Plan", "SourceReport", "plan"]
