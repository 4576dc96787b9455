"""Parts of a Markdown page: tables below their headings, links, and the text without its code."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"`[^`\n]+`")
_LINK = re.compile(r"(?<!!)\[[^\[\]]+\]\((?P<target>[^()\s]+)\)")
_HEADING = re.compile(r"^#+ .*?\{#(?P<anchor>[\w-]+)\}$", re.MULTILINE)

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """What stands between two headings with an anchor."""

    anchor: str
    text: str

    @property
    def rows(self) -> list[Row]:
        """The cells of the section's tables, without their heads."""
        lines = [line for line in self.text.splitlines() if line.startswith("| ")]
        rules = [number for number, line in enumerate(lines) if line.startswith("| ---")]
        return [
            _cells(line)
            for number, line in enumerate(lines)
            if number not in rules and number + 1 not in rules
        ]


def _cells(line: str) -> Row:
    return tuple(cell.strip() for cell in line.strip("|").split(" | "))


def sections(page: str) -> list[Section]:
    """Cut a page at its headings with an anchor."""
    heads = list(_HEADING.finditer(page))
    ends = [head.start() for head in heads[1:]] + [len(page)]
    return [
        Section(anchor=head["anchor"], text=page[head.end() : end])
        for head, end in zip(heads, ends, strict=True)
    ]


def section(page: str, anchor: str) -> Section:
    """The section below one heading."""
    return next(item for item in sections(page) if item.anchor == anchor)


def prose(page: str) -> str:
    """A page without its fences and code."""
    return _CODE.sub("", _FENCE.sub("", page))


def links(page: str) -> Iterator[str]:
    """Yield the targets of the Markdown links."""
    return (found["target"] for found in _LINK.finditer(prose(page)))


def code(cell: str) -> list[str]:
    """The pieces of code in a cell."""
    return [found[0].strip("`") for found in _CODE.finditer(cell)]
