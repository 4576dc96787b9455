"""Write a table as CSV, as the lists of pages do: UTF-8 with its mark, every cell in quotes, no formula.

Commas part the cells, and numbers have a point, in every language: programs read it alike everywhere.
"""

from collections.abc import Iterable, Mapping

from journeybook.exports.cells import FORMULA_SIGNS, harmless
from journeybook.exports.tables.flat import FlatRow, TableCell
from journeybook.exports.tables.forms import TABLES, TableForm
from journeybook.exports.tables.rows import RowsByTable

_MARK = "\ufeff"


def csv_files(tables: RowsByTable) -> Mapping[str, str]:
    """Return all tables by the names of their files."""
    return {f"{form.name}.csv": csv_text(form, tables[form.name]) for form in TABLES}


def csv_text(form: TableForm, rows: Iterable[FlatRow]) -> str:
    """Return a table with its head; lines end as RFC 4180 has it."""
    lines = [form.columns, *([row.get(name) for name in form.columns] for row in rows)]
    return _MARK + "".join(f"{','.join(map(_quoted, cells))}\r\n" for cells in lines)


def _quoted(cell: TableCell) -> str:
    if cell is None or cell == "":
        return '""'
    text = cell if isinstance(cell, str) else str(cell).lower() if isinstance(cell, bool) else str(cell)
    if text[0] in FORMULA_SIGNS:
        text = harmless(text)
    return '"' + text.replace('"', '""') + '"'
