"""Make drafts of journeys from the diagrams of a file."""

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import PurePath

from journeybook.importing.brought_in import BroughtIn, Draft, Note
from journeybook.importing.diagrams.grammar import Diagram, SourceLine, as_drawn, diagram
from journeybook.importing.diagrams.sources import DiagramSource, sources
from journeybook.importing.diagrams.steps import DiagramStep, journey_step, timeline_steps
from journeybook.importing.sketch import Sketch
from journeybook.kinds import ThingKind
from journeybook.messages import N_
from journeybook.workbooks import NotReadable

MAX_CHARACTERS = 1_000_000
MAX_LINE = 5_000
_ENDINGS = frozenset({".md", ".mmd", ".mermaid"})

_KINDS = frozenset({"journey", "timeline"})
_WORDS = re.compile(r"(?:^|>)[ \t>]*(?:journey|timeline)\b", re.IGNORECASE | re.MULTILINE)


def read_diagrams(path: str, text: str) -> BroughtIn | None:
    """Read each diagram of a journey and each timeline; nothing if there is none."""
    if len(text) > MAX_CHARACTERS and PurePath(path).suffix.lower() in _ENDINGS:
        raise NotReadable(f"A file of diagrams has at most {MAX_CHARACTERS:,} characters.")
    if len(text) > MAX_CHARACTERS or not _WORDS.search(text):
        return None
    found = [(source, diagram(_bounded(source.text), source.line)) for source in sources(text)]
    read = [(source, drawn) for source, drawn in found if drawn.kind.lower() in _KINDS]
    if not read:
        return None
    drafts: list[Draft] = []
    notes: list[Note] = [*_others(found)]
    for source, drawn in read:
        sketch = _Reader(drawn, source.heading or PurePath(path).stem).read()
        notes += (*sketch.taken(), *sketch.notes)
        if sketch.get(("stages",)):
            drafts.append(sketch.draft(ThingKind.JOURNEY))
    return BroughtIn(source=path, drafts=tuple(drafts), notes=tuple(notes))


def _bounded(text: str) -> str:
    """Cut lines that no diagram has, so that no pattern has to look through them."""
    return "\n".join(line[:MAX_LINE] for line in text.split("\n"))


def _others(found: list[tuple[DiagramSource, Diagram]]) -> Iterator[Note]:
    """Tell of diagrams that are none of journeys."""
    sketch = Sketch()
    for source, drawn in found:
        if drawn.kind.lower() not in _KINDS:
            message = N_("A diagram of the kind '%(kind)s' holds no journey.")
            sketch.left(f"line {source.line}", message, kind=drawn.kind)
    yield from sketch.notes


class _Reader:
    """One reading of a diagram, line by line."""

    def __init__(self, drawn: Diagram, fallback: str) -> None:
        self._drawn = drawn
        self._fallback = fallback
        self._sketch = Sketch()
        self._stages: list[tuple[SourceLine, list[DiagramStep]]] = []

    def read(self) -> Sketch:
        for line in self._drawn.lines:
            self._take_head(line) if line.key and line.key != "section" else None
        self._title()
        self._group()
        for line, steps in self._stages:
            self._stage(line, steps)
        self._personas()
        self._sketch.settle_scores()
        return self._sketch

    def _take_head(self, line: SourceLine) -> None:
        text, address = as_drawn(line.value), _address(line)
        if line.key == "comment" and text:
            self._sketch.left(address, N_("This comment is not taken over: “%(text)s”."), text=text)
        elif line.key == "accdescr" and text:
            self._sketch.put(("summary",), text, address)
        elif text and (line.key == "title" or not self._sketch.get(("title",))):
            self._sketch.put(("title",), text, address)

    def _title(self) -> None:
        if not self._sketch.get(("title",)):
            address = f"line {self._drawn.lines[0].number}" if self._drawn.lines else ""
            self._sketch.put(("title",), self._fallback, address)
            message = N_("The diagram has no title; '%(title)s' stands for it.")
            self._sketch.guessed(address, message, title=self._fallback)
        if self._sketch.get(("summary",)) == self._sketch.get(("title",)):
            del self._sketch.header["summary"]  # our own diagrams say the title once more
            del self._sketch.origins["summary",]

    def _group(self) -> None:
        """Read the steps of each section; those before any belong to a stage called like the journey."""
        for is_section, lines in groupby(self._drawn.lines, key=lambda line: line.key == "section"):
            if is_section:
                self._stages += [(line, []) for line in lines]
            elif steps := self._steps([line for line in lines if not line.key]):
                self._open(steps[0])
                self._stages[-1][1].extend(steps)

    def _open(self, first: DiagramStep) -> None:
        if self._stages:
            return
        title = self._sketch.get(("title",))
        self._stages.append((SourceLine(number=first.line, key="section", value=title), []))
        message = N_("No section stands above the first task; its stage is called '%(stage)s'.")
        self._sketch.guessed(f"line {first.line}", message, stage=title)

    def _steps(self, lines: list[SourceLine]) -> list[DiagramStep]:
        steps: list[DiagramStep] = []
        is_timeline = self._drawn.kind.lower() == "timeline"
        for line in lines:
            read = timeline_steps(line, steps) if is_timeline else journey_step(line)
            if read is None:
                message = N_("This line is not understood: “%(text)s”.")
                self._sketch.left(_address(line), message, text=as_drawn(line.value))
            else:
                steps += read
        return steps

    def _stage(self, line: SourceLine, steps: list[DiagramStep]) -> None:
        title = as_drawn(line.value)
        if not steps:
            self._sketch.left(_address(line), N_("The section '%(title)s' has no tasks."), title=title)
            return
        number = len(self._sketch.get(("stages",)) or ())
        title = _without_count(title, self._sketch.get(("stages", number - 1, "stage")) if number else None)
        self._sketch.put(("stages", number, "stage"), title, _address(line))
        for position, step in enumerate(steps):
            step.write(self._sketch, ("stages", number, "steps", position))

    def _personas(self) -> None:
        """Name whose journey it is, and in each step who takes part, where that are not all."""
        actors: dict[str, str] = {}
        steps = [step for _, steps in self._stages for step in steps]
        for step in steps:
            for actor in step.actors:
                actors.setdefault(actor, f"line {step.line}")
        if len(actors) == 1:
            self._sketch.put(("persona",), *next(iter(actors.items())))
            return
        for position, (actor, address) in enumerate(actors.items()):
            self._sketch.put(("personas", position), actor, address)
        for step in steps:
            if step.actors and len(step.actors) < len(actors):
                for position, actor in enumerate(step.actors):
                    self._sketch.put((*step.path, "personas", position), actor, f"line {step.line}")


def _address(line: SourceLine) -> str:
    return f"line {line.number}"


def _without_count(title: str, before: str | None) -> str:
    """Leave out the number by which our own diagrams tell a stage from its neighbour of the same name."""
    name, _, count = title.rpartition(" (")
    return name if before and name == before and count.rstrip(")").isdigit() else title
