"""Read the cells of one record, a text a place, into its fields, and tell of what cannot be read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from journeybook.importing.brought_in import Note, Telling
from journeybook.importing.workbook.hidden import Hidden
from journeybook.importing.workbook.names import NamedThings
from journeybook.messages import N_
from journeybook.model import Record, Reference
from journeybook.notation.cells import CellReader
from journeybook.notation.places import put, table_place
from journeybook.notation.shapes import FieldShape, Holds
from journeybook.notation.tables import MORE
from journeybook.workbooks import Sheet, SheetCell

_NUMBERS = {Holds.WHOLE, Holds.NUMBER}


class GreyName(NamedTuple):
    """The name of a row or column, taken apart."""

    room: str
    name: str
    is_more: bool


class Piece(NamedTuple):
    """A cell under the name of its place."""

    name: str
    cell: SheetCell
    is_more: bool
    """Whether it goes on from the one before."""


def named(text: str) -> GreyName | None:
    """Take a grey name apart; nothing where it is none."""
    room, slash, name = text.strip().partition("/")
    return GreyName(room, name.removesuffix(MORE), name.endswith(MORE)) if slash and name else None


@dataclass(slots=True)
class SheetReading:
    """The state of a workbook that is being read: what is known, and what is told."""

    hidden: Hidden
    names: NamedThings = field(default_factory=NamedThings)
    notes: list[Note] = field(default_factory=list)

    def note(self, telling: Telling, address: str, message: str, **values: str) -> None:
        """Tell something of a cell."""
        self.notes.append(Note(telling=telling, address=address, message=message, values=values))

    def left(self, address: str, text: str, label: str) -> None:
        """Tell that a value could not be read."""
        message = N_("'%(text)s' is no value of '%(field)s'.")
        self.note(Telling.LEFT, address, message, text=text, field=label)

    def fields(self, record: type[Record], sheet: Sheet, pieces: Iterable[Piece]) -> "FieldsRead":
        """Read the fields of a record from its cells."""
        read = FieldsRead({}, {})
        for name, cells in _gathered(pieces).items():
            address = sheet.address(cells[0].cell.row, cells[0].cell.column)
            value = self._value(record, name, cells, address)
            if value is not None:
                put(read.fields, name, value)
                read.addresses[name.partition(".")[0]] = address
        return read

    def _value(self, record: type[Record], name: str, pieces: list[Piece], address: str) -> Any:
        place = table_place(record, name)
        text = "".join(_joined(place.shape, pieces))
        if not text.strip():
            return None

        def find(reference: Reference, said: str) -> str:
            return self.names.find(reference, said, address)

        reader = CellReader(self.hidden.words, find)
        return reader.read(
            place.shape, text, place.group, lambda field, said: self.left(address, said, field or name)
        )


@dataclass(slots=True)
class FieldsRead:
    """The fields of a record, and the cell of each."""

    fields: dict[str, Any]
    addresses: dict[str, str]


def _gathered(pieces: Iterable[Piece]) -> dict[str, list[Piece]]:
    found: dict[str, list[Piece]] = {}
    for piece in pieces:
        found.setdefault(piece.name, []).append(piece)
    return found


def _joined(shape: FieldShape, pieces: list[Piece]) -> Iterator[str]:
    for number, piece in enumerate(pieces):
        if number and not piece.is_more:
            yield "\n"
        yield cell_text(shape, piece.cell)


def cell_text(shape: FieldShape, cell: SheetCell) -> str:
    """The text of a cell as a field of a shape takes it: numbers and days exactly, not as people see them."""
    if cell.day is not None:
        return cell.day.isoformat()
    if cell.number is not None and shape.holds in _NUMBERS:
        return format(cell.number.normalize(), "f")
    return typed_text(cell)


def typed_text(cell: SheetCell) -> str:
    """The text of a cell with its blanks, without what is struck through."""
    return cell.text if cell.struck else cell.typed or cell.text
