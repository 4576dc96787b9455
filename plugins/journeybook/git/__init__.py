"""Read a repository: its latest commits, its revisions and the files in them; nothing is written."""

from journeybook.git.dates import last_changes
from journeybook.git.days import commit_before
from journeybook.git.history import Commit, FileChange, read_commit, read_commits, read_history
from journeybook.git.repository import Repository, UnknownRevision
from journeybook.git.tree import Tree, TreeEntry, read_tree
from journeybook.git.trees import read_trees

__all__ = [
    "Commit",
    "FileChange",
    "Repository",
    "Tree",
    "TreeEntry",
    "UnknownRevision",
    "commit_before",
    "last_changes",
    "read_commit",
    "read_commits",
    "read_history",
    "read_tree",
    "read_trees",
]
