"""Read texts whose parts may look different: those of cells and of comments."""

import re

from journeybook.workbooks.book import NotReadable
from journeybook.workbooks.limits import MAX_CELLS
from journeybook.workbooks.markup import Element
from journeybook.workbooks.package import TOO_MANY_CELLS, Package
from journeybook.workbooks.rich import RichText

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


def read_strings(package: Package, part: str) -> list[RichText]:
    """The texts that cells share, by their number."""
    texts: list[RichText] = []
    for item in package.elements(part, whole={"si"}):
        texts.append(rich_text(item))
        if len(texts) > MAX_CELLS:
            raise NotReadable(TOO_MANY_CELLS)
    return texts


def rich_text(item: Element) -> RichText:
    """Put the parts of a text together, without those that say how it is pronounced."""
    text, struck = "", ""
    for child in item.inside("t", "r"):
        if child.tag == "t":
            text += unescaped(child.text)
        else:
            piece = "".join(unescaped(part.text) for part in child.inside("t"))
            text += piece
            struck += piece if is_struck(child.child("rPr")) else ""
    return RichText(text, struck)


def is_struck(font: Element | None) -> bool:
    """Whether a font strikes its text through."""
    strike = font.child("strike") if font else None
    return strike is not None and strike.attributes.get("val", "1") not in {"0", "false"}


def unescaped(text: str) -> str:
    """Put characters in their place that XML cannot hold, as Excel writes them: `_x000D_`."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
