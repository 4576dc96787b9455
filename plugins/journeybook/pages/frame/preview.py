"""What a preview shows: how the files differ from a base, and which of it a reviewer should not overlook."""

from dataclasses import dataclass

from journeybook.diff import ChangeTree


@dataclass(frozen=True, kw_only=True, eq=False)
class Proposal:
    """What the files of a handbook change."""

    base: str
    """What they are compared with, as it was named."""
    tree: ChangeTree
