"""Read the sheet of a journey into its header and its narrative."""

from dataclasses import dataclass, field, replace
from typing import Any

from journeybook.importing.brought_in import Telling
from journeybook.importing.workbook.maps import NamedMap
from journeybook.importing.workbook.reading import FieldsRead, GreyName, Piece, SheetReading, typed_text
from journeybook.kinds import ThingKind
from journeybook.messages import N_
from journeybook.model import Journey, Record, Reference, Step
from journeybook.model.words.synonyms import synonym
from journeybook.notation.sections import joined_sections
from journeybook.notation.shapes import shapes_of
from journeybook.notation.tables import BODY, FILE, PHASE, RECORDS
from journeybook.notation.words import field_meant

_LANE = Reference(ThingKind.LANE)


@dataclass(slots=True)
class JourneyRead:
    """A journey as its sheet says it."""

    header: dict[str, Any]
    body: str
    file: str
    sheet: str
    origins: dict[tuple[str | int, ...], str] = field(default_factory=dict)
    """The cell of each field."""


def read_journey(table: NamedMap, told: SheetReading) -> JourneyRead:
    """Read a sheet."""
    table = _with_added_rows(table, told)
    own = table.pieces(ThingKind.JOURNEY, range(table.first, table.last + 1))
    read = told.fields(Journey, table.sheet, [piece for piece in own if piece.name not in {BODY, FILE}])
    made = JourneyRead(read.fields, _narrative(own), _file(own), table.sheet.name)
    made.origins = {(name,): address for name, address in read.addresses.items()}
    begins = [piece.cell for piece in own if piece.name == BODY and not piece.is_more]
    made.origins |= {
        (BODY, number): table.sheet.address(cell.row, cell.column) for number, cell in enumerate(begins)
    }
    stages = _stages(table, told, made)
    if stages:
        made.header["stages"] = stages
    return made


def _file(pieces: list[Piece]) -> str:
    return "".join(piece.cell.text for piece in pieces if piece.name == FILE).strip()


def _narrative(pieces: list[Piece]) -> str:
    found: list[str] = []
    for piece in pieces:
        if piece.name == BODY and piece.is_more and found:
            found[-1] += typed_text(piece.cell)
        elif piece.name == BODY:
            found.append(typed_text(piece.cell))
    return joined_sections(found)


def _stages(table: NamedMap, told: SheetReading, made: JourneyRead) -> list[dict[str, Any]]:
    """Read the stages with their steps; steps left of the first stage belong to it."""
    columns, phases = table.steps(), table.phases()
    if columns and not phases:
        message = N_("The steps stand below no stage, so they are left out.")
        told.note(Telling.LEFT, table.sheet.address(1, columns[0]), message)
    stages: list[dict[str, Any]] = []
    for number, phase in enumerate(phases):
        within = range(table.first if number == 0 else phase.start, phase.stop)
        read = told.fields(RECORDS[PHASE], table.sheet, table.pieces(PHASE, within))
        steps = [
            _step(table, told, column, made, ("stages", len(stages), "steps", at))
            for at, column in enumerate(column for column in columns if column in within)
        ]
        if not steps:
            message = N_("The stage '%(stage)s' has no steps, so it is left out.")
            told.note(Telling.LEFT, _head(read, table), message, stage=str(read.fields.get("stage", "")))
            continue
        _remember(made, ("stages", len(stages)), read)
        stages.append(read.fields | {"steps": steps})
    return stages


def _head(read: FieldsRead, table: NamedMap) -> str:
    return next(iter(read.addresses.values()), table.sheet.name)


def _step(
    table: NamedMap, told: SheetReading, column: int, made: JourneyRead, path: tuple[str | int, ...]
) -> dict[str, Any]:
    read = told.fields(Step, table.sheet, table.pieces(ThingKind.STEP, range(column, column + 1)))
    if "title" not in read.fields:
        address = _head(read, table)
        read.fields = {"title": "…"} | read.fields
        told.note(Telling.GUESSED, address, N_("The step has no title; give it one."))
    _remember(made, path, read)
    return read.fields


def _remember(made: JourneyRead, path: tuple[str | int, ...], read: FieldsRead) -> None:
    made.origins |= {(*path, name): address for name, address in read.addresses.items()}


def _with_added_rows(table: NamedMap, told: SheetReading) -> NamedMap:
    """Name the rows that people have added by what their labels say."""
    names = dict(table.names)
    for row, above in table.nameless():
        found = _meant(table, told, row, above)
        if found:
            names[row] = found
    return replace(table, names=names)


def _meant(table: NamedMap, told: SheetReading, row: int, above: GreyName | None) -> GreyName | None:
    label, address = table.label(row), table.sheet.address(row, table.first)
    if row not in table.by_row:
        return None
    if above and above.room == ThingKind.JOURNEY and above.name == BODY:
        return GreyName(ThingKind.JOURNEY, BODY, is_more=False)
    room = _room(above)
    name = _field(told, RECORDS[room], label) if label else ""
    if name:
        return GreyName(room, name, is_more=False)
    if not label or room == ThingKind.JOURNEY:
        message = N_("The row says not what it holds. Write a label in front of it.")
        told.note(Telling.LEFT, address, message if not label else N_("The row is none that is known."))
        return None
    lane = told.names.find(_LANE, label, address)
    return GreyName(ThingKind.STEP, f"lanes.{lane}", is_more=False)


def _room(above: GreyName | None) -> str:
    is_own = above is not None and above.room == ThingKind.JOURNEY and above.name != "title"
    return ThingKind.JOURNEY if is_own else ThingKind.STEP


def _field(told: SheetReading, record: type[Record], label: str) -> str:
    """The place that a label means: a field, or one of a persona's own such as “Satisfaction: Anna”."""
    found = field_meant(told.hidden.words, record, label) or synonym(label, shapes_of(record))
    head, colon, rest = label.partition(":")
    field = field_meant(told.hidden.words, record, head) if colon and not found else ""
    shape = shapes_of(record).get(field)
    if shape and shape.key_reference and rest.strip():
        return f"{field}.{told.names.find(shape.key_reference, rest.strip(), '')}"
    return found
