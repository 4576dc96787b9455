"""Find `[[kind:id]]` and `[[kind:id|text]]` in Markdown and in the texts of headers."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, Self

from journeybook.bodies import prose_lines

PATTERN = r"\[\[[ \t]*(?P<kind>[a-zA-Z-]+)[ \t]*:(?P<id>[^\[\]|\n]+)(?:\|(?P<text>[^\[\]\n]*))?\]\]"
"""One link; the kind may be wrong, so that a slip is reported instead of shown.

`journey:id/stage-id` names a stage of a journey.
"""

LINK = re.compile(r"(?<!\\)" + PATTERN)
"""The same where no backslash stands before it."""
_OPENING = re.compile(r"\[(?=\[)")

WITHOUT_LINKS = frozenset(
    {
        "title",
        "alt",
        "aliases",
        "columns",
        "tags",
        "id",
        "src",
        "icon",
        "contact",
        "currency",
        "customers",
        "url",
        "feedback_url",
        "link",
    }
)
"""Fields of headers whose texts are names, or no words at all: brackets in them are shown as they are."""

HeaderPath = tuple[str | int, ...]


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
    at: HeaderPath = ()
    """The keys and list positions that lead to its text in a header; empty below."""


class Leading(NamedTuple):
    """The words of a text that lead to a thing."""

    words: str
    kind: str
    id: str
    """With the stage's id after a slash where there is one."""


class LinkedText(str):
    """A text of a header as readers see it, which knows what in it leads somewhere."""

    __slots__ = ("parts",)
    parts: tuple[str | Leading, ...]

    @classmethod
    def of(cls, parts: Iterable[str | Leading]) -> Self:
        """Put a text together."""
        kept = tuple(parts)
        made = cls("".join(part if isinstance(part, str) else part.words for part in kept))
        made.parts = kept
        return made

    def with_words(self, change: Callable[[str], str]) -> Self:
        """Return the same text with other words, such as hyphenated ones."""
        return self.of(
            change(part) if isinstance(part, str) else part._replace(words=change(part.words))
            for part in self.parts
        )


def find_links(markdown: str, first_line: int = 1) -> Iterator[Link]:
    """Yield the links of a Markdown text, outside of code and comments."""
    if "[[" not in markdown:
        return
    for number, line in prose_lines(markdown, first_line):
        if "[[" in line:
            for found in LINK.finditer(line):
                yield _link(found, number, found.start() + 1)


def _link(found: re.Match[str], line: int, column: int, at: HeaderPath = ()) -> Link:
    return Link(
        kind=found["kind"], id=found["id"].strip(), text=found["text"], line=line, column=column, at=at
    )


def takes_links(at: HeaderPath) -> bool:
    """Whether `[[kind:id]]` becomes a link in the text at a path of a header."""
    keys = [part for part in at if isinstance(part, str)]
    return bool(keys) and keys[-1] not in WITHOUT_LINKS and not any(key.startswith("x-") for key in keys)


def links_of_text(text: str, at: HeaderPath, source: str, begin: int, first_line: int) -> Iterator[Link]:
    """Yield the links of a text of a header.

    The text begins at a place of the header's source, of which each bracket stands there as it does in the
    text, unless it is escaped; the first line of the source has a number.
    """
    openings = {found.start(): number for number, found in enumerate(_OPENING.finditer(text))}
    written = [found.start() for found, _ in zip(_OPENING.finditer(source, begin), openings, strict=False)]
    for found in LINK.finditer(text):
        number = openings[found.start()]
        start = written[number] if number < len(written) else begin
        line = first_line + source.count("\n", 0, start)
        yield _link(found, line, start - source.rfind("\n", 0, start), at)


def linked(text: str, words_of: Callable[[str, str], str | None]) -> str:
    """Return a text with the words of what its links name, which a function tells of a kind and an id.

    Where it tells none, the link is left as it is written.
    """
    if "[[" not in text:
        return text
    parts: list[str | Leading] = []
    end = 0
    for found in LINK.finditer(text):
        name = found["id"].strip()
        title = words_of(found["kind"], name)
        if title is not None:
            words = (found["text"] or "").strip() or " ".join(title.split())
            parts += [text[end : found.start()], Leading(words, found["kind"], name)]
            end = found.end()
    return LinkedText.of((*parts, text[end:])) if parts else text
