"""Fields that name other things by their ids."""

from typing import Annotated

from journeybook.kinds import ThingKind
from journeybook.model.fields import AsList, Name, Text
from journeybook.model.references import Reference

JourneyName = Annotated[Name, Reference(ThingKind.JOURNEY)]
PersonaName = Annotated[Name, Reference(ThingKind.PERSONA)]
StageName = Annotated[Name, Reference(ThingKind.STAGE)]
ChannelName = Annotated[Name, Reference(ThingKind.CHANNEL)]
TeamName = Annotated[Name, Reference(ThingKind.TEAM)]
GroupName = Annotated[Name, Reference(ThingKind.GROUP)]
MetricName = Annotated[Name, Reference(ThingKind.METRIC)]
StepName = Annotated[Name, Reference(ThingKind.STEP)]
PainPointName = Annotated[Name, Reference(ThingKind.PAIN_POINT)]
LaneName = Annotated[Name, Reference(ThingKind.LANE)]
TouchpointNames = Annotated[tuple[Annotated[Name, Reference(ThingKind.TOUCHPOINT)], ...], AsList]
MetricNames = Annotated[tuple[MetricName, ...], AsList]
GoalNames = Annotated[tuple[Annotated[Name, Reference(ThingKind.GOAL)], ...], AsList]
PrincipleNames = Annotated[tuple[Annotated[Name, Reference(ThingKind.PRINCIPLE)], ...], AsList]
SegmentName = Annotated[Text, Reference(ThingKind.SEGMENT, until_listed=True)]
SystemNames = Annotated[tuple[Annotated[Text, Reference(ThingKind.SYSTEM, or_text=True)], ...], AsList]
Actors = Annotated[tuple[Annotated[Name, Reference(ThingKind.TEAM, or_text=True)], ...], AsList]
