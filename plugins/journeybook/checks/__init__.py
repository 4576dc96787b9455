"""An inspection in, findings out: each check is a generator that never raises, logs or stops at the first."""

from collections.abc import Iterator
from itertools import chain

from journeybook.checks.accessibility import hard_to_perceive
from journeybook.checks.coverage import unused
from journeybook.checks.evidence import unfounded_journeys, unfounded_personas, worn_evidence
from journeybook.checks.firmside import firm_side_titles
from journeybook.checks.freshness import neglected_journeys, outdated_metrics
from journeybook.checks.ids import duplicate_ids
from journeybook.checks.inspection import Inspection
from journeybook.checks.languages import mixed_languages
from journeybook.checks.likeness import like_names
from journeybook.checks.links import broken_links, unknown_links
from journeybook.checks.names import names_of
from journeybook.checks.pictures import missing_pictures
from journeybook.checks.plan import unanswered_pain_points, unfinished_plans
from journeybook.checks.reading import unreadable
from journeybook.checks.references import foreign_personas, unknown_references
from journeybook.checks.trails import circles
from journeybook.checks.umlauts import damaged_umlauts
from journeybook.checks.wording import empty_words, vague_pain_points
from journeybook.findings import Finding

CHECKS = (
    unreadable,
    duplicate_ids,
    unknown_references,
    foreign_personas,
    circles,
    unknown_links,
    missing_pictures,
)
"""The checks of what pages are made of, from the file to the whole."""

LINTS = (
    unused,
    neglected_journeys,
    outdated_metrics,
    unanswered_pain_points,
    unfinished_plans,
    unfounded_journeys,
    unfounded_personas,
    worn_evidence,
    damaged_umlauts,
    mixed_languages,
    like_names,
    empty_words,
    vague_pain_points,
    firm_side_titles,
    hard_to_perceive,
)
"""The checks of what pages say."""


def check(inspection: Inspection) -> Iterator[Finding]:
    """Run every check."""
    yield from chain.from_iterable(run(inspection.catalogue) for run in CHECKS)
    yield from chain.from_iterable(run(inspection) for run in LINTS)


__all__ = ["CHECKS", "LINTS", "Inspection", "broken_links", "check", "names_of"]
