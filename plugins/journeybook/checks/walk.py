"""Where the steps of a journey stand in its header."""

from collections.abc import Iterator

from journeybook.catalogue import Journey, Step
from journeybook.frontmatter import Path


def steps_of(journey: Journey) -> Iterator[tuple[Path, Step]]:
    """Yield each step of a journey with its path in the header."""
    for at, stage in enumerate(journey.stages):
        for number, step in enumerate(stage.steps):
            yield ("stages", at, "steps", number), step
