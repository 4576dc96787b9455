"""Read a sheet of measured values, be it answers of a survey or numbers by day."""

from journeybook.importing.brought_in import BroughtIn
from journeybook.importing.measured.presets import preset_for
from journeybook.importing.measured.series import read_series
from journeybook.importing.measured.surveys import read_survey
from journeybook.importing.measured.table import ValueTable, value_table
from journeybook.importing.words.labels import plain_name
from journeybook.importing.words.mapping import NameMapping
from journeybook.workbooks import Sheet


def read_measured(source: str, sheet: Sheet, mapping: NameMapping | None = None) -> BroughtIn | None:
    """Read what was measured in a sheet; nothing if it has no table with days."""
    table = value_table(sheet)
    if table is None:
        return None
    mapping = mapping or NameMapping()
    preset = preset_for(_names(table))
    return read_survey(source, table, preset, mapping) if preset else read_series(source, table, mapping)


def holds_answers(sheet: Sheet) -> bool:
    """Whether a sheet is the export of a tool for surveys that is known."""
    table = value_table(sheet)
    return table is not None and preset_for(_names(table)) is not None


def _names(table: ValueTable) -> list[str]:
    return [plain_name(name) for name in table.names.values()]
