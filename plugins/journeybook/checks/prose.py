"""Gather what people wrote: texts of a header and lines of a body, without ids, code and comments."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, get_args

from journeybook import model
from journeybook.bodies import prose_lines
from journeybook.findings import Place
from journeybook.frontmatter import Path
from journeybook.load import Document, Folder
from journeybook.model import Record
from journeybook.model.fields import FlagOrText, Text

_NO_WORDS = frozenset({"src", "icon", "contact", "currency"})
"""Fields of text that hold no words of a language."""

Search = Callable[[str], Iterator[tuple[int, str]]]
"""Finds something in a text: where it begins, and what stands there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundText:
    """A place in what people wrote."""

    place: Place
    at: Path
    """The path in the header; empty in the body."""
    text: str
    """The text that stands there."""


@dataclass(frozen=True, kw_only=True)
class Prose:
    """The texts of one file."""

    document: Document
    passages: tuple[tuple[Path, str], ...]
    """The texts of the header, each with its path."""

    @cached_property
    def header(self) -> str:
        """The texts of the header in one."""
        return "\n".join(text for _, text in self.passages)

    @property
    def body(self) -> str:
        """The text below the header, if Markdown can read it."""
        return "" if self.document.is_overloaded else self.document.body

    @property
    def parts(self) -> tuple[str, str]:
        """The texts of the header, and the body with all that stands in it."""
        return self.header, self.body

    def search_header(self, find: Search) -> Iterator[FoundText]:
        """Yield what is found in the header."""
        for path, text in self.passages:
            for _, found in sorted(set(find(text))):
                yield FoundText(place=self.document.place(path), at=path, text=found)

    def search(self, find: Search) -> Iterator[FoundText]:
        """Yield what is found, in the header and in the body's lines."""
        document = self.document
        yield from self.search_header(find)
        for number, line in prose_lines(self.body, document.body_line):
            for start, found in sorted(set(find(line))):
                place = Place(path=document.path, line=number, column=start + 1)
                yield FoundText(place=place, at=(), text=found)


def prose_of(folder: Folder) -> Iterator[Prose]:
    """Yield the texts of each file; what is kept for the record only is left alone."""
    for document in folder.documents:
        if document.record is not None and not is_set_aside(document):
            found: list[tuple[Path, str]] = []
            _gather(document.record, (), found)
            yield Prose(document=document, passages=tuple(found))


def is_set_aside(document: Document) -> bool:
    """Whether a thing is of the past or not meant to be: retired touchpoints, personas to turn away."""
    match document.record:
        case model.Persona(type="negative") | model.Touchpoint(lifecycle="retired"):
            return True
    return False


def _gather(record: Record, path: Path, found: list[tuple[Path, str]]) -> None:
    for name in _fields_with_words(type(record)):
        value = getattr(record, name)
        if isinstance(value, tuple):
            for number, item in enumerate(value):
                _gather_value(item, (*path, name, number), found)
        elif isinstance(value, dict):
            found.extend(((*path, name, label), text) for label, text in value.items())
        elif value:
            _gather_value(value, (*path, name), found)


def _gather_value(value: Any, path: Path, found: list[tuple[Path, str]]) -> None:
    if isinstance(value, str):
        found.append((path, value))
    elif isinstance(value, Record):
        _gather(value, path, found)


@cache
def _fields_with_words(kind: type[Record]) -> tuple[str, ...]:
    fields = kind.model_fields.items()
    marks = {*get_args(Text)[1:], *get_args(FlagOrText)[1:]}
    return tuple(
        name
        for name, field in fields
        if name not in _NO_WORDS and (not marks.isdisjoint(field.metadata) or _has_words(field.annotation))
    )


def _has_words(annotation: Any) -> bool:
    """Whether a text, or a record, stands somewhere in a field's type."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return True
    return annotation == Text or any(map(_has_words, get_args(annotation)))
