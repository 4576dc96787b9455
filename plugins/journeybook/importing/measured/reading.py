"""Read a sheet of measured values, be it answers of a survey or numbers by day."""

from journeybook.importing.brought_in import BroughtIn
from journeybook.importing.measured.presets import preset_for
from journeybook.importing.measured.series import read_series
from journeybook.importing.measured.surveys import read_survey
from journeybook.importing.measured.table import ValueTable, stated_days, value_table
from journeybook.importing.seen import seen_sheets, unseen
from journeybook.importing.words.labels import plain_name
from journeybook.importing.words.mapping import NameMapping
from journeybook.workbooks import Book, Sheet


def read_measured(source: str, sheet: Sheet, mapping: NameMapping | None = None) -> BroughtIn | None:
    """Read what was measured in a sheet; nothing if it has no table with days."""
    table = value_table(sheet)
    if table is None:
        return None
    mapping = mapping or NameMapping()
    preset = preset_for(_names(table))
    return read_survey(source, table, preset, mapping) if preset else read_series(source, table, mapping)


def measured_in(book: Book, mapping: NameMapping | None = None) -> BroughtIn:
    """Read what was measured in all sheets of a file that people see."""
    sheets = seen_sheets(book)
    read = [found for sheet in sheets if (found := read_measured(book.path, sheet, mapping))]
    return BroughtIn(
        source=book.path,
        entries=tuple(entry for found in read for entry in found.entries),
        values=tuple(value for found in read for value in found.values),
        notes=(*unseen(book), *(note for found in read for note in found.notes)),
    )


def holds_answers(sheet: Sheet) -> bool:
    """Whether a sheet is the export of a tool for surveys that is known."""
    table = value_table(sheet)
    return table is not None and preset_for(_names(table)) is not None


def states_days(sheet: Sheet) -> bool:
    """Whether comments above the table of a sheet state its first and its last day, as analytics do."""
    return stated_days(sheet) is not None and value_table(sheet) is not None


def _names(table: ValueTable) -> list[str]:
    return [plain_name(name) for name in table.names.values()]
