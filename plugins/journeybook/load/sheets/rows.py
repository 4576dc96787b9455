"""Read the rows of a table of measured values: each is a value or says what is wrong with it."""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from journeybook.findings import Finding, Place, quoted
from journeybook.load.sheets.notation import Numbers, is_percentage, read_day
from journeybook.load.sheets.table import Table
from journeybook.model import SCOPES, Value
from journeybook.model.fields import Rejected, WholeNumber

_ON_MORE_CELLS = {
    ",": " Write numbers with a point, as in 2.5.",
    ";": " A text that has a semicolon in it stands in double quotes.",
}
_NUMBER_OF_CASES = WholeNumber(0)
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredColumn:
    """A column of numbers, and the metric that they are of."""

    position: int
    """Of the column, counted from 0."""
    metric: str | None = None
    """The metric's id; None where each row names its own."""


def read_rows(
    path: str,
    table: Table,
    columns: Mapping[str, int],
    measured: Sequence[MeasuredColumn],
    *,
    skipped: Container[int] = (),
) -> Iterator[tuple[int, Value] | Finding]:
    """Read each number of each row but those of skipped lines.

    `columns` tells where the other columns are, by our names.
    """
    rows = [(line, cells) for line, cells in table.rows() if line not in skipped]
    complete = (cells for _, cells in rows if cells is not None and len(cells) == len(table.typed))
    texts = (cells[item.position].strip() for cells in complete for item in measured)
    numbers = Numbers(texts, default="." if table.mark == "," else None)
    reader = _RowReader(path, table, columns, numbers)
    for line, cells in rows:
        problem = reader.shape_problem(line, cells)
        if problem or cells is None:
            yield from (problem,) if problem else ()
            continue
        for item in measured:
            # an export has a row for each day, whether or not each of its columns was measured then
            if item.metric is None or cells[item.position].strip():
                yield reader.read(line, cells, item)


class _RowReader:
    """Reads the rows of one file."""

    def __init__(self, path: str, table: Table, columns: Mapping[str, int], numbers: Numbers) -> None:
        self._path = path
        self._table = table
        self._columns = columns
        self._numbers = numbers
        self._scopes = [name for name in SCOPES if name in columns]

    def shape_problem(self, line: int, cells: list[str] | None) -> Finding | None:
        """Say what is wrong with a row whose cells cannot be told apart."""
        count = len(self._table.typed)
        if cells is None:
            message = "The quotation marks in this row do not fit: one is missing or not doubled."
        elif len(cells) != count:
            message = f"This row has {len(cells)} cells, the first line has {count}."
            message += _ON_MORE_CELLS.get(self._table.mark, "") if len(cells) > count else ""
        else:
            return None
        return Finding(place=Place(path=self._path, line=line), rule="invalid-row", message=message)

    def read(self, line: int, cells: list[str], item: MeasuredColumn) -> tuple[int, Value] | Finding:
        """Read one number of a row, with what it is measured for."""
        try:
            return line, self._value(cells, item)
        except _BadCell as bad:
            at, column = self._table.place_of(line, bad.position)
            name, text = self._table.typed[bad.position], cells[bad.position].strip()
            message = f"'{name}' must be {bad.expected}, not {quoted(text)}."
            place = Place(path=self._path, line=at, column=column)
            return Finding(place=place, rule="invalid-row", message=message)

    def _value(self, cells: list[str], item: MeasuredColumn) -> Value:
        columns = self._columns
        metric = item.metric or cells[columns["metric"]].strip()
        if not metric:
            raise _BadCell(columns["metric"], "the id of a metric")
        day, by_month = _read(cells, columns["date"], read_day)
        has_n = "n" in columns and bool(cells[columns["n"]].strip())
        references: dict[str, str | None] = {
            name: cells[columns[name]].strip() or None for name in self._scopes
        }
        return Value(
            metric=metric,
            date=day,
            by_month=by_month,
            value=_read(cells, item.position, self._numbers.read),
            is_percentage=is_percentage(cells[item.position].strip()),
            n=_read(cells, columns["n"], _NUMBER_OF_CASES) if has_n else None,
            **references,  # type: ignore[arg-type] # each is a scope
        )


class _BadCell(Exception):  # noqa: N818 - it says what is bad
    def __init__(self, position: int, expected: str) -> None:
        super().__init__(position)
        self.position = position
        self.expected = expected


def _read(cells: Sequence[str], position: int, read: Callable[[str], T]) -> T:
    try:
        return read(cells[position].strip())
    except Rejected as rejected:
        raise _BadCell(position, rejected.expected) from rejected
