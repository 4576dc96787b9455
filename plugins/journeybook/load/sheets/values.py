"""Read a CSV file of measured values: its rows, and what is wrong with them."""

import re
from collections.abc import Iterator
from dataclasses import replace

from journeybook.findings import Finding, Place
from journeybook.frontmatter import Refused
from journeybook.kinds import ThingKind
from journeybook.load.document import Document, file_digest, from_refused
from journeybook.load.sheets.columns import MOST_COLUMNS, REQUIRED, column_problems, hint_of
from journeybook.load.sheets.exports import is_export
from journeybook.load.sheets.rows import MeasuredColumn, read_rows
from journeybook.load.sheets.table import Table, read_table, text_of_values
from journeybook.load.sheets.told import ReadRow, with_rows

_FOREIGN_WORD = re.compile(r"[^\W\d_]*[^\x00-\x7f]\w*")


def read_values(path: str, inside: str, raw: bytes) -> Document:
    """Read one file below metrics/; each row is a value or a finding.

    The columns of an export are read once the metrics are known that take them.
    """
    empty = Document(path=path, inside=inside, kind=ThingKind.VALUES, id="", digest=file_digest(raw))
    try:
        text = text_of_values(raw)
        table = read_table(text)
    except Refused as refused:
        return replace(empty, findings=(from_refused(path, refused),))
    document = replace(empty, hints=tuple(_of_older_encoding(path, raw, text)))
    if is_export(table) and len(table.typed) <= MOST_COLUMNS:
        return replace(document, export=table)
    return with_rows(document, _rows(path, table))


def _of_older_encoding(path: str, raw: bytes, text: str) -> Iterator[Finding]:
    """Say of a file that is not UTF-8 how it is read, with the first word that shows if that is right."""
    try:
        raw.decode()
    except UnicodeDecodeError:
        word = _FOREIGN_WORD.search(text)
        if word:
            line = text.count("\n", 0, word.start())
            column = word.start() - text.rfind("\n", 0, word.start())
            place = Place(path=path, line=line + 1, column=column)
            yield hint_of("older-encoding", place, word=word[0])


def _rows(path: str, table: Table) -> Iterator[ReadRow]:
    names = table.columns
    problems = list(column_problems(Place(path=path, line=table.top + 1), names))
    yield from problems
    is_readable = {problem.rule for problem in problems} <= {"unknown-key", "unread-column"}
    if is_readable and set(REQUIRED) <= set(names):
        columns = {name: position for position, name in enumerate(names)}
        yield from read_rows(path, table, columns, (MeasuredColumn(position=columns["value"]),))
