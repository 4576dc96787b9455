"""The register of opportunities: by impact and effort as a picture, and as a list, the best first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from journeybook.catalogue import Team, is_quick_win
from journeybook.charts import Matrix, Rated, matrices
from journeybook.kinds import ThingKind
from journeybook.pages.frame.addresses import OPPORTUNITIES, address_of
from journeybook.pages.frame.context import Site
from journeybook.pages.frame.page import Crumb, Page
from journeybook.pages.registers.scope import register_filters
from journeybook.pages.registers.spots import offered_places, offered_teams, owners, place_facets
from journeybook.pages.shown.figures import Figure
from journeybook.pages.shown.improvement import ListedOpportunity, opportunities
from journeybook.pages.shown.lists import NONE, Filter, Row, key, pairs, words
from journeybook.pages.wording.labels import choices

_MOST = 40
"""The most that the picture shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedOpportunity:
    """An opportunity in the register."""

    listed: ListedOpportunity
    number: int | None
    """In the picture, counted from 1."""
    teams: tuple[Team, ...]
    """Those that have its actions."""
    overdue_count: int
    """Of its actions."""


def pages(site: Site) -> Iterator[Page]:
    """Yield the register; nothing where no journey names an opportunity."""
    if not any(spot.part.opportunities for spot in site.catalogue.spots):
        return
    yield Page(
        address=OPPORTUNITIES,
        template="registers/opportunities",
        wide=True,
        shows=(ThingKind.JOURNEY,),
        title=site.text("Opportunities"),
        description=site.text("What would help %(customers)s, the most impact for the least effort first."),
        context=lambda: _context(site),
    )


def _context(site: Site) -> Mapping[str, Any]:
    found = opportunities(site.catalogue, site.catalogue.visits)
    drawn = [item for item in found if _is_drawn(item)][:_MOST]
    numbers = {item.opportunity: number for number, item in enumerate(drawn, 1)}
    rows = [_row(site, item, numbers.get(item.opportunity)) for item in found]
    rejected = [row for row in rows if row.item.listed.opportunity.record.status == "rejected"]
    kept = [row for row in rows if row.item.listed.opportunity.record.status != "rejected"]
    return {
        "rows": kept,
        "rejected": rejected,
        "filters": _filters(site, kept),
        "figures": tuple(_figures(site, [row.item for row in kept if not row.is_aside])),
        "pictures": _pictures(drawn),
        "drawn": [
            Crumb(title=item.opportunity.record.title, address=address_of(item.spot)) for item in drawn
        ],
        "drawable_count": sum(map(_is_drawn, found)),
    }


def _crumb(item: ListedOpportunity) -> Crumb:
    return Crumb(title=item.opportunity.record.title, address=address_of(item.spot))


def _is_drawn(item: ListedOpportunity) -> bool:
    """Whether it has a place in the picture: open, of today, and judged by both scores."""
    record = item.opportunity.record
    is_open = not item.opportunity.is_closed and item.spot.journey.record.state == "current"
    return is_open and record.impact is not None and record.effort is not None


def _pictures(drawn: Sequence[ListedOpportunity]) -> tuple[Matrix, ...]:
    rated = (
        Rated(title=item.opportunity.record.title, impact=record.impact, effort=record.effort)
        for item in drawn
        if (record := item.opportunity.record).impact and record.effort
    )
    return matrices(tuple(rated)) if drawn else ()


def _row(site: Site, item: ListedOpportunity, number: int | None) -> Row[RankedOpportunity]:
    record, actions = item.opportunity.record, item.opportunity.actions
    teams = tuple(dict.fromkeys(action.owner for action in actions if action.owner))
    goals = words(*(goal.id for goal in item.opportunity.goals))
    return Row(
        item=RankedOpportunity(
            listed=item,
            number=number,
            teams=teams,
            overdue_count=sum(action.is_overdue(site.today) for action in actions),
        ),
        facets={
            "status": record.status,
            "goal": goals or NONE,
            "team": words(*dict.fromkeys(team.id for team in (*teams, *owners(item.spot)))),
            "impact": key(record.impact),
            "effort": key(record.effort),
            **place_facets(item.spot),
        },
        keys={
            "title": record.title,
            "number": key(number),
            "impact": key(record.impact),
            "effort": key(record.effort),
            "status": str(list(dict(choices(site.language)("opportunity"))).index(record.status)),
        },
        is_aside=item.spot.journey.record.state != "current",
    )


def _filters(site: Site, rows: Sequence[Row[RankedOpportunity]]) -> tuple[Filter, ...]:
    levels = [(str(level), str(level)) for level in range(5, 0, -1)]
    offered = (
        ("status", site.text("Status"), choices(site.language)("opportunity")),
        (
            "goal",
            site.text("Goal"),
            [*pairs(site.catalogue.goals.values()), (NONE, site.text("without a goal"))],
        ),
        offered_teams(site),
        ("impact", site.text("Impact"), levels),
        ("effort", site.text("Effort"), levels),
        *offered_places(site),
    )
    return register_filters(site, rows, offered)


def _figures(site: Site, ranked: Sequence[RankedOpportunity]) -> Iterator[Figure]:
    """Yield how many are open, which of them promise much for little, and which nobody has begun to plan."""
    number = site.language.number
    left = [item for item in ranked if not item.listed.opportunity.is_closed]
    of_open = site.text("of %(all)s open", all=number(len(left)))
    yield Figure(
        value=number(len(left)),
        title=site.text("Open opportunities"),
        detail=site.text("of %(all)s", all=number(len(ranked))),
    )
    yield Figure(
        value=number(sum(is_quick_win(item.listed.opportunity) for item in left)),
        title=site.text("Much impact for little effort"),
        detail=of_open,
    )
    missing = sum(not item.listed.opportunity.actions for item in left)
    yield Figure(
        value=number(missing),
        title=site.text("Without an action"),
        detail=of_open,
        is_bad=missing > 0,
    )
