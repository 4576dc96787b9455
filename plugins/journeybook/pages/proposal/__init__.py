"""Tell what a proposal changes, as data in the language of its readers: the point first, everything last.

`proposal_of` takes the tree of changes and says what gets better or worse for customers, step by step with
old and new beside each other, what is planned, what is asked and who is asked. Text, Markdown, JSON and HTML
only write it down; all of it is plain text.
"""

from journeybook.pages.proposal.compose import proposal_of
from journeybook.pages.proposal.links import SiteLinks
from journeybook.pages.proposal.told import (
    Asked,
    ChangedRow,
    ChangeReport,
    Effect,
    EqualChanges,
    FoundProblem,
    OpenQuestion,
    StillUsed,
    ToldEdit,
    ToldJourney,
)

__all__ = [
    "Asked",
    "ChangeReport",
    "ChangedRow",
    "Effect",
    "EqualChanges",
    "FoundProblem",
    "OpenQuestion",
    "SiteLinks",
    "StillUsed",
    "ToldEdit",
    "ToldJourney",
    "proposal_of",
]
