"""Leave out of a header what no field takes, each told with its cell, so that every file is right at once."""

from collections.abc import Mapping
from typing import Any

from journeybook.importing.brought_in import KeyPath, Telling
from journeybook.importing.exported.written import as_typed, as_written
from journeybook.importing.origins import origin_of
from journeybook.importing.workbook.reading import SheetReading
from journeybook.kinds import ThingKind
from journeybook.load.document import MODELS
from journeybook.messages import N_
from journeybook.model import read_record

_MOST = 500
"""Values that are left out before a file is given up."""


def checked_header(
    kind: ThingKind, header: Mapping[str, Any], origins: Mapping[KeyPath, str], told: SheetReading
) -> dict[str, Any] | None:
    """Return a header as an author would write it; nothing where too little is left of it."""
    data = as_typed(header)
    for _ in range(_MOST):
        record = read_record(MODELS[kind], data)
        if not isinstance(record, tuple):
            written: dict[str, Any] = as_written(MODELS[kind], data)
            return written
        problem = record[0]
        path = _reachable(data, problem.path)
        message = N_("This is left out: %(problem)s")
        told.note(Telling.LEFT, origin_of(path, origins), message, problem=problem.message)
        if not path:
            return None
        _take_out(data, path)
    return None


def _reachable(data: Any, path: KeyPath) -> KeyPath:
    """The path as far as there are values."""
    found: list[str | int] = []
    for part in path:
        if isinstance(data, Mapping) and part in data:
            data = data[str(part)]
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            data = data[part]
        else:
            break
        found.append(part)
    return tuple(found)


def _take_out(data: Any, path: KeyPath) -> None:
    for part in path[:-1]:
        data = data[part]
    del data[path[-1]]
