"""The pages of channels: coverage of the stages, changes of channel along journeys, and each channel."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from journeybook.catalogue import Channel, Visit
from journeybook.pages.addresses import CHANNELS, address_of
from journeybook.pages.context import Site
from journeybook.pages.facts import lowest, mean, problems, visits_of
from journeybook.pages.page import Entry, Page
from journeybook.pages.touchpoints import Cell, cells


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A channel in the coverage."""

    channel: Channel
    touchpoint_count: int
    step_count: int
    satisfaction: float | None
    cells: tuple[Cell, ...]
    """One for each stage of the handbook."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Two steps in a row that take place on different channels."""

    before: Visit
    after: Visit
    is_gap: bool
    """Whether the customer arrives where no touchpoint receives them."""
    fall: float | None
    """By how much satisfaction falls, negative where it rises."""


def pages(site: Site) -> Iterator[Page]:
    """Yield the coverage, then each channel."""
    yield Page(
        address=CHANNELS,
        template="channels",
        title=site.text("Channels"),
        description=site.text("Which channels serve which stage, and where customers change from one to another."),
        context=lambda: _index(site),
        inputs=site.everything,
        wide=True,
    )
    for channel in site.catalogue.channels.values():
        yield _page(site, channel)


def _visits(site: Site, channel: Channel) -> tuple[Visit, ...]:
    return site.catalogue.visits_of_channel.get(channel.id, ())


def _row(site: Site, channel: Channel) -> Row:
    visits = _visits(site, channel)
    touchpoints = site.catalogue.touchpoints.values()
    return Row(
        channel=channel,
        touchpoint_count=sum(point.channel is channel for point in touchpoints),
        step_count=len(visits),
        satisfaction=mean(visits),
        cells=cells(site, visits),
    )


def _index(site: Site) -> Mapping[str, Any]:
    return {
        "rows": [_row(site, channel) for channel in site.catalogue.channels.values()],
        "stages": tuple(site.catalogue.stages.values()),
        "changes": list(changes(site)),
    }


def changes(site: Site) -> Iterator[Change]:
    """Yield the changes of channel along each journey, in the order of its steps."""
    for journey in site.catalogue.journeys.values():
        placed = [visit for visit in visits_of(journey) if visit.step.channels]
        for before, after in pairwise(placed):
            if not {item.id for item in before.step.channels} & {item.id for item in after.step.channels}:
                yield Change(
                    before=before,
                    after=after,
                    is_gap=not after.step.touchpoints,
                    fall=_fall(before.step.satisfaction, after.step.satisfaction),
                )


def _fall(before: float | None, after: float | None) -> float | None:
    return None if before is None or after is None else before - after


def _page(site: Site, channel: Channel) -> Page:
    visits = _visits(site, channel)
    journeys = {visit.journey.id: visit.journey for visit in visits}
    touchpoints = [point for point in site.catalogue.touchpoints.values() if point.channel is channel]
    return Page(
        address=address_of(channel),
        template="channel",
        title=channel.title,
        context=lambda: {
            "channel": channel,
            "row": _row(site, channel),
            "stages": tuple(site.catalogue.stages.values()),
            "touchpoints": touchpoints,
            "visits": visits,
            "lowest": lowest(visits),
            "problems": problems(visits),
            "personas": [item for item in site.catalogue.personas.values() if channel in item.channels],
            "changes": [item for item in changes(site) if channel in _ends(item)],
        },
        inputs=site.everything if not visits else site.inputs(*journeys.values(), *touchpoints),
        parents=(site.crumb("Channels", CHANNELS),),
        entries=lambda: (Entry(title=channel.title, text=""),),
    )


def _ends(change: Change) -> tuple[Channel, ...]:
    return (*change.before.step.channels, *change.after.step.channels)
