"""The pages of channels: coverage of the stages, changes of channel along journeys, and each channel."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from journeybook.catalogue import Channel, ChannelChange, Journey, Visit, channel_changes, of_customers
from journeybook.catalogue.spots import mean_satisfaction
from journeybook.kinds import ThingKind
from journeybook.pages.frame.addresses import CHANNELS, address_of
from journeybook.pages.frame.context import Site
from journeybook.pages.frame.page import Page
from journeybook.pages.frame.search import channel_entries
from journeybook.pages.shown.coverage import Cell, by_stage, stage_cells, total_cell
from journeybook.pages.shown.excerpt import excerpt
from journeybook.pages.shown.improvement import pain_points
from journeybook.pages.touchpoints import planned

_MOST_CHANGES = 50
_MOST_PAIN_POINTS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelRow:
    """A channel in the coverage."""

    channel: Channel
    touchpoint_count: int
    satisfaction: float | None
    cells: tuple[Cell, ...]
    """One for each stage of the handbook; planned where a touchpoint of the channel is meant to be used."""
    whole: Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class JourneyChanges:
    """The changes of channel along one journey."""

    journey: Journey
    changes: tuple[ChannelChange, ...]


def pages(site: Site) -> Iterator[Page]:
    """Yield the coverage, then each channel."""
    found = cache(lambda: _worst_first(changes(site)))
    yield Page(
        address=CHANNELS,
        template="channels",
        shows=(ThingKind.HANDBOOK, ThingKind.TOUCHPOINT, ThingKind.JOURNEY),
        title=site.text("Channels"),
        description=site.text(
            "Which channels serve which stage, and where %(customers)s change from one to another."
        ),
        context=lambda: _index(site, found()),
        wide=True,
    )
    for channel in site.catalogue.channels.values():
        yield _page(site, channel, found)


def _visits(site: Site, channel: Channel) -> tuple[Visit, ...]:
    return site.catalogue.visits_of_channel.get(channel.id, ())


def _row(site: Site, channel: Channel) -> ChannelRow:
    visits = _visits(site, channel)
    touchpoints = [point for point in site.catalogue.touchpoints.values() if point.channel is channel]
    meant = [stage for point in touchpoints for stage in planned(point)]
    return ChannelRow(
        channel=channel,
        touchpoint_count=len(touchpoints),
        satisfaction=mean_satisfaction(visits),
        cells=stage_cells(site, visits, meant),
        whole=total_cell(visits),
    )


def _index(site: Site, found: tuple[ChannelChange, ...]) -> Mapping[str, Any]:
    placed = [visit for visit in of_customers(site.catalogue.visits) if visit.step.channels]
    return {
        "rows": [_row(site, channel) for channel in site.catalogue.channels.values()],
        "stages": tuple(site.catalogue.stages.values()),
        "totals": stage_cells(site, placed),
        "total": total_cell(placed),
        **_told(found),
    }


def changes(site: Site) -> Iterator[ChannelChange]:
    """Yield the changes of channel along each journey of customers, in the order of its steps."""
    for visits in site.catalogue.visits_of_journey.values():
        yield from channel_changes(of_customers(visits))


def _worst_first(found: Iterable[ChannelChange]) -> tuple[ChannelChange, ...]:
    """The deepest falls first, gaps before others that fall as deep; those without values last."""

    def depth(change: ChannelChange) -> tuple[bool, float, bool]:
        return change.fall is None, -(change.fall or 0), not change.is_gap

    return tuple(sorted(found, key=depth))


def _told(found: Iterable[ChannelChange]) -> Mapping[str, Any]:
    """The changes of channel that pages tell: the worst of them, journey by journey."""
    changes = excerpt(found, _MOST_CHANGES)
    journeys = {change.after.journey.id: change.after.journey for change in changes.items}
    return {
        "changes": changes,
        "journey_changes": tuple(
            JourneyChanges(
                journey=journey,
                changes=tuple(item for item in changes.items if item.after.journey is journey),
            )
            for journey in journeys.values()
        ),
    }


def _page(site: Site, channel: Channel, found: Callable[[], tuple[ChannelChange, ...]]) -> Page:
    visits = _visits(site, channel)
    touchpoints = [point for point in site.catalogue.touchpoints.values() if point.channel is channel]
    return Page(
        address=address_of(channel),
        template="channel",
        shows=(ThingKind.HANDBOOK,),
        title=channel.title,
        context=lambda: {
            "channel": channel,
            "row": _row(site, channel),
            "stages": tuple(site.catalogue.stages.values()),
            "touchpoints": touchpoints,
            "visits": by_stage(site, visits),
            "pain_points": excerpt(pain_points(visits), _MOST_PAIN_POINTS),
            "personas": [item for item in site.catalogue.personas.values() if channel in item.channels],
            **_told(item for item in found() if _touches(item, channel)),
        },
        parents=(site.crumb("Channels", CHANNELS),),
        entries=lambda: channel_entries(channel, touchpoints),
    )


def _touches(change: ChannelChange, channel: Channel) -> bool:
    ends = (*change.before.step.channels, *change.after.step.channels)
    return any(item is channel for item in ends)
