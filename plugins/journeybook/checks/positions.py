"""Paths to the parts of a journey in its header, and the steps beside each other."""

from collections.abc import Iterator

from journeybook.catalogue import Journey, JourneyStage, Spot, Step, Visit, spots_of
from journeybook.frontmatter import Path


def of_stage(stage: JourneyStage) -> Path:
    """The path of a stage."""
    return "stages", stage.number - 1


def of_step(stage: JourneyStage, step: Step) -> Path:
    """The path of a step."""
    return "stages", stage.number - 1, "steps", step.number - stage.steps[0].number


def of_spot(spot: Spot) -> Path:
    """The path of a step, or of a stage as a whole."""
    return of_step(spot.stage, spot.step) if isinstance(spot, Visit) else of_stage(spot.stage)


def neighbours(journey: Journey) -> Iterator[tuple[JourneyStage, Step, Step]]:
    """Yield each step that the one before it leads to: its stage, the one before, and the step."""
    before: Step | None = None
    for stage in journey.stages:
        for step in stage.steps:
            if before and (journey.is_linear or any(path.to == step.id for path in before.paths)):
                yield stage, before, step
            before = step


def steps_of(journey: Journey) -> Iterator[tuple[Path, Step]]:
    """Yield each step of a journey with its path in the header."""
    for stage in journey.stages:
        for number, step in enumerate(stage.steps):
            yield (*of_stage(stage), "steps", number), step


def spots_in(journey: Journey) -> Iterator[tuple[Path, Spot]]:
    """Yield each stage of a journey as a whole, followed by its steps, with their paths in the header."""
    return ((of_spot(spot), spot) for spot in spots_of(journey.visits))
