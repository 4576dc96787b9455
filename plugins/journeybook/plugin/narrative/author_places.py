"""Places in authors' files, put into what MkDocs says of the links of generated pages."""

import logging
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from mkdocs.structure import pages

from journeybook.bodies import Body
from journeybook.load import Document

_LINK = re.compile(r"link '(?P<address>[^']*)'")
_TARGET = re.compile(r"the target(?: '[^']*')? is not found among documentation files")


class AuthorPlaces:
    """Tells the places of links; one that stands twice is told at each place once."""

    def __init__(self) -> None:
        self._told: Counter[tuple[str, str]] = Counter()

    @contextmanager
    def of(self, document: Document | None, page: str) -> Iterator[None]:
        """Let what MkDocs says of a page's source name the document, and the line in it."""

        def rename(record: logging.LogRecord) -> bool:
            if document and isinstance(record.msg, str) and f"'{page}'" in record.msg:
                place = self._place(document, record.msg)
                message = record.msg.replace(f"Doc file '{page}'", place)
                record.msg = _TARGET.sub("no such page, picture or file is published", message)
            return True

        pages.log.addFilter(rename)
        try:
            yield
        finally:
            pages.log.removeFilter(rename)

    def _place(self, document: Document, message: str) -> str:
        found = _LINK.search(message)
        address = found["address"] if found else ""
        body = Body(document.body, document.body_line)
        starts = [target.start for target in body.targets() if target.address == address]
        if not starts:
            return document.path
        number = self._told[document.path, address]
        self._told[document.path, address] += 1
        line, column = body.place(starts[min(number, len(starts) - 1)])
        return f"{document.path}:{line}:{column}"
