"""Find Markdown within blocks of HTML, where GitHub reads it and the handbook does not."""

import re
from collections.abc import Iterator

from journeybook.bodies import Body, Tag
from journeybook.checks.inspection import Inspection, found_below
from journeybook.findings import Finding

_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "center", "details", "div", "dl", "figure", "footer"}
    | {"header", "main", "nav", "ol", "p", "section", "table", "ul"}
)
_MARKDOWN = re.compile(
    r"\*\*[^\s*]|\[\[[^\[\]\n]+\]\]|[^\s\]]\]\([^\s()]+\)|^ {0,3}(?:(?:[-*+]|\d+\.) +|#{1,6} +|> ?)\S",
    re.MULTILINE,
)


def markdown_in_html(inspection: Inspection) -> Iterator[Finding]:
    """Blocks of HTML with Markdown in them that is shown as it is written."""
    for document, body in inspection.bodies:
        for tag, inside in _blocks(body):
            if _MARKDOWN.search(inside):
                yield found_below(document, body.place(tag.start), "markdown-in-html", tag=tag.name)


def _blocks(body: Body) -> Iterator[tuple[Tag, str]]:
    """The outermost blocks that do not ask for Markdown, with what stands in each."""
    outer, depth = None, 0
    for tag in body.all_tags:
        if outer is None:
            before = body.text[max(0, tag.start - 4) : tag.start]
            is_block = tag.name in _BLOCKS and not tag.is_end and _begins_line(before, tag.start)
            outer, depth = (tag, 1) if is_block else (None, 0)
        elif tag.name == outer.name:
            depth += -1 if tag.is_end else 1
            if depth == 0:
                if "markdown" not in dict(outer.attributes):
                    yield outer, body.text[outer.start + len(outer.written) + 2 : tag.start]
                outer = None


def _begins_line(before: str, start: int) -> bool:
    return not before.rpartition("\n")[2].strip(" ") and ("\n" in before or start == len(before))
