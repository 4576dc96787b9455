"""Write the documents of an export as JSON text: an entry of a list in a line of its own, as fast as it goes.

Whoever prints a document in a job of continuous integration gives its runner no command.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from journeybook.characters import unheard
from journeybook.notation.plain import Plain

_DEEPEST = 2
"""Levels of groups whose keys have a line each."""


def json_text(document: Plain) -> str:
    """Return a document as text that ends with a line end."""
    text = "".join(_laid_out(document, 0))
    return unheard(text, marker="\\u0023#") + "\n"


def _laid_out(value: Any, depth: int) -> Iterator[str]:
    space = "  " * (depth + 1)
    if isinstance(value, Mapping) and value and depth < _DEEPEST:
        parts = [f"{space}{_line(key)}: {''.join(_laid_out(item, depth + 1))}" for key, item in value.items()]
        yield f"{{\n{_joined(parts)}\n{'  ' * depth}}}"
    elif isinstance(value, list) and value and depth <= _DEEPEST:
        yield f"[\n{_joined([space + _line(item) for item in value])}\n{'  ' * depth}]"
    else:
        yield _line(value)


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, check_circular=False)


def _joined(parts: list[str]) -> str:
    return ",\n".join(parts)
