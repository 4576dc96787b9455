"""The register of actions: what is overdue, what is unclear, then month by month; and what became of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from journeybook.catalogue import Outcome, Reading, Standing, Team, outcome_of, reading_at, standing
from journeybook.kinds import ThingKind
from journeybook.messages import N_
from journeybook.pages.frame.addresses import ACTIONS
from journeybook.pages.frame.context import Site
from journeybook.pages.frame.page import Page
from journeybook.pages.registers.scope import register_filters
from journeybook.pages.registers.spots import offered_places, offered_teams, place_facets
from journeybook.pages.shown.figures import Figure
from journeybook.pages.shown.improvement import ListedAction, actions
from journeybook.pages.shown.lists import NONE, Choice, Filter, Row, narrowed, pairs

_TITLES = {
    Standing.OVERDUE: N_("Overdue"),
    Standing.UNCLEAR: N_("Without an owner or a date"),
    Standing.DONE: N_("Done"),
    Standing.DROPPED: N_("Dropped with its opportunity"),
}
"""The titles of groups that are no month."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackedAction:
    """An action in the register."""

    listed: ListedAction
    reading: Reading | None
    """The value of its metric today, for its journey if that has values of its own."""
    outcome: Outcome | None
    """The course of its metric since it is done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionGroup:
    """The actions of one month, or of one standing."""

    key: str
    """The value of the filter for it."""
    title: str
    is_late: bool
    rows: tuple[Row[TrackedAction], ...]

    @property
    def is_aside(self) -> bool:
        """Whether nothing of it is shown as long as nobody asks for the future."""
        return all(row.is_aside for row in self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionCell:
    """The actions of a team in a group, or in all groups."""

    count: int
    is_late: bool
    address: str
    title: str
    """Of the group."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamLoad:
    """The actions of a team, or of nobody, group by group."""

    team: Team | None
    cells: tuple[ActionCell, ...]


def pages(site: Site) -> Iterator[Page]:
    """Yield the register; nothing where no opportunity has an action."""
    if not any(item.actions for spot in site.catalogue.spots for item in spot.part.opportunities):
        return
    yield Page(
        address=ACTIONS,
        template="registers/actions",
        wide=True,
        shows=(ThingKind.JOURNEY, ThingKind.VALUES),
        title=site.text("Actions"),
        description=site.text("What we do, by when and who: overdue first, and what became of what is done."),
        context=lambda: _context(site),
    )


def _context(site: Site) -> Mapping[str, Any]:
    rows = [_row(site, item) for item in actions(site.catalogue.visits, site.today)]
    groups = _groups(site, rows)
    shown = [group for group in groups if not group.is_aside]
    return {
        "groups": groups,
        "filters": _filters(site, rows, groups),
        "figures": tuple(_figures(site, [row.item for row in rows if not row.is_aside])),
        "loads": _loads(site, shown),
        "shown_groups": shown,
        "today": site.today,
    }


def _row(site: Site, item: ListedAction) -> Row[TrackedAction]:
    action, journey = item.action, item.spot.journey
    catalogue, stage = site.catalogue, item.spot.stage.stage
    found = reading_at(catalogue, action.metric, journey, stage) if action.metric else None
    return Row(
        item=TrackedAction(listed=item, reading=found, outcome=outcome_of(catalogue, journey, action, stage)),
        facets={
            "team": action.owner.id if action.owner else NONE,
            "when": _when(site, item),
            "metric": action.metric.id if action.metric else NONE,
            **place_facets(item.spot),
        },
        keys={},
        is_aside=journey.record.state != "current",
    )


def _when(site: Site, item: ListedAction) -> str:
    """The group of an action: its month, or how it stands."""
    stands, due = standing(item.action, site.today), item.action.record.due
    return f"{due:%Y-%m}" if stands is Standing.DUE and due else stands.name.lower()


def _groups(site: Site, rows: Sequence[Row[TrackedAction]]) -> tuple[ActionGroup, ...]:
    found: dict[str, list[Row[TrackedAction]]] = {}
    for row in rows:
        found.setdefault(row.facets["when"], []).append(row)
    return tuple(
        ActionGroup(
            key=name,
            title=_title(site, listed[0].item.listed),
            is_late=name == Standing.OVERDUE.name.lower(),
            rows=tuple(listed),
        )
        for name, listed in found.items()
    )


def _title(site: Site, item: ListedAction) -> str:
    stands, due = standing(item.action, site.today), item.action.record.due
    return site.language.month(due) if stands is Standing.DUE and due else site.text(_TITLES[stands])


def _filters(
    site: Site, rows: Sequence[Row[TrackedAction]], groups: Sequence[ActionGroup]
) -> tuple[Filter, ...]:
    metrics: list[Choice] = [*pairs(site.catalogue.metrics.values()), (NONE, site.text("without a metric"))]
    offered = (
        offered_teams(site, site.text("nobody yet")),
        ("when", site.text("Due"), [(group.key, group.title) for group in groups]),
        ("metric", site.text("Metric"), metrics),
        *offered_places(site),
    )
    return register_filters(site, rows, offered)


def _figures(site: Site, tracked: Sequence[TrackedAction]) -> Iterator[Figure]:
    """Yield how many actions are open, how many of them are overdue or unclear, and which helped."""
    number = site.language.number
    stands = [standing(item.listed.action, site.today) for item in tracked]
    left = sum(each < Standing.DONE for each in stands)
    of_open = site.text("of %(all)s open", all=number(left))
    for each in (Standing.OVERDUE, Standing.UNCLEAR):
        count = stands.count(each)
        yield Figure(
            value=number(count),
            title=site.text(_TITLES[each]),
            detail=of_open,
            address=narrowed(ACTIONS, when=each.name.lower()) if count else "",
            is_bad=count > 0,
        )
    done = [item.outcome for item in tracked if item.outcome]
    if done:
        yield Figure(
            value=number(sum(outcome.is_better is True for outcome in done)),
            title=site.text("Done, and the metric got better"),
            detail=site.text("of %(all)s done", all=number(len(done))),
            address=narrowed(ACTIONS, when="done"),
        )


def _loads(site: Site, groups: Sequence[ActionGroup]) -> list[TeamLoad]:
    """Count by team and group, teams in the order of the handbook, what is nobody's last."""
    teams = (*site.catalogue.teams.values(), None)
    loads = (TeamLoad(team=team, cells=tuple(_cells(team, groups))) for team in teams)
    return [load for load in loads if any(cell.count for cell in load.cells)]


def _cells(team: Team | None, groups: Sequence[ActionGroup]) -> Iterator[ActionCell]:
    name = team.id if team else NONE
    for group in groups:
        yield ActionCell(
            count=sum(row.facets["team"] == name and not row.is_aside for row in group.rows),
            is_late=group.is_late,
            address=narrowed(ACTIONS, team=name, when=group.key),
            title=group.title,
        )
