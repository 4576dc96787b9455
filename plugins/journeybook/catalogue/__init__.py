"""Link documents into one handbook: references followed, values computed, uses known."""

from journeybook.catalogue.atlas import Atlas, AtlasEntry, atlas
from journeybook.catalogue.build import build_catalogue
from journeybook.catalogue.catalogue import Catalogue
from journeybook.catalogue.channel_changes import ChannelChange, channel_changes
from journeybook.catalogue.defaults import DefaultTitles
from journeybook.catalogue.evidence import (
    EvidenceLevel,
    EvidenceMark,
    ProvenShare,
    evidence_level,
    evidence_mark,
    is_expired,
    share_of_handbook,
    share_of_journey,
    share_of_stage,
    walked,
)
from journeybook.catalogue.hierarchy import Hierarchy, in_circles
from journeybook.catalogue.impact import Impact, impact_of, metrics_of
from journeybook.catalogue.improvement.answers import Answer, Proposal, answer_near, answer_of, best_answer
from journeybook.catalogue.improvement.low_point import low_point, worst_pain_point
from journeybook.catalogue.improvement.moments import hurting, moments_of_truth, proposals_at
from journeybook.catalogue.improvement.pain_points import (
    GatheredPainPoint,
    Occurrence,
    joint_evidence,
    teams_at,
)
from journeybook.catalogue.improvement.plan import Standing, is_quick_win, standing, turn, worth
from journeybook.catalogue.link_words import LinkWords
from journeybook.catalogue.mean import mean
from journeybook.catalogue.measured.courses import Scope
from journeybook.catalogue.measured.funnels import Level, funnel_of
from journeybook.catalogue.measured.outcomes import Outcome, Untold, outcome_of
from journeybook.catalogue.measured.series import (
    Reading,
    Series,
    change_of,
    course,
    is_better,
    nearest_series,
    parts_of,
    reading,
    reading_at,
    readings,
    series_of,
)
from journeybook.catalogue.own_lanes import total_of
from journeybook.catalogue.spots import Spot, Voice, WholeStage, of_customers, of_today, spots_of, visits_at
from journeybook.catalogue.things import (
    Action,
    Entry,
    FileThing,
    Journey,
    JourneyPart,
    JourneyStage,
    NextStep,
    Opportunity,
    PainPoint,
    Persona,
    PersonaSatisfaction,
    Step,
    Touchpoint,
    Visit,
)
from journeybook.catalogue.times import (
    Spent,
    SpentInAll,
    own_time,
    time_of_journey,
    time_of_persona,
    time_of_stage,
)
from journeybook.catalogue.upkeep.claims import Claim, claims_of, claims_of_part, is_set_aside
from journeybook.catalogue.upkeep.due import Due, DueKind, due_dates, place_of
from journeybook.catalogue.upkeep.ownership import teams_of
from journeybook.catalogue.upkeep.published import PublishedContent, published_content
from journeybook.catalogue.upkeep.reviews import Review, is_reviewed, reviews
from journeybook.catalogue.vocabulary import (
    Channel,
    Goal,
    Group,
    Principle,
    Segment,
    System,
    Team,
    Term,
)

__all__ = [
    "Action",
    "Answer",
    "Atlas",
    "AtlasEntry",
    "Catalogue",
    "Channel",
    "ChannelChange",
    "Claim",
    "DefaultTitles",
    "Due",
    "DueKind",
    "Entry",
    "EvidenceLevel",
    "EvidenceMark",
    "FileThing",
    "GatheredPainPoint",
    "Goal",
    "Group",
    "Hierarchy",
    "Impact",
    "Journey",
    "JourneyPart",
    "JourneyStage",
    "Level",
    "LinkWords",
    "NextStep",
    "Occurrence",
    "Opportunity",
    "Outcome",
    "PainPoint",
    "Persona",
    "PersonaSatisfaction",
    "Principle",
    "Proposal",
    "ProvenShare",
    "PublishedContent",
    "Reading",
    "Review",
    "Scope",
    "Segment",
    "Series",
    "Spent",
    "SpentInAll",
    "Spot",
    "Standing",
    "Step",
    "System",
    "Team",
    "Term",
    "Touchpoint",
    "Untold",
    "Visit",
    "Voice",
    "WholeStage",
    "answer_near",
    "answer_of",
    "atlas",
    "best_answer",
    "build_catalogue",
    "change_of",
    "channel_changes",
    "claims_of",
    "claims_of_part",
    "course",
    "due_dates",
    "evidence_level",
    "evidence_mark",
    "funnel_of",
    "hurting",
    "impact_of",
    "in_circles",
    "is_better",
    "is_expired",
    "is_quick_win",
    "is_reviewed",
    "is_set_aside",
    "joint_evidence",
    "low_point",
    "mean",
    "metrics_of",
    "moments_of_truth",
    "nearest_series",
    "of_customers",
    "of_today",
    "outcome_of",
    "own_time",
    "parts_of",
    "place_of",
    "proposals_at",
    "published_content",
    "reading",
    "reading_at",
    "readings",
    "reviews",
    "series_of",
    "share_of_handbook",
    "share_of_journey",
    "share_of_stage",
    "spots_of",
    "standing",
    "teams_at",
    "teams_of",
    "time_of_journey",
    "time_of_persona",
    "time_of_stage",
    "total_of",
    "turn",
    "visits_at",
    "walked",
    "worst_pain_point",
    "worth",
]
