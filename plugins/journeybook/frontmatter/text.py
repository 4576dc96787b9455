"""Decode bytes to text, and split text into header and body."""

import re
import unicodedata
from codecs import BOM_UTF8
from dataclasses import dataclass

from journeybook.frontmatter.refused import Refused

MAX_BYTES = 2 * 1024 * 1024
MAX_HEADER = 256 * 1024

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0d-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
)
_PARTING = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
"""Other ends of lines, as programs write them into texts."""
_ESCAPE = re.compile(r"\\(?P<code>x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)", re.DOTALL)
_ESCAPED = dict(zip("0abtnvfreN_LP", "\0\a\b\t\n\v\f\r\x1b\x85\xa0\u2028\u2029", strict=True))
"""What a letter behind a backslash stands for in double quotes."""
_CONFLICT = re.compile(r"^(?P<mark><{7}|>{7})(?: .*)?$", re.MULTILINE)
_NEAR_FENCES = {"—", "–––", "———", "----", "--", "+++", "***"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """A file, cut into its header and its body."""

    header: str
    header_line: int
    """The line of the file in which the header's text begins."""
    body: str
    body_line: int
    """The line of the file in which the body begins."""


def decode(raw: bytes, *, limit: int = MAX_BYTES) -> str:
    """Return the text of a UTF-8 file with its line ends made one; a byte-order mark is dropped."""
    if len(raw) > limit:
        raise Refused("file-too-large", f"The file is larger than {limit // 1024**2} MB.")
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Refused("not-utf8", "The file is stored as UTF-16. Save it as UTF-8.")
    # before it is decoded, so that the place of a byte that is no UTF-8 is counted in what authors see
    raw = raw.removeprefix(BOM_UTF8)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _not_utf8(raw, error.start) from error
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    refuse_forbidden(text)
    return text


def _not_utf8(raw: bytes, start: int) -> Refused:
    line_start = raw.rfind(b"\n", 0, start) + 1
    guess = raw[start : start + 1].decode("cp1252", "replace")
    message = (
        f"The file is not stored as UTF-8; this seems to be '{guess}' of an older encoding. Save it as UTF-8."
    )
    column = len(raw[line_start:start].decode("utf-8", "replace")) + 1
    return Refused("not-utf8", message, raw.count(b"\n", 0, start) + 1, column)


def refuse_forbidden(text: str) -> None:
    """Raise `Refused` at the first control or direction character."""
    found = _FORBIDDEN.search(text)
    if found:
        column = found.start() - text.rfind("\n", 0, found.start())
        raise _forbidden(found[0], text.count("\n", 0, found.start()) + 1, column)


def without_forbidden(text: str) -> str:
    """Return a text of others without such characters; those that part lines become ends of lines."""
    return _FORBIDDEN.sub("", _PARTING.sub("\n", text))


def refuse_escaped(value: str, source: str, line: int, column: int) -> None:
    """Raise `Refused` at the escape of the first such character in a double-quoted value.

    `source` is the text in which the value begins, at a line and a column that are counted from 1.
    """
    found = _FORBIDDEN.search(value)
    if found:
        written = "\n".join(source.split("\n")[line - 1 :])
        escapes = _ESCAPE.finditer(written, column - 1)
        start = next((item.start() for item in escapes if _unescaped(item) == found[0]), column - 1)
        line += written.count("\n", 0, start)
        raise _forbidden(found[0], line, start - written.rfind("\n", 0, start))


def _unescaped(escape: re.Match[str]) -> str:
    code = escape["code"]
    return chr(int(code[1:], 16)) if len(code) > 1 else _ESCAPED.get(code, code)


def _forbidden(character: str, line: int, column: int) -> Refused:
    name = f"U+{ord(character):04X} ({unicodedata.name(character, 'a control character').lower()})"
    return Refused(
        "forbidden-character", f"The invisible character {name} is not allowed here.", line, column
    )


def refuse_conflict(text: str) -> None:
    """Raise `Refused` at the first mark that git leaves where two versions of a file do not agree."""
    found = _CONFLICT.search(text)
    # seven quotes within each other begin with the other mark, too
    if found and (found["mark"][0] == "<" or "\n=======\n" in text):
        line = text.count("\n", 0, found.start()) + 1
        message = (
            f"Two versions of the file were not merged to the end: git left {found.group()[:7]!r} here. "
            "Keep one version, and delete the lines of '<<<<<<<', '=======' and '>>>>>>>'."
        )
        raise Refused("merge-conflict", message, line)


def split(text: str) -> Parts:
    """Cut a file at the two lines of `---` around its header."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        raise _no_header(lines)
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() in {"---", "..."}), None)
    if end is None:
        raise Refused("unclosed-header", "The header is not closed: no second line of '---' follows.")
    header = "\n".join(lines[1:end]) + "\n"
    if len(header) > MAX_HEADER:
        raise Refused("file-too-large", f"The header has more than {MAX_HEADER:,} characters.")
    return Parts(header=header, header_line=2, body="\n".join(lines[end + 1 :]), body_line=end + 2)


def _no_header(lines: list[str]) -> Refused:
    if not any(line.strip() for line in lines):
        return Refused("missing-header", "The file is empty. Begin with a header between two lines of '---'.")
    for number, line in enumerate(lines[:3], 1):
        fence = line.strip(" \t\u00a0\u200b\ufeff")
        if fence == "---":
            message = (
                "The header must begin with '---' at the very start of line 1; delete what stands before it."
            )
            return Refused("missing-header", message, number)
        if fence in _NEAR_FENCES:
            message = f"The header must begin in line 1 with exactly '---', not '{fence}'."
            return Refused("missing-header", message, number)
    return Refused("missing-header", "The header is missing: line 1 must be '---'.")
