"""Part the text of a cell into the entries that people meant."""

import re
from collections.abc import Iterator

_BULLET = re.compile(r"^\s*(?:[-–—•▪●○◦■►▶➔➤→*·✓✔]\s+|[•▪●○◦■►▶➔➤✓✔]\s*|\(?\d{1,2}[.)]\s+|\(?[a-z]\)\s+)")
_INLINE = re.compile(r"\s*[•▪●◦■►▶]\s*")
_QUOTES = re.compile(r"^[\"“”„»«‚‘’'›‹](.*)[\"“”„»«‘’'›‹][.!?…]?$", re.DOTALL)
_END = tuple('.!?:;…"”“»)’')
_GOES_ON = re.compile(
    r"(?:,|\b(?:und|oder|and|or|der|die|das|den|dem|des|eine|einen|einer|einem|the|of|im|für|von|zum|zur))$",
    re.IGNORECASE,
)


def entries_of(text: str) -> list[str]:
    """The entries of a cell: bullets, numbers, or lines; a sentence that goes on in the next line is one."""
    lines = [line.rstrip() for line in text.split("\n")]
    if len([line for line in lines if line.strip()]) == 1:
        parts = [part for part in _INLINE.split(text) if part.strip()]
        return [_plain(_without_bullet(part)) for part in parts]
    has_bullets = any(map(_BULLET.match, lines))
    joined = _by_bullet(lines) if has_bullets else _by_line(lines)
    return [entry for block in joined if (entry := _plain(" ".join(block)))]


def _by_bullet(lines: list[str]) -> Iterator[list[str]]:
    """Lines without a bullet go on with the entry above them."""
    block: list[str] = []
    for line in lines:
        if (_BULLET.match(line) or not line.strip()) and block:
            yield block
            block = []
        if line.strip():
            block.append(_without_bullet(line))
    if block:
        yield block


def _by_line(lines: list[str]) -> Iterator[list[str]]:
    block: list[str] = []
    for line in map(str.strip, lines):
        if block and not (line and _goes_on(block, line)):
            yield block
            block = []
        if line:
            _add(block, line)
    if block:
        yield block


def _goes_on(block: list[str], line: str) -> bool:
    """Whether a line goes on with the sentence above it."""
    before = block[-1]
    if _is_open_quote(" ".join(block)):
        return True
    if before.endswith(_END):
        return False
    is_list_of_small = block[0][:1].islower()
    return _GOES_ON.search(before) is not None or (line[:1].islower() and not is_list_of_small)


def _is_open_quote(words: str) -> bool:
    opened = words[:1]
    closing = {"„": "“”", "“": "”", "»": "«", "«": "»", '"': '"'}.get(opened, "")
    return bool(closing) and not any(mark in words[1:] for mark in closing)


def _add(block: list[str], line: str) -> None:
    """Add a line to a sentence; a word that is parted at its end is one again."""
    if block and block[-1].endswith("-") and line[:1].islower() and block[-1][-2:-1].isalpha():
        block[-1] = block[-1][:-1] + line
    else:
        block.append(line)


def _without_bullet(line: str) -> str:
    return _BULLET.sub("", line, count=1)


def _plain(text: str) -> str:
    return " ".join(text.split())


def names_of_cell(text: str) -> list[str]:
    """The names of a cell, such as touchpoints: parted by commas, lines and bullets outside of brackets."""
    found: list[str] = []
    for line in entries_of(text):
        for part in _outside_brackets(line):
            name = _plain(_without_bullet(part)).strip(" .")
            if name and name not in found:
                found.append(name)
    return found


def _outside_brackets(line: str) -> Iterator[str]:
    depth, start = 0, 0
    for match in re.finditer(r"[()]|\s*[,;|]\s*(?!\d)|\s+[/&+]\s+", line):
        mark = match.group().strip()
        if mark == "(":
            depth += 1
        elif mark == ")":
            depth = max(0, depth - 1)
        elif not depth:
            yield line[start : match.start()]
            start = match.end()
    yield line[start:]


def without_quotes(text: str) -> str:
    """A quote without the marks around it."""
    found = _QUOTES.match(text)
    return found[1].strip() if found and found[1].strip() else text
