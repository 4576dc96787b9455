"""The lanes of a journey's map: which rows have content, in their order, and which views show them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from journeybook.catalogue import Journey, Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """A row of the map."""

    name: str
    """Names the lane; the template knows its label and how its cells look."""
    steps: frozenset[str]
    """The ids of the steps that have something in this row."""
    views: tuple[str, ...]
    """The names of the views that show the row beside that of all rows."""
    is_below_line: bool = False
    """Whether the line of visibility is drawn above it: it is the first that customers do not see."""


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


_VIEWS = {
    "problems": frozenset(
        {"moments", "satisfaction", "touchpoints", "doubts", "pain_points", "opportunities", "metrics"}
    ),
    "blueprint": frozenset({"actions", "touchpoints", "frontstage", "backstage", "systems", "actors"}),
}
"""Only the problems, and only what the firm does: a service blueprint."""
_UNSEEN = ("backstage", "systems")
_ESSENTIAL = {
    "problems": frozenset({"pain_points", "opportunities"}),
    "blueprint": frozenset({"frontstage", "backstage", "systems"}),
}
"""A view is offered if a journey has one of these rows."""


def lanes(journey: Journey) -> tuple[Lane, ...]:
    """Return the lanes that have content in at least one step."""
    steps = tuple(journey.steps)
    filled = [(name, frozenset(step.id for step in steps if content(step))) for name, content in _LANES]
    first_unseen = next((name for name, ids in filled if ids and name in _UNSEEN), None)
    return tuple(
        Lane(name=name, steps=ids, views=_views_of(name), is_below_line=name == first_unseen)
        for name, ids in filled
        if ids
    )


def _views_of(lane: str) -> tuple[str, ...]:
    return tuple(view for view, names in _VIEWS.items() if lane in names)


def views(rows: Iterable[Lane]) -> tuple[str, ...]:
    """Return the names of the views that show something of these rows, apart from that of all rows."""
    names = {lane.name for lane in rows}
    return tuple(view for view, essential in _ESSENTIAL.items() if names & essential)
