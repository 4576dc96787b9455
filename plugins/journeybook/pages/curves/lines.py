"""The satisfaction curves of journeys: a line for each persona, or one of the means."""

from collections.abc import Sequence
from dataclasses import dataclass

from journeybook.catalogue import Journey, Persona, Step, Visit
from journeybook.charts import Curve, Line, curve

SatisfactionRow = tuple[Persona | None, list[float | None]]
"""The values of a persona, step by step, or the means over all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonaLine:
    """One persona's line in a curve."""

    persona: Persona | None
    """None for the mean over all personas."""
    line: Line


@dataclass(frozen=True, slots=True, kw_only=True)
class CurveColumn:
    """The column of a step in a curve, with its marks apart from the points."""

    visit: Visit
    has_value: bool
    low_of: tuple[PersonaLine, ...]
    """The lines that are nowhere lower."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JourneyCurve:
    """The satisfaction curve of a journey, one line for each persona with values."""

    picture: Curve
    lines: tuple[PersonaLine, ...]
    columns: tuple[CurveColumn, ...]
    """The marks at each step."""

    @property
    def missing(self) -> int:
        """The count of steps without a value."""
        return sum(not column.has_value for column in self.columns)


def journey_curve(journey: Journey, visits: Sequence[Visit], **size: float) -> JourneyCurve | None:
    """One line for each persona that has values over a journey's steps; nothing where no step has one.

    The size is that of `charts.curve`.
    """
    rows = satisfaction_rows(journey)
    if not rows:
        return None
    picture = curve([row for _, row in rows], **size)
    lines = tuple(
        PersonaLine(persona=persona, line=line)
        for (persona, _), line in zip(rows, picture.lines, strict=True)
    )
    columns = tuple(_column(at, visit, lines) for at, visit in enumerate(visits))
    return JourneyCurve(picture=picture, lines=lines, columns=columns)


def _column(at: int, visit: Visit, lines: tuple[PersonaLine, ...]) -> CurveColumn:
    low = tuple(line for line in lines for point in line.line.points if point.column == at and point.is_low)
    return CurveColumn(visit=visit, has_value=visit.step.satisfaction is not None, low_of=low)


def satisfaction_rows(journey: Journey) -> list[SatisfactionRow]:
    """The values of each persona who has some, step by step; where none has, the means, if there are any."""
    steps = tuple(journey.steps)
    rows = [(persona, _row(steps, persona)) for persona in journey.personas]
    means = [step.satisfaction for step in steps]
    found: list[SatisfactionRow] = [row for row in rows if any(row[1])]
    return found or ([(None, means)] if any(means) else [])


def _row(steps: Sequence[Step], persona: Persona) -> list[float | None]:
    return [
        next((each.satisfaction for each in step.satisfactions if each.persona is persona), None)
        for step in steps
    ]


def mean_curve(journey: Journey) -> Curve | None:
    """One line of the means over all personas, for small pictures."""
    values = [step.satisfaction for step in journey.steps]
    return curve([values]) if any(value is not None for value in values) else None
