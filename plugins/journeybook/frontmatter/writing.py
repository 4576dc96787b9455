"""Write plain values as YAML in the style of the house, so that `read_yaml` gives exactly them back.

Texts stand bare where they can, as a block where they have lines, and in double quotes otherwise.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from journeybook.frontmatter.refused import Refused
from journeybook.frontmatter.text import refuse_forbidden
from journeybook.frontmatter.yaml_events import NOTHING

_LONGEST_KEY = 1000
"""YAML looks for the colon behind a key no further than 1,024 characters."""
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_OPENING = re.compile(r"""[^\s\-?:,\[\]{}#&*!|>'"%@`<=~]""")
"""What a bare text may begin with; some other signs would do, but look like YAML."""
_CUT = re.compile(r":(?=\s|$)|\s#|\s$|\n")
"""What would end a bare text."""
_FEW_WORDS = re.compile(r"\w[\w.()/&+%-]*(?: [\w.()/&+%-]+){0,2}")
"""Up to three words, which may stand in a row with others."""
_LONGEST_ENTRY, _LONGEST_ROW = 24, 72
_ESCAPED = re.compile("[\t\ufeff]")
"""What YAML does not take as it is, or what cannot be seen."""


def yaml_text(data: Mapping[str, Any]) -> str:
    """Write keys and values, as a whole file or a header; `Refused` for what no file may hold."""
    return "".join(f"{line}\n" for line in _group(data, 0))


def yaml_lines(key: str, value: Any, column: int) -> list[str]:
    """The lines of a key with its value, whose keys begin in a column."""
    return list(_group({key: value}, column))


def yaml_entry_lines(value: Any, column: int) -> list[str]:
    """The lines of an entry of a list, whose dashes stand in a column."""
    return list(_entries([value], column))


def yaml_scalar(value: Any) -> str:
    """Write a text, number or day in one line, and nothing for no value."""
    if value is None:
        return ""
    text = _text(value)
    if _is_bare(text):
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    text = value.isoformat() if isinstance(value, date) else str(value)
    refuse_forbidden(text)
    return text


def _is_bare(text: str) -> bool:
    """Whether a text means itself without quotes."""
    if _NUMBER.fullmatch(text):
        return True
    is_open = bool(_OPENING.match(text)) and text not in NOTHING
    return is_open and not (_CUT.search(text) or _ESCAPED.search(text))


def _group(data: Mapping[str, Any], column: int) -> Iterator[str]:
    for key, value in data.items():
        if len(key) > _LONGEST_KEY:
            raise Refused("file-too-large", f"A key has more than {_LONGEST_KEY:,} characters.")
        yield from _behind(f"{' ' * column}{yaml_scalar(key)}:", value, column + 2)


def _entries(items: Sequence[Any], column: int) -> Iterator[str]:
    for item in items:
        opening = f"{' ' * column}-"
        if _in_one_line(item) is not None or isinstance(item, str):
            yield from _behind(opening, item, column + 2)
            continue
        first, *others = _nested(item, column + 2)
        yield f"{opening} {first[column + 2 :]}"
        yield from others


def _behind(opening: str, value: Any, column: int) -> Iterator[str]:
    """Yield a key or a dash with its value: in the same line, or in lines that begin in a column."""
    line = _in_one_line(value)
    if line is not None:
        yield f"{opening} {line}".rstrip(" ") if not line else f"{opening} {line}"
    elif isinstance(value, str):
        yield f"{opening} |-"
        yield from (f"{' ' * column}{part}" if part else "" for part in value.split("\n"))
    else:
        yield opening
        yield from _nested(value, column)


def _nested(value: Any, column: int) -> Iterator[str]:
    return _group(value, column) if isinstance(value, Mapping) else _entries(value, column)


def _in_one_line(value: Any) -> str | None:
    """A value as it stands behind its key, if it is short enough for that."""
    if isinstance(value, Mapping):
        return _row_of_numbers(value)
    if isinstance(value, (list, tuple)):
        return _row_of_words(value)
    return None if _is_block(value) else yaml_scalar(value)


def _row_of_numbers(group: Mapping[str, Any]) -> str | None:
    is_short = all(_is_few_words(key) and _NUMBER.fullmatch(str(value)) for key, value in group.items())
    row = ", ".join(f"{key}: {value}" for key, value in group.items()) if is_short else ""
    return f"{{{row}}}" if is_short and len(row) <= _LONGEST_ROW else None


def _row_of_words(items: Sequence[Any]) -> str | None:
    is_short = all(isinstance(item, (str, int)) and _is_few_words(_text(item)) for item in items)
    row = ", ".join(map(_text, items)) if is_short else ""
    return f"[{row}]" if is_short and len(row) <= _LONGEST_ROW else None


def _is_few_words(text: str) -> bool:
    return len(text) <= _LONGEST_ENTRY and bool(_FEW_WORDS.fullmatch(text)) and text not in NOTHING


def _is_block(value: Any) -> bool:
    """Whether a text has lines that can stand as they are, with no sign of which blanks belong to them."""
    return (
        isinstance(value, str)
        and "\n" in value
        and not value.startswith((" ", "\n"))
        and not value.endswith("\n")
        and not _ESCAPED.search(value)
    )
