"""Compare two states of a handbook and tell the changes in the customer's terms.

`compare` lists the files of both states, reads those that are not equal (and the short ones that give things
their names), pairs what is the same thing by id and by likeness, and yields one `Change` for each difference,
of a closed set of kinds. `change_tree` arranges them by thing, stage, step and item, and says which of them a
reviewer should not overlook; every format and every page renders this tree.
"""

from journeybook.diff.breaking import BREAKING_RULES, Break, BreakingRule
from journeybook.diff.change import Change, Subject
from journeybook.diff.compare import Difference, JourneyPair, compare
from journeybook.diff.history.log import FOLLOWED, LogEntry, read_log
from journeybook.diff.history.memory import Memory
from journeybook.diff.history.versions import Deed, PastChange, Version, Versions
from journeybook.diff.kinds import GOOD_NEWS, WORDINGS, Kind, Wording
from journeybook.diff.pairing.journeys import StagePair, StepPair, pair_journeys
from journeybook.diff.renames import renamed_ids
from journeybook.diff.states.names import Names
from journeybook.diff.states.revisions import (
    WORK_TREE,
    NotComparable,
    Standpoint,
    at_commit,
    find_states,
    on_day,
    work_tree,
)
from journeybook.diff.states.state import State, Unread, whole_catalogue
from journeybook.diff.tree import Branch, ChangedThing, ChangeTree, ToldChange, change_tree

__all__ = [
    "BREAKING_RULES",
    "FOLLOWED",
    "GOOD_NEWS",
    "WORDINGS",
    "WORK_TREE",
    "Branch",
    "Break",
    "BreakingRule",
    "Change",
    "ChangeTree",
    "ChangedThing",
    "Deed",
    "Difference",
    "JourneyPair",
    "Kind",
    "LogEntry",
    "Memory",
    "Names",
    "NotComparable",
    "PastChange",
    "StagePair",
    "Standpoint",
    "State",
    "StepPair",
    "Subject",
    "ToldChange",
    "Unread",
    "Version",
    "Versions",
    "Wording",
    "at_commit",
    "change_tree",
    "compare",
    "find_states",
    "on_day",
    "pair_journeys",
    "read_log",
    "renamed_ids",
    "whole_catalogue",
    "work_tree",
]
