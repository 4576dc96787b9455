"""Read workbooks as Excel has written them since 2007."""

from journeybook.workbooks.xlsx.workbook import read_xlsx

__all__ = ["read_xlsx"]
