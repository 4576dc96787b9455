"""Prose, tags, links and headings of a body of Markdown, outside of its code and comments."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import islice

from journeybook.bodies.code import prose_lines
from journeybook.bodies.parts import Definition, Heading, Tag, Target

_LINE_END = r"\n(?![ \t]*(?:\n|\Z))"
_TAG = re.compile(
    r"(?<!\]\()<(?P<end>/?)(?P<name>[a-zA-Z][^\s<>@/]*)(?P<rest>(?:/[^\s<>@]*)?"
    rf"(?:(?:[^\S\n]|{_LINE_END})(?:[^<>\n]++|{_LINE_END})*+)?)>"
)
"""What Markdown takes for a tag: it knows no escape of `<`."""
_ATTRIBUTE = re.compile(
    r"(?P<name>[^\s\"'=<>/]+)(?:\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"'=<>`]+)))?"
)
_ADDRESS = r"\([ \t]*(?:<(?P<angled>[^<>\n]*)>|(?P<plain>(?:[^\s()<>]++|\([^\s()]*+\))++))"
_BRACKET = re.compile(rf"\\.|(?P<open>!?\[)|\](?:{_ADDRESS})?|\n[ \t]*(?=\n)")
_DEFINITION = re.compile(
    r"^ {0,3}\[(?P<name>[^\[\]\n]+)\]:[ ]*+\n?[ ]*+<?(?P<address>[^\s<>]++)>?[ ]*+"
    r"(?:(?:\n[ ]*+)?(?:\"[^\"\n]*\"|'[^'\n]*'|\([^()\n]*\)))?[ ]*+$",
    re.MULTILINE,
)
_FOOTNOTE = re.compile(r"^ {0,3}\[(?P<name>\^[^\[\]\n]+)\]:", re.MULTILINE)
_NAME = re.compile(r"\[(?P<name>[^\[\]\n]+)\](?!:)")
_BARE = re.compile(r"(?<!\\)(?<!\]\()<(?P<address>[a-zA-Z][a-zA-Z0-9+.-]*:[^\s<>]*)>")
_HEADING = re.compile(r" {0,3}(?P<marks>#{1,6})[ \t]*(?P<text>[^#\s].*)")
_UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*")
_NO_PARAGRAPH = re.compile(r"\s|[-*+>|#]|\d+[.)]\s|$")
_MOST_ATTRIBUTES = 200
"""More than any element has that people write."""
_SILENT = ("script", "style", "template", "math")
"""What holds no text for readers, or no HTML."""


class Body:
    """The body of one file, and what stands in it."""

    def __init__(self, markdown: str, first_line: int = 1) -> None:
        self._markdown = markdown
        self._first_line = first_line

    @cached_property
    def text(self) -> str:
        """The body with spaces or nothing where code and comments stand, line for line."""
        lines = [""] * (self._markdown.count("\n") + 1)
        for number, line in prose_lines(self._markdown, 0):
            lines[number] = line
        return "\n".join(lines)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self.text))]

    def place(self, start: int) -> tuple[int, int]:
        """The line of the file and the column of a place in the text."""
        number = bisect_right(self._starts, start) - 1
        return number + self._first_line, start - self._starts[number] + 1

    def tags(self) -> Iterator[Tag]:
        """Yield the opening tags, those within scripts, styles and formulas left out."""
        return (tag for tag in self.all_tags if not tag.is_end)

    @cached_property
    def all_tags(self) -> tuple[Tag, ...]:
        """The opening and the closing tags."""
        return tuple(self._find_tags())

    def _find_tags(self) -> Iterator[Tag]:
        if "<" not in self._markdown:
            return
        small, behind = self.text.lower(), 0
        last = {name: small.rfind(f"</{name}") for name in _SILENT}
        for found in _TAG.finditer(self.text):
            if found.start() < behind:
                continue
            name = found["name"].lower()
            if last.get(name, 0) > found.end() and not found["end"]:
                behind = small.index(f"</{name}", found.end())
            yield Tag(
                start=found.start(),
                name=name,
                attributes=tuple(_attributes(found["rest"])),
                written=found[0][1:-1],
                is_end=found["end"] == "/",
            )

    def targets(self) -> tuple[Target, ...]:
        """The addresses that links and pictures lead to, those of definitions and bare ones included."""
        return self._targets

    @cached_property
    def _targets(self) -> tuple[Target, ...]:
        return tuple(self._find_targets())

    def _find_targets(self) -> Iterator[Target]:
        if "](" in self._markdown:
            yield from self._inline()
        for definition in self.definitions():
            if definition.address and _folded(definition.name) in self._names:
                yield Target(start=definition.start, address=definition.address)
        for found in _BARE.finditer(self.text) if "<" in self._markdown else ():
            yield Target(start=found.start(), address=found["address"])

    def definitions(self) -> Iterator[Definition]:
        """Yield the definitions of addresses and footnotes."""
        if "]:" not in self._markdown:
            return
        for found in _FOOTNOTE.finditer(self.text):
            yield Definition(start=found.start(), name=found["name"])
        for found in _DEFINITION.finditer(self.text):
            if not found["name"].startswith("^"):
                yield Definition(start=found.start("address"), name=found["name"], address=found["address"])

    def unused(self) -> Iterator[Definition]:
        """Yield the definitions that no link and no note names: Markdown does not show them."""
        return (item for item in self.definitions() if _folded(item.name) not in self._names)

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(_folded(found["name"]) for found in _NAME.finditer(self.text))

    def _inline(self) -> Iterator[Target]:
        opened: list[tuple[int, bool]] = []
        for found in _BRACKET.finditer(self.text):
            address = found["plain"] or found["angled"]
            if found["open"]:
                opened.append((found.start(), found["open"] == "!["))
            elif found[0].startswith("]"):
                start, is_picture = opened.pop() if opened else (found.start(), False)
                if address:
                    yield Target(start=start, address=address, is_picture=is_picture)
            elif found[0].startswith("\n"):
                opened.clear()

    def headings(self) -> tuple[Heading, ...]:
        """The headings, in their order."""
        return self._headings

    @cached_property
    def _headings(self) -> tuple[Heading, ...]:
        return tuple(self._find_headings())

    def _find_headings(self) -> Iterator[Heading]:
        above, is_first = "", True
        for number, line in enumerate(self.text.split("\n"), self._first_line):
            marked = _HEADING.fullmatch(line)
            if marked:
                level, text = len(marked["marks"]), marked["text"].strip()
                yield Heading(line=number, column=marked.start("marks") + 1, level=level, text=text)
            elif above and _UNDERLINE.fullmatch(line):
                level = 1 if line.startswith("=") else 2
                yield Heading(line=number - 1, column=1, level=level, text=above, is_underlined=True)
            above = "" if marked or not is_first or _NO_PARAGRAPH.match(line) else line.strip()
            is_first = not line.strip()


def _folded(name: str) -> str:
    return " ".join(name.lower().split())


def _attributes(rest: str) -> Iterator[tuple[str, str]]:
    for found in islice(_ATTRIBUTE.finditer(rest), _MOST_ATTRIBUTES):
        yield found["name"].lower(), found["double"] or found["single"] or found["bare"] or ""
