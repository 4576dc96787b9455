"""Run every check: each is a generator of findings that never raises, logs or stops at the first."""

from collections.abc import Iterator
from itertools import chain

from journeybook.checks.ignores import Ignored, sift
from journeybook.checks.inspection import Inspection
from journeybook.checks.integrity.files import unpublishable_files, unreadable
from journeybook.checks.integrity.funnels import unfit_funnels
from journeybook.checks.integrity.ids import duplicate_ids
from journeybook.checks.integrity.links import broken_links, unknown_links
from journeybook.checks.integrity.names import names_of
from journeybook.checks.integrity.own_lanes import unfit_aggregates, unfit_entries
from journeybook.checks.integrity.pictures import missing_pictures
from journeybook.checks.integrity.references import foreign_personas, unknown_references
from journeybook.checks.integrity.self_references import self_references
from journeybook.checks.integrity.values import (
    answers_off_scale,
    columns_taken_twice,
    foreign_percentages,
    repeated_values,
    unfit_formulas,
)
from journeybook.checks.journeys import (
    comparisons,
    coverage,
    evidence,
    freshness,
    measured,
    plan,
    satisfaction,
    structure,
    touchpoints,
)
from journeybook.checks.texts import (
    accessibility,
    addresses,
    dropped,
    firm_side,
    foreign,
    formatting,
    headings,
    invisible,
    languages,
    likeness,
    lists,
    near_words,
    raw_html,
    size,
    umlauts,
    unclosed,
    unread,
    vanishing,
    wording,
)
from journeybook.checks.texts.dropped import BY_CLEANING
from journeybook.findings import MOST_KEPT, Finding, cut

CHECKS = (
    unreadable,
    unpublishable_files,
    duplicate_ids,
    unknown_references,
    unfit_aggregates,
    unfit_entries,
    repeated_values,
    foreign_percentages,
    answers_off_scale,
    unfit_formulas,
    columns_taken_twice,
    unfit_funnels,
    foreign_personas,
    self_references,
    unknown_links,
    missing_pictures,
)
"""The checks of what pages are made of, from the file to the whole."""

LINTS = (
    structure.ways,
    structure.branches,
    structure.circles,
    structure.variants_of_nothing,
    structure.stages_out_of_order,
    structure.parted_phases,
    structure.optional_moments,
    structure.steps_twice,
    comparisons.comparisons,
    coverage.unused,
    coverage.unused_stages,
    coverage.unserved_goals,
    coverage.unused_terms,
    coverage.unused_lanes,
    coverage.without_touchpoint,
    coverage.without_metric,
    coverage.without_owner,
    measured.unseen_values,
    measured.funnels_with_gaps,
    measured.funnels_of_several_dates,
    touchpoints.gaps,
    touchpoints.misplaced_touchpoints,
    touchpoints.missing_touchpoints,
    satisfaction.without_satisfaction,
    satisfaction.missing_personas,
    satisfaction.absent_personas,
    satisfaction.severe_pains,
    satisfaction.unexplained_values,
    satisfaction.disagreeing_ratings,
    size.long_texts,
    size.many_steps,
    freshness.neglected_journeys,
    freshness.untimely_reviews,
    freshness.outdated_metrics,
    plan.unanswered_pain_points,
    plan.unanswered_doubts,
    plan.unfinished_plans,
    plan.overdue_goals,
    evidence.unfounded_journeys,
    evidence.unfounded_personas,
    evidence.worn_evidence,
    umlauts.damaged_umlauts,
    languages.mixed_languages,
    likeness.like_names,
    likeness.spelled_systems,
    near_words.near_words,
    wording.empty_words,
    wording.vague_pain_points,
    firm_side.firm_side_titles,
    unread.unread_files,
    invisible.invisible_characters,
    dropped.dropped_html,
    unclosed.unclosed_html,
    unclosed.unclosed_fences_of_code,
    vanishing.vanishing_texts,
    raw_html.markdown_in_html,
    dropped.dropped_in_pictures,
    dropped.included_files,
    addresses.broken_addresses,
    foreign.pictures_of_other_hosts,
    foreign.diagrams_of_other_hosts,
    foreign.names_of_the_site,
    headings.misread_headings,
    formatting.formatted_headers,
    formatting.unkind_links,
    lists.swallowed_lists,
    accessibility.hard_to_perceive,
)
"""The checks of what pages say."""


def check(inspection: Inspection, *, only_errors: bool = False) -> Iterator[Finding]:
    """Run every check, or those of what pages are made of.

    Of thousands of one defect in a file, yield the first and the number of the others.
    """
    lints = () if only_errors else LINTS
    runs = chain((run(inspection.catalogue) for run in CHECKS), (run(inspection) for run in lints))
    return chain.from_iterable(cut(run, MOST_KEPT) for run in runs)


__all__ = [
    "BY_CLEANING",
    "CHECKS",
    "LINTS",
    "Ignored",
    "Inspection",
    "broken_links",
    "check",
    "names_of",
    "sift",
]
