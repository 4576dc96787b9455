"""The key figures of a whole handbook: how customers fare today, and what is late."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from journeybook.catalogue import Visit, hurting, moments_of_truth, share_of_handbook
from journeybook.catalogue.spots import mean_satisfaction
from journeybook.pages.frame.addresses import JOURNEYS, QUALITY
from journeybook.pages.frame.context import Site
from journeybook.pages.shown.figures import Figure, proven_claims
from journeybook.pages.shown.improvement import ListedAction, each_once, open_pain_points


def key_figures(site: Site, visits: Sequence[Visit], plan: Sequence[ListedAction]) -> Iterator[Figure]:
    """Yield the key figures of what customers live today, as far as there is something to count."""
    yield _journeys(site)
    known = [visit for visit in visits if visit.step.satisfaction is not None]
    satisfaction = mean_satisfaction(known)
    if satisfaction is not None:
        yield Figure(
            value=site.language.satisfaction(satisfaction),
            satisfaction=satisfaction,
            title=site.text("Satisfaction on average"),
            detail=site.language.plural("over %(num)s step", "over %(num)s steps", len(known)),
            address=f"{JOURNEYS}?sort=satisfaction",
        )
    share = share_of_handbook(site.catalogue.journeys.values(), site.today, site.catalogue.lanes)
    if share.proven:
        yield replace(proven_claims(site, share), address=QUALITY if site.has_quality else "")
    yield from _bad_ones(site, visits, plan)


def _bad_ones(site: Site, visits: Sequence[Visit], plan: Sequence[ListedAction]) -> Iterator[Figure]:
    """Yield the numbers that were better none, as far as there is anything to count them in."""
    of, of_open = site.text("of %(all)s"), site.text("of %(all)s open")
    rated = [visit for visit in visits if visit.step.satisfaction is not None]
    moments = moments_of_truth(rated)
    pain_points = each_once(site.catalogue, open_pain_points(site.catalogue, visits))
    overdue = sum(item.action.is_overdue(site.today) for item in plan)
    severe = sum(item.pain.record.severity >= site.settings.limits.severe for item in pain_points)
    counted = (
        (site.text("Moments of truth below 3"), len(hurting(moments)), of, len(moments), "#worst_moments"),
        (site.text("Severe pain points"), severe, of_open, len(pain_points), "#pain_points"),
        (site.text("Overdue actions"), overdue, of_open, len(plan), "#all_actions"),
    )
    number = site.language.number
    for title, count, detail, total, address in counted:
        if total:
            yield Figure(
                value=number(count),
                title=title,
                detail=detail % {"all": number(total)},
                address=address if count else "",
                is_bad=count > 0,
            )


def _journeys(site: Site) -> Figure:
    """Count the journeys of customers that are mapped, and name the others."""
    catalogue = site.catalogue
    journeys = [journey for journey in catalogue.mapped if not journey.is_of_staff]
    future = sum(journey.record.state == "future" for journey in journeys)
    of_staff = len(catalogue.mapped) - len(journeys)
    planned = len(catalogue.journeys) - len(catalogue.mapped)
    told = (
        site.text("%(count)s of them future state", count=future) if future else "",
        site.text("%(count)s more planned", count=planned) if planned else "",
        site.text("%(count)s more of staff", count=of_staff) if of_staff else "",
    )
    return Figure(
        value=site.language.number(len(journeys)),
        title=site.text("Journeys"),
        detail=", ".join(filter(None, told)),
        address=JOURNEYS,
    )
