"""Find `[[kind:id]]` and `[[kind:id|text]]` in Markdown."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from journeybook.bodies import prose_lines

PATTERN = r"\[\[[ \t]*(?P<kind>[a-zA-Z-]+)[ \t]*:(?P<id>[^\[\]|\n]+)(?:\|(?P<text>[^\[\]\n]*))?\]\]"
"""One link; the kind may be wrong, so that a slip is reported instead of shown.

`journey:id/stage-id` names a stage of a journey.
"""

_LINK = re.compile(r"(?<!\\)" + PATTERN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link and where it stands."""

    kind: str
    id: str
    """As written, with the stage's id after a slash where there is one."""
    text: str | None
    """What to show instead of the thing's title."""
    line: int
    """Counted from the given first line."""
    column: int
    """Counted from 1."""


def find_links(markdown: str, first_line: int = 1) -> Iterator[Link]:
    """Yield the links of a Markdown text, outside of code and comments."""
    if "[[" not in markdown:
        return
    for number, line in prose_lines(markdown, first_line):
        if "[[" in line:
            yield from _in_line(line, number)


def _in_line(line: str, number: int) -> Iterator[Link]:
    for found in _LINK.finditer(line):
        yield Link(
            kind=found["kind"],
            id=found["id"].strip(),
            text=found["text"],
            line=number,
            column=found.start() + 1,
        )
