"""What cannot be read is refused in a sentence that says why, and where."""

import os
import struct
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_LZMA, ZipFile

import pytest

from core.workbooks.made import MAIN, OFFICE, SHEET, ods, packed, refusal, sheet, xlsx
from journeybook.workbooks import NotReadable, read_book

DATA = Path(__file__).parent / "data"
ROW = '<row r="7">{}</row>'
XLS = (DATA / "map.xls").read_bytes()
AGAIN = "Open and save it again."


def _encrypted(content: bytes) -> bytes:
    """Mark the first entry of a packed file as locked by a password."""
    at = content.rindex(b"PK\x01\x02") + 8
    return content[:at] + b"\x01" + content[at + 1 :]


def _xls_with(record: bytes) -> bytes:
    """The old workbook with another record in place of its second."""
    at = XLS.index(b"\x09\x08\x10\x00\x00\x06\x05\x00")
    at += 4 + struct.unpack_from("<H", XLS, at + 2)[0]
    return XLS[:at] + record + XLS[at + len(record) :]


def _packed_otherwise() -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_LZMA) as file:
        file.writestr("x", "x")
    return stream.getvalue()


def _overlapping(*areas: str) -> bytes:
    return xlsx(
        more="<mergeCells>" + "".join(f'<mergeCell ref="{area}"/>' for area in areas) + "</mergeCells>"
    )


def _xls_named(name: str) -> bytes:
    """The old workbook with another name of its stream."""
    at = XLS.index("Workbook".encode("utf-16-le"))
    entry = name.encode("utf-16-le").ljust(64, b"\0") + struct.pack("<H", 2 * len(name) + 2)
    return XLS[:at] + entry + XLS[at + len(entry) :]


