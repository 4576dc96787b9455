"""Read the sheets that people keep their tables in, without trusting what lies in them."""

from journeybook.workbooks.book import Book, NotReadable, Remark, Sheet, SheetCell
from journeybook.workbooks.reading import read_book

__all__ = ["Book", "NotReadable", "Remark", "Sheet", "SheetCell", "read_book"]
