"""Put the text of a cell or a comment together from its paragraphs."""

from collections.abc import Collection, Iterator

from journeybook.workbooks.markup import Element
from journeybook.workbooks.rich import RichText

_MOST_SPACES = 100
_PASSED_OVER = frozenset({"annotation", "annotation-end", "ruby-text", "note"})
"""Elements within a text that say something else than the text."""


def ods_text(item: Element, striking: Collection[str] = ()) -> RichText:
    """The paragraphs directly in an element, a line each."""
    pieces = [list(_pieces(paragraph, striking, is_struck=False)) for paragraph in item.inside("p", "h")]
    text = "\n".join("".join(text for text, _ in line) for line in pieces)
    struck = "\n".join("".join(text for text, is_struck in line if is_struck) for line in pieces)
    return RichText(text, struck)


def _pieces(item: Element, striking: Collection[str], *, is_struck: bool) -> Iterator[tuple[str, bool]]:
    """Yield the texts in an element in their order, each with whether it is struck through."""
    for content in item.contents:
        if isinstance(content, str):
            yield content, is_struck
        elif content.tag == "s":
            count = content.attributes.get("c", "1")
            yield " " * (min(int(count), _MOST_SPACES) if count.isdecimal() else 1), is_struck
        elif content.tag in {"tab", "line-break"}:
            yield " " if content.tag == "tab" else "\n", is_struck
        elif content.tag not in _PASSED_OVER:
            is_inner = is_struck or content.attributes.get("style-name") in striking
            yield from _pieces(content, striking, is_struck=is_inner)
