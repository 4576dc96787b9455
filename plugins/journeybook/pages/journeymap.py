"""The lanes of a journey's map: which rows have content, in their order."""

from collections.abc import Callable

from journeybook.catalogue import Journey, Step

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


def lanes(journey: Journey) -> tuple[str, ...]:
    """Return the names of the lanes that have content in at least one step; templates know how each looks."""
    steps = tuple(journey.steps)
    return tuple(name for name, content in _LANES if any(map(content, steps)))
