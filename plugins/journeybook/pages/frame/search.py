"""Make the entries of the search: for a page, and for each step, pain point and opportunity."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from journeybook.catalogue import (
    Goal,
    Journey,
    JourneyPart,
    JourneyStage,
    Persona,
    Step,
    System,
    Touchpoint,
    spots_of,
)
from journeybook.catalogue.things import Action, Opportunity
from journeybook.kinds import ThingKind
from journeybook.model import Channel, Evidence, Metric, Principle, Segment, Stage, Team
from journeybook.model.lanes import Lane, LaneKind, holds
from journeybook.pages.frame.page import SearchEntry


def journey_entries(journey: Journey) -> tuple[SearchEntry, ...]:
    """A journey: what it is about, and its pain points and opportunities."""
    record = journey.record
    about = (record.summary, record.goal, record.scenario, record.trigger, record.outcome, record.variant)
    names = (*(persona.title for persona in journey.personas), *(stage.title for stage in journey.stages))
    words = (*about, *names, *record.tags, *_titles(record.evidence))
    return (
        SearchEntry(title=journey.title, text=_joined(words), kind=ThingKind.JOURNEY),
        *(entry for spot in spots_of(journey.visits) for entry in _pains(spot.part)),
        *(entry for spot in spots_of(journey.visits) for entry in _opportunities(spot.part)),
    )


def _pains(part: Step | JourneyStage) -> Iterator[SearchEntry]:
    """The pain points of a step or a stage, each at its card; their place is a word for them as well."""
    for pain in part.pain_points:
        text = _joined((part.title, *_titles(pain.record.evidence)))
        yield SearchEntry(title=pain.title, text=text, anchor=f"pain_{pain.id}", kind=ThingKind.PAIN_POINT)


def _opportunities(part: Step | JourneyStage) -> Iterator[SearchEntry]:
    for opportunity in part.opportunities:
        yield SearchEntry(
            title=opportunity.record.title,
            text=_joined((part.title, *_plan_words(opportunity))),
            anchor=f"opportunity_{opportunity.id}",
            kind=ThingKind.OPPORTUNITY,
        )


def stage_entries(lanes: Sequence[Lane], journey: Journey, stage: JourneyStage) -> tuple[SearchEntry, ...]:
    """A stage of a journey, and each of its steps."""
    words = (stage.record.goal, stage.record.phase, *_words(lanes, stage))
    title = f"{stage.title} – {journey.title}"
    about = SearchEntry(title=title, text=_joined(words), kind=ThingKind.STAGE)
    steps = (
        SearchEntry(title=step.title, text=_joined(_words(lanes, step)), anchor=step.id, kind=ThingKind.STEP)
        for step in stage.steps
    )
    return (about, *steps)


def _words(lanes: Sequence[Lane], part: Step | JourneyStage) -> Iterator[str]:
    """The words of each lane; one of the handbook's own is found by what it is called, too."""
    for kind, words in _WORDS.items():
        for lane in lanes:
            if lane.kind is kind and holds(lane, type(part.record)):
                found = tuple(words(lane, part))
                if lane.is_own and part.entries[lane.name]:
                    yield lane.label
                yield from found


def _opportunity_words(_: Lane, part: JourneyPart) -> Iterator[str]:
    yield from (opportunity.record.title for opportunity in part.opportunities)
    for opportunity in part.opportunities:
        yield from _plan_words(opportunity)


def _plan_words(opportunity: Opportunity) -> Iterator[str]:
    if opportunity.record.reason:
        yield opportunity.record.reason
    for action in opportunity.actions:
        yield from _action_words(action)


def _action_words(action: Action) -> Iterator[str]:
    yield action.record.title
    if action.record.experiment:
        yield from filter(None, (action.record.experiment.hypothesis, action.record.experiment.result))


def _moment_words(_: Lane, part: JourneyPart) -> Iterator[str]:
    """Why the step is a moment of truth, and the small yes in it."""
    if isinstance(part, Step):
        record = part.record
        if isinstance(record.moment_of_truth, str):
            yield record.moment_of_truth
        if record.micro_conversion:
            yield record.micro_conversion.title


def _touchpoint_words(_: Lane, part: JourneyPart) -> Iterator[str]:
    return (point.title for point in part.touchpoints) if isinstance(part, Step) else iter(())


def _content_words(_: Lane, part: JourneyPart) -> Iterator[str]:
    content = part.content if isinstance(part, JourneyStage) else ()
    return (f"{item.record.title} {item.record.type or ''}" for item in content)


def _recovery_words(_: Lane, part: JourneyPart) -> Iterator[str]:
    recoveries = part.record.recovery if isinstance(part, Step) else ()
    return (f"{item.failure} {item.response or ''}" for item in recoveries)


def _actor_words(_: Lane, part: JourneyPart) -> Iterator[str]:
    """Those who are no team with a page of its own."""
    return (actor for actor in part.actors if isinstance(actor, str))


def _evidence_words(_: Lane, part: JourneyPart) -> Iterator[str]:
    """Yield what the part rests on, and what its texts rest on."""
    yield from _titles(part.record.evidence)
    for entries in part.entries.values():
        for entry in entries:
            yield from _titles(entry.record.evidence)


def _titles(evidence: Iterable[Evidence]) -> Iterator[str]:
    return (item.title for item in evidence)


