"""Rules for reviews and values that grow old."""

from functools import partial

from journeybook.findings import Severity
from journeybook.rules.rule import Family, Rule

_rule = partial(Rule, family=Family.FRESHNESS)

FRESHNESS = (
    _rule(
        id="stale-journey",
        severity=Severity.WARNING,
        title="The last review of a journey is too long ago",
        message="The last review was {days} days ago; one is due every {rhythm} days.",
        why="Readers plan with a journey that customers may no longer walk.",
        fix="Check the journey against reality and set 'reviewed', or change its rhythm: 'review_every'.",
    ),
    _rule(
        id="never-reviewed",
        severity=Severity.WARNING,
        title="A journey that others rely on was never reviewed",
        message="No review is on record for the journey '{title}'.",
        why="Nobody can tell whether it was ever checked against reality.",
        fix="Check the journey and write the day under 'reviewed', or set its 'status' back to 'draft'.",
    ),
    _rule(
        id="unreviewed-draft",
        severity=Severity.INFO,
        title="A draft waits for its first review",
        message="The draft '{title}' has not been checked against reality yet.",
        why="Until somebody who knows the customers has looked at it, it is a guess.",
        fix="Walk through it with the team and write the day under 'reviewed'.",
    ),
    _rule(
        id="review-in-the-future",
        severity=Severity.WARNING,
        title="A review is dated later than today",
        message="The review is dated {date}, which is still to come.",
        why="It would count as fresh until long after that day.",
        fix="Write the day of the last review; a planned one does not belong here.",
    ),
    _rule(
        id="old-draft",
        severity=Severity.INFO,
        title="A journey has been a draft for a long time",
        message="Still a draft {days} days after its last review.",
        why="Readers do not know whether they may rely on it.",
        fix="Publish it, or delete it if nobody works on it any more.",
    ),
    _rule(
        id="outdated-metric",
        severity=Severity.INFO,
        title="A metric with a target has no recent value",
        message="The newest value of '{title}' is from {date}.",
        why="Nobody can say whether the target has been reached.",
        fix="Add newer values, or leave the target out if it is no longer pursued.",
    ),
    _rule(
        id="funnel-of-several-dates",
        severity=Severity.WARNING,
        title="A funnel puts together values of several dates",
        message="The latest values of the funnel are of dates from {first} to {last}.",
        why="What looks like customers who are lost may be nothing but two different months.",
        fix="Write the values of the same month for every level.",
    ),
)
"""Every rule of the family freshness."""
