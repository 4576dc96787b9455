"""A repository in: its latest commits, its revisions and the files in them out; nothing is written."""

from journeybook.git.history import Change, Commit, read_commits, read_history
from journeybook.git.repository import Repository, UnknownRevision
from journeybook.git.tree import Entry, Tree, read_tree

__all__ = [
    "Change",
    "Commit",
    "Entry",
    "Repository",
    "Tree",
    "UnknownRevision",
    "read_commits",
    "read_history",
    "read_tree",
]
