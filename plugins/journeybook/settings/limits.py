"""The thresholds of rules, which settings may change."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """From where on a rule speaks."""

    severe: int = 4
    """The severity, 1 to 5, from which on a pain point is severe."""
    high_satisfaction: int = 4
    """The satisfaction, 1 to 5, from which on a customer is happy."""
    low_satisfaction: int = 2
    """The satisfaction, 1 to 5, up to which a customer is unhappy."""
    fall: int = 2
    """The fall of satisfaction from step to step, in points, from which on a reason is expected."""
    rating_gap: int = 2
    """The points by which a touchpoint's rating and its steps' satisfaction differ until they disagree."""
    step_title_length: int = 80
    """The most characters of a step's title."""
    journey_steps: int = 40
    """The most steps of a journey."""
    stage_steps: int = 12
    """The most steps of a stage."""
    text_length: int = 400
    """The most characters of one entry of a step's lanes."""
    likeness: int = 90
    """The likeness of two names, in percent, from which on they look like one thing written twice."""
    evidence_days: int = 730
    """After how many days evidence without a date of expiry is old."""
    draft_days: int = 180
    """After how many days without a review a journey should be no draft any more."""
    metric_days: int = 365
    """After how many days the newest value of a metric is old."""
