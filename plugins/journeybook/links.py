"""`[[kind:id]]` and `[[kind:id|text]]` in Markdown: their pattern, and where they stand in a text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

KINDS = ("journey", "persona", "touchpoint", "channel", "stage", "team", "metric")
"""What a link can name; `journey:id/stage-id` names a stage of a journey."""

PATTERN = r"\[\[(?P<kind>[a-zA-Z-]+):(?P<id>[^\[\]|\n]+)(?:\|(?P<text>[^\[\]\n]*))?\]\]"
"""One link; the kind may be wrong, so that a slip is reported instead of shown."""

_LINK = re.compile(r"(?<!\\)" + PATTERN)
_FENCE = re.compile(r"\s{0,3}(`{3,}|~{3,})")
_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")


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
    """Yield the links of a Markdown text, outside of code."""
    if "[[" not in markdown:
        return
    fence = ""
    for number, line in enumerate(markdown.split("\n"), first_line):
        mark = _FENCE.match(line)
        if mark and (not fence or mark[1].startswith(fence)):
            fence = "" if fence else mark[1]
        elif not fence and "[[" in line:
            yield from _in_line(line, number)


def _in_line(line: str, number: int) -> Iterator[Link]:
    without_code = _CODE.sub(lambda code: " " * len(code[0]), line)
    for found in _LINK.finditer(without_code):
        yield Link(
            kind=found["kind"],
            id=found["id"].strip(),
            text=found["text"],
            line=number,
            column=found.start() + 1,
        )
