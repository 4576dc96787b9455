"""Read the sheets that people keep their tables in, without trusting what lies in them.

No library does: python-calamine 0.9.1 gives the text of hidden rows like any other, 60 % as 0.6, and
a formula without a result as 0.0 or as nothing, so that a report could not tell what people do not see.
"""

from journeybook.workbooks.book import Book, NotReadable, Remark, Sheet, SheetCell
from journeybook.workbooks.reading import read_book

__all__ = ["Book", "NotReadable", "Remark", "Sheet", "SheetCell", "read_book"]
