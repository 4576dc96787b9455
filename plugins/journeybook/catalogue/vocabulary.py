"""The things that handbook.yml lists, with every reference followed."""

from dataclasses import dataclass
from datetime import date
from typing import TypeVar, dataclass_transform

from journeybook import model

T = TypeVar("T")


@dataclass_transform(frozen_default=True, kw_only_default=True, eq_default=False)
def value(kind: type[T]) -> type[T]:
    """Make a class of things, which are compared by identity: there is one of each in a catalogue."""
    return dataclass(frozen=True, slots=True, kw_only=True, eq=False)(kind)


Stage = model.Stage
Channel = model.Channel
Team = model.Team
Metric = model.Metric
Segment = model.Segment
Principle = model.Principle
Term = model.Term
Group = model.Group


def reaches(metric: Metric | None, number: float | None, target: float | None) -> bool | None:
    """Whether a value of a metric reaches a target; None where one of them is missing."""
    if metric is None or number is None or target is None:
        return None
    return number >= target if metric.direction == "up" else number <= target


@value
class Goal:
    """A goal of the organisation."""

    id: str
    record: model.Goal
    metric: Metric | None = None

    @property
    def title(self) -> str:
        """The outcome to be reached."""
        return self.record.title

    @property
    def target(self) -> float | None:
        """The value to reach: its own, or the metric's."""
        if self.record.target is not None:
            return self.record.target
        return self.metric.target if self.metric else None

    def is_reached(self, latest: float | None) -> bool | None:
        """Whether the latest value of its metric reaches the target; None where nothing tells."""
        return reaches(self.metric, latest, self.target)

    def is_overdue(self, today: date, latest: float | None) -> bool:
        """Whether it should have been reached before today, and nothing shows that it was."""
        is_past = self.record.due is not None and self.record.due < today
        return is_past and not self.is_reached(latest)


@value
class System:
    """A system that touchpoints run on and staff work with."""

    id: str
    record: model.System
    owner: Team | None = None

    @property
    def title(self) -> str:
        """The system's name."""
        return self.record.title
