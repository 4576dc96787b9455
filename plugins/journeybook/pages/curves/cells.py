"""The satisfaction curve of a journey, cut into the cells of its steps, for maps and personas."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from journeybook.catalogue import Journey, Persona, Step
from journeybook.charts import SAD, CellLine, cell_lines, height_of
from journeybook.pages.curves.columns import MapColumn
from journeybook.pages.curves.lines import SatisfactionRow, satisfaction_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class CellPoint:
    """A value in a cell, of all personas who have it."""

    satisfaction: float
    top: float
    """In percent of the cell's height."""
    lines: tuple[int, ...]
    """The numbers of their lines, counted from 0."""
    low_of: tuple[int, ...]
    """The lines that are nowhere lower, where that is low."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CurveCell:
    """The curve in one column."""

    column: MapColumn
    lines: tuple[CellLine, ...]
    points: tuple[CellPoint, ...]
    ghost: CellLine | None = None
    """What the journey that it replaces draws here, on average."""
    change: float | None = None
    """By how much the step is to become better, on average."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MapCurve:
    """The curve of a journey, one line for each persona with values, or one of the means."""

    personas: tuple[Persona | None, ...]
    """Whose lines they are; None for the mean over all."""
    cells: tuple[CurveCell, ...]
    levels: tuple[tuple[int, float], ...]
    """The values that the axis names, each with its height in percent."""

    @property
    def missing(self) -> int:
        """The count of steps without a value."""
        return sum(not (cell.points or cell.column.is_gone) for cell in self.cells)


def map_curve(journey: Journey, columns: Sequence[MapColumn], before: Mapping[Step, Step]) -> MapCurve | None:
    """Draw the lines of a journey; nothing where no step has a value.

    Where it replaces another journey, `before` gives the step that stood in the place of each.
    """
    rows = satisfaction_rows(journey)
    return curve_of(rows, columns, before) if rows else None


def curve_of(
    rows: Sequence[SatisfactionRow], columns: Sequence[MapColumn], before: Mapping[Step, Step]
) -> MapCurve:
    """Draw some lines, each of which has a value."""
    values = [row for _, row in rows]
    lines = [cell_lines(row) for row in values]
    lows = [_low(row) for row in values]
    ghost = cell_lines([_value(before.get(column.step)) for column in columns])
    return MapCurve(
        personas=tuple(persona for persona, _ in rows),
        cells=tuple(
            CurveCell(
                column=column,
                lines=tuple(line[at] for line in lines),
                points=tuple(_points([row[at] for row in values], lows)),
                ghost=ghost[at] if before else None,
                change=_change(before.get(column.step), column.step),
            )
            for at, column in enumerate(columns)
        ),
        levels=tuple((level, 100 * height_of(level)) for level in (5, 3, 1)),
    )


def _value(step: Step | None) -> float | None:
    return step.satisfaction if step else None


def _change(before: Step | None, after: Step) -> float | None:
    then, now = _value(before), after.satisfaction
    return None if then is None or now is None else round(now - then, 2)


def _low(row: Iterable[float | None]) -> float | None:
    """The lowest value of a line, where it is low and not everywhere the same."""
    values = [value for value in row if value is not None]
    return min(values) if min(values) <= SAD and min(values) < max(values) else None


def _points(values: Sequence[float | None], lows: Sequence[float | None]) -> Iterator[CellPoint]:
    for value in dict.fromkeys(value for value in values if value is not None):
        lines = tuple(line for line, other in enumerate(values) if other == value)
        yield CellPoint(
            satisfaction=value,
            top=round(100 * height_of(value), 2),
            lines=lines,
            low_of=tuple(line for line in lines if lows[line] == value),
        )
