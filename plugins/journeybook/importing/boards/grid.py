"""Rebuild the table that people laid out on a board: rows are lanes, columns are steps."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from statistics import median

from journeybook.importing.boards.areas import as_names
from journeybook.importing.boards.bands import Bands, Stretch, bands, grouped_along
from journeybook.importing.boards.items import BoardItem
from journeybook.importing.words.labels import certain, meaning

_LONGEST_LABEL = 40
_FEWEST_LANES, _MOST_LANES = 2, 300
_HEADS = frozenset({"title", "stage", "phase"})
"""The fields whose row has a note for each column, or for several."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CellNotes:
    """Notes in a cell, in reading order."""

    items: tuple[BoardItem, ...]
    columns: int = 1
    """Over how many columns they reach."""
    is_name: bool = False
    """Whether they name a row or a column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardGrid:
    """A table with the notes in its cells; the first column names the lanes."""

    cells: dict[tuple[int, int], CellNotes] = field(default_factory=dict)
    """By row and column, both from 1."""
    outside: tuple[BoardItem, ...] = ()
    """Notes that lie beside it."""


def rebuilt(items: Sequence[BoardItem]) -> BoardGrid | None:
    """Find the table in notes; nothing if no names of lanes stand below or beside each other."""
    original = {item.id: item for item in items}
    items = as_names(items)
    upright = _lanes(items)
    turned = [_turned(item) for item in items]
    across = _lanes(turned)
    if not _FEWEST_LANES <= max(len(upright), len(across)) <= _MOST_LANES:
        return None
    is_upright = len(upright) >= len(across)
    grid = _Rebuilding(items, upright).grid() if is_upright else _Rebuilding(turned, across).grid()
    cells = {
        at: replace(placed, items=tuple(original[item.id] for item in placed.items))
        for at, placed in grid.cells.items()
    }
    return BoardGrid(cells=cells, outside=tuple(original[item.id] for item in grid.outside))


def _turned(item: BoardItem) -> BoardItem:
    return replace(item, x=item.y, y=item.x, width=item.height, height=item.width)


def _lanes(items: Sequence[BoardItem]) -> list[BoardItem]:
    """The names of lanes that stand below each other; of several such columns the longest."""
    labels = [item for item in items if _is_label(item.text)]
    if not labels:
        return []
    gap = median(label.width for label in labels) / 4
    middles = [(Stretch(label.x - gap, label.x + gap), number) for number, label in enumerate(labels)]
    columns = [[labels[number] for number in group] for group in grouped_along(middles, 0.0)]
    return max(columns, key=lambda column: (len({label.text for label in column}), -column[0].x))


def _is_label(text: str) -> bool:
    name = " ".join(text.split())
    found = certain(name, "map") if len(name) <= _LONGEST_LABEL else None
    return found is not None and not found.is_guess


class _Rebuilding:
    """One rebuilding of a table whose lanes are named at its left."""

    def __init__(self, items: Sequence[BoardItem], lanes: Sequence[BoardItem]) -> None:
        self._edge = median(lane.x for lane in lanes)
        self._reach = median(lane.width for lane in lanes) / 2
        known = {lane.id for lane in lanes}
        named = [item for item in items if item.id in known or self._is_name(item, lanes)]
        self._labels = sorted(named, key=lambda item: item.y)
        ids = {item.id for item in self._labels}
        self._notes = [item for item in items if item.id not in ids and item.x > self._edge]
        self._outside = [item for item in items if item.id not in ids and item.x <= self._edge]

    def _is_name(self, item: BoardItem, lanes: Sequence[BoardItem]) -> bool:
        """Whether a note stands in the column of the lanes' names, between or closely below them."""
        tops, bottoms = min(lane.top for lane in lanes), max(lane.bottom for lane in lanes)
        room = (bottoms - tops) / max(len(lanes) - 1, 1)
        is_beside = abs(item.x - self._edge) <= self._reach and item.width <= self._reach * 4
        return is_beside and tops <= item.y <= bottoms + room and len(item.text) <= _LONGEST_LABEL

    def grid(self) -> BoardGrid:
        rows = bands([_down(label) for label in self._labels], [_down(note) for note in self._notes])
        lanes: dict[int, list[BoardItem]] = {number: [] for number in range(len(self._labels))}
        above: list[BoardItem] = []
        for note in self._notes:
            row = rows.index(_down(note))
            if row is not None:
                lanes[row].append(note)
            elif note.y < rows.start:
                above.append(note)
            else:
                self._outside.append(note)
        spans = [(_down(note), number) for number, note in enumerate(above)]
        heads = [[above[number] for number in group] for group in grouped_along(spans, 0.0)]
        return self._filled(heads, lanes)

    def _filled(self, heads: list[list[BoardItem]], lanes: dict[int, list[BoardItem]]) -> BoardGrid:
        named = [notes for row, notes in lanes.items() if self._field(row) in _HEADS]
        columns = self._columns([*heads, *named], [note for notes in lanes.values() for note in notes])
        cells: dict[tuple[int, int], CellNotes] = {}
        for number, notes in enumerate(heads, 1):
            self._fill(cells, number, notes, columns, is_head=True)
        for row, notes in lanes.items():
            number = len(heads) + row + 1
            cells[number, 1] = CellNotes(items=(self._labels[row],), is_name=True)
            self._fill(cells, number, notes, columns, is_head=self._field(row) in _HEADS)
        return BoardGrid(cells=dict(sorted(cells.items())), outside=tuple(self._outside))

    def _field(self, row: int) -> str:
        found = meaning(" ".join(self._labels[row].text.split()), "map")
        return found.field if found else ""

    def _columns(self, heads: Sequence[Sequence[BoardItem]], notes: Sequence[BoardItem]) -> Bands | None:
        """Part the table into columns by the row with the most names, else by how the notes lie."""
        names = max(heads, key=len, default=[])
        if len(names) < 2:  # noqa: PLR2004 - a title, no columns
            names = []
        spans = [(_across(item), number) for number, item in enumerate(names or notes)]
        if not spans:
            return None
        narrow = median(span.length for span, _ in spans) / 4
        groups = grouped_along(
            [(Stretch(span.middle - narrow, span.middle + narrow), number) for span, number in spans], 0.0
        )
        merged = [_joined([spans[number][0] for number in group]) for group in groups]
        return bands(merged, [_across(note) for note in notes])

    def _fill(
        self,
        cells: dict[tuple[int, int], CellNotes],
        row: int,
        notes: Sequence[BoardItem],
        columns: Bands | None,
        *,
        is_head: bool,
    ) -> None:
        """Put the notes of a row into its cells; a note alone above many columns names the whole."""
        if is_head and len(notes) == 1 and columns and len(columns.names) > 1 and (row, 1) not in cells:
            cells[row, 1] = CellNotes(items=tuple(notes), is_name=True)
            return
        found: dict[tuple[int, int], list[BoardItem]] = {}
        for note in notes:
            first, last = columns.covered(_across(note)) if columns else (0, 0)
            if columns and first == last and columns.index(_across(note)) is None:
                self._outside.append(note)
            else:
                found.setdefault((first, last), []).append(note)
        for (first, last), several in sorted(found.items()):
            at = (row, first + 2)
            before = cells.get(at, CellNotes(items=()))
            items = (*before.items, *_in_reading_order(several))
            width = max(before.columns, last - first + 1)
            cells[at] = CellNotes(items=items, columns=width, is_name=is_head)


def _down(item: BoardItem) -> Stretch:
    return Stretch(item.top, item.bottom)


def _across(item: BoardItem) -> Stretch:
    return Stretch(item.left, item.right)


def _joined(spans: Iterable[Stretch]) -> Stretch:
    several = list(spans)
    return Stretch(min(span.start for span in several), max(span.end for span in several))


def _in_reading_order(items: Sequence[BoardItem]) -> list[BoardItem]:
    """Line by line from the left; notes stand in one line where they lie beside each other."""
    height = median(item.height for item in items) / 2
    lines = grouped_along(
        [(Stretch(item.y - height / 2, item.y + height / 2), number) for number, item in enumerate(items)],
        0.0,
    )
    return [
        item for line in lines for item in sorted((items[number] for number in line), key=lambda item: item.x)
    ]
