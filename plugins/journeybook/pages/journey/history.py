"""Tell the latest changes of a journey: commits, what each did, and the curve then and now."""

from dataclasses import dataclass
from itertools import takewhile

from journeybook.catalogue import Journey
from journeybook.diff import Version
from journeybook.git import Commit
from journeybook.pages.changes import period_choices, periods_of
from journeybook.pages.curves.two_versions import TwoVersions, two_versions
from journeybook.pages.frame.context import Site
from journeybook.pages.shown.lists import Choice
from journeybook.pages.wording.sentences import placed_sentence

MOST_TOLD = 4
"""The most commits that a journey's page tells of."""
_MOST_SENTENCES = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldCommit:
    """A commit as readers see it."""

    commit: Commit
    url: str | None
    is_new: bool
    """Whether it began the journey."""
    periods: str
    """The periods that it lies in, for whom narrows the list."""
    sentences: tuple[str, ...]
    """What it changed, the worst first; empty where it began the journey, or its files are not read."""
    more: int
    """The number of other changes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JourneyHistory:
    """The history of a journey, as its page tells it."""

    commits: tuple[ToldCommit, ...]
    """Those that changed anything for readers."""
    choices: tuple[Choice, ...]
    """The periods by which they can be narrowed."""
    curves: TwoVersions | None
    """The curve before the oldest of these commits, and today's; nothing where they are the same."""
    since: Commit


def journey_history(site: Site, journey: Journey) -> JourneyHistory | None:
    """Tell the latest commits of a journey; nothing where none is known."""
    versions = site.versions.of(journey) if site.versions else ()
    if not versions:
        return None
    # what lies behind a version that was not read is not known
    known = list(takewhile(lambda version: version.before, versions))
    first = known[-1] if known else versions[0]
    commits = tuple(_told(site, version) for version in versions if version.changes or not version.before)
    if not commits:
        return None
    return JourneyHistory(
        commits=commits,
        choices=period_choices(site, (commit.periods for commit in commits)),
        curves=two_versions(first.before, journey),
        since=first.commit,
    )


def _told(site: Site, version: Version) -> ToldCommit:
    shown = version.changes[:_MOST_SENTENCES]
    return ToldCommit(
        commit=version.commit,
        url=site.commit_url(version.commit.id),
        is_new=version.is_new,
        periods=periods_of(site, version.commit),
        sentences=tuple(placed_sentence(site.language, change) for change in shown),
        more=len(version.changes) - len(shown),
    )
