"""The agenda of the monthly meeting on one sheet: what fell, is overdue, is to be decided, and was done."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from journeybook.catalogue import (
    DueKind,
    Journey,
    Outcome,
    Series,
    Standing,
    change_of,
    is_better,
    of_today,
    outcome_of,
    series_of,
    standing,
    walked,
)
from journeybook.catalogue.mean import rounded
from journeybook.model import SCOPES
from journeybook.pages.changes import cut_text
from journeybook.pages.frame.addresses import (
    ACTIONS,
    AGENDA,
    METRICS,
    OPPORTUNITIES,
    PAIN_POINTS,
    REVIEWS,
    address_of,
)
from journeybook.pages.frame.context import Site
from journeybook.pages.frame.page import Page
from journeybook.pages.reviews.page import has_reviews
from journeybook.pages.reviews.schedule import kind_of_due
from journeybook.pages.shown.decisions import idle, unanswered, unclear
from journeybook.pages.shown.improvement import actions

_FRESH = 92
"""Days after which the latest value of a metric is news no more."""
_FELL = 0.05
"""By how much a satisfaction falls at least that is worth a word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaLine:
    """A line of the agenda."""

    title: str
    address: str
    told: str = ""
    """What is to be said of it."""
    where: str = ""
    team: str = ""
    outcome: Outcome | None = None
    """The course of a metric since an action was done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaPart:
    """A part of the agenda."""

    anchor: str
    title: str
    lines: tuple[AgendaLine, ...]
    empty: str
    """What is said where there is nothing."""
    more: int
    """The number of lines that the sheet has no room for."""
    rest: str
    """The address of the page that has them all."""
    note: str = ""


_Maker = Callable[[Site], Iterator[AgendaLine]]


def pages(site: Site) -> Iterator[Page]:
    """Yield the agenda; nothing where there is nothing to talk about."""
    if has_reviews(site):
        month = site.language.month(site.today)
        yield Page(
            address=AGENDA,
            template="reviews/agenda",
            wide=True,
            title=site.text("Agenda for %(month)s", month=month),
            description=site.text("What fell, what is overdue, what is to be decided, what was done."),
            context=lambda: _context(site),
            parents=(site.crumb("Review rhythm", REVIEWS),),
        )


def _context(site: Site) -> Mapping[str, Any]:
    return {"parts": tuple(_parts(site)), "today": site.today}


def _parts(site: Site) -> Iterator[AgendaPart]:
    text = site.text
    unknown = "" if site.versions else text("What satisfaction was a month ago is not known without git.")
    yield _part(site, "what_fell", text("What fell"), text("Nothing fell."), _fallen, 8, METRICS, unknown)
    yield _part(site, "what_is_late", text("Overdue"), text("Nothing is overdue."), _late, 10, REVIEWS)
    for anchor, title, empty, make, most, rest in (
        (
            "pains_to_decide",
            text("pain points without an opportunity"),
            text("Each pain point has an opportunity."),
            _unanswered,
            5,
            f"{PAIN_POINTS}?plan=none",
        ),
        (
            "opportunities_to_decide",
            text("opportunities without an action"),
            text("Each open opportunity has an action."),
            _idle,
            5,
            OPPORTUNITIES,
        ),
        (
            "actions_to_decide",
            text("actions without an owner or a date"),
            text("Each action has an owner and a date."),
            _unclear,
            5,
            ACTIONS,
        ),
    ):
        yield _part(site, anchor, text("To decide: %(what)s", what=title), empty, make, most, rest)
    yield _part(
        site, "what_was_done", text("Done, and did it help?"), text("Nothing is done yet."), _done, 7, ACTIONS
    )


def _part(  # noqa: PLR0913, PLR0917 - what makes a part
    site: Site, anchor: str, title: str, empty: str, make: _Maker, most: int, rest: str, note: str = ""
) -> AgendaPart:
    lines = tuple(make(site))
    shown = tuple(map(_on_the_sheet, lines[:most]))
    more = max(0, len(lines) - most)
    return AgendaPart(anchor=anchor, title=title, lines=shown, empty=empty, more=more, rest=rest, note=note)


def _on_the_sheet(line: AgendaLine) -> AgendaLine:
    """Cut what would take the room of others."""
    title, where, team = (cut_text(text) for text in (line.title, line.where, line.team))
    return replace(line, title=title, where=where, team=team)


def _fallen(site: Site) -> Iterator[AgendaLine]:
    """Yield the metrics that moved the wrong way within a month, then the journeys that please less."""
    found: list[tuple[bool, AgendaLine]] = []
    for metric in site.catalogue.metrics.values():
        for series in series_of(site.catalogue, metric):
            line = _fallen_metric(site, series)
            if line:
                found.append((not series.is_overall, line))
    yield from (line for _, line in sorted(found, key=lambda item: item[0]))
    for journey in walked(site.catalogue.journeys.values()):
        yield from _fallen_journey(site, journey)


def _fallen_metric(site: Site, series: Series) -> AgendaLine | None:
    latest, base, metric = series.values[-1], series.month_before, series.metric
    is_news = (site.today - latest.date).days <= _FRESH
    if base is None or not is_news or is_better(metric, change_of(base, latest)) is not False:
        return None
    days = [site.language.month(v.date) if v.by_month else site.language.date(v.date) for v in (base, latest)]
    values = [site.language.measured(item.value, metric) for item in (base, latest)]
    return AgendaLine(
        title=metric.title,
        address=address_of(metric),
        told=f"{values[0]} ({days[0]}) → {values[1]} ({days[1]})",
        where=", ".join(_scope(site, series)),
    )


def _scope(site: Site, series: Series) -> Iterator[str]:
    """Yield the titles of what a series is measured for."""
    for kind, name in zip(SCOPES, series.scope, strict=True):
        thing = site.catalogue.tables[kind].get(name) if name else None
        if name:
            yield thing.title if thing else name


def _fallen_journey(site: Site, journey: Journey) -> Iterator[AgendaLine]:
    before, since = _a_month_ago(site, journey)
    now = journey.satisfaction
    if before is None or now is None or before - now < _FELL:
        return
    old, new = (site.language.satisfaction(rounded(value, 1)) for value in (before, now))
    yield AgendaLine(
        title=journey.title,
        address=address_of(journey),
        told=site.text("satisfaction %(old)s → %(new)s", old=old, new=new),
        where=site.text("since %(date)s", date=site.language.date(since)),
    )


def _a_month_ago(site: Site, journey: Journey) -> tuple[float | None, date]:
    """The satisfaction before the changes of the last month, as far as they are read; their first day."""
    found: tuple[float | None, date] = (None, site.today)
    for version in site.versions.of(journey) if site.versions else ():
        day = version.commit.time.date()
        if day <= site.today - timedelta(days=31) or version.before is None:
            break
        found = version.before.satisfaction, day
    return found


def _late(site: Site) -> Iterator[AgendaLine]:
    for item in (item for item in site.dues if item.is_late):
        is_named = item.kind in {DueKind.REVIEW, DueKind.GOAL}
        yield AgendaLine(
            title=item.title,
            address=address_of(item.place),
            told=f"{kind_of_due(site, item)}, {site.language.date(item.day)}",
            where="" if is_named else item.thing.title,
            team=item.team.title if item.team else "",
        )


def _unanswered(site: Site) -> Iterator[AgendaLine]:
    """Yield what hurts and has no answer, the most urgent first."""
    for pain in unanswered(site.catalogue):
        yield AgendaLine(
            title=pain.title,
            address=address_of(pain.spots[0]),
            told=site.text("Severity %(value)s of 5", value=pain.severity),
            where=", ".join(dict.fromkeys(spot.journey.title for spot in pain.spots)),
            team=", ".join(team.title for team in pain.teams),
        )


def _idle(site: Site) -> Iterator[AgendaLine]:
    """Yield the open opportunities that nobody does anything about, the most worth first."""
    for item in idle(site.catalogue, of_today(site.catalogue.visits)):
        yield AgendaLine(
            title=item.opportunity.record.title,
            address=address_of(item.spot),
            where=item.spot.journey.title,
        )


def _unclear(site: Site) -> Iterator[AgendaLine]:
    for item in unclear(of_today(site.catalogue.visits), site.today):
        owner = item.action.owner
        missing = site.text("no owner yet") if owner is None else site.text("no date")
        yield AgendaLine(
            title=item.action.record.title,
            address=address_of(item.spot),
            told=missing,
            where=item.spot.journey.title,
            team=owner.title if owner else "",
        )


def _done(site: Site) -> Iterator[AgendaLine]:
    """Yield what is done, the latest first, with what became of its metric."""
    every = actions(of_today(site.catalogue.visits), site.today)
    done = [item for item in every if standing(item.action, site.today) is Standing.DONE]
    for item in sorted(done, key=lambda item: item.action.record.due or date.min, reverse=True):
        spot, owner = item.spot, item.action.owner
        yield AgendaLine(
            title=item.action.record.title,
            address=address_of(spot),
            where=spot.journey.title,
            team=owner.title if owner else "",
            outcome=outcome_of(site.catalogue, spot.journey, item.action, spot.stage.stage),
        )
