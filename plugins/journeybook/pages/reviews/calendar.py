"""Calendars of what has a day: one for all, one for each team."""

import uuid
from collections.abc import Iterable, Iterator

from journeybook.catalogue import Due, DueKind, Team, Visit, WholeStage
from journeybook.pages.frame.addresses import REVIEWS, address_of
from journeybook.pages.frame.context import Site
from journeybook.pages.frame.files import Download
from journeybook.pages.reviews.icalendar import Event, icalendar
from journeybook.pages.reviews.schedule import kind_of_due

_NAME = "calendar.ics"


def calendar_address(team: Team | None) -> str:
    """The address of a team's calendar, or of that for all."""
    return f"{address_of(team) if team else REVIEWS}{_NAME}"


def has_calendar(team: Team, dues: Iterable[Due]) -> bool:
    """Whether anything with a day is a team's."""
    return any(item.team is team for item in dues)


def calendars(site: Site) -> Iterator[Download]:
    """Yield the calendar of everything, and those of teams that have anything with a day."""
    events = tuple(zip(site.dues, _events(site), strict=True))
    if not events:
        return
    name = site.name or site.text("Customer journeys")
    yield _file(site, None, name, (event for _, event in events))
    for team in site.catalogue.teams.values():
        own = [event for item, event in events if item.team is team]
        if own:
            yield _file(site, team, f"{name}: {team.title}", own)


def _file(site: Site, team: Team | None, name: str, events: Iterable[Event]) -> Download:
    return Download(
        address=calendar_address(team),
        page=address_of(team) if team else REVIEWS,
        content=icalendar(name, events, site.today),
    )


def _events(site: Site) -> Iterator[Event]:
    """Yield an event for each thing with a day; what is named alike at one place is counted."""
    seen: dict[str, int] = {}
    for item in site.dues:
        key = _key(item)
        seen[key] = seen.get(key, 0) + 1
        yield Event(
            uid=str(uuid.uuid5(uuid.NAMESPACE_URL, f"{site.url or site.name} {key} {seen[key]}")),
            day=item.day,
            title=f"{kind_of_due(site, item)}: {item.title}",
            description="\n".join(_told(site, item)),
            category=kind_of_due(site, item),
            url=site.whole_address(address_of(item.place)) or "",
        )


def _key(item: Due) -> str:
    """A text that stays the same when the day of something changes."""
    place = address_of(item.place)
    return f"{item.kind} {place}" if item.kind is DueKind.REVIEW else f"{item.kind} {place} {item.title}"


def _told(site: Site, item: Due) -> Iterator[str]:
    """Yield the lines that say more of something with a day."""
    if isinstance(item.place, Visit | WholeStage):
        yield f"{item.place.journey.title}: {item.place.part.title}"
    elif item.kind is DueKind.EVIDENCE:
        yield item.thing.title
    if item.team:
        yield site.text("Team: %(team)s", team=item.team.title)
