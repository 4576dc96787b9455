"""The list of all journeys, with the words and keys by which readers filter and sort it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from journeybook.catalogue import Journey, Visit, low_point
from journeybook.charts import Curve
from journeybook.kinds import ThingKind
from journeybook.pages.curves.lines import mean_curve
from journeybook.pages.frame.addresses import JOURNEYS
from journeybook.pages.frame.context import Site
from journeybook.pages.frame.page import Page
from journeybook.pages.shown.findings import FindingCount, finding_count
from journeybook.pages.shown.improvement import open_pain_points
from journeybook.pages.shown.lists import attributes, filters, key, pairs, words
from journeybook.pages.wording.labels import choices


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedJourney:
    """A journey in the list of all."""

    journey: Journey
    original: Journey | None
    """The journey of which it is a variant."""
    satisfaction: float | None
    """The mean over its steps; a planned journey has none of all this, whatever its sketch says."""
    curve: Curve | None
    lowest: Visit | None
    step_count: int
    pain_count: int | None
    """Open pain points."""
    age: int | None
    """Days since the last review."""
    is_stale: bool
    mark: FindingCount | None = None
    """The count of findings in it, where the list tells of them."""

    @property
    def style(self) -> str:
        """The class of its title."""
        return "is-planned" if self.journey.is_planned else "is-variant" if self.original else ""

    @property
    def facets(self) -> dict[str, str]:
        """The words that filters look for, by the filter's name."""
        journey = self.journey
        return {
            "persona": words(*(persona.id for persona in journey.personas)),
            "stage": words(*(stage.record.stage for stage in journey.stages)),
            "owner": journey.owner.id if journey.owner else "",
            "status": journey.record.status,
            "state": journey.record.state,
        }

    @property
    def keys(self) -> dict[str, str]:
        """The keys by which it is sorted, by the name of the order."""
        journey = self.journey
        return {
            "title": journey.title,
            "satisfaction": key(self.satisfaction),
            "lowest": key(self.lowest.step.satisfaction if self.lowest else None),
            "pains": key(self.pain_count),
            "owner": journey.owner.title if journey.owner else "",
            "review": key(journey.record.reviewed),
            "findings": key(self.mark.count if self.mark else 0),
        }

    @property
    def attributes(self) -> dict[str, str]:
        """The attributes of its row that scripts read."""
        return attributes(self.facets, self.keys)


def listed_journey(site: Site, journey: Journey) -> ListedJourney:
    """Make the row of a journey in the list of all."""
    is_mapped = not journey.is_planned
    visits = site.catalogue.visits_of_journey[journey.id] if is_mapped else ()
    return ListedJourney(
        journey=journey,
        original=site.catalogue.hierarchy.original(journey),
        satisfaction=journey.satisfaction if is_mapped else None,
        curve=mean_curve(journey) if is_mapped else None,
        lowest=low_point(site.catalogue, visits),
        step_count=len(visits),
        pain_count=len(open_pain_points(site.catalogue, visits)) if is_mapped else None,
        age=journey.review_age(site.today),
        is_stale=is_mapped and journey.is_stale(site.today),
    )


def marked_journey(site: Site, journey: Journey) -> ListedJourney:
    """Make the row of a journey in a list that tells of findings."""
    return replace(listed_journey(site, journey), mark=finding_count(site, journey))


def index_page(site: Site) -> Page:
    """The page that lists all journeys."""
    return Page(
        address=JOURNEYS,
        template="journeys",
        shows=(ThingKind.JOURNEY,),
        title=site.text("Journeys"),
        description=site.text("All customer journeys with their satisfaction, status and open pain points."),
        context=lambda: _context(site),
        wide=True,
    )


def _context(site: Site) -> Mapping[str, Any]:
    catalogue = site.catalogue
    rows = [marked_journey(site, journey) for journey in catalogue.hierarchy.in_order]
    labelled = choices(site.language)
    offered = (
        ("persona", site.text("Persona"), pairs(catalogue.personas.values())),
        ("stage", site.text("Stage"), pairs(catalogue.stages.values())),
        ("owner", site.text("Owner"), pairs(catalogue.teams.values())),
        ("status", site.text("Status"), labelled("status")),
        ("state", site.text("Current or future"), labelled("state")),
    )
    return {
        "rows": rows,
        "filters": tuple(filters([row.facets for row in rows], offered)),
        "has_findings": any(row.mark for row in rows),
    }
