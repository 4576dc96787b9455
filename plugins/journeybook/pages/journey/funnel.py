"""The funnel of a journey: how many customers get how far, as a picture and as rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from journeybook.catalogue import Journey, JourneyStage, Level, funnel_of
from journeybook.charts import Counted, CountWords, Funnel, funnels
from journeybook.language import Language
from journeybook.messages import N_
from journeybook.model import Value
from journeybook.pages.frame.addresses import address_of, stage_address
from journeybook.pages.frame.context import Site

_FEWER, _MORE = N_("%(share)s fewer (%(number)s)"), N_("%(share)s more (%(number)s)")


@dataclass(frozen=True, slots=True, kw_only=True)
class FunnelRow:
    """A level of a funnel."""

    level: Level
    address: str
    """The address of the page of its stage, or of what counts it."""
    change: str
    """Says how many more or fewer there are than on the level before; empty where nothing tells."""
    share: float | None
    """The percentage of the first level that reaches it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JourneyFunnel:
    """All levels, from the first to the last."""

    rows: tuple[FunnelRow, ...]
    pictures: tuple[Funnel, ...]
    when: Value | None
    """One of the values, where all are of one day or month."""


def journey_funnel(site: Site, journey: Journey) -> JourneyFunnel | None:
    """Draw the funnel of a journey; nothing where nobody counted a level of it."""
    levels = funnel_of(site.catalogue, journey)
    if all(level.count is None for level in levels):
        return None
    told = site.language
    counted = [Counted(title=told.hyphenated(level.title), count=level.count) for level in levels]
    words = CountWords(
        count=lambda count: told.text("no value yet") if count is None else told.number(count),
        change=lambda before, count: change_of_level(told, before, count),
    )
    values = [level.value for level in levels if level.value]
    return JourneyFunnel(
        rows=tuple(_rows(site, journey, levels)),
        pictures=funnels(counted, words),
        when=values[0] if len({value.date for value in values}) == 1 else None,
    )


def _rows(site: Site, journey: Journey, levels: Sequence[Level]) -> Iterator[FunnelRow]:
    first = levels[0].count
    for level in levels:
        is_told = level.before is not None and level.count is not None
        yield FunnelRow(
            level=level,
            address=_address(journey, level),
            change=change_of_level(site.language, level.before or 0, level.count or 0) if is_told else "",
            share=100 * level.count / first if level.count is not None and first else None,
        )


def _address(journey: Journey, level: Level) -> str:
    if isinstance(level.stage, JourneyStage):
        return stage_address(journey, level.stage)
    return address_of(level.stage or level.metric)


def change_of_level(language: Language, before: float, count: float) -> str:
    """Say how many more or fewer a level has than the one before: “60 % fewer (47,500)”."""
    lost = before - count
    if not lost:
        return language.text("as many")
    number = language.number(abs(lost))
    if not before:
        return language.text("%(number)s more", number=number)
    share = language.percent(100 * abs(lost) / before)
    return language.text(_FEWER if lost > 0 else _MORE, share=share, number=number)
