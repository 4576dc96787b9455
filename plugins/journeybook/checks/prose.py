"""Gather what people wrote: texts of a header and lines of a body, without ids, code and comments."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, get_args

from journeybook import model
from journeybook.bodies import prose_lines
from journeybook.catalogue import is_set_aside
from journeybook.findings import Place
from journeybook.frontmatter import Path
from journeybook.load import Document, Folder
from journeybook.model import Record
from journeybook.model.fields import FlagOrText, Text
from journeybook.model.references import Reference

_NO_WORDS = frozenset({"src", "icon", "contact", "currency"})
"""Fields of text that hold no words of a language."""
_WORDS = frozenset((*get_args(Text)[1:], *get_args(FlagOrText)[1:]))
"""What marks a field as one of text."""

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


def _gather(record: Record, path: Path, found: list[tuple[Path, str]]) -> None:
    for name, may_name in _fields_with_words(type(record)):
        value = getattr(record, name)
        if not value:  # as most fields of most records
            continue
        if isinstance(value, dict):
            for label, item in value.items():
                for at, text in enumerate(item) if isinstance(item, tuple) else [(None, item)]:
                    _gather_value(
                        text, (*path, name, label) if at is None else (*path, name, label, at), found
                    )
        elif may_name:
            found.extend(_without_ids((*path, name), value))
        elif isinstance(value, tuple):
            for number, item in enumerate(value):
                _gather_value(item, (*path, name, number), found)
        else:
            _gather_value(value, (*path, name), found)


def _without_ids(path: Path, value: Any) -> Iterator[tuple[Path, str]]:
    """Yield the texts of a field that may hold ids as well: what has the form of an id is no word."""
    written = (
        [((*path, at), text) for at, text in enumerate(value)]
        if isinstance(value, tuple)
        else [(path, value)]
    )
    yield from ((at, text) for at, text in written if text and not model.is_id(text))


def _gather_value(value: Any, path: Path, found: list[tuple[Path, str]]) -> None:
    if isinstance(value, str):
        found.append((path, value))
    elif isinstance(value, Record):
        _gather(value, path, found)


@cache
def _fields_with_words(kind: type[Record]) -> tuple[tuple[str, bool], ...]:
    """The fields of a class that hold words, each with whether it may name other things as well."""
    return tuple(
        (name, _has_reference(field.annotation))
        for name, field in kind.model_fields.items()
        if name not in _NO_WORDS and (not _WORDS.isdisjoint(field.metadata) or _has_words(field.annotation))
    )


def _has_reference(annotation: Any) -> bool:
    """Whether a text in a field may be the id of another thing."""
    marks = getattr(annotation, "__metadata__", ())
    return any(isinstance(mark, Reference) for mark in marks) or any(
        map(_has_reference, get_args(annotation))
    )


def _has_words(annotation: Any) -> bool:
    """Whether a text, or a record, stands somewhere in a field's type; so it may where an id can."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return True
    parts = get_args(annotation)
    return not _WORDS.isdisjoint(getattr(annotation, "__metadata__", ())) or any(map(_has_words, parts))
