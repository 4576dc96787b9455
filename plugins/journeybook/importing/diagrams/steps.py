"""Read what a diagram lists as steps: the tasks of a `journey`, the periods of a `timeline`."""

from dataclasses import dataclass, field
from decimal import Decimal

from journeybook.importing.brought_in import KeyPath
from journeybook.importing.diagrams.grammar import SourceLine, as_drawn
from journeybook.importing.diagrams.tasks import task
from journeybook.importing.sketch import Sketch
from journeybook.importing.words.scales import score_of_word
from journeybook.language import language
from journeybook.messages import N_


@dataclass(kw_only=True)
class DiagramStep:
    """A step with the line that it comes from."""

    title: str
    line: int
    score: Decimal | None = None
    actors: tuple[str, ...] = ()
    no_score: str = ""
    """What stands in the place of the score and is none."""
    rest: str = ""
    """What stands behind it and says nothing that a step has."""
    actions: list[tuple[str, int]] = field(default_factory=list)
    """What happens in it, each with its line."""
    path: KeyPath = ()
    """Where it stands in the draft, once it does."""

    def write(self, sketch: Sketch, path: KeyPath) -> None:
        """Put the step into a draft."""
        self.path, address = path, f"line {self.line}"
        sketch.put((*path, "title"), self.title, address)
        if self.score is not None:
            sketch.score((*path, "satisfaction"), self.score, address)
        if self.no_score:
            sketch.left(address, N_("“%(text)s” is no score."), text=self.no_score)
        if self.rest:
            sketch.left(address, N_("Mermaid shows nothing of “%(text)s” behind the task."), text=self.rest)
        for action, line in self.actions:
            sketch.add((*path, "actions"), action, f"line {line}")


def journey_step(line: SourceLine) -> list[DiagramStep] | None:
    """Read a task; nothing if the line is none."""
    found = task(line.value)
    if not found or not found.name:
        return None
    step = DiagramStep(title=found.name, line=line.number, actors=found.actors, rest=found.rest)
    step.score, step.no_score = (found.score, "") if found.score is not None else _by_word(found.written)
    for mark in _unscored():
        if found.name.endswith(mark):
            step.title, step.score = found.name.removesuffix(mark), None
    return [step]


def _by_word(written: str) -> tuple[Decimal | None, str]:
    """Read a word such as “happy” as a score, or give it back."""
    score = score_of_word(written, "satisfaction")
    return (None, written) if score is None else (Decimal(score), "")


def _unscored() -> tuple[str, ...]:
    """The marks of our own diagrams on a step without a score, which Mermaid cannot draw."""
    return tuple(f" ({language(code).text('no value')})" for code in ("en", "de"))


def timeline_steps(line: SourceLine, before: list[DiagramStep]) -> list[DiagramStep] | None:
    """Read a period with its events, or events that go on the period before; nothing if there is none."""
    period, *events = map(as_drawn, line.value.split(" :" if " :" in line.value else ":"))
    happened = [(event.removeprefix(":").strip(), line.number) for event in events if event]
    if period:
        return [DiagramStep(title=period, line=line.number, actions=happened)]
    if not before or not happened:
        return None
    before[-1].actions += happened
    return []
