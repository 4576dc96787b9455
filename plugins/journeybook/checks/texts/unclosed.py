"""Find HTML elements of a narrative that are not closed, so that what follows becomes part of them."""

from collections.abc import Iterator

from journeybook.bodies import Body, Tag
from journeybook.checks.inspection import Inspection, found_below
from journeybook.cleaning import may_lack_end, needs_end
from journeybook.findings import Finding

_COMMENT = "<!--"


def unclosed_html(inspection: Inspection) -> Iterator[Finding]:
    """Elements and comments without an end."""
    for document, body in inspection.bodies:
        for tag in _unclosed(body):
            yield found_below(document, body.place(tag.start), "unclosed-html", tag=f"<{tag.name}>")
        start = body.text.find(_COMMENT) if _COMMENT in document.body else -1
        if start >= 0:
            yield found_below(document, body.place(start), "unclosed-html", tag=_COMMENT)


def _unclosed(body: Body) -> Iterator[Tag]:
    """Yield the tags of elements that nothing ends."""
    opened: list[Tag] = []
    for tag in body.all_tags():
        if not needs_end(tag.name):
            continue
        if not tag.is_end:
            if opened and opened[-1].name == tag.name and may_lack_end(tag.name):
                opened.pop()
            opened.append(tag)
        elif any(item.name == tag.name for item in opened):
            while (last := opened.pop()).name != tag.name:
                if not may_lack_end(last.name):
                    yield last
    yield from opened
