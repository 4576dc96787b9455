"""Part a narrative at its headings of the second level, and join it again."""

import re

_HEADING = re.compile(r"\n\n(?=## )")


def narrative_sections(body: str) -> list[str]:
    """The sections of a text, the first without a heading where there is one."""
    first, *others = _HEADING.split(body.strip("\n"))
    if not first.strip() and others:  # a cell of blanks says nothing
        first = f"{first}\n\n{others.pop(0)}"
    return [first, *others] if first.strip() else []


def joined_sections(parts: list[str]) -> str:
    """Put sections together; a new one begins behind an empty line."""
    return "\n\n".join(parts)
