"""Find the [[kind:id]] links in the texts of a header, each at its line and column."""

from collections.abc import Iterator
from itertools import accumulate
from typing import Any

from journeybook.frontmatter import Header, Path
from journeybook.links import Link, links_of_text, takes_links
from journeybook.model import Record
from journeybook.model.references import record_of


def links_of_header(header: Header, kind: type[Record]) -> Iterator[Link]:
    """Yield the links of a header of a kind of record; one that has none costs a look at its source."""
    if "[[" not in header.text:
        return
    lines = [0, *accumulate(len(line) + 1 for line in header.text.split("\n"))]
    for at, text in _texts(header.data, (), kind):
        line, column = header.places.value(at) or (header.first_line, 1)
        begin = lines[line - header.first_line] + column - 1
        yield from links_of_text(text, at, header.text, begin, header.first_line)


def _texts(value: Any, at: Path, kind: type[Record] | None) -> Iterator[tuple[Path, str]]:
    """The texts with brackets that take links; a plain text may stand for the title of a record."""
    if isinstance(value, str):
        short = kind.short if kind else None
        if "[[" in value and takes_links((*at, short) if short else at):
            yield at, value
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _texts(item, (*at, number), kind)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(item, (*at, key), record_of(kind, key) if kind else None)
