"""Sum up what happened since a day: what changed, what is due, what expired, and the worst moments."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from journeybook.catalogue import (
    Catalogue,
    Due,
    DueKind,
    Team,
    Visit,
    hurting,
    moments_of_truth,
    of_customers,
    of_today,
    teams_of,
)
from journeybook.diff import Change, ChangeTree, ToldChange
from journeybook.kinds import ThingKind
from journeybook.pages.changes import NAMING, cut_text, shortened_change
from journeybook.pages.frame.context import Site
from journeybook.pages.reviews.schedule import date_of_month, kind_of_due
from journeybook.pages.wording.sentences import placed_sentence

_MOST = 30
"""The most lines of a part."""
_MOST_MOMENTS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestLine:
    """A line of a digest, in the reader's language; every part of it is plain text."""

    thing: str
    """What it is about; empty where the text says so."""
    text: str
    mark: str = ""
    """What makes it urgent."""

    @property
    def words(self) -> str:
        """The thing and the text."""
        return ": ".join(filter(None, (self.thing, self.text)))


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestPart:
    """A part of a digest."""

    title: str
    lines: tuple[DigestLine, ...]
    """The worst or the most urgent first."""
    empty: str
    """What is said where there are none."""
    more: str = ""
    """What is said of those that are left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """A summary of what happened since a day."""

    language: str
    """Two letters."""
    title: str
    period: str
    notes: tuple[str, ...]
    """What has to be known beside it."""
    parts: tuple[DigestPart, ...]


def digest_of(site: Site, tree: ChangeTree, since: date, team: Team | None) -> Digest:
    """Sum up what happened to a handbook, or to what a team answers for."""
    name = site.name or site.text("Customer journeys")
    day = site.language.date
    parts = (_changes(site, tree, team), _due(site, team), _expired(site, team), _moments(site, team))
    return Digest(
        language=site.language.code,
        title=f"{name}: {team.title}" if team else name,
        period=site.text("From %(first)s to %(last)s", first=day(since), last=day(site.today)),
        notes=tuple(notes_of(site, tree, since)),
        parts=parts,
    )


def notes_of(site: Site, tree: ChangeTree, since: date) -> Iterator[str]:
    """Yield what has to be known beside the changes."""
    before = tree.difference.before
    if not before.source.exists():
        day = site.language.date(since)
        yield site.text("Before %(day)s there were no journeys here: everything counts as new.", day=day)
    for item in tree.difference.unread:
        yield site.text("Not compared, because it cannot be read on one side: %(place)s", place=item.finding)


def first_of_part(
    site: Site, title: str, empty: str, lines: Iterable[DigestLine], most: int = _MOST
) -> DigestPart:
    """Leave no more than so many lines of a part, and say how many there are besides."""
    every = tuple(lines)
    left = len(every) - most
    more = site.language.plural("and %(num)s more", "and %(num)s more", left) if left > 0 else ""
    return DigestPart(title=title, lines=every[:most], empty=empty, more=more)


def _changes(site: Site, tree: ChangeTree, team: Team | None) -> DigestPart:
    found = [(thing.title, told) for thing in tree.things for told in thing.changes]
    mine = (item for item in found if team is None or _concerns(tree, item[1].change, team))
    ordered = sorted(mine, key=lambda item: (not item[1].breaks, -item[1].change.weight))
    return first_of_part(
        site,
        site.text("What changed for %(customers)s"),
        site.text("Nothing changed."),
        (changed_line(site, title, told) for title, told in ordered),
    )


def changed_line(site: Site, title: str, told: ToldChange) -> DigestLine:
    """Tell a change of a thing in a line."""
    mark = site.text(told.breaks[0].rule.title) if told.breaks else ""
    text = placed_sentence(site.language, shortened_change(told.change))
    return DigestLine(thing="" if told.change.kind in NAMING else cut_text(title), text=text, mark=mark)


def _concerns(tree: ChangeTree, change: Change, team: Team) -> bool:
    """Whether a team answers for what changed, before or after."""
    names = tree.difference.names
    return any(_answers(catalogue, change, team) for catalogue in (names.old, names.new))


def _answers(catalogue: Catalogue, change: Change, team: Team) -> bool:
    subject = change.subject
    return team.id in teams_of(catalogue, subject.kind, subject.id, change.stage, change.step)


def _due(site: Site, team: Team | None) -> DigestPart:
    end = date_of_month(site.today, 2)
    found = (
        item
        for item in _of_team(site.dues, team)
        if item.kind is not DueKind.EVIDENCE and (item.is_late or site.today <= item.day < end)
    )
    lines = (_dated(site, item, kind_of_due(site, item)) for item in found)
    return first_of_part(
        site, site.text("What is due"), site.text("Nothing is due this month or next."), lines
    )


def _expired(site: Site, team: Team | None) -> DigestPart:
    found = [item for item in _of_team(site.dues, team) if item.kind is DueKind.EVIDENCE and item.is_late]
    lines = (_dated(site, item, "") for item in reversed(found))
    return first_of_part(site, site.text("What expired"), site.text("No evidence has expired."), lines)


def _of_team(dues: Iterable[Due], team: Team | None) -> Iterator[Due]:
    return (item for item in dues if team is None or item.team is team)


def _dated(site: Site, item: Due, kind: str) -> DigestLine:
    is_alone = item.kind in {DueKind.REVIEW, DueKind.GOAL}
    about = kind if is_alone else ": ".join(filter(None, (kind, cut_text(item.title))))
    said = (about, site.language.date(item.day), item.team.title if item.team else "")
    is_late = item.is_late and item.kind is not DueKind.EVIDENCE
    return DigestLine(
        thing=cut_text(item.thing.title),
        text=", ".join(filter(None, said)),
        mark=site.text("overdue") if is_late else "",
    )


def _moments(site: Site, team: Team | None) -> DigestPart:
    visits = of_customers(of_today(site.catalogue.visits))
    mine = [visit for visit in visits if team is None or team.id in _teams(site, visit)]
    lines = (_moment(site, visit) for visit in hurting(moments_of_truth(mine)))
    title, empty = site.text("Worst moments of truth"), site.text("No moment of truth hurts.")
    return first_of_part(site, title, empty, lines, _MOST_MOMENTS)


def _teams(site: Site, visit: Visit) -> frozenset[str]:
    return teams_of(site.catalogue, ThingKind.JOURNEY, visit.journey.id, visit.stage.id, visit.step.id)


def _moment(site: Site, visit: Visit) -> DigestLine:
    value = site.language.satisfaction(visit.step.satisfaction or 0)
    text = site.text("satisfaction %(value)s of 5", value=value)
    step = f"{cut_text(visit.stage.title)} › {cut_text(visit.step.title)}"
    return DigestLine(thing=cut_text(visit.journey.title), text=f"{step}: {text}")
