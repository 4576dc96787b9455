"""Read workbooks as Excel wrote them from 1997 until 2007, and some tools still do."""

from journeybook.workbooks.xls.workbook import read_xls

__all__ = ["read_xls"]
