"""Read TOML that a stranger may have written: its data, and the places of its keys."""

import re
import tomllib
from typing import Any

from journeybook.frontmatter import Refused

RULE = "invalid-setting"
_DEEPEST = 16
_LONGEST_NUMBER = 100

_TOKEN = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*+(?:"{3,5}|\Z)'
    r"|'''(?:[^']|'(?!''))*+(?:'{3,5}|\Z)"
    r'|"(?:[^"\\\n]|\\.)*+"'
    r"|'[^'\n]*+'"
    r"|\#[^\n]*+"
    r"|(?P<open>[\[{])|(?P<close>[\]}])|(?P<dot>\.)|(?P<end>[\n=,])|(?P<bare>[\w+-]++)",
    re.DOTALL,
)
"""What a reader of TOML must tell apart to count levels; what matches none of it is no part of any."""
_NUMBER = re.compile(r"[+-]?[0-9]")
_PLACE = re.compile(r"line (\d+), column (\d+)")
_TABLE = re.compile(r"[ \t]*(?P<array>\[)?\[(?P<name>[^\]]+)\]")

Keys = tuple[str | int, ...]


def parse_toml(text: str) -> dict[str, Any]:
    """Return the data of a TOML text; what would be dear to read is refused before it is read."""
    _refuse_dear(text)
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        found = _PLACE.search(str(error))
        message = "This is not valid TOML. Look for a missing quote, bracket or equals sign here."
        raise Refused(RULE, message, *map(int, found.groups() if found else ())) from error


def _refuse_dear(text: str) -> None:
    """Refuse deep values, keys of many parts, and numbers that no computer counts with."""
    depth = dots = 0
    for found in _TOKEN.finditer(text):
        match found.lastgroup:
            case "open":
                depth += 1
            case "close":
                depth -= 1
            case "dot":
                dots += 1
            case "end":
                dots = 0
            case "bare" if _is_long_number(found[0]):
                message = f"This number has more than {_LONGEST_NUMBER} digits."
                raise Refused(RULE, message, *_line_and_column(text, found.start()))
        if max(depth, dots) > _DEEPEST:
            message = f"This is nested deeper than {_DEEPEST} levels."
            raise Refused(RULE, message, *_line_and_column(text, found.start()))


def _is_long_number(token: str) -> bool:
    return len(token) > _LONGEST_NUMBER and _NUMBER.match(token) is not None


def _line_and_column(text: str, at: int) -> tuple[int, int]:
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


class KeyPlaces:
    """The places of the keys of a TOML text, which tomllib does not tell."""

    def __init__(self, text: str) -> None:
        self._places: dict[Keys, tuple[int, int]] = {}
        self._arrays: dict[Keys, int] = {}
        table: Keys = ()
        for number, line in enumerate(text.split("\n"), 1):
            opened = _TABLE.match(line)
            if opened:
                table = self._table(_parts(opened["name"]), is_array=opened["array"] is not None)
            elif "=" not in line:
                continue
            keys = table if opened else (*table, *_parts(line.partition("=")[0]))
            self._places.setdefault(keys, (number, len(line) - len(line.lstrip()) + 1))

    def _table(self, names: list[str], *, is_array: bool) -> Keys:
        """The way to a table, with the positions in lists of tables that it leads through."""
        keys: Keys = ()
        for at, name in enumerate(names, 1):
            keys = (*keys, name)
            if is_array and at == len(names):
                self._arrays[keys] = self._arrays.get(keys, -1) + 1
            if keys in self._arrays:
                keys = (*keys, self._arrays[keys])
        return keys

    def find(self, keys: Keys) -> tuple[int, int]:
        """The line and column of a key, or of the table around it, counted from 1."""
        around = (keys[:depth] for depth in range(len(keys), 0, -1))
        return next((self._places[part] for part in around if part in self._places), (1, 1))


def _parts(written: str) -> list[str]:
    return [part.strip().strip("\"'") for part in written.split(".")]
