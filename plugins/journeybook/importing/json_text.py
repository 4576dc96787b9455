"""Read JSON of others: plain values, or one sentence with line and column that says why not."""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any, Never

from journeybook.workbooks import NotReadable

DEEPEST_JSON = 64
"""Of lists and groups in one another; what people bring has less than ten."""
MOST_JSON_VALUES = 1_000_000

_TOKEN = re.compile(
    r'(?P<string>"(?:[^"\\]|\\.)*+")(?P<key>\s*:)?|(?P<open>[{\[])|(?P<close>[}\]])|(?P<plain>[^\s"{}\[\],:]+)',
    re.DOTALL,
)
_ALONE = re.compile(r"[\ud800-\udfff]")
_ESCAPED_HALF = re.compile(r"\\u[dD][89a-fA-F]")
_NO_NUMBERS = frozenset({"NaN", "Infinity", "-Infinity"})
_LONGEST_TOLD = 40
_TOO_DEEP = f"Values are nested deeper than {DEEPEST_JSON} levels."
_HALF = "A text holds half of a character. Export the file anew."
_LONGEST_SEARCHED = 8_000_000


class _Refused(Exception):  # noqa: N818 - it says why
    """A text, number or group that the decoder refuses without knowing its place."""


def read_json(text: str) -> Any:
    """Return the values of a text; `NotReadable` names line and column of what keeps it from being read."""
    try:
        data = json.loads(
            text, object_pairs_hook=_group, parse_constant=_refuse, parse_float=_number, parse_int=_whole
        )
    except json.JSONDecodeError as error:
        raise NotReadable(_sentence(text, error.pos, f"This is not valid JSON: {_reason(error)}.")) from error
    except (_Refused, RecursionError) as error:
        _tell(text, error)
    if _ESCAPED_HALF.search(text) and _has_half(data):
        _tell(text, _Refused(_HALF))
    _refuse_bulk(text, data)
    return data


def _reason(error: json.JSONDecodeError) -> str:
    return error.msg[0].lower() + error.msg[1:].removesuffix(" at")


def _group(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    group = dict(pairs)
    if len(group) < len(pairs):
        raise _Refused("A key stands a second time in its group.")
    return group


def _refuse(text: str) -> Never:
    raise _Refused(f"'{text}' is no number.")


def _number(text: str) -> float:
    number = float(text)
    if number in {float("inf"), float("-inf")}:
        raise _Refused(f"The number '{text[:_LONGEST_TOLD]}' is too large.")
    return number


def _whole(text: str) -> int:
    if len(text) > _LONGEST_TOLD:
        raise _Refused("A number has too many digits.")
    return int(text)


def _contained(value: Any) -> Sequence[Any]:
    if isinstance(value, dict):
        return tuple(value.values())
    return value if isinstance(value, list) else ()


def _refuse_bulk(text: str, data: Any) -> None:
    """Refuse values that lie deeper, or are more, than anybody means."""
    level, depth, count = [data], 0, 0
    while level:
        level = [inner for value in level for inner in _contained(value)]
        depth, count = depth + 1, count + len(level)
        if count > MOST_JSON_VALUES:
            raise NotReadable(f"The file holds more than {MOST_JSON_VALUES:,} values.")
        if depth > DEEPEST_JSON:
            _tell(text)


def _has_half(data: Any) -> bool:
    """Whether a text holds half of a character, which no file can be written with."""
    level = [data]
    while level:
        keys = (key for value in level if isinstance(value, dict) for key in value)
        if any(_ALONE.search(text) for text in (*keys, *level) if isinstance(text, str)):
            return True
        level = [inner for value in level for inner in _contained(value)]
    return False


def _tell(text: str, cause: Exception | None = None) -> Never:
    """Look for what the decoder or the bounds stumbled over, which is far slower than reading."""
    if len(text) > _LONGEST_SEARCHED:
        raise NotReadable(str(cause) if isinstance(cause, _Refused) else _TOO_DEEP) from cause
    message, at = next(_troubles(text))
    raise NotReadable(_sentence(text, at, message)) from cause


def _sentence(text: str, at: int, message: str) -> str:
    line = text.count("\n", 0, at) + 1
    return f"Line {line}, column {at - text.rfind(chr(10), 0, at)}: {message}"


def _troubles(text: str) -> Iterator[tuple[str, int]]:
    """Yield what cannot be read, in the order of the text: a sentence, and where it stands."""
    groups: list[set[str]] = []
    for token in _TOKEN.finditer(text):
        if token["open"]:
            groups.append(set())
            if len(groups) > DEEPEST_JSON:
                yield _TOO_DEEP, token.start()
        elif token["close"]:
            del groups[-1:]
        elif token["string"]:
            yield from _troubles_of_text(token, groups)
        elif told := _trouble_of_number(token["plain"]):
            yield told, token.start()


def _troubles_of_text(token: re.Match[str], groups: Sequence[set[str]]) -> Iterator[tuple[str, int]]:
    value = json.loads(token["string"], strict=False)
    if _ALONE.search(value):
        yield _HALF, token.start()
    if token["key"] and groups:
        if value in groups[-1]:
            yield f"The key '{value[:_LONGEST_TOLD]}' stands here a second time.", token.start()
        groups[-1].add(value)


def _trouble_of_number(plain: str) -> str:
    if plain in _NO_NUMBERS:
        return f"'{plain}' is no number."
    if re.fullmatch(r"-?[0-9]+", plain):
        return "A number has too many digits." if len(plain) > _LONGEST_TOLD else ""
    if re.fullmatch(r"-?[0-9.]+[eE][+-]?[0-9]+", plain) and float(plain) in {float("inf"), float("-inf")}:
        return f"The number '{plain[:_LONGEST_TOLD]}' is too large."
    return ""
