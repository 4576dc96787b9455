"""Read the sheets that people keep their tables in, without trusting what lies in them."""

from journeybook.workbooks.book import Book, NotReadable, Sheet, SheetCell

__all__ = ["Book", "NotReadable", "Sheet", "SheetCell"]
