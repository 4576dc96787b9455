"""Read what styles say of cells: the format of numbers, and whether the text is struck through."""

from typing import NamedTuple

from journeybook.workbooks.building import whole
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
            codes[whole(item.attributes.get("numFmtId"), 0)] = item.attributes.get("formatCode", GENERAL)
        elif item.tag == "fonts":
            struck = [is_struck(font) for font in item.inside("font")]
        else:
            for style in item.inside("xf"):
                font = whole(style.attributes.get("fontId"), 0)
                code = codes.get(whole(style.attributes.get("numFmtId"), 0), GENERAL)
                styles.append(CellStyle(code, font < len(struck) and struck[font]))
    return styles
