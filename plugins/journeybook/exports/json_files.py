"""Lay the plain data of a handbook out as JSON: as one document, or as one document a kind of thing.

Each document says its format and version and holds some keys of the whole, so that documents of one export
are put together by joining their keys.
"""

from collections.abc import Mapping

from journeybook.exports.plain import Plain
from journeybook.schema.exported import FORMAT, VERSION

HEAD: Plain = {"format": FORMAT, "version": VERSION}


def one_document(data: Plain) -> Plain:
    """Return a handbook as one document."""
    return HEAD | data


def by_kind(data: Plain) -> Mapping[str, Plain]:
    """Return a document for each key of a handbook's data, by the name of its file."""
    return {f"{key}.json": HEAD | {key: value} for key, value in data.items()}
