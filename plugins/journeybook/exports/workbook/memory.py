"""Keep what the files say in a hidden sheet, so that what people have changed since can be told."""

import json

from xlsxwriter.worksheet import Worksheet

from journeybook.exports.workbook.content import Content
from journeybook.exports.workbook.looks import Looks
from journeybook.notation.tables import cell_pieces

VERSION = 1
_CUT = 30_000


def write_memory(sheet: Worksheet, looks: Looks, content: Content, guide: str) -> None:
    """Write the name of the first sheet, then a row a file: kind, path, and as JSON what it says."""
    for column, text in enumerate(("version", str(VERSION), guide)):
        looks.write(sheet, 0, column, text)
    for row, (kind, file) in enumerate(content.everything(), 1):
        told = {"header": file["header"], "body": file.get("body", "")}
        data = json.dumps(told, ensure_ascii=True, separators=(",", ":"))
        for column, piece in enumerate([kind, file["file"], *cell_pieces(data, _CUT)]):
            looks.write(sheet, row, column, piece)
    sheet.very_hidden()
