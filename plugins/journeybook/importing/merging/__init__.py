"""Merge what a file that was brought in says now into a file that people have changed since.

Three states come in: what was brought in then, what is brought in now, and the file. What only one side has
changed holds; what both have changed stays as it is in the file, and is told. The result is written into the
text of the file, whose comments and order of keys stay.
"""

from journeybook.importing.merging.forms import canonical
from journeybook.importing.merging.revising import NotRevised, revised
from journeybook.importing.merging.three import Conflict, Merged, merge

__all__ = ["Conflict", "Merged", "NotRevised", "canonical", "merge", "revised"]
