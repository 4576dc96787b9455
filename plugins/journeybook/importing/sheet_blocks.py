"""Part a sheet by its empty rows where several things stand on it: a card above a journey, two lists."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from journeybook.importing.journeys.grid import grid_of
from journeybook.importing.journeys.tables import find_tables, is_of_person
from journeybook.importing.lists.layout import FieldNames, ListShape, layout_of
from journeybook.importing.sheet_kinds import LIST_PARTS, SheetKind, kind_of_sheet
from journeybook.importing.words.mapping import NameMapping
from journeybook.workbooks import Sheet, SheetCell

_Keys = tuple[tuple[int, int], ...]
_OTHERS = frozenset({SheetKind.INBOX, SheetKind.METRICS})
_FEWEST_ROWS = 2
_GAP = 2
"""How many columns further than the one before a note beside a block begins."""
_HEADS_WITHIN = 2
"""The rows of a block in which the head of its list stands: the first, or the one below a title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetBlock:
    """A part of a sheet, as a sheet with the rows that it has there."""

    sheet: Sheet
    kind: SheetKind
    is_card: bool = False
    """Whether it is the card of a persona who makes the journey on the sheet."""


def blocks_of(sheet: Sheet, seen: Sheet, source: str) -> Sequence[SheetBlock]:
    """Part a sheet, which people see as `seen`, into what stands on it; most sheets are one block."""
    whole = (SheetBlock(sheet=sheet, kind=kind_of_sheet(seen, source)),)
    lists = {block: kind for block in _parted(seen) if (kind := _kind_of_block(block, seen))}
    listed = {key for block in lists for key in block}
    rest = replace(seen, cells={key: cell for key, cell in seen.cells.items() if key not in listed})
    has_journey = bool(find_tables(grid_of(rest), NameMapping()))
    kinds = set(lists.values())
    if not lists or not (has_journey or len(kinds) > 1) or whole[0].kind in _OTHERS:
        return whole
    others = replace(sheet, cells={key: cell for key, cell in sheet.cells.items() if key not in listed})
    blocks = [
        SheetBlock(sheet=_alone(sheet, block), kind=kind, is_card=has_journey and _is_card(block, seen))
        for block, kind in lists.items()
    ]
    return (SheetBlock(sheet=others, kind=SheetKind.JOURNEY), *blocks)


def with_personas(sheet: Sheet, named: Mapping[tuple[int, int], tuple[SheetCell, str]]) -> Sheet:
    """Say on the sheet of a journey whose cards stood on it, at the cells of their names."""
    said = {key: replace(cell, text=f"Persona: {name}") for key, (cell, name) in named.items()}
    return replace(sheet, cells=dict(sorted({**sheet.cells, **said}.items()))) if said else sheet


def _parted(sheet: Sheet) -> Iterator[_Keys]:
    """Yield the cells of each run of rows without an empty one, and without notes far beside them."""
    for block in _runs(sheet):
        columns = sorted({column for _, column in block})
        gap = next((one for one, other in pairwise(columns) if other > one + _GAP), columns[-1])
        yield tuple(key for key in block if key[1] <= gap)


def _runs(sheet: Sheet) -> Iterator[_Keys]:
    block: list[tuple[int, int]] = []
    last = 0
    for key, cell in sorted(sheet.cells.items()):
        if block and cell.row > last + 1:
            yield tuple(block)
            block = []
        block.append(key)
        last = max(last, cell.row + cell.rows - 1)
    if block:
        yield tuple(block)


def _kind_of_block(block: _Keys, sheet: Sheet) -> SheetKind | None:
    """The kind of a block that is a list by its own head, or a persona's card; nothing of any other."""
    alone = _alone(sheet, block)
    kind = kind_of_sheet(replace(alone, name=""))
    rows = sorted({row for row, _ in block})
    if kind not in LIST_PARTS or len(rows) < _FEWEST_ROWS:
        return None
    layout = layout_of(alone, FieldNames(part=LIST_PARTS[kind]))
    if layout is None or layout.shape is not ListShape.ROWS:
        return kind if _is_card(block, sheet) else None
    heads = sum(row == layout.row for row, _ in block)
    is_headed = layout.row in rows[:_HEADS_WITHIN] and len(layout.heads) * 2 > heads > 1
    return kind if is_headed and layout.row < rows[-1] else None


def _is_card(block: _Keys, sheet: Sheet) -> bool:
    """Whether a block tells of one person: names of what people are stand below each other in it."""
    alone = _alone(sheet, block)
    layout = layout_of(alone, FieldNames(part=LIST_PARTS[SheetKind.PERSONA]))
    if layout is None or layout.shape is not ListShape.FORM or find_tables(grid_of(alone), NameMapping()):
        return False
    names = (cell.text for cell in alone.cells.values() if cell.column in layout.columns)
    return any(is_of_person(text) for text in names)


def _alone(sheet: Sheet, block: _Keys) -> Sheet:
    """A sheet with the cells of a block alone; comments and what is hidden belong to the rest."""
    cells = {key: sheet.cells[key] for key in block}
    return replace(sheet, cells=cells, comments={}, hidden_rows=frozenset(), hidden_columns=frozenset())