_WORDS: Mapping[LaneKind, Callable[[Lane, JourneyPart], Iterable[str]]] = MappingProxyType(
    {
        LaneKind.ENTRIES: lambda lane, part: (entry.text for entry in part.entries[lane.name]),
        LaneKind.MOMENT: _moment_words,
        LaneKind.TEXTS: lambda lane, part: getattr(part.record, lane.name),
        LaneKind.SYSTEMS: lambda _, part: titles_or_texts(part.systems),
        LaneKind.QUOTES: lambda lane, part: (quote.text for quote in part.entries[lane.name]),
        LaneKind.ADDRESSES: lambda lane, part: (entry.text for entry in part.entries[lane.name]),
        LaneKind.RECOVERIES: _recovery_words,
        LaneKind.LINKS: lambda _, part: (item.title for item in part.record.links),
        LaneKind.CONTENT: _content_words,
        LaneKind.TOUCHPOINTS: _touchpoint_words,
        LaneKind.PAIN_POINTS: lambda _, part: (pain.title for pain in part.pain_points),
        LaneKind.OPPORTUNITIES: _opportunity_words,
        LaneKind.ACTORS: _actor_words,
        LaneKind.NUMBERS: lambda _lane, _part: (),
        LaneKind.EVIDENCE: _evidence_words,
    }
)
"""The words by which a step or a stage is found, by kind of lane; the others would find too many steps."""


def touchpoint_entries(touchpoint: Touchpoint) -> tuple[SearchEntry, ...]:
    """A touchpoint under its name and its earlier names."""
    record = touchpoint.record
    channel = touchpoint.channel.title if touchpoint.channel else None
    links = (item.title for item in record.links)
    group = touchpoint.group.title if touchpoint.group else None
    words = (
        *record.aliases,
        channel,
        group,
        record.expectation,
        *titles_or_texts(touchpoint.systems),
        *links,
        *record.tags,
        *_titles(record.evidence),
    )
    text = _joined(words)
    return (SearchEntry(title=touchpoint.title, text=text, kind=ThingKind.TOUCHPOINT, names=record.aliases),)


def persona_entries(persona: Persona) -> tuple[SearchEntry, ...]:
    """A persona with everything in the profile."""
    record = persona.record
    lists = (
        record.goals,
        record.needs,
        record.frustrations,
        record.motivations,
        record.hobbies,
        record.behaviours,
        record.quotes,
        record.accessibility_needs,
    )
    words = (
        record.role,
        persona.segment.title if persona.segment else record.segment,
        record.location,
        record.quote,
        *(text for texts in lists for text in texts),
        *(text for job in record.jobs for text in (job.when, job.want, job.so_that)),
        *(f"{label}: {text}" for label, text in record.facts.items()),
    )
    around = (*_answers(persona), *record.tags, *_titles(record.evidence))
    return (SearchEntry(title=persona.title, text=_joined((*words, *around)), kind=ThingKind.PERSONA),)


def channel_entries(channel: Channel, touchpoints: Sequence[Touchpoint]) -> tuple[SearchEntry, ...]:
    """A channel with its touchpoints."""
    names = (name for point in touchpoints for name in (point.title, *point.record.aliases))
    return (SearchEntry(title=channel.title, text=_joined(names), kind=ThingKind.CHANNEL),)


def handbook_stage_entries(stage: Stage) -> tuple[SearchEntry, ...]:
    """A stage of the handbook under all its names."""
    text = _joined((stage.goal, stage.description, *stage.aliases))
    return (SearchEntry(title=stage.title, text=text, kind=ThingKind.STAGE, names=stage.aliases),)


def team_entries(team: Team) -> tuple[SearchEntry, ...]:
    """A team with what it answers for."""
    text = _joined((team.description, team.contact))
    return (SearchEntry(title=team.title, text=text, kind=ThingKind.TEAM),)


def metric_entries(metric: Metric) -> tuple[SearchEntry, ...]:
    """A metric with how it is computed and where it comes from."""
    text = _joined((metric.definition, metric.source))
    return (SearchEntry(title=metric.title, text=text, kind=ThingKind.METRIC),)


def goal_entries(goal: Goal) -> tuple[SearchEntry, ...]:
    """A goal with why it matters."""
    text = _joined((goal.record.description,))
    return (SearchEntry(title=goal.title, text=text, kind=ThingKind.GOAL),)


def segment_entries(segment: Segment) -> tuple[SearchEntry, ...]:
    """A segment with who belongs to it and what they are promised."""
    words = (segment.description, segment.value_proposition, segment.size)
    return (SearchEntry(title=segment.title, text=_joined(words), kind=ThingKind.SEGMENT),)


def system_entries(system: System) -> tuple[SearchEntry, ...]:
    """A system with what it is for."""
    record = system.record
    text = _joined((record.kind, record.description))
    return (SearchEntry(title=system.title, text=text, kind=ThingKind.SYSTEM),)


def principle_entries(principle: Principle) -> tuple[SearchEntry, ...]:
    """A principle with what it means."""
    text = _joined((principle.description,))
    return (SearchEntry(title=principle.title, text=text, kind=ThingKind.PRINCIPLE),)


def titles_or_texts(items: Iterable[System | str]) -> Iterator[str]:
    """The titles of systems, and the texts that stand for others."""
    return (item if isinstance(item, str) else item.title for item in items)


def _answers(persona: Persona) -> Iterator[str]:
    interview = persona.record.interview
    if interview:
        for name in type(interview).model_fields:
            yield from getattr(interview, name)


def _joined(texts: Iterable[str | None]) -> str:
    """One line a text: a break within one would part what is read as one, or join words that it parts."""
    return "\n".join(" ".join(text.split()) for text in texts if text)
