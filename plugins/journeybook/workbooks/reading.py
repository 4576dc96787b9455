"""Read a file of tables by what it is, whatever its name ends with."""

from dataclasses import replace
from pathlib import Path

from journeybook.messages import N_
from journeybook.regular import NotRegular, lies_in, project_top, read_regular
from journeybook.workbooks.book import Book, NotReadable, Remark
from journeybook.workbooks.delimited import read_delimited
from journeybook.workbooks.limits import MAX_FILE_BYTES
from journeybook.workbooks.ods import read_ods
from journeybook.workbooks.package import Package
from journeybook.workbooks.xls import read_xls
from journeybook.workbooks.xls.compound import SIGNATURE
from journeybook.workbooks.xlsx import read_xlsx
from journeybook.workbooks.xlsx.workbook import main_part

_PACKED = b"PK"
_OTHERS = {
    b"%pdf": "a PDF. Copy its table into a spreadsheet",
    b"<!doctype": "a web page. Open it in a spreadsheet program and save it as XLSX",
    b"<html": "a web page. Open it in a spreadsheet program and save it as XLSX",
    b"<table": "a web page. Open it in a spreadsheet program and save it as XLSX",
    b"<?xml": "XML. Open it in a spreadsheet program and save it as XLSX",
    b"{": "JSON, not a table. Export it as CSV or XLSX",
}
_OTHER_PACKAGES = {
    "word/document.xml": "a text document",
    "ppt/presentation.xml": "a presentation",
    "xl/workbook.bin": "a binary workbook (XLSB)",
    "Index/Document.iwa": "a document of Apple's",
}
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.spreadsheet"
_ENDINGS = {
    "xlsx": frozenset({".xlsx", ".xltx"}),
    "xlsm": frozenset({".xlsm", ".xltm"}),
    "ods": frozenset({".ods", ".ots"}),
    "xls": frozenset({".xls", ".xlt"}),
    "csv": frozenset({".csv", ".tsv", ".tab", ".txt"}),
}
_OTHER_ENDING = N_("The name does not end as that of a file of its kind; it is %(form)s and is read as that.")


def read_book(path: str | Path) -> Book:
    """Read the sheets of a file; `NotReadable` says in a sentence why there are none."""
    book = _by_content(_content(Path(path)), str(path))
    if Path(path).suffix.casefold() in _ENDINGS[book.form]:
        return book
    return replace(book, told=(Remark(_OTHER_ENDING, {"form": book.form.upper()}), *book.told))


def _content(path: Path) -> bytes:
    """The bytes of a regular file that lies where its name says."""
    folder = path.absolute().parent
    try:
        if not lies_in(path, project_top(folder)):
            raise NotReadable("The file is a link that leads elsewhere. Name the file that is meant.")
        raw = read_regular(path, MAX_FILE_BYTES)
    except NotRegular as error:
        raise NotReadable("This is a folder, a pipe or a device, not a file.") from error
    except (OSError, ValueError) as error:  # ValueError: a name that no disk takes
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "no such file"
        raise NotReadable(f"The file cannot be read: {reason}.") from error
    if len(raw) > MAX_FILE_BYTES:
        raise NotReadable(f"The file is larger than {MAX_FILE_BYTES // 1024**2} MB.")
    return raw


def _by_content(raw: bytes, path: str) -> Book:
    if not raw.strip():
        raise NotReadable("The file is empty.")
    if raw.startswith(_PACKED):
        return _packed(Package(raw), path)
    if raw.startswith(SIGNATURE):
        return read_xls(raw, path)
    start = raw[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    other = next((told for sign, told in _OTHERS.items() if start.startswith(sign)), "")
    if other:
        raise NotReadable(f"The file is {other}.")
    return read_delimited(raw, path)


def _packed(package: Package, path: str) -> Book:
    other = next((told for name, told in _OTHER_PACKAGES.items() if name in package), "")
    if other:
        raise NotReadable(f"The file is {other}. Save it as XLSX.")
    if main_part(package) in package:
        return read_xlsx(package, path)
    if "mimetype" in package and package.beginning("mimetype").startswith(_OPEN_DOCUMENT):
        return read_ods(package, path)
    raise NotReadable("The file packs others, but no workbook. Unpack it, or save the workbook as XLSX.")
