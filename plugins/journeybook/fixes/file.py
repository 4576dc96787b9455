"""Fix one file, if it is safe: replace values in its header and leave the rest as it is."""

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import Any

from journeybook.edits import Edit, NotEditable, TextChange, apply, changed, value_edit
from journeybook.findings import Place
from journeybook.fixes.order import in_order, is_in_order
from journeybook.fixes.replacements import Replacement
from journeybook.frontmatter import decode
from journeybook.links import PATTERN, Link
from journeybook.load import Document
from journeybook.load.document import file_digest, read_document

_SPACES = re.compile(" +$")
_BLOCK = re.compile(r"(?P<before>(?: *-(?= ))* *)(?P<key>\S.*: +)?[|>][-+0-9]* *(?:#.*)?")
"""A line whose value is the block of text below it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """A file that is left as it is."""

    path: str
    reason: str
    """A sentence that says why."""


def fix(document: Document, raw: bytes, wanted: Iterable[Replacement]) -> TextChange | Left | None:
    """Fix one file; nothing where there is nothing to do.

    Where the file as a whole would not read back as it should, what was wanted is tried alone.
    """
    if file_digest(raw) != document.digest:
        return Left(path=document.path, reason="It has changed while it was checked.")
    wanted = tuple(wanted)
    if not wanted and is_in_order(document) and not any(_spaces(document)):
        return None
    try:
        for is_tidied in (True, False):
            after = _fixed(document, raw, wanted, is_tidied=is_tidied)
            if _is_as_wanted(document, after, wanted):
                change = changed(document.path, raw, ())
                return replace(change, after=after.decode()) if after != raw else None
    except NotEditable as error:
        return Left(path=document.path, reason=str(error))
    return Left(path=document.path, reason="It would not read back as it should.") if wanted else None


def _fixed(document: Document, raw: bytes, wanted: tuple[Replacement, ...], *, is_tidied: bool) -> bytes:
    edits = [_edit(item, decode(raw)) for item in wanted]
    if not is_tidied:
        return changed(document.path, raw, edits).after.encode()
    trimmed = changed(document.path, raw, (*edits, *_spaces(document))).after.encode()
    return in_order(document, trimmed)


def _edit(item: Replacement, text: str) -> Edit:
    document = item.document
    if item.edit:
        return item.edit
    if item.link:
        return _edit_of_link(document.path, item.link, item.new, text)
    if item.old is None:
        place = Place(path=document.path, line=document.header.first_line)
        return Edit(place=place, old="", new=f"id: {item.new}\n")
    place = document.place(item.at, at_key=item.is_key)
    return value_edit(text, place, item.old.strip(), item.new)


def _edit_of_link(path: str, link: Link, new: str, text: str, first_line: int = 1) -> Edit:
    """The edit of the id in a link; `text` begins in a line of the file."""
    line = text.split("\n")[link.line - first_line]
    found = re.compile(PATTERN).match(line, link.column - 1)
    column = line.find(link.id, found.start("id") if found else 0) + 1
    return Edit(place=Place(path=path, line=link.line - first_line + 1, column=column), old=link.id, new=new)


def _spaces(document: Document) -> Iterator[Edit]:
    """Take away the spaces at the ends of the header's lines, outside of blocks of text that keep them."""
    block: int | None = None
    for number, line in enumerate(document.header.text.split("\n"), document.header.first_line):
        indentation = len(line) - len(line.lstrip(" "))
        if block is not None and (not line.strip() or indentation > block):
            continue
        block = _column(line)
        found = _SPACES.search(line)
        if found:
            place = Place(path=document.path, line=number, column=found.start() + 1)
            yield Edit(place=place, old=found[0], new="")


def _column(line: str) -> int | None:
    """The column of the key or dash that a block of text belongs to, if the line opens one."""
    opening = _BLOCK.fullmatch(line)
    if not opening:
        return None
    before = opening["before"]
    return len(before) if opening["key"] else max(len(before.rstrip()) - 1, 0)


def _is_as_wanted(document: Document, after: bytes, wanted: Iterable[Replacement]) -> bool:
    """Whether the fixed file says what the old one said, but for what was to be fixed."""
    read = read_document(document.path, document.inside, document.kind, after)
    expected = deepcopy(document.header.data)
    in_body: list[Edit] = []
    for item in wanted:
        if item.edit:
            place = replace(item.edit.place, line=item.edit.place.line - document.body_line + 1)
            in_body.append(replace(item.edit, place=place))
        elif item.link and item.link.at:
            _put_link(expected, item.link, item.new)
        elif item.link:
            in_body.append(
                _edit_of_link(document.path, item.link, item.new, document.body, document.body_line)
            )
        else:
            _put(expected, item)
    return bool(read.header.data == expected and read.body == apply(document.body, in_body))


def _put_link(data: Any, link: Link, new: str) -> None:
    """Give a link in a text its id; where it stands twice, so does what is wanted."""
    for part in link.at[:-1]:
        data = data[part]
    written = re.compile(rf"(\[\[[ \t]*{re.escape(link.kind)}[ \t]*:\s*){re.escape(link.id)}(?=\s*[|\]])")
    data[link.at[-1]] = written.sub(rf"\g<1>{new}", data[link.at[-1]])


def _put(data: Any, item: Replacement) -> None:
    for part in item.at[:-1]:
        data = data[part]
    if item.is_key:
        data[item.new] = data.pop(item.at[-1])
    else:
        data[item.at[-1]] = item.new
