"""Ask a board what it has to decide on a journey, by the rules of the monthly agenda."""

from collections.abc import Iterator

from journeybook.catalogue import Journey, of_today
from journeybook.pages.frame.context import Site
from journeybook.pages.shown.decisions import idle, unanswered, unclear
from journeybook.slides.deck import TextLine, line, one_line, strong


def decisions(site: Site, journey: Journey) -> Iterator[TextLine]:
    """Yield questions to the board: plans that nobody begins or is to do, then what has no plan."""
    visits = of_today(site.catalogue.visits_of_journey[journey.id]) if not journey.is_planned else ()
    for plan in idle(site.catalogue, visits):
        record = plan.opportunity.record
        scores = ", ".join(
            f"{label} {score}"
            for label, score in ((site.text("Impact"), record.impact), (site.text("Effort"), record.effort))
            if score
        )
        told = f" · {scores}" if scores else ""
        yield line(site.text("Begin it?"), " ", strong(one_line(record.title)), told)
    for item in unclear(visits, site.today):
        owner = item.action.owner
        asked = site.text("Who does it?") if owner is None else site.text("By when?")
        told = f" · {one_line(owner.title)}" if owner else ""
        yield line(asked, " ", strong(one_line(item.action.record.title)), told)
    for pain in unanswered(site.catalogue):
        if any(spot.journey is journey for spot in pain.spots) and visits:
            severity = site.text("Severity %(value)s of 5", value=pain.severity)
            yield line(
                site.text("What do we do about it?"), " ", strong(one_line(pain.title)), f" · {severity}"
            )
