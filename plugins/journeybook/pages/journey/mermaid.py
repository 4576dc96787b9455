"""Write a journey as Mermaid: its diagram, and the flowchart of its paths where it branches or loops."""

from collections.abc import Iterator

from journeybook.catalogue import Journey, Step
from journeybook.diagrams import Edge, Node, Section, Subgraph, Task, flowchart, journey_diagram
from journeybook.language import Language

_NEUTRAL = 3.0
_START, _END = "start", "end"


def journey_source(language: Language, journey: Journey) -> str | None:
    """Write the journey as a Mermaid `journey`; nothing where no step has a satisfaction."""
    if journey.satisfaction is None:
        return None
    sections = [
        Section(title=stage.title, tasks=tuple(_task(language, step) for step in stage.steps))
        for stage in journey.stages
    ]
    return journey_diagram(title=journey.title, description=_description(journey), sections=sections)


def _description(journey: Journey) -> str:
    return journey.record.summary or journey.record.goal or journey.title


def _task(language: Language, step: Step) -> Task:
    """A step; Mermaid draws none without a score, so one without says so in its title."""
    names = tuple(persona.title for persona in step.personas)
    if step.satisfaction is None:
        return Task(title=f"{step.title} ({language.text('no value')})", score=_NEUTRAL, actors=names)
    actors = tuple(each.persona.title for each in step.satisfactions) or names
    return Task(title=step.title, score=step.satisfaction, actors=actors)


def flowchart_source(language: Language, journey: Journey) -> str | None:
    """Write the paths through a journey that branches or loops as a Mermaid flowchart."""
    if journey.is_linear:
        return None
    groups = [
        Subgraph(title="", nodes=(Node(key=f"{_START} ", title=language.text("Start"), kind="start"),)),
        *(
            Subgraph(
                title=stage.title, nodes=tuple(Node(key=step.id, title=step.title) for step in stage.steps)
            )
            for stage in journey.stages
        ),
        Subgraph(title="", nodes=(Node(key=f"{_END} ", title=language.text("End"), kind="end"),)),
    ]
    title = language.text("Paths: %(title)s", title=journey.title)
    return flowchart(
        title=title,
        description=_description(journey),
        groups=groups,
        edges=list(_edges(journey)),
        direction="TB",
    )


def _edges(journey: Journey) -> Iterator[Edge]:
    """Yield the arrows; the keys of start and end carry a space, which no step's id can."""
    steps = list(journey.steps)
    yield Edge(source=f"{_START} ", target=steps[0].id)
    optional = {step.id for step in steps if step.record.optional}
    for step in steps:
        for path in step.paths:
            target = f"{_END} " if path.to == _END else path.to
            yield Edge(source=step.id, target=target, label=path.when, optional=path.to in optional)
