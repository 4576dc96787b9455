"""The columns of a map, and how far what stands in one may run over empty neighbours."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from journeybook.catalogue import Journey, JourneyStage, Persona, Step
from journeybook.edited import is_gone


@dataclass(frozen=True, slots=True, kw_only=True)
class MapColumn:
    """A step as a column."""

    stage: JourneyStage
    step: Step
    place: int
    """In its stage, counted from 1."""
    at: int
    """Among all columns, counted from 0."""

    @property
    def is_first(self) -> bool:
        """Whether a stage begins with it."""
        return self.place == 1

    @property
    def is_gone(self) -> bool:
        """Whether a proposal removes the step."""
        return is_gone(self.step.title)


def columns_of(journey: Journey, persona: Persona | None = None) -> tuple[MapColumn, ...]:
    """Return a column for each step, in order, or for each that a persona takes part in."""
    placed = (
        (stage, step, place)
        for stage in journey.stages
        for place, step in enumerate(_taken(stage, persona), start=1)
    )
    return tuple(
        MapColumn(stage=stage, step=step, place=place, at=at)
        for at, (stage, step, place) in enumerate(placed)
    )


def _taken(stage: JourneyStage, persona: Persona | None) -> Iterator[Step]:
    return (step for step in stage.steps if persona is None or persona in step.personas)


def spans(
    columns: Sequence[MapColumn], filled: Sequence[bool], most: int, *, crosses: bool = False
) -> list[int]:
    """Count the columns that each filled one may take: its own and the empty ones that follow it.

    What is empty takes none. `most` bounds it, for longer lines are hard to read; a stage does, unless it
    `crosses` into the next one.
    """
    found = [int(is_filled) for is_filled in filled]
    start = 0
    for at, column in enumerate(columns):
        if filled[at] or (column.is_first and not crosses):
            start = at
        elif filled[start] and found[start] < most:
            found[start] += 1
    return found
