"""Read the sheets that people keep their tables in, without trusting what lies in them."""

from journeybook.workbooks.book import Book, Cell, NotReadable, Sheet

__all__ = ["Book", "Cell", "NotReadable", "Sheet"]
