"""The schedule: what is overdue, and what is due this month and next, week by week."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from journeybook.catalogue import Due, DueKind
from journeybook.messages import N_
from journeybook.pages.frame.context import Site
from journeybook.pages.shown.lists import Filter, attributes, filters, pairs, words

KIND_WORDS = {
    DueKind.REVIEW: N_("Review"),
    DueKind.ACTION: N_("Action"),
    DueKind.GOAL: N_("Goal"),
    DueKind.EVIDENCE: N_("Evidence expires"),
}
"""The readers' words for what is to happen on a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduledRow:
    """A day of the schedule."""

    due: Due
    kind: str
    """What is to happen, in the reader's language."""
    attributes: Mapping[str, str]
    """By which filters find it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduledWeek:
    """A week of a month; or all that should have happened in earlier months."""

    title: str
    rows: tuple[ScheduledRow, ...]


def schedule(site: Site, dues: Iterable[Due]) -> tuple[ScheduledWeek, ...]:
    """Arrange what is overdue from earlier months, and all of this month and the next."""
    first, end = date_of_month(site.today, 0), date_of_month(site.today, 2)
    weeks: dict[str, list[Due]] = {}
    for item in dues:
        if item.day < first and item.is_late:
            weeks.setdefault(site.text("From earlier months"), []).append(item)
        elif first <= item.day < end:
            weeks.setdefault(_week(site, item.day), []).append(item)
    return tuple(
        ScheduledWeek(title=title, rows=tuple(_row(site, item) for item in items))
        for title, items in weeks.items()
    )


def date_of_month(day: date, ahead: int) -> date:
    """The first day of a day's month, or of one before or after it; the calendar's last day ends all."""
    months = day.year * 12 + day.month - 1 + ahead
    year, month = divmod(months, 12)
    return date(year, month + 1, 1) if year <= date.max.year else date.max


def _week(site: Site, day: date) -> str:
    month, week = site.language.month(day), day.isocalendar().week
    return site.text("%(month)s, week %(week)s", month=month, week=week)


def _row(site: Site, item: Due) -> ScheduledRow:
    facets = {"kind": item.kind.value, "team": words(item.team.id if item.team else None)}
    return ScheduledRow(due=item, kind=kind_of_due(site, item), attributes=attributes(facets, {}))


def kind_of_due(site: Site, item: Due) -> str:
    """Name what is to happen, in the reader's language."""
    return site.text(KIND_WORDS[item.kind])


def schedule_filters(site: Site, weeks: Sequence[ScheduledWeek]) -> tuple[Filter, ...]:
    """The filters of the schedule: by what is to happen, and by team."""
    rows = [
        {name.removeprefix("data-"): value for name, value in row.attributes.items()}
        for week in weeks
        for row in week.rows
    ]
    kinds = [(kind.value, site.text(word)) for kind, word in KIND_WORDS.items()]
    offered = (
        ("kind", site.text("Kind"), kinds),
        ("team", site.text("Team"), pairs(site.catalogue.teams.values())),
    )
    return tuple(filters(rows, offered))
