"""Read spreadsheets as LibreOffice and others write them by the OpenDocument standard."""

from journeybook.workbooks.ods.document import read_ods

__all__ = ["read_ods"]
