"""Take over what people changed in the registers into the journeys, whose sheets the entries belong to.

A field that was changed in the register alone is taken from there. Where the journey's sheet says something
else than it did, that holds, and the difference is told with the cell of the register.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from journeybook.importing.brought_in import Exported, KeyPath, Telling
from journeybook.importing.workbook.journeys import JourneyRead
from journeybook.importing.workbook.reading import FieldsRead, Piece, SheetReading
from journeybook.importing.workbook.tables import NamedTable
from journeybook.messages import N_
from journeybook.notation.entrypaths import EntryPlace, entry_places
from journeybook.notation.tables import AT, RECORDS

_NEW = N_("New entries belong on the sheet of their journey, so “%(title)s” is left out.")
_GONE = N_("“%(title)s” does not stand on the sheet of its journey any more, so the change is left out.")
_DIFFERS = N_("The sheet of the journey says “%(here)s” and holds; here stands “%(now)s”.")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A row of a register."""

    room: str
    at: str
    read: FieldsRead
    names: frozenset[str]
    """The fields that the register has a column for."""
    address: str


def take_over(
    tables: Iterable[NamedTable],
    journeys: Iterable[JourneyRead],
    files: Mapping[str, Exported],
    told: SheetReading,
) -> None:
    """Put the changes of registers into the headers of journeys."""
    by_file = {journey.file: journey for journey in journeys}
    for table in tables:
        for row in _rows(table, told):
            file = row.at.partition("#")[0]
            if not row.at:
                told.note(Telling.LEFT, row.address, _NEW, title=_title(row.read.fields))
            elif file in by_file:
                _take_row(row, by_file[file], files.get(file), told)


def _rows(table: NamedTable, told: SheetReading) -> Iterator[_Row]:
    names = frozenset(found.name for found in table.names.values()) - {AT}
    for number, pieces in table.rows():
        own = [piece for piece in pieces if piece.name != AT]
        yield _Row(
            room=table.room,
            at="".join(piece.cell.text for piece in pieces if piece.name == AT),
            read=told.fields(RECORDS[table.room], table.sheet, own),
            names=names,
            address=table.sheet.address(number, _first(own)),
        )


def _first(pieces: list[Piece]) -> int:
    return min((piece.cell.column for piece in pieces), default=1)


def _title(fields: Mapping[str, Any]) -> str:
    return str(fields.get("title", ""))


def _take_row(row: _Row, journey: JourneyRead, exported: Exported | None, told: SheetReading) -> None:
    old = _old(row, journey.file, exported)
    changed = [
        name for name in sorted(row.names) if old is None or row.read.fields.get(name) != old.get(name)
    ]
    if not changed:
        return
    place = _standing(row, journey, old)
    if place is None:
        told.note(Telling.LEFT, row.address, _GONE, title=_title(row.read.fields))
        return
    for name in changed:
        _take_field(name, row, place, journey, old, told)


def _old(row: _Row, file: str, exported: Exported | None) -> Mapping[str, Any] | None:
    """The entry as it was exported, where that is known."""
    places = entry_places(file, exported.header) if exported else ()
    return next((place.record for place in places if place.at == row.at and place.room == row.room), None)


def _standing(row: _Row, journey: JourneyRead, old: Mapping[str, Any] | None) -> EntryPlace | None:
    """Find the entry on the sheet of its journey, by its id, its title or its place.

    One that has got the same new title on both sheets stands in its place.
    """
    places = [place for place in entry_places(journey.file, journey.header) if place.room == row.room]
    known = old or row.read.fields
    by_id = (place for place in places if place.record.get("id") == known.get("id") is not None)
    same = [place for place in places if place.record.get("title") == known.get("title")]
    there = (place for place in same if place.at == row.at)
    alike = (
        place for place in places if place.at == row.at and _title(place.record) == _title(row.read.fields)
    )
    return next(by_id, None) or next(there, None) or next(iter(same), None) or next(alike, None)


def _take_field(  # noqa: PLR0913, PLR0917 - a field of an entry in three states
    name: str,
    row: _Row,
    place: EntryPlace,
    journey: JourneyRead,
    old: Mapping[str, Any] | None,
    told: SheetReading,
) -> None:
    now, here = row.read.fields.get(name), place.record.get(name)
    address = row.read.addresses.get(name, row.address)
    if now == here:
        return
    if old is None or here != old.get(name):
        told.note(Telling.LEFT, address, _DIFFERS, here=_said(here), now=_said(now))
        return
    entry = _entry(journey.header, place.path)
    if now is None:
        del entry[name]
    else:
        entry[name] = now
    journey.origins[*place.path, name] = address


def _said(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)


def _entry(header: dict[str, Any], path: KeyPath) -> dict[str, Any]:
    value: Any = header
    for part in path:
        value = value[part]
    found: dict[str, Any] = value
    return found
