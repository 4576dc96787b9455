"""Lay a journey of data out as a table, which is read as one in a sheet is."""

from collections.abc import Callable, Iterator, Sequence

from journeybook.frontmatter import without_forbidden
from journeybook.importing.brought_in import KeyPath
from journeybook.importing.outlines.parts import DataJourney, DataLane, DataPart
from journeybook.workbooks import Sheet, SheetCell

_Address = Callable[[KeyPath], str]


class _Table:
    """A sheet that is being filled, each cell with the line of the data that it comes from, if it does."""

    def __init__(self, address: _Address) -> None:
        self._address = address
        self.cells: dict[tuple[int, int], SheetCell] = {}
        self.places: dict[tuple[int, int], str] = {}

    def put(self, row: int, column: int, text: str, path: KeyPath, *, columns: int = 1) -> None:
        """Fill a cell, unless there is nothing to say."""
        said = without_forbidden(text)
        if said:
            self.cells[row, column] = SheetCell(row=row, column=column, text=said, columns=columns)
            self.places[row, column] = self._address(path) if path else ""


def sheet_of_journey(journey: DataJourney, name: str, address: _Address) -> Sheet:
    """Make a sheet: facts above, then stages over steps, then a row for each lane."""
    table = _Table(address)
    row = 0
    for row, fact in enumerate(journey.facts.values(), 1):
        table.put(row, 1, fact.label, fact.path)
        table.put(row, 2, "\n".join(fact.entries), fact.path)
    _fill(table, row + 2, journey.stages)
    return Sheet(name=name, cells=dict(sorted(table.cells.items())), places=table.places)


def _fill(table: _Table, top: int, stages: Sequence[DataPart]) -> None:
    has_steps = any(stage.steps for stage in stages)
    labels = list(dict.fromkeys(label for part in _parts(stages) for label in part.lanes))
    table.put(top, 1, "stage", ())
    if has_steps:
        table.put(top + 1, 1, "step", ())
    for number, label in enumerate(labels):
        table.put(top + 2 + number, 1, label, next(_lanes(stages, label)).path)
    column = 2
    for stage in stages:
        width = max(len(stage.steps), 1)
        table.put(top, column, stage.title, stage.path, columns=width)
        for number, label in enumerate(labels):
            _put_lane(table, (top + 2 + number, column), stage, label, columns=width)
        for step in stage.steps:
            table.put(top + 1, column, step.title, step.path)
            for number, label in enumerate(labels):
                _put_lane(table, (top + 2 + number, column), step, label)
            column += 1
        column += not stage.steps


def _put_lane(table: _Table, at: tuple[int, int], part: DataPart, label: str, *, columns: int = 1) -> None:
    lane = part.lanes.get(label)
    if lane:
        text = (
            lane.entries[0] if len(lane.entries) == 1 else "\n".join(f"• {entry}" for entry in lane.entries)
        )
        table.put(*at, text, lane.path, columns=columns)


def _parts(stages: Sequence[DataPart]) -> Iterator[DataPart]:
    for stage in stages:
        yield stage
        yield from stage.steps


def _lanes(stages: Sequence[DataPart], label: str) -> Iterator[DataLane]:
    return (part.lanes[label] for part in _parts(stages) if label in part.lanes)
