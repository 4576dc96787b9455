"""The page of reviews: what is due, what has grown old, and how much rests on evidence."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from journeybook.catalogue import (
    Due,
    DueKind,
    FileThing,
    Journey,
    Persona,
    ProvenShare,
    Review,
    Team,
    reviews,
    share_of_journey,
    walked,
)
from journeybook.pages.changes import latest_changes, of_team
from journeybook.pages.frame.addresses import AGENDA, REVIEWS
from journeybook.pages.frame.context import Site
from journeybook.pages.frame.page import Page
from journeybook.pages.reviews.calendar import calendar_address, has_calendar
from journeybook.pages.reviews.feed import feed_address
from journeybook.pages.reviews.schedule import ScheduledWeek, schedule, schedule_filters
from journeybook.pages.shown.figures import Figure, proven_claims

_MOST_AT_ONCE = 50
"""The most rows of the schedule that stand there without what shows a list by and by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvenJourney:
    """The share of what a journey claims that rests on evidence."""

    journey: Journey
    share: ProvenShare


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreviewed:
    """Things of one kind that were never reviewed."""

    title: str
    things: tuple[FileThing, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """Addresses that other programs show, for all or for a team."""

    title: str
    calendar: str
    """The address of the days; empty where there is none."""
    feed: str
    """The address of what changed, likewise."""


def pages(site: Site) -> Iterator[Page]:
    """Yield the page of reviews; nothing where there is nothing to review."""
    if has_reviews(site):
        yield Page(
            address=REVIEWS,
            template="reviews/reviews",
            wide=True,
            title=site.text("Review rhythm"),
            description=site.text("What is due, what has grown old, and what rests on evidence."),
            context=lambda: _context(site),
        )


def has_reviews(site: Site) -> bool:
    """Whether the handbook has anything that comes round."""
    return next(reviews(site.catalogue), None) is not None or bool(site.dues)


def _context(site: Site) -> Mapping[str, Any]:
    dues = site.dues
    listed = tuple(reviews(site.catalogue))
    stale = sorted((item for item in listed if item.is_stale(site.today)), key=_last)
    unreviewed = tuple(_unreviewed(site, [item.thing for item in listed if item.last is None]))
    expired = [item for item in dues if item.kind is DueKind.EVIDENCE and item.is_late]
    shares = sorted(_shares(site), key=lambda item: (item.share.percent, -item.share.all))
    weeks = schedule(site, dues)
    return {
        "figures": tuple(_figures(site, weeks, stale, unreviewed, expired, shares)),
        "weeks": weeks,
        "is_long": sum(len(week.rows) for week in weeks) > _MOST_AT_ONCE,
        "filters": schedule_filters(site, weeks),
        "stale": stale,
        "unreviewed": unreviewed,
        "expired": expired,
        "shares": shares,
        "total": sum((item.share for item in shares), ProvenShare()),
        "agenda": AGENDA,
        "today": site.today,
        "subscriptions": tuple(_subscriptions(site, dues)),
    }


def _last(review: Review) -> date:
    return review.last or date.min


def _unreviewed(site: Site, things: Sequence[FileThing]) -> Iterator[Unreviewed]:
    kinds = (
        (site.text("Journeys"), [thing for thing in things if isinstance(thing, Journey)]),
        (site.text("Personas"), [thing for thing in things if isinstance(thing, Persona)]),
        (site.text("Touchpoints"), [t for t in things if not isinstance(t, Journey | Persona)]),
    )
    for title, found in kinds:
        if found:
            yield Unreviewed(title=title, things=tuple(found))


def _shares(site: Site) -> Iterator[ProvenJourney]:
    """Yield the share of each journey that customers walk today, as far as it claims anything."""
    for journey in walked(site.catalogue.journeys.values()):
        share = share_of_journey(journey, site.today, site.catalogue.lanes)
        if share.all:
            yield ProvenJourney(journey=journey, share=share)


def _figures(  # noqa: PLR0913, PLR0917 - one for each part of the page
    site: Site,
    weeks: Sequence[ScheduledWeek],
    stale: Sequence[Review],
    unreviewed: Sequence[Unreviewed],
    expired: Sequence[Due],
    shares: Sequence[ProvenJourney],
) -> Iterator[Figure]:
    rows = [row.due for week in weeks for row in week.rows]
    late = sum(item.is_late for item in rows)
    never = sum(len(group.things) for group in unreviewed)
    counted = (
        (site.text("Due this month and next"), len(rows) - late, "#what_is_due", False),
        (site.text("Overdue"), late, "#what_is_due", True),
        (site.text("Not reviewed for too long"), len(stale), "#stale_ones", True),
        (site.text("Never reviewed"), never, "#never_reviewed", True),
        (site.text("Expired evidence"), len(expired), "#expired_evidence", True),
    )
    for title, count, address, is_bad in counted:
        yield Figure(
            value=site.language.number(count),
            title=title,
            address=f"{REVIEWS}{address}" if count else "",
            is_bad=is_bad and count > 0,
        )
    if shares:
        yield proven_claims(site, sum((item.share for item in shares), ProvenShare()))


def _subscriptions(site: Site, dues: Sequence[Due]) -> Iterator[Subscription]:
    """Yield what there is to subscribe to, for all and for each team."""
    told = tuple(latest_changes(site)) if site.url else ()
    if dues or told:
        yield _subscription(site.text("All teams"), None, has_days=bool(dues), has_news=bool(told))
    for team in site.catalogue.teams.values():
        has_days = has_calendar(team, dues)
        has_news = next(of_team(told, team.id), None) is not None
        if has_days or has_news:
            yield _subscription(team.title, team, has_days=has_days, has_news=has_news)


def _subscription(title: str, team: Team | None, *, has_days: bool, has_news: bool) -> Subscription:
    return Subscription(
        title=title,
        calendar=calendar_address(team) if has_days else "",
        feed=feed_address(team) if has_news else "",
    )
