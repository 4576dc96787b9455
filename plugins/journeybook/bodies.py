"""Prose, tags, links and headings of a body of Markdown, outside of its code and comments."""

import posixpath
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from urllib.parse import unquote, urlsplit

_FENCE = re.compile(r"[ \t]*(?P<mark>`{3,}+(?!.*`)|~{3,})(?P<rest>.*)")
_BACKTICKS = re.compile(r"(?<!\\)`+")
_INDENTED = re.compile(r"(?: {4}| {0,3}\t)\s*\S")
_OPENS_INDENTATION = re.compile(r"\s{0,3}(?:[-*+]\s|\d+[.)]\s|!!!|\?\?\?|===|\[\^|:\s)")
_NOT_A_LINE_END = re.compile(r"[^\n]")
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A tag of an HTML element, or what Markdown takes for one."""

    start: int
    """Where it begins in the body."""
    name: str
    """In small letters."""
    attributes: tuple[tuple[str, str], ...] = ()
    """Names in small letters, with their values."""
    written: str = ""
    """What stands between the brackets."""
    is_end: bool = False
    """Whether it closes an element."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """The address that a link or a picture of Markdown leads to."""

    start: int
    """Where the link begins in the body."""
    address: str
    """As written."""
    is_picture: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """The line that gives a name to an address, or the beginning of a footnote."""

    start: int
    name: str
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading of Markdown."""

    line: int
    """The line of the file."""
    column: int
    level: int
    text: str
    """What stands behind the marks."""
    is_underlined: bool = False
    """Whether a line of = or - below makes it one."""


def meant_paths(address: str, folder: str) -> tuple[str, ...]:
    """The paths below the journeys folder that a relative address in a file of `folder` may mean."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ()
    path = unquote(parts.path)
    if parts.scheme or parts.netloc or not path or path.startswith(("/", "\\")):
        return ()
    return posixpath.normpath(posixpath.join(folder, path)), posixpath.normpath(path)


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


def prose_lines(markdown: str, first_line: int = 1) -> Iterator[tuple[int, str]]:
    """Yield the numbered lines of a Markdown text outside of code; code within a line is blanked."""
    lines = _without_comments(markdown).split("\n")
    in_code = zip(lines, fenced(lines), _indented(lines), strict=True)
    for number, (line, is_fenced, is_indented) in enumerate(in_code, first_line):
        if not is_fenced and not is_indented:
            yield number, _without_code(line) if "`" in line else line


def fenced(lines: list[str]) -> Iterator[bool]:
    """Say of each line of a Markdown text whether it belongs to a fenced block of code."""
    fence = ""
    for line in lines:
        mark = _FENCE.fullmatch(line)
        if not fence and mark:
            fence = mark["mark"]
            yield True
        elif mark and mark["mark"].startswith(fence) and not mark["rest"].strip():
            fence = ""
            yield True
        else:
            yield bool(fence)


def _indented(lines: list[str]) -> Iterator[bool]:
    """Say of each line whether its indentation makes it code: after an empty line, not in lists and notes."""
    within, code, after_empty = False, False, True
    for line in lines:
        is_deep = _INDENTED.match(line) is not None
        if line.strip():
            code = is_deep and not within and (code or after_empty)
            within = _OPENS_INDENTATION.match(line) is not None or (within and (is_deep or not after_empty))
        after_empty = not line.strip()
        yield code and not after_empty


def _without_comments(markdown: str) -> str:
    """Put spaces where comments stand."""
    parts: list[str] = []
    at = 0
    while (start := markdown.find("<!--", at)) >= 0 and (end := markdown.find("-->", start + 4)) >= 0:
        end += len("-->")
        parts += markdown[at:start], _NOT_A_LINE_END.sub(" ", markdown[start:end])
        at = end
    return "".join((*parts, markdown[at:]))


def _without_code(line: str) -> str:
    """Put spaces where code stands between two rows of as many backticks."""
    rows = [found.span() for found in _BACKTICKS.finditer(line)]
    ends: dict[int, int] = {}
    closing: dict[int, int] = {}
    for start, end in reversed(rows):
        if end - start in closing:
            ends[start] = closing[end - start]
        closing[end - start] = end
    parts: list[str] = []
    at = 0
    for start, _ in rows:
        if start >= at and start in ends:
            parts += line[at:start], " " * (ends[start] - start)
            at = ends[start]
    return "".join((*parts, line[at:]))
