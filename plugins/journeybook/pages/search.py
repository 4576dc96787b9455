"""What the search finds: an entry for a page, and one for each step, with all that is said there."""

from collections.abc import Iterable, Iterator

from journeybook.catalogue import Journey, JourneyStage, Persona, Step, Touchpoint
from journeybook.pages.page import Entry


def journey_entries(journey: Journey) -> tuple[Entry, ...]:
    """A journey: what it is about, and its pain points and opportunities."""
    record = journey.record
    about = (record.summary, record.goal, record.scenario, record.trigger, record.outcome)
    names = (*(persona.title for persona in journey.personas), *(stage.title for stage in journey.stages))
    pains = (pain.record.title for step in journey.steps for pain in step.pain_points)
    chances = (chance.record.title for step in journey.steps for chance in step.opportunities)
    return (
        Entry(title=journey.title, text=_joined((*about, *names, *record.tags))),
        *_listed("pain_points", journey.title, pains),
        *_listed("all_opportunities", journey.title, chances),
    )


def _listed(anchor: str, title: str, texts: Iterable[str]) -> Iterator[Entry]:
    text = _joined(texts)
    if text:
        yield Entry(title=title, text=text, anchor=anchor)


def stage_entries(journey: Journey, stage: JourneyStage) -> tuple[Entry, ...]:
    """A stage of a journey, and each of its steps."""
    about = Entry(title=f"{stage.title} – {journey.title}", text=stage.record.goal or "")
    steps = (Entry(title=step.title, text=_joined(_words(step)), anchor=step.id) for step in stage.steps)
    return (about, *steps)


def _words(step: Step) -> Iterator[str]:
    record = step.record
    for texts in (
        record.actions,
        record.thoughts,
        record.feelings,
        record.needs,
        record.motivations,
        record.doubts,
        record.expectations,
        record.frontstage,
        record.backstage,
        record.systems,
    ):
        yield from texts
    yield from (quote.text for quote in record.quotes)
    yield from (point.title for point in step.touchpoints)
    yield from (pain.record.title for pain in step.pain_points)
    yield from (chance.record.title for chance in step.opportunities)
    yield from (action.record.title for chance in step.opportunities for action in chance.actions)


def touchpoint_entries(touchpoint: Touchpoint) -> tuple[Entry, ...]:
    """A touchpoint under its name and its earlier names."""
    record = touchpoint.record
    channel = touchpoint.channel.title if touchpoint.channel else None
    words = (*record.aliases, channel, record.expectation, *record.systems, *record.tags)
    return (Entry(title=touchpoint.title, text=_joined(words)),)


def persona_entries(persona: Persona) -> tuple[Entry, ...]:
    """A persona with everything in the profile."""
    record = persona.record
    lists = (
        record.goals,
        record.needs,
        record.frustrations,
        record.motivations,
        record.hobbies,
        record.behaviours,
    )
    words = (
        record.role,
        record.segment,
        record.location,
        record.quote,
        *(text for texts in lists for text in texts),
    )
    return (Entry(title=persona.title, text=_joined((*words, *_answers(persona), *record.tags))),)


def _answers(persona: Persona) -> Iterator[str]:
    interview = persona.record.interview
    if interview:
        for name in type(interview).model_fields:
            yield from getattr(interview, name)


def _joined(texts: Iterable[str | None]) -> str:
    return " · ".join(text for text in texts if text)
