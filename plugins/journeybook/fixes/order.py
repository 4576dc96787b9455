"""Put the keys of a header in order.

What a thing is comes first: its id and what it must have. The long lists come last, or what stands below them
would be out of sight. Everything between stays in the order that the author gave it.
Only groups that are written key below key are put in order. Comments move with the key below them. A group in
which that is not plain, or whose keys an author has parted by empty lines, stays as it is.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from journeybook.frontmatter import Header, Path
from journeybook.load import Document
from journeybook.load.document import MODELS, read_document
from journeybook.model import Record
from journeybook.model.references import is_by_key, record_of
from journeybook.schema.order import field_of, rank


@dataclass(frozen=True, slots=True)
class _Group:
    """The keys of a group that stand in another order than they should."""

    path: Path
    keys: list[str]
    ranks: list[tuple[int, int]]

    def places(self, header: Header) -> list[tuple[int, int]]:
        """Line and column of each key."""
        places = (header.places.key((*self.path, key)) for key in self.keys)
        return [place for place in places if place]


def is_in_order(document: Document) -> bool:
    """Whether no group of a header has its keys in another order than it should."""
    return not any(_unordered((), document.header.data, MODELS[document.kind]))


def in_order(document: Document, raw: bytes) -> bytes:
    """Return a file with the keys of its header in order."""
    if raw.count(b"\r") != raw.count(b"\r\n") or raw.count(b"\r\n") not in {0, raw.count(b"\n")}:
        return raw
    mark = b"\xef\xbb\xbf" if raw.startswith(b"\xef\xbb\xbf") else b""
    line_end = "\r\n" if b"\r\n" in raw else "\n"
    lines = raw.decode("utf-8-sig").split(line_end)
    header = read_document(document.path, document.inside, document.kind, raw).header
    groups = list(_unordered((), header.data, MODELS[document.kind]))
    # The inner ones first: their lines move with those of the outer.
    for group in sorted(groups, key=lambda group: len(group.path), reverse=True):
        _sort(lines, group, group.places(header), header.first_line - 1 + len(header.text.splitlines()))
    return mark + line_end.join(lines).encode()


def _unordered(path: Path, data: object, record: type[Record]) -> Iterator[_Group]:
    if isinstance(data, list):
        for number, item in enumerate(data):
            yield from _unordered((*path, number), item, record)
    if isinstance(data, dict):
        ranks = [(rank(record, key), number) for number, key in enumerate(data)]
        if ranks != sorted(ranks):
            yield _Group(path, list(data), ranks)
        for key, value in data.items():
            inner = record_of(record, field_of(record, key)) if isinstance(value, (dict, list)) else None
            if inner and is_by_key(record, key):
                groups = value.items() if isinstance(value, dict) else ()
                for name, group in groups:
                    yield from _unordered((*path, key, name), group, inner)
            elif inner:
                yield from _unordered((*path, key), value, inner)


def _sort(lines: list[str], group: _Group, places: list[tuple[int, int]], last: int) -> None:
    """Put the lines of a group in order, unless something in between belongs to no key."""
    column = places[0][1] - 1
    starts = [line - 1 for line, _ in places]
    opening = lines[starts[0]][:column]
    is_below = (
        all(one < other for one, other in pairwise(starts)) and len({place[1] for place in places}) == 1
    )
    if not is_below or opening.strip(" -"):
        return
    end = _end(lines, starts[-1], column, last)
    starts = [starts[0], *(_with_comments(lines, start, column) for start in starts[1:])]
    chunks = [lines[start:stop] for start, stop in zip(starts, [*starts[1:], end], strict=True)]
    if any(not chunk[-1].strip() for chunk in chunks[:-1]) or _is_unclear(lines, starts[0], end, column):
        return
    chunks[0][0] = " " * column + chunks[0][0][column:]
    order = sorted(range(len(chunks)), key=lambda number: group.ranks[number])
    if opening.strip() and chunks[order[0]][0].lstrip().startswith("#"):
        return
    moved = [line for number in order for line in chunks[number]]
    moved[0] = opening + moved[0][column:]
    lines[starts[0] : end] = moved


def _with_comments(lines: list[str], start: int, column: int) -> int:
    """The first line of the comments right above a key."""
    while start > 0 and lines[start - 1].startswith(" " * column + "#"):
        start -= 1
    return start


def _end(lines: list[str], start: int, column: int, last: int) -> int:
    """The line after the last one of a group, without the empty lines and comments that follow it."""
    end = start + 1
    for number in range(start + 1, last):
        line = lines[number].lstrip(" ")
        indentation = len(lines[number]) - len(line)
        if not line or (line.startswith("#") and indentation <= column):
            continue
        if indentation < column or (indentation == column and not line.startswith("-")):
            break
        end = number + 1
    return end


def _is_unclear(lines: list[str], start: int, end: int, column: int) -> bool:
    """Whether a comment right above or below the group may be about all of it, or about one key."""
    edges = [lines[number] for number in (start - 1, end) if 0 <= number < len(lines)]
    return any(line.startswith(" " * column + "#") for line in edges)
