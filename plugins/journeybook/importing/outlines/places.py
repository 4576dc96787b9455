"""Parse JSON or YAML, with the line of each value."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from journeybook.frontmatter import Refused, read_yaml
from journeybook.importing.brought_in import KeyPath
from journeybook.importing.json_text import read_json
from journeybook.workbooks import NotReadable

_YAML = frozenset({".yml", ".yaml"})
_LONGEST = 2_000_000
"""Characters of a text whose lines are counted value by value."""
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+"|[{}\[\],:]|[^\s"{}\[\],:]+', re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """The values of a text."""

    data: Any
    address: Callable[[KeyPath], str]
    """Names the line of a value by its keys and positions."""


def parsed(source: str, text: str) -> Parsed | None:
    """Parse a text as what it is by its name or its beginning; nothing if it is neither."""
    if text.lstrip("\ufeff \t\r\n")[:1] in {"{", "["}:
        data = read_json(text)
        lines = _lines(text) if len(text) <= _LONGEST else {}
        return Parsed(data=data, address=lambda path: _nearest(lines, path))
    if PurePath(source).suffix.lower() not in _YAML:
        return None
    try:
        header = read_yaml(text)
    except Refused as refused:
        raise NotReadable(f"Line {refused.line}, column {refused.column}: {refused.message}") from refused
    if header.refused:
        first = header.refused[0]
        raise NotReadable(f"Line {first.line}, column {first.column}: {first.message}")
    return Parsed(data=header.data, address=lambda path: f"line {(header.places.value(path) or (1, 1))[0]}")


def _nearest(lines: dict[KeyPath, int], path: KeyPath) -> str:
    while path and path not in lines:
        path = path[:-1]
    return f"line {lines.get(path, 1)}"


def _lines(text: str) -> dict[KeyPath, int]:
    """The lines in which the values of JSON begin, by their paths."""
    return dict(_walk(text))


def _walk(text: str) -> Iterator[tuple[KeyPath, int]]:
    """Go through JSON that is known to be right, and yield the path and the line of each value."""
    path: list[str | int] = []
    is_group: list[bool] = []
    is_key, line, end = False, 1, 0
    for token in _TOKEN.finditer(text):
        line, end = line + text.count("\n", end, token.start()), token.start()
        sign = token[0]
        if sign in "}]":
            path.pop()
            is_group.pop()
        elif sign == ",":
            is_key = is_group[-1]
            if not is_key:
                path[-1] = int(path[-1]) + 1
        elif sign == ":":
            is_key = False
        elif is_key:
            path[-1] = json.loads(sign, strict=False)
        else:
            yield tuple(path), line
            if sign in "{[":
                path.append("" if sign == "{" else 0)
                is_group.append(sign == "{")
                is_key = sign == "{"
