"""Show the files of a rule's examples line by line, with the lines marked that it speaks of."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

_KEY = re.compile(r"(\s*(?:- )*)([\w-]+)(:(?:\s.*)?)", re.DOTALL)
_PICTURES = {number: chr(0x2400 + number) for number in range(32) if chr(number) not in "\t\n"}


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleLine:
    """A line of a file."""

    indent: str = ""
    key: str = ""
    """The name of a field, which is shown in another colour."""
    rest: str = ""
    is_found: bool = False
    """Whether a rule speaks of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A file of an example."""

    path: str
    lines: tuple[SampleLine, ...] = ()
    encoding: str = ""
    """The encoding of the file, if not UTF-8."""
    target: str = ""
    """The target, if the file is a link."""
    is_cut: bool = False
    """Whether the file goes on for long."""


def samples(files: Mapping[str, Any], finds: Iterable[str] = ()) -> tuple[Sample, ...]:
    """Prepare the files of an example; `finds` are what the rule says of them, `path:line:column: …`."""
    places = {tuple(text.split(":", 2)[:2]) for text in finds}
    return tuple(_sample(path, content, places) for path, content in files.items())


def _sample(path: str, content: Any, places: set[tuple[str, ...]]) -> Sample:
    match content:
        case {"link": target}:
            return Sample(path=path, target=target)
        case {"text": text, "encoding": encoding}:
            return Sample(path=path, lines=tuple(_lines(path, text, places)), encoding=encoding)
        case {"parts": [[text, _], *_]}:
            return Sample(path=path, lines=tuple(_lines(path, text, places)), is_cut=True)
    return Sample(path=path, lines=tuple(_lines(path, content, places)))


def _lines(path: str, text: str, places: set[tuple[str, ...]]) -> Iterator[SampleLine]:
    for number, line in enumerate(text.splitlines(), 1):
        shown = line.translate(_PICTURES)
        parts = _KEY.fullmatch(shown)
        indent, key, rest = parts.groups() if parts else ("", "", shown)
        yield SampleLine(indent=indent, key=key, rest=rest, is_found=(path, str(number)) in places)
