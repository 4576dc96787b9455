"""Find HTML elements and fences of a narrative that are not closed, so that what follows is misread."""

from collections import Counter
from collections.abc import Iterator

from journeybook.bodies import Body, Tag, unclosed_fences
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


def unclosed_fences_of_code(inspection: Inspection) -> Iterator[Finding]:
    """Fences without an end."""
    for document, _ in inspection.bodies:
        for line, column, fence in unclosed_fences(document.body):
            place = document.body_line + line, column
            yield found_below(document, place, "unclosed-fence", fence=fence)


def _unclosed(body: Body) -> Iterator[Tag]:
    """Yield the tags of elements that nothing ends."""
    opened: list[Tag] = []
    names: Counter[str] = Counter()
    for tag in body.all_tags:
        if not needs_end(tag.name):
            continue
        if not tag.is_end:
            if opened and opened[-1].name == tag.name and may_lack_end(tag.name):
                names[opened.pop().name] -= 1
            opened.append(tag)
            names[tag.name] += 1
        elif names[tag.name]:
            while (last := opened.pop()).name != tag.name:
                names[last.name] -= 1
                if not may_lack_end(last.name):
                    yield last
            names[tag.name] -= 1
    yield from opened
