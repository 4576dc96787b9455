"""Show both versions on the pages of a journey: its map, and the steps of its stages."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from journeybook.catalogue import Journey, JourneyStage, Step, Visit
from journeybook.pages.frame.context import Site
from journeybook.pages.journey.map import journey_map
from journeybook.pages.review.both import BothVersions

Context = Mapping[str, Any]


def journey_with_both(site: Site, both: BothVersions, context: Context) -> Context:
    """Return what the page of a journey shows, with both versions in its map."""
    before, ghost = _behind(site, both, context)
    drawn = journey_map(both.journey, site.today, before, ghost=ghost, lanes=site.catalogue.lanes)
    known = {each.stage.id: each for each in context["map"].trust} if context["map"] else {}
    trust = tuple(
        replace(known[each.stage.id], stage=each.stage) for each in drawn.trust if each.stage.id in known
    )
    return {**context, "map": replace(drawn, trust=trust if len(trust) == len(drawn.trust) else ())}


def _behind(site: Site, both: BothVersions, context: Context) -> tuple[Mapping[Step, Step], str]:
    """The steps behind the curve: as they were where any was otherwise, or those of today's journey."""
    if any(step.satisfaction != old.satisfaction for step, old in both.before.items()):
        return both.before, site.text("So far")
    compared = context["comparison"]
    if compared is None:
        return {}, ""
    today = {step.id: old for step, old in compared.steps_before.items()}
    return {step: today[step.id] for step in both.journey.steps if step.id in today}, compared.current.title


def stage_with_both(journey: Journey, both: BothVersions, stage: JourneyStage, context: Context) -> Context:
    """Return what the page of a stage shows, with both versions of its steps."""
    merged = both.stages[stage.id]
    return {
        **context,
        "stage": merged,
        "visits": tuple(Visit(journey=journey, stage=merged, step=step) for step in merged.steps),
        "step_readings": {step.id: context["step_readings"].get(step.id, ()) for step in merged.steps},
    }
