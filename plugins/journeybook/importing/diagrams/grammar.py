"""Take the lines of a Mermaid source apart, as far as diagrams of journeys and timelines have them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

_ENTITY = re.compile(r"#(?P<code>\d{1,7}|[a-zA-Z]{2,12});")
_BREAK = re.compile(r"\s*<br\s*/?>\s*", re.IGNORECASE)
_COMMENT = re.compile(r"(?:^|(?<=\s))%%(?!\{).*$|^\s*#(?!\d+;|[a-zA-Z]+;).*$")
_DIRECTIVE = re.compile(r"%%\{[^%]*\}%%")
_FRONT_MATTER = re.compile(r"\A\s*---[ \t]*\n(?P<inside>.*?)\n[ \t]*---[ \t]*(?:\n|\Z)", re.DOTALL)
_TITLE = re.compile(r"^title:[ \t]*(?P<quote>[\"']?)(?P<title>.+?)(?P=quote)[ \t]*$", re.MULTILINE)
_DESCRIPTION = re.compile(r"accDescr[ \t]*\{(?P<inside>[^{}]*)\}", re.IGNORECASE)
_KEYWORD = re.compile(
    r"(?P<key>title|section|accTitle|accDescr)(?:[ \t]*:|[ \t]|$)[ \t]*(?P<value>.*)$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """A line of a source that says something."""

    number: int
    """Counted in the file."""
    key: str
    """`title`, `section`, `acctitle`, `accdescr`, `comment`, or nothing for what the diagram lists."""
    value: str
    """What follows the word, or the line itself, with its entities."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagram:
    """A source, taken apart."""

    kind: str
    """Mermaid's word for it, such as `journey`; empty where none is found."""
    lines: tuple[SourceLine, ...] = ()


def diagram(text: str, first_line: int) -> Diagram:
    """Take a source apart whose text begins in a line of its file."""
    titles: list[SourceLine] = []
    if front := _FRONT_MATTER.match(text):
        titles += _front_title(front, first_line)
        text = _blank(front) + text[front.end() :]
    text = _DIRECTIVE.sub(_blank, text)
    titles += _descriptions(text, first_line)
    text = _DESCRIPTION.sub(_blank, text)
    kind, *lines = [*_lines(text, first_line)] or [SourceLine(number=first_line, key="", value="")]
    while kind.key == "comment" and lines:
        kind, *lines = lines
    word, _, rest = kind.value.partition(" ")
    is_sentence = rest.strip() and not _KEYWORD.match(rest.strip())
    if is_sentence and word.removesuffix(":").lower() in {"journey", "timeline"}:
        word = ""  # a sentence or the name of a journey, not the beginning of a diagram
    elif rest.strip():  # `journey title X` in one line
        lines.insert(0, _line(rest.strip(), kind.number))
    return Diagram(kind=word.removesuffix(":"), lines=(*titles, *lines))


def as_drawn(text: str) -> str:
    """Return a text as the diagram shows it: in one line, its entities decoded."""
    return " ".join(_BREAK.sub(" ", _ENTITY.sub(_decoded, text)).split())


def _decoded(entity: re.Match[str]) -> str:
    code = entity["code"]
    character = unescape(f"&#{code};" if code.isdigit() else f"&{code};")
    return character if len(character) <= 2 and character.isprintable() else entity[0]  # noqa: PLR2004 - of two code points


def _blank(found: re.Match[str]) -> str:
    """Leave out a passage but for its ends of lines, so that what follows keeps its lines."""
    return "\n" * found[0].count("\n")


def _front_title(front: re.Match[str], first_line: int) -> Iterator[SourceLine]:
    if found := _TITLE.search(front["inside"]):
        number = first_line + front.string.count("\n", 0, front.start("inside") + found.start())
        yield SourceLine(number=number, key="title", value=found["title"])


def _descriptions(text: str, first_line: int) -> Iterator[SourceLine]:
    for found in _DESCRIPTION.finditer(text):
        number = first_line + text.count("\n", 0, found.start())
        yield SourceLine(number=number, key="accdescr", value=" ".join(found["inside"].split()))


def _lines(text: str, first_line: int) -> Iterator[SourceLine]:
    for number, line in enumerate(text.split("\n"), first_line):
        comment = _COMMENT.search(line)
        said = line[: comment.start()] if comment else line
        for part in _statements(said):
            yield _line(part, number)
        if comment:
            yield SourceLine(number=number, key="comment", value=comment[0].strip().lstrip("%#").strip())


def _statements(line: str) -> Iterator[str]:
    """Yield the statements of a line, which semicolons may part; those of entities part nothing."""
    guarded = _ENTITY.sub(lambda found: f"#{found['code']}\0", line)
    parts = [part.replace("\0", ";").strip() for part in guarded.split(";")]
    whole = guarded.replace("\0", ";").strip().rstrip(";").strip()
    filled = [part for part in parts if part]
    is_parted = len(filled) > 1 and all(_KEYWORD.match(part) or re.search(r":\s*\d", part) for part in filled)
    yield from filled if is_parted else filter(None, [whole])


def _line(text: str, number: int) -> SourceLine:
    found = _KEYWORD.match(text)
    if found and (found["value"] or ":" not in text):
        return SourceLine(number=number, key=found["key"].lower(), value=found["value"])
    return SourceLine(number=number, key="", value=text)
