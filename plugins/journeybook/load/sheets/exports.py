"""Read the exports of analytics tools: a row a day, and a column for each thing that was measured."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from journeybook.findings import Finding, Place, listed, quoted
from journeybook.kinds import ThingKind
from journeybook.load.document import Document
from journeybook.load.sheets.columns import (
    OPTIONAL,
    as_known,
    column_problems,
    positions_of_days,
    repeated_columns,
    unread_columns,
)
from journeybook.load.sheets.notation import is_day
from journeybook.load.sheets.rows import MeasuredColumn, read_rows
from journeybook.load.sheets.table import MAX_ROWS, TOO_MANY, Table
from journeybook.load.sheets.told import ReadRow, with_rows
from journeybook.model import Handbook, Metric, meant, slug

_PLAIN = re.compile(r"\w[\w ().-]*")
_DIGIT = re.compile("[0-9]")
_LONGEST_EXAMPLE = 40
_MOST_TOLD = 3


def is_export(table: Table) -> bool:
    """Whether a file has one column of days and none that names metrics, however that is spelled."""
    return _day_column(table) is not None and not any(meant(name, ("metric",)) for name in table.typed)


def _day_column(table: Table) -> int | None:
    """Find the one column that is called like days; if none is, that whose first cell is a day."""
    found = positions_of_days(table.typed)
    if not found:
        cells = next((cells for _, cells in table.rows() if cells and len(cells) == len(table.typed)), [])
        found = [position for position, cell in enumerate(cells) if is_day(cell.strip())]
    return found[0] if len(found) == 1 else None


def with_exports(documents: Sequence[Document]) -> tuple[Document, ...]:
    """Read the columns of exports that metrics of the handbook take; where it cannot be read, none."""
    if not any(item.export for item in documents):
        return tuple(documents)
    files = [item for item in documents if item.kind is ThingKind.HANDBOOK]
    records = [item.record for item in files if isinstance(item.record, Handbook)]
    if files and not records:
        return tuple(with_rows(item, ()) if item.export else item for item in documents)
    names = _names(records[0].metrics) if records else {}
    return tuple(_read(item, item.export, names) if item.export else item for item in documents)


def _names(metrics: Sequence[Metric]) -> Mapping[str, str]:
    """Map what columns may be called, in small letters, to ids of metrics; the names of columns win."""
    titles = {metric.title.casefold(): metric.id for metric in metrics}
    ids = {metric.id: metric.id for metric in metrics}
    return titles | ids | {name.casefold(): metric.id for metric in metrics for name in metric.columns}


def _read(document: Document, table: Table, names: Mapping[str, str]) -> Document:
    measured = tuple(
        MeasuredColumn(position=position, metric=names[name.casefold()])
        for position, name in enumerate(table.typed)
        if name.casefold() in names and name not in OPTIONAL
    )
    if document.export_read == measured:
        return document
    return replace(with_rows(document, _rows(document.path, table, measured)), export_read=measured)


def _rows(path: str, table: Table, measured: Sequence[MeasuredColumn]) -> Iterator[ReadRow]:
    place = Place(path=path, line=table.top + 1)
    problems = [*repeated_columns(place, table.typed), *_problems(place, table, measured)]
    yield from problems
    if problems:
        return
    days = _day_column(table) or 0
    columns = {name: position for position, name in enumerate(table.typed) if name in OPTIONAL}
    taken = {days, *columns.values(), *(item.position for item in measured)}
    others = [name for position, name in enumerate(table.typed) if name and position not in taken]
    sums = _sums(table, days)
    if others or sums:
        yield unread_columns(place, [*others, *dict.fromkeys(sums.values())])
    yield from read_rows(path, table, {"date": days, **columns}, measured, skipped=sums)


def _sums(table: Table, days: int) -> Mapping[int, str]:
    """Find the rows of totals, which have no day but a word or nothing in its place, by their lines."""
    complete = ((line, cells) for line, cells in table.rows() if cells and len(cells) == len(table.typed))
    return {line: cells[days].strip() for line, cells in complete if not _DIGIT.search(cells[days])}


def _problems(place: Place, table: Table, measured: Sequence[MeasuredColumn]) -> Iterator[Finding]:
    """Say what keeps an export from being read: that no metric takes a column, or that it is too long."""
    if len(measured) * len(table.lines) > MAX_ROWS:
        yield Finding(place=place, rule="file-too-large", message=TOO_MANY)
    names = _other_columns(table)
    if not measured and ("value" in table.columns or not names):
        yield from column_problems(place, as_known(table.typed))
    elif not measured:
        yield Finding(place=place, rule="missing-field", message=_how_to_bring_in(names))


def _other_columns(table: Table) -> list[str]:
    """The columns of which one may hold a metric."""
    days = _day_column(table)
    names = (name for position, name in enumerate(table.typed) if name and position != days)
    return [name for name in names if name not in OPTIONAL]


def _how_to_bring_in(names: Sequence[str]) -> str:
    """Write out the lines of handbook.yml with which the first column of an export is read."""
    told = listed([quoted(name) for name in names[:_MOST_TOLD]], "or")
    example = next((name for name in names if len(name) <= _LONGEST_EXAMPLE), "Sessions")
    column = example if _PLAIN.fullmatch(example) else json.dumps(example, ensure_ascii=False)
    own = slug(example, fallback="sessions")
    return (
        f"No metric of handbook.yml takes a column of this export: {told}. "
        f"Write 'columns: {column}' into the metric that it is, or list a new one under 'metrics': "
        f"'- {{id: {own}, title: {column}, unit: count, direction: up, columns: {column}}}'."
    )
