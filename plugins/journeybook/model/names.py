"""Fields that name other things by their ids."""

from typing import Annotated

from journeybook.model.fields import AsList, Name
from journeybook.model.references import Reference

JourneyName = Annotated[Name, Reference("journey")]
PersonaName = Annotated[Name, Reference("persona")]
StageName = Annotated[Name, Reference("stage")]
ChannelName = Annotated[Name, Reference("channel")]
TeamName = Annotated[Name, Reference("team")]
MetricName = Annotated[Name, Reference("metric")]
StepName = Annotated[Name, Reference("step")]
PainPointName = Annotated[Name, Reference("pain-point")]
TouchpointNames = Annotated[tuple[Annotated[Name, Reference("touchpoint")], ...], AsList]
MetricNames = Annotated[tuple[MetricName, ...], AsList]
