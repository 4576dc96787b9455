"""The records that authors write, as frozen values: one class a thing, unknown keys forbidden."""

from journeybook.model.base import Record
from journeybook.model.beside import Content, DocumentLink, Recovery
from journeybook.model.duration import MINUTES, Duration
from journeybook.model.entries import Doubt, Entry, OwnEntry, Quote
from journeybook.model.evidence import Evidence
from journeybook.model.fields import Measured
from journeybook.model.handbook import (
    DEFAULT_GROUPS,
    Channel,
    Formula,
    Goal,
    Group,
    Handbook,
    Metric,
    Principle,
    Segment,
    Stage,
    System,
    Team,
    Term,
)
from journeybook.model.improvement import Action, Experiment, Opportunity, PainPoint
from journeybook.model.journey import FunnelEntry, Journey, JourneyStage, PartRecord
from journeybook.model.lanes import OwnLane
from journeybook.model.persona import Interview, Job, Persona
from journeybook.model.picture import Picture
from journeybook.model.reading import Problem, read_record
from journeybook.model.references import Reference, Use, references
from journeybook.model.slugs import is_id, slug
from journeybook.model.step import MicroConversion, Next, Step
from journeybook.model.touchpoint import Touchpoint
from journeybook.model.value import SCOPES, VALUE_REFERENCES, Value
from journeybook.model.words.synonyms import did_you_mean, german, meant, synonym

__all__ = [
    "DEFAULT_GROUPS",
    "MINUTES",
    "SCOPES",
    "VALUE_REFERENCES",
    "Action",
    "Channel",
    "Content",
    "DocumentLink",
    "Doubt",
    "Duration",
    "Entry",
    "Evidence",
    "Experiment",
    "Formula",
    "FunnelEntry",
    "Goal",
    "Group",
    "Handbook",
    "Interview",
    "Job",
    "Journey",
    "JourneyStage",
    "Measured",
    "Metric",
    "MicroConversion",
    "Next",
    "Opportunity",
    "OwnEntry",
    "OwnLane",
    "PainPoint",
    "PartRecord",
    "Persona",
    "Picture",
    "Principle",
    "Problem",
    "Quote",
    "Record",
    "Recovery",
    "Reference",
    "Segment",
    "Stage",
    "Step",
    "System",
    "Team",
    "Term",
    "Touchpoint",
    "Use",
    "Value",
    "did_you_mean",
    "german",
    "is_id",
    "meant",
    "read_record",
    "references",
    "slug",
    "synonym",
]
