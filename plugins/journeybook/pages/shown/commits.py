"""The latest commits that have touched something that still has a page."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from journeybook.catalogue import Catalogue, FileThing
from journeybook.git.history import Commit, FileChange
from journeybook.pages.frame.context import Site

_MOST_THINGS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """A thing that a commit has added or changed."""

    thing: FileThing
    is_new: bool
    history_url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Latest:
    """A commit with the things that it has touched."""

    commit: Commit
    things: tuple[Touched, ...]
    """The first of them, journeys before personas before touchpoints."""
    more: int
    """The number of others."""


def latest_changes(site: Site, most: int) -> tuple[Latest, ...]:
    """The latest commits that have touched a journey, a persona or a touchpoint, newest first."""
    found = _found(_things(site.catalogue), site.history)
    return tuple(_latest(site, commit, things) for commit, things in islice(found, most))


def _things(catalogue: Catalogue) -> dict[str, FileThing]:
    """Things by the paths of their files."""
    kinds: tuple[Iterable[FileThing], ...] = (
        catalogue.journeys.values(),
        catalogue.personas.values(),
        catalogue.touchpoints.values(),
    )
    return {thing.document.inside: thing for things in kinds for thing in things}


def _found(
    things: dict[str, FileThing], commits: Iterable[Commit]
) -> Iterator[tuple[Commit, dict[str, FileChange]]]:
    """Yield commits with their changes by the paths that the files have today."""
    today: dict[str, str] = {}
    for commit in commits:
        changes = {today.get(change.inside, change.inside): change for change in commit.changes}
        today |= {change.before: path for path, change in changes.items() if change.before}
        known = {
            path: changes[path] for path in things if path in changes and changes[path].kind != "removed"
        }
        if known:
            yield commit, known


def _latest(site: Site, commit: Commit, changes: dict[str, FileChange]) -> Latest:
    things = _things(site.catalogue)
    shown = islice(changes.items(), _MOST_THINGS)
    return Latest(
        commit=commit,
        things=tuple(
            Touched(
                thing=things[path],
                is_new=change.kind == "added",
                history_url=site.history_url(things[path].document),
            )
            for path, change in shown
        ),
        more=max(0, len(changes) - _MOST_THINGS),
    )
