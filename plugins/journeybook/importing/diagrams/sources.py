"""Find Mermaid sources in a file: the file itself, or what its fences and elements hold."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

_FENCE = re.compile(r"^(?P<indent>[ \t>]*)(?P<mark>`{3,}|~{3,}|:{3,})[ \t]*(?P<info>.*)$")
_MERMAID = re.compile(r"\{?\s*\.?mermaid\b", re.IGNORECASE)
_ELEMENT = re.compile(r"<(div|pre|code)\b[^<>]*\bclass=[\"'][^\"']*\bmermaid\b[^<>]*>", re.IGNORECASE)
_HEADING = re.compile(r"^#{1,6}[ \t]+(?P<title>.+?)[ \t]*#*$")
_ID_OF_HEADING = re.compile(r"\s*\{[#.:][^{}]*\}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class DiagramSource:
    """A diagram as it is written."""

    text: str
    line: int
    """The line of the file in which the text begins."""
    heading: str = ""
    """The heading above it."""


def sources(text: str) -> Iterator[DiagramSource]:
    """Yield the diagrams of a Markdown file in their order, or the whole of a file that has none."""
    lines = text.split("\n")
    found = [*_in_markdown(lines)]
    yield from found or [DiagramSource(text=text, line=1)]


def _in_markdown(lines: list[str]) -> Iterator[DiagramSource]:
    heading, number = "", 0
    while number < len(lines):
        line = lines[number]
        if titled := _HEADING.match(line):
            heading = _ID_OF_HEADING.sub("", titled["title"])
        if fence := _FENCE.match(line):
            end = _end_of_fence(lines, number, fence)
            if _MERMAID.match(fence["info"]):
                inside = [_without_indent(inner, fence["indent"]) for inner in lines[number + 1 : end]]
                yield DiagramSource(text="\n".join(inside), line=number + 2, heading=heading)
            number = end
        elif element := _ELEMENT.search(line):
            yield (source := _element(lines, number, element, heading))
            number += source.text.count("\n")
        number += 1


def _end_of_fence(lines: list[str], number: int, fence: re.Match[str]) -> int:
    """The line that closes a fence; an open one reaches to the end of the file."""
    closing = re.compile(rf"[ \t>]*{fence['mark'][0]}{{{len(fence['mark'])},}}[ \t]*$")
    return next((at for at in range(number + 1, len(lines)) if closing.match(lines[at])), len(lines))


def _without_indent(line: str, indent: str) -> str:
    return line.removeprefix(indent) if indent.strip() else line


def _element(lines: list[str], number: int, element: re.Match[str], heading: str) -> DiagramSource:
    """The source in an element of HTML, whose first line may be that of the tag."""
    closing = f"</{element[1].lower()}>"
    text = lines[number][element.end() :]
    inside = [text]
    for line in lines[number + 1 :]:
        if closing in inside[-1].lower():
            break
        inside.append(line)
    end = inside[-1].lower().find(closing)
    inside[-1] = inside[-1][:end] if end >= 0 else inside[-1]
    return DiagramSource(text=unescape("\n".join(inside)), line=number + 1, heading=heading)
