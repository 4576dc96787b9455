"""Read what styles say of cells: the format of numbers, and whether the text is struck through."""

from typing import NamedTuple

from journeybook.workbooks.formats import BUILT_IN, GENERAL
from journeybook.workbooks.package import Package
from journeybook.workbooks.xlsx.strings import is_struck


class CellStyle(NamedTuple):
    """A style of cells."""

    code: str = GENERAL
    is_struck: bool = False


def read_styles(package: Package, part: str) -> list[CellStyle]:
    """The styles of a workbook by their number."""
    codes = dict(BUILT_IN)
    struck: list[bool] = []
    styles: list[CellStyle] = []
    for item in package.elements(part, whole={"numFmt", "fonts", "cellXfs"}):
        if item.tag == "numFmt":
            codes[_number(item.attributes.get("numFmtId"))] = item.attributes.get("formatCode", GENERAL)
        elif item.tag == "fonts":
            struck = [is_struck(font) for font in item.inside("font")]
        else:
            for style in item.inside("xf"):
                font = _number(style.attributes.get("fontId"))
                code = codes.get(_number(style.attributes.get("numFmtId")), GENERAL)
                styles.append(CellStyle(code, font < len(struck) and struck[font]))
    return styles


def _number(text: str | None) -> int:
    """The number of a format or font; what is none counts as the first."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else 0  # noqa: PLR2004 - more is none
