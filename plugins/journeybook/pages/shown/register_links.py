"""Lead from a thing to the registers, narrowed to what belongs to it."""

from collections.abc import Iterable, Iterator, Mapping

from journeybook.catalogue import Spot, Team, Visit, of_today, spots_of
from journeybook.pages.frame.addresses import ACTIONS, MOMENTS, OPPORTUNITIES, PAIN_POINTS
from journeybook.pages.frame.context import Site
from journeybook.pages.frame.page import Crumb
from journeybook.pages.shown.lists import narrowed

FUTURE = "future"


def register_links(site: Site, visits: Iterable[Visit], **wanted: str) -> tuple[Crumb, ...]:
    """The registers that tell something of some steps and their stages, narrowed by filters.

    Registers tell of today unless a filter asks for the future; so does this where all steps lie there.
    """
    listed = tuple(visits)
    states = {visit.journey.record.state for visit in listed}
    if states == {FUTURE}:
        wanted = {**wanted, "state": FUTURE}
    told = (visit for visit in listed if (visit.journey.record.state == FUTURE) == (states == {FUTURE}))
    return _crumbs(_registers(site, tuple(spots_of(told))), wanted)


def team_register_links(
    site: Site, team: Team, visits: Iterable[Visit], *, has_actions: bool
) -> tuple[Crumb, ...]:
    """The registers that tell something of a team: of what is its own, and of the actions that it has."""
    found = _registers(site, tuple(spots_of(of_today(visits))))
    apart = [pair for pair in found if pair[0] != ACTIONS]
    own = [(ACTIONS, site.text("Actions"))] if has_actions else []
    return _crumbs((*apart, *own), {"team": team.id})


def _crumbs(registers: Iterable[tuple[str, str]], wanted: Mapping[str, str]) -> tuple[Crumb, ...]:
    return tuple(Crumb(title=title, address=narrowed(address, **wanted)) for address, title in registers)


def _registers(site: Site, spots: tuple[Spot, ...]) -> Iterator[tuple[str, str]]:
    """Yield address and title of each register that has something of some spots."""
    if any(spot.part.pain_points for spot in spots):
        yield PAIN_POINTS, site.text("Pain points")
    if any(spot.part.opportunities for spot in spots):
        yield OPPORTUNITIES, site.text("Opportunities")
    if any(item.actions for spot in spots for item in spot.part.opportunities):
        yield ACTIONS, site.text("Actions")
    if any(isinstance(spot, Visit) and spot.step.record.moment_of_truth for spot in spots):
        yield MOMENTS, site.text("Moments of truth")
