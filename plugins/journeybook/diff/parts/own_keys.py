"""Compare the author's own keys, which begin with x-."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from journeybook.diff.change import Change
from journeybook.diff.kinds import Kind
from journeybook.diff.parts.location import Location


def compare_own_keys(location: Location, old: Any, new: Any) -> Iterator[Change]:
    """Yield a change for each own key at the top, and one for all of those further down."""
    before, after = _own(old), _own(new)
    for key in sorted(before.keys() | after.keys()):
        one, other = before.get(key, ""), after.get(key, "")
        if one != other:
            kind = (
                Kind.FIELD_CHANGED if one and other else Kind.FIELD_GIVEN if other else Kind.FIELD_WITHDRAWN
            )
            yield location.change(kind, at=(key,), field=key, old=one, new=other)
    if Counter(_deeper(old)) != Counter(_deeper(new)):
        yield location.change(Kind.HEADER_CHANGED)


def _own(data: Any) -> dict[str, str]:
    if not isinstance(data, dict):
        return {}
    return {key: _text(value) for key, value in data.items() if key.startswith("x-")}


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _deeper(data: Any, depth: int = 0) -> Iterator[str]:
    """The own keys below the top with their values."""
    if isinstance(data, list):
        for item in data:
            yield from _deeper(item, depth + 1)
    elif isinstance(data, dict):
        for key, value in data.items():
            if key.startswith("x-"):
                if depth:
                    yield f"{key}: {_text(value)}"
            else:
                yield from _deeper(value, depth + 1)
