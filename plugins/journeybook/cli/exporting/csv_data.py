"""Write a handbook as a folder of tables in CSV."""

from pathlib import Path

from journeybook import clock
from journeybook.cli.exporting.files import refuse_filled, write_texts
from journeybook.cli.exporting.order import Order, read_whole_handbook
from journeybook.cli.terminal.failure import CLEAN
from journeybook.cli.terminal.streams import tell
from journeybook.exports.tables.csv_text import csv_files, csv_text
from journeybook.exports.tables.forms import TABLES
from journeybook.exports.tables.rows import tables_of

_FIRST = TABLES[0]


def write_csv(order: Order) -> int:
    """Write a file for each table."""
    found, target = read_whole_handbook(order), Path(order.target)
    refuse_filled(target, {f"{_FIRST.name}.csv": csv_text(_FIRST, ()).rstrip()})
    write_texts(target, csv_files(tables_of(found.catalogue, clock.today())))
    tell(f"{order.target} is written: {len(TABLES)} tables.")
    return CLEAN
