"""Lay the plain data of a handbook out as JSON: as one document, or as one document a kind of thing.

Each document says its format and version and holds some keys of the whole, so that documents of one export
are put together by joining their keys.
"""

from collections.abc import Mapping
from datetime import date

from journeybook.catalogue import Catalogue
from journeybook.exports.handbook import Translated, plain_handbook
from journeybook.exports.tables.figures import figures_of
from journeybook.exports.tables.rows import RowsByTable, tables_of
from journeybook.load import Folder
from journeybook.notation.plain import Plain
from journeybook.schema.exported import FORMAT, VERSION

HEAD: Plain = {"format": FORMAT, "version": VERSION}


def data_from(folder: Folder, rows: RowsByTable, translated: Translated) -> Plain:
    """Return everything that authors wrote, and apart from it what is computed from it."""
    return plain_handbook(folder, translated) | {"computed": figures_of(rows)}


def data_of(catalogue: Catalogue, today: date, translated: Translated) -> Plain:
    """Return the same of a whole handbook on a day."""
    return data_from(catalogue.folder, tables_of(catalogue, today), translated)


def one_document(data: Plain) -> Plain:
    """Return a handbook as one document."""
    return HEAD | data


def by_kind(data: Plain) -> Mapping[str, Plain]:
    """Return a document for each key of a handbook's data, by the name of its file."""
    return {f"{key}.json": HEAD | {key: value} for key, value in data.items()}