OUTLINE = f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{{}}</sheets></workbook>'
MANIFEST = '<manifest><file-entry><encryption-data checksum="x"/></file-entry></manifest>'
ENTITY = '<!DOCTYPE x [<!ENTITY a "aaaa">]>' + sheet()
REFUSED: list[tuple[str, bytes, str]] = [
    ("empty", b" \n", "The file is empty."),
    ("binary", bytes(range(256)) * 9, "The file is no table: neither a workbook (XLSX, ODS, XLS) nor text (CSV)."),
    ("pdf", b"%PDF-1.7 x", "The file is a PDF. Copy its table into a spreadsheet."),
    ("html", b"\n<HTML><table></table>", "The file is a web page. Open it in a spreadsheet program and save it as XLSX."),
    ("xml", b"\xef\xbb\xbf<?xml version='1.0'?><Workbook/>", "The file is XML. Open it in a spreadsheet program and save it as XLSX."),
    ("json", b'{"a": 1}', "The file is JSON, not a table. Export it as CSV or XLSX."),
    ("utf-16 cut", "a;b".encode("utf-16") + b"\x00", "The file begins like a text in UTF-16, but is none. Save it as UTF-8."),
    ("wide row", b"a," * 17_000 + b"b", "Line 1 has more than 16,384 cells."),
    ("long line", b"ab" * 50_001, "Line 1 holds more than 100,000 characters."),
    ("many cells", (b"a" + b"," * 16_000 + b"\n") * 63, "The file holds more than 1,000,000 cells. Part it, or leave the sheets that are needed."),
    ("cut", xlsx()[:-40], "The file is damaged or was not copied to its end. Fetch or save it again."),
    ("docx", packed({"word/document.xml": "x"}), "The file is a text document. Save it as XLSX."),
    ("xlsb", packed({"xl/workbook.bin": "x"}), "The file is a binary workbook (XLSB). Save it as XLSX."),
    ("zip", packed({"a.xlsx": xlsx()}), "The file packs others, but no workbook. Unpack it, or save the workbook as XLSX."),
    ("locked", _encrypted(xlsx()), "The file is protected by a password. Save it without one."),
    ("locked ods", ods("", parts={"META-INF/manifest.xml": MANIFEST}), "The file is protected by a password. Save it without one."),
    ("locked xls", _xls_with(b"\x2f\x00\x04\x00\x00\x00\x00\x00"), "The file is protected by a password. Save it without one."),
    ("locked xlsx", _xls_named("EncryptedPackage"), "The file is protected by a password. Save it without one."),
    ("xls of text", _xls_named("WordDocument"), "The file is no workbook. Save it as XLSX."),
    ("excel 5", _xls_named("Book"), "The file is a workbook of Excel 95 or older. Save it as XLSX."),
    ("excel 95", XLS.replace(b"\x09\x08\x10\x00\x00\x06\x05\x00", b"\x09\x08\x10\x00\x00\x05\x05\x00"), "The file is a workbook of Excel 95 or older. Save it as XLSX."),
    ("cut xls", XLS[:3000], "The file is no workbook. Save it as XLSX."),
    ("outside", xlsx(parts={"../../x": "x"}), "The file packs a file '../../x', whose name leads out of it."),
    ("absolute", xlsx(parts={"/etc/x": "x"}), "The file packs a file '/etc/x', whose name leads out of it."),
    ("twice", xlsx(parts={SHEET.upper(): "x"}), f"The file packs two files of the name '{SHEET.upper()}'."),
    ("many parts", packed({f"x{number}": "" for number in range(10_001)}), "The file packs more than 10,000 files, which no spreadsheet does."),
    ("other packing", _packed_otherwise(), "The part 'x' is packed in a way that no spreadsheet uses."),
    ("bomb", xlsx(parts={SHEET: b"<x>" + b" " * 5_000_000}), f"The part '{SHEET}' grows to more than 200 times its size."),
    ("doctype", xlsx(parts={SHEET: ENTITY}), f"The part '{SHEET}' declares a document type, which no spreadsheet does. {AGAIN}"),
    ("crowded", xlsx('<c t="inlineStr"><is>' + "<t/>" * 200_000 + "</is></c>"), f"The part '{SHEET}' has more in one place than any program writes. {AGAIN}"),
    ("deep", xlsx(parts={SHEET: "<a>" * 200}), f"The part '{SHEET}' is nested too deeply. {AGAIN}"),
    ("encoding", xlsx(parts={SHEET: "<?xml version='1.0' encoding='rot13'?><a/>"}), f"The part '{SHEET}' is written in an unknown encoding. {AGAIN}"),
    ("no xml", xlsx(parts={SHEET: "<a><b></a>"}), f"The part '{SHEET}' is damaged at line 1. {AGAIN}"),
    ("no sheet", xlsx(parts={"xl/workbook.xml": OUTLINE.format('<sheet name="Map" r:id="r9"/>')}), f"The sheet 'Map' is missing. {AGAIN}"),
    ("many sheets", xlsx(parts={"xl/workbook.xml": OUTLINE.format('<sheet name="Map" r:id="r1"/>' * 501)}), "The file has more than 500 sheets."),
    ("no text", xlsx(ROW.format('<c r="B7" t="s"><v>9</v></c>')), f"Map!B7 holds a text that is missing in the file. {AGAIN}"),
    ("long text", xlsx(ROW.format(f'<c r="B7" t="str"><v>{"ab" * 50_001}</v></c>')), "Map!B7 holds more than 100,000 characters."),
    ("twice in a sheet", xlsx(ROW.format('<c r="B7"><v>1</v></c><c r="B7"><v>1</v></c>')), f"Map!B7 stands twice in the file. {AGAIN}"),
    ("no cell", xlsx(ROW.format('<c r="XFE1"><v>1</v></c>')), "The sheet 'Map' has a cell 'XFE1', as no sheet has."),
    ("no area", _overlapping("B2:A1"), "The sheet 'Map' merges 'B2:A1', which is no area of a sheet."),
    ("overlap", _overlapping("A1:B2", "D1:E9", "B2:C3"), "The cells merged at Map!A1 lie over those merged at Map!B2. Part them."),
    ("overlap of all", _overlapping("C3:C4", "A1:XFD1048576"), "The cells merged at Map!A1 lie over those merged at Map!C3. Part them."),
    ("repeated", ods('<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="9"><text:p>x</text:p></table:table-cell></table:table-row>'), "The file holds more than 1,000,000 cells. Part it, or leave the sheets that are needed."),
    ("beyond", ods('<table:table-row><table:table-cell table:number-columns-repeated="20000"><text:p>x</text:p></table:table-cell></table:table-row>'), "The sheet 'Map' has a cell outside of its rows and columns."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "message"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED]
)
def test_a_file_is_refused_in_a_sentence(content: bytes, message: str, tmp_path: Path) -> None:
    assert refusal(tmp_path, content) == message


def test_a_file_that_is_too_large_is_not_opened(tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    file.touch()
    os.truncate(file, 50 * 1024 * 1024 + 1)
    with pytest.raises(NotReadable, match=r"^The file is larger than 50 MB\.$"):
        read_book(file)


@pytest.mark.linux
def test_only_files_that_lie_where_their_name_says_are_read(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "other.csv").write_text("a;b")
    (tmp_path / "own/out.csv").symlink_to(tmp_path / "other.csv")
    (tmp_path / "own/in.csv").symlink_to("real.csv")
    (tmp_path / "own/real.csv").write_text("a;b")
    os.mkfifo(tmp_path / "own/pipe.csv")

    assert read_book(tmp_path / "own/in.csv").sheets[0].cells[1, 1].text == "a"
    told = {}
    for name in ("own", "own/pipe.csv", "own/out.csv", "own/none.csv", "own/\0.csv"):
        with pytest.raises(NotReadable) as refused:
            read_book(tmp_path / name)
        told[name] = str(refused.value)
    assert told == {
        "own": "This is a folder, a pipe or a device, not a file.",
        "own/pipe.csv": "This is a folder, a pipe or a device, not a file.",
        "own/out.csv": "The file is a link that leads elsewhere. Name the file that is meant.",
        "own/none.csv": "The file cannot be read: No such file or directory.",
        "own/\0.csv": "The file cannot be read: no such file.",
    }
