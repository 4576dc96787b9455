"""The lanes of a journey's map: which rows have content, in their order."""

from collections.abc import Callable
from dataclasses import dataclass

from journeybook.catalogue import Journey, Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """A row of the map."""

    name: str
    """Names the lane; the template knows its label and how its cells look."""
    is_ours: bool = False
    """Whether it shows what the organisation does, below the curve's customer's side."""


_LANES: tuple[tuple[str, Callable[[Step], object], bool], ...] = (
    ("image", lambda step: step.record.image, False),
    ("actions", lambda step: step.record.actions, False),
    ("moments", lambda step: step.record.moment_of_truth or step.record.micro_conversion, False),
    ("satisfaction", lambda step: step.satisfaction, False),
    ("touchpoints", lambda step: step.touchpoints or step.channels, False),
    ("thoughts", lambda step: step.record.thoughts, False),
    ("feelings", lambda step: step.record.feelings, False),
    ("quotes", lambda step: step.record.quotes, False),
    ("needs", lambda step: step.record.needs, False),
    ("motivations", lambda step: step.record.motivations, False),
    ("doubts", lambda step: step.record.doubts, False),
    ("expectations", lambda step: step.record.expectations, False),
    ("pain_points", lambda step: step.pain_points, False),
    ("opportunities", lambda step: step.opportunities, False),
    ("frontstage", lambda step: step.record.frontstage, True),
    ("backstage", lambda step: step.record.backstage, True),
    ("systems", lambda step: step.record.systems, True),
    ("actors", lambda step: step.actors, True),
    ("metrics", lambda step: step.metrics, True),
    ("evidence", lambda step: step.record.evidence, True),
)


def lanes(journey: Journey) -> tuple[Lane, ...]:
    """Return the lanes that have content in at least one step."""
    steps = tuple(journey.steps)
    return tuple(
        Lane(name=name, is_ours=is_ours) for name, content, is_ours in _LANES if any(map(content, steps))
    )
