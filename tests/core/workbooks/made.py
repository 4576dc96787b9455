"""Workbooks written by hand, part by part, so that they can be as bad as files of strangers."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from journeybook.workbooks import Book, NotReadable, read_book

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
SHEET = "xl/worksheets/sheet1.xml"
_PARTS = {
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="Map" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="{OFFICE}/styles" Target="/xl/styles.xml"/></Relationships>',
}


def sheet(cells: str = "", *, more: str = "") -> str:
    """The part of a sheet with these cells and what follows them."""
    return f'<worksheet xmlns="{MAIN}"><sheetData>{cells}</sheetData>{more}</worksheet>'


def strings(content: str) -> str:
    """The part of the texts that cells share."""
    return f'<sst xmlns="{MAIN}">{content}</sst>'


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """Pack files into one."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return stream.getvalue()


def xlsx(cells: str = "", *, more: str = "", parts: Mapping[str, str | bytes] | None = None) -> bytes:
    """A workbook of one sheet, with other parts added or in place of the usual ones."""
    return packed({**_PARTS, SHEET: sheet(cells, more=more), **(parts or {})})


def ods(rows: str, *, before: str = "", parts: Mapping[str, str | bytes] | None = None) -> bytes:
    """A spreadsheet of the OpenDocument standard with one sheet of these rows."""
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text", "style")
    )
    content = (
        f"<office:document-content {names}>{before}<office:body><office:spreadsheet>"
        f'<table:table table:name="Map">{rows}</table:table></office:spreadsheet></office:body></office:document-content>'
    )
    mimetype = "application/vnd.oasis.opendocument.spreadsheet"
    return packed({"mimetype": mimetype, "content.xml": content, **(parts or {})})


def read(folder: Path, content: bytes, name: str = "a.xlsx") -> Book:
    """Read such a file."""
    file = folder / name
    file.write_bytes(content)
    return read_book(file)


def refusal(folder: Path, content: bytes, name: str = "a.xlsx") -> str:
    """Say why a file is refused; nothing of one that is read."""
    try:
        read(folder, content, name)
    except NotReadable as refused:
        return str(refused)
    return ""
