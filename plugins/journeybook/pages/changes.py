"""The latest commits with what they changed, in the sentences of `diff`."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from journeybook.catalogue import teams_of
from journeybook.diff import Change, PastChange
from journeybook.diff.kinds import of_things
from journeybook.git.history import Commit
from journeybook.kinds import IN_FILES, IN_HANDBOOK, ThingKind
from journeybook.load import kind_of
from journeybook.messages import N_
from journeybook.pages.frame.addresses import named_address
from journeybook.pages.frame.context import Site
from journeybook.pages.shown.lists import Choice
from journeybook.pages.wording.sentences import placed_sentence

_KINDS = (*IN_FILES, *IN_HANDBOOK)
_ADDED, _REMOVED = of_things(_KINDS, "added"), of_things(_KINDS, "removed")
NAMING = _ADDED | _REMOVED
"""The changes whose sentences name the thing that they are of."""
_LONGEST = 90
"""Letters of a text that a sentence names."""
_PERIODS = (
    ("week", 7, N_("the last week")),
    ("month", 31, N_("the last month")),
    ("quarter", 92, N_("the last quarter")),
)
"""What readers narrow changes to: the word in the address, the days, the label."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TouchedThing:
    """A thing that a commit changed."""

    title: str
    address: str = ""
    """The address of its page; empty where it has none."""
    teams: frozenset[str] = frozenset()
    """The ids of the teams that answer for it, or for what changed in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldLine:
    """A change as readers see it."""

    thing: TouchedThing | None
    """The thing that it is of; nothing where the sentence names it, as of one that is gone."""
    sentence: str
    """Empty where the thing is new, which says all."""
    teams: frozenset[str]
    weight: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Latest:
    """A commit as readers see it."""

    commit: Commit
    url: str | None
    periods: str
    """The periods that it lies in, for whom narrows the list."""
    lines: tuple[ToldLine, ...]
    """What it changed, the worst first."""
    untold: tuple[TouchedThing, ...] = ()
    """The things that it changed as well, of which nothing more was read."""
    more: int = 0
    """The number of lines and things that are left out."""


def of_team(told: Iterable[Latest], team: str) -> Iterator[Latest]:
    """Yield the commits that changed anything for a team, each with what concerns it."""
    for item in told:
        lines = tuple(line for line in item.lines if team in line.teams)
        untold = tuple(thing for thing in item.untold if team in thing.teams)
        if lines or untold:
            yield replace(item, lines=lines, untold=untold)


def latest_changes(site: Site) -> Iterator[Latest]:
    """Yield the latest commits that changed anything for readers, newest first.

    A text that is only written otherwise changes nothing.
    """
    for deed in site.versions.latest if site.versions else ():
        lines = [_line(site, told) for told in sorted(deed.changes, key=_rank)]
        if lines or deed.files:
            yield Latest(
                commit=deed.commit,
                url=site.commit_url(deed.commit.id),
                periods=periods_of(site, deed.commit),
                lines=tuple(lines),
                untold=tuple(_touched(site, touch.path) for touch in deed.files),
            )


def _rank(told: PastChange) -> tuple[int, bool]:
    """The worst first, and of what weighs the same, what has a file of its own."""
    return -told.change.weight, told.change.subject.kind not in IN_FILES


def _line(site: Site, told: PastChange) -> ToldLine:
    change, kind = told.change, told.change.subject.kind
    sentence = placed_sentence(site.language, shortened_change(change))
    teams = teams_of(site.catalogue, kind, told.today, change.stage, change.step)
    thing = _thing(site, kind, told.today, teams, told.title)
    is_new = change.kind in _ADDED and bool(thing.address)
    names_itself = change.kind in _REMOVED or (change.kind in _ADDED and not is_new)
    return ToldLine(
        thing=None if names_itself else thing,
        sentence="" if is_new else sentence,
        teams=teams,
        weight=change.weight,
    )


def shortened_change(change: Change) -> Change:
    """Cut long texts that a change names: a list says that they changed, the files say all of it."""
    values = tuple((name, cut_text(value)) for name, value in change.values)
    return replace(change, values=values)


def cut_text(text: str, longest: int = _LONGEST) -> str:
    """Put a text on one line, and leave the end of a long one away."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    return f"{line[:longest].rpartition(' ')[0] or line[:longest]} …"


def _thing(site: Site, kind: ThingKind, name: str, teams: frozenset[str], title: str = "") -> TouchedThing:
    """A thing by its kind and id; `title` is what it was called, in case that it is gone."""
    if kind is ThingKind.HANDBOOK:
        return TouchedThing(title="handbook.yml")
    known = site.catalogue.tables.get(kind, {}).get(name)
    title = known.title if known else title or name
    return TouchedThing(title=title, address=named_address(site.catalogue, kind, name), teams=teams)


def _touched(site: Site, path: str) -> TouchedThing:
    """The thing that a file describes, where it is still there, or the file."""
    kind = kind_of(path)
    documents = (item for item in site.catalogue.folder.documents if item.inside == path)
    document = next(documents, None)
    if document is None or not isinstance(kind, ThingKind) or kind not in IN_FILES:
        return TouchedThing(title=path)
    return _thing(site, kind, document.id, teams_of(site.catalogue, kind, document.id))


def first_lines(item: Latest, most: int) -> Latest:
    """Leave no more than so many lines and things of a commit."""
    lines, untold = item.lines[:most], item.untold[: max(0, most - len(item.lines))]
    more = len(item.lines) + len(item.untold) - len(lines) - len(untold)
    return replace(item, lines=lines, untold=untold, more=more)


def periods_of(site: Site, commit: Commit) -> str:
    """The words of the periods that a commit lies in."""
    day = commit.time.date()
    return " ".join(name for name, days, _ in _PERIODS if day > site.today - timedelta(days=days))


def period_choices(site: Site, items: Iterable[str]) -> tuple[Choice, ...]:
    """The periods by which a list can be narrowed; none where all of it lies in each."""
    words = tuple(item.split() for item in items)
    return tuple(
        (name, site.text(label))
        for name, _, label in _PERIODS
        if any(name not in item for item in words) and any(name in item for item in words)
    )
