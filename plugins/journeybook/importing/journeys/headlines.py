"""Read the head of a column: a name, be it parted into lines, and what it says below it."""

import re

from journeybook.importing.words.labels import without_numbering

_AND = re.compile(r"(?:und|oder|and|or)\b")


def name_and_rest(text: str) -> tuple[str, str]:
    """The name that a head gives, and what it says below it."""
    lines = [line.strip() for line in without_numbering(text).split("\n") if line.strip()]
    whole = " ".join(lines)
    first, rest = lines[0] if lines else "", lines[1:]
    goes_on = bool(rest) and (
        first.endswith(("-", "&", "/", ",")) or rest[0][:1].islower() or rest[0].startswith(("(", "&", "/"))
    )
    if not rest or goes_on or " " not in " ".join(rest):
        is_parted = bool(rest) and first.endswith("-") and rest[0][:1].islower() and not _AND.match(rest[0])
        return (first[:-1] + " ".join(rest) if is_parted else whole), ""
    return first, "\n".join(rest)
