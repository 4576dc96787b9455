"""The lanes of a journey's map: which rows have content, in their order."""

from collections.abc import Callable
from dataclasses import dataclass

from journeybook.catalogue import Journey, Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """A row of the map."""

    name: str
    """Names the lane; the template knows its label and how its cells look."""
    steps: frozenset[str]
    """The ids of the steps that have something in this row."""


_LANES: tuple[tuple[str, Callable[[Step], object]], ...] = (
    ("actions", lambda step: step.record.actions),
    ("moments", lambda step: step.record.moment_of_truth or step.record.micro_conversion),
    ("satisfaction", lambda step: step.satisfaction),
    ("touchpoints", lambda step: step.touchpoints or step.channels),
    ("image", lambda step: step.record.image),
    ("thoughts", lambda step: step.record.thoughts),
    ("feelings", lambda step: step.record.feelings),
    ("quotes", lambda step: step.record.quotes),
    ("needs", lambda step: step.record.needs),
    ("motivations", lambda step: step.record.motivations),
    ("doubts", lambda step: step.record.doubts),
    ("expectations", lambda step: step.record.expectations),
    ("pain_points", lambda step: step.pain_points),
    ("opportunities", lambda step: step.opportunities),
    ("frontstage", lambda step: step.record.frontstage),
    ("backstage", lambda step: step.record.backstage),
    ("systems", lambda step: step.record.systems),
    ("actors", lambda step: step.actors),
    ("metrics", lambda step: step.metrics),
    ("evidence", lambda step: step.record.evidence),
)


def lanes(journey: Journey) -> tuple[Lane, ...]:
    """Return the lanes that have content in at least one step."""
    steps = tuple(journey.steps)
    filled = ((name, frozenset(step.id for step in steps if content(step))) for name, content in _LANES)
    return tuple(Lane(name=name, steps=ids) for name, ids in filled if ids)
