"""Tell who is to be asked: the teams that answer for what changes."""

from collections import Counter
from collections.abc import Mapping

from journeybook.accounts import accounts_in, is_mention
from journeybook.catalogue import Catalogue, teams_of
from journeybook.diff import Change, ChangeTree
from journeybook.kinds import ThingKind
from journeybook.model import Team
from journeybook.pages.proposal.edits import short_text
from journeybook.pages.proposal.told import Asked

_MOST = 4


def asked_teams(tree: ChangeTree, mentions: Mapping[str, tuple[str, ...]]) -> tuple[tuple[Asked, ...], int]:
    """Return the teams that answer for what changes, the most concerned first, and how many more there are.

    A proposal may write any contact, so that of a team is taken from the state before it.
    """
    names = tree.difference.names
    teams = concerned_teams(tree)
    told = [
        Asked(
            title=short_text(names.after(ThingKind.TEAM, team)),
            mention=_mention(names.old.teams.get(team), mentions),
        )
        for team in teams
    ]
    return tuple(told[:_MOST]), max(0, len(told) - _MOST)


def concerned_teams(tree: ChangeTree) -> list[str]:
    """The ids of the teams that answer for what changes, before or after, the most concerned first."""
    names = tree.difference.names
    counts: Counter[str] = Counter()
    for thing in tree.things:
        for told in thing.changes:
            counts.update(_teams(names.old, told.change) | _teams(names.new, told.change))
    return sorted(counts, key=lambda team: (-counts[team], team))


def _teams(catalogue: Catalogue, change: Change) -> frozenset[str]:
    return teams_of(catalogue, change.subject.kind, change.subject.id, change.stage, change.step)


def _mention(team: Team | None, mentions: Mapping[str, tuple[str, ...]]) -> str:
    """The name by which a platform calls a team: as settings say, else as its contact does."""
    if team is None:
        return ""
    accounts = mentions.get(team.id) or accounts_in(team.contact or "")
    return next(filter(is_mention, accounts), "")
